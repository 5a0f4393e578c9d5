import { describe, expect, test } from "vitest";
import type { Notification } from "../kernel/outbox.ts";
import { done } from "./testing/invented-provider.ts";
import { type InventedSandbox, openInventedSandbox } from "./testing/invented-sandbox.ts";

const LATE = { match: { type: "DONE" }, effect: { kind: "delay", by: "10m" } };

async function json(answer: Promise<Response>): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await answer;
  const body: unknown = await response.json();
  return { status: response.status, body: { ...(body as object) } }; // every answer is an object
}

function violations({ tenant }: InventedSandbox): unknown[] {
  return tenant.journal.list({ kind: "contract-violation" });
}

/** A sandbox, what its receiver got, and what tells it something. */
async function open(outcome: "accepted" | "refused" = "accepted") {
  const got: Notification[] = [];
  const sandbox = await openInventedSandbox({
    send: async (sent) => {
      got.push(sent);
      return { outcome, status: outcome === "accepted" ? 200 : 500, detail: null, wallMs: 1 };
    },
  });
  const tell = async (): Promise<string> => {
    const id = await sandbox.tenant.transact((tx) => tx.notify(done));
    await sandbox.tenant.idle();
    return id;
  };
  return { sandbox, got, tell };
}

describe("rules", () => {
  test("are set by id, again without effect, replaced, shown, listed and removed", async () => {
    const { sandbox, tell } = await open();
    const rule = {
      id: "late",
      match: { provider: null, type: "DONE", about: {}, nth: null, first: null, every: null, probability: null },
      effect: { kind: "delay", by: { law: "fixed", ms: 600_000 }, isOvertaken: false },
      times: 1,
      seen: 0,
      hits: 0,
      isSpent: false,
    };
    expect(await json(sandbox.call("PUT", "webhooks/rules/late", LATE))).toEqual({ status: 200, body: rule });
    await tell();
    await tell();
    const spent = { ...rule, seen: 2, hits: 1, isSpent: true };
    expect(await json(sandbox.call("PUT", "webhooks/rules/late", LATE))).toEqual({ status: 200, body: spent });
    expect(await json(sandbox.call("GET", "webhooks/rules/late"))).toEqual({ status: 200, body: spent });
    const replaced = { ...rule, times: 2 };
    expect(await json(sandbox.call("PUT", "webhooks/rules/late", { ...LATE, times: 2 }))).toEqual({
      status: 200,
      body: replaced,
    });
    const added = await json(sandbox.call("POST", "webhooks/rules", { effect: { kind: "drop" } }));
    expect(added).toMatchObject({ status: 201, body: { id: "webhook-rule-1", times: 1 } });
    expect(await json(sandbox.call("GET", "webhooks/rules"))).toMatchObject({
      body: { items: [replaced, { id: "webhook-rule-1" }], total: 2 },
    });
    expect(await json(sandbox.call("DELETE", "webhooks/rules/late"))).toMatchObject({ body: { removed: 1 } });
    expect(await json(sandbox.call("DELETE", "webhooks/rules"))).toMatchObject({ body: { removed: 1 } });
    expect(await json(sandbox.call("GET", "webhooks/rules"))).toMatchObject({ body: { total: 0 } });
    expect(violations(sandbox)).toEqual([]);
  });

  test.for([
    ["once", {}, 1],
    ["as often as it says", { times: 3 }, 3],
    ["always", { times: null }, null],
    ["always, where something else says how often", { match: { every: 3 } }, null],
  ] as const)("strike %s", async ([, over, times]) => {
    const { sandbox } = await open();
    const rule = { effect: { kind: "drop" }, ...over };
    expect(await json(sandbox.call("POST", "webhooks/rules", rule))).toMatchObject({ body: { times } });
  });

  const drop = { kind: "drop" };
  test.for([
    ["no effect", {}, "body.effect"],
    ["an unknown member", { effect: drop, effct: 1 }, "body.effct"],
    ["an unknown kind", { effect: { kind: "dorp" } }, "body.effect.kind"],
    ["a member of another kind", { effect: { kind: "drop", copies: 1 } }, "body.effect.copies"],
    ["a delay without its time", { effect: { kind: "delay" } }, "body.effect.by"],
    ["a delay that is none", { effect: { kind: "delay", by: "soon" } }, "body.effect.by"],
    [
      "a law without a member",
      { effect: { kind: "delay", by: { law: "normal", meanMs: 1 } } },
      "body.effect.by.deviationMs",
    ],
    ["no copies", { effect: { kind: "duplicate", copies: 0 } }, "body.effect.copies"],
    ["a gap that is none", { effect: { kind: "duplicate", gap: "x" } }, "body.effect.gap"],
    ["a place in front", { effect: { kind: "reorder", behind: -1 } }, "body.effect.behind"],
    ["an endless wait", { effect: { kind: "reorder", atMostMs: "9999d" } }, "body.effect.atMostMs"],
    ["damage to nothing", { effect: { kind: "corrupt" } }, "body.effect"],
    ["a pointer that is none", { effect: { kind: "corrupt", remove: ["/a", "b"] } }, "body.effect.remove.1"],
    ["an unknown form", { effect: { kind: "corrupt", variant: "shoutd" } }, "body.effect.variant"],
    ["an unknown provider", { match: { provider: "inventd" }, effect: drop }, "body.match.provider"],
    ["an unknown type", { match: { type: "DNE" }, effect: drop }, "body.match.type"],
    ["an unknown subject", { match: { about: { esim: "1" } }, effect: drop }, "body.match.about.esim"],
    ["an id that is no text", { match: { about: { esimId: 1 } }, effect: drop }, "body.match.about.esimId"],
    ["a count of nothing", { match: { nth: 0 }, effect: drop }, "body.match.nth"],
    ["an nth that comes too late", { match: { nth: 3, first: 2 }, effect: drop }, "body.match.nth"],
    ["no probability", { match: { probability: 0 }, effect: drop }, "body.match.probability"],
    ["more than certainty", { match: { probability: 1.1 }, effect: drop }, "body.match.probability"],
    ["half a strike", { times: 0.5, effect: drop }, "body.times"],
  ] as const)("with %s are refused", async ([, rule, path]) => {
    const { sandbox } = await open();
    const refused = await json(sandbox.call("POST", "webhooks/rules", rule));
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid-request", errors: [{ path }] } });
    expect(await json(sandbox.call("GET", "webhooks/rules"))).toMatchObject({ body: { total: 0 } });
  });

  test("of a wrong or unknown id, or too many of them, are refused", async () => {
    const { sandbox } = await open();
    const drops = { effect: drop };
    expect(await json(sandbox.call("PUT", "webhooks/rules/a%20b", drops))).toMatchObject({ status: 422 });
    for (const method of ["GET", "DELETE"]) {
      const refused = await json(sandbox.call(method, "webhooks/rules/nobody"));
      expect(refused).toMatchObject({ status: 404, body: { code: "unknown-webhook-rule" } });
    }
    for (let count = 0; count < 200; count += 1) await sandbox.call("POST", "webhooks/rules", drops);
    const refused = await json(sandbox.call("POST", "webhooks/rules", drops));
    expect(refused).toMatchObject({ status: 409, body: { code: "too-many-webhook-rules" } });
    expect(await json(sandbox.call("PUT", "webhooks/rules/webhook-rule-7", LATE))).toMatchObject({ status: 200 });
  });

  test("name the nearest valid name", async () => {
    const { sandbox } = await open();
    const { body } = await json(sandbox.call("POST", "webhooks/rules", { match: { type: "DNE" }, effect: drop }));
    expect(body["detail"]).toBe('body.match.type must be one of DONE; did you mean DONE?, got "DNE"');
  });
});

describe("the inbox", () => {
  test("is filled, listed, reordered, edited, released and dropped over REST", async () => {
    const { sandbox, got, tell } = await open();
    expect(await json(sandbox.call("PUT", "webhooks/hold", {}))).toMatchObject({ body: { hold: { types: null } } });
    const ids = [await tell(), await tell(), await tell(), await tell()];
    const [a, b, c, d] = ids;
    const inbox = await json(sandbox.call("GET", "webhooks/inbox"));
    expect(inbox).toMatchObject({ body: { items: ids.map((id) => ({ id, state: "held" })), total: 4 } });
    await sandbox.call("PUT", "webhooks/inbox/order", { ids: [c, d] });
    expect(await json(sandbox.call("PATCH", `deliveries/${a}`, { body: { mine: 1 } }))).toMatchObject({
      body: { body: '{"mine":1}', isEdited: true, headers: { "x-signature": "***" } },
    });
    expect(await json(sandbox.call("POST", `deliveries/${d}/drop`))).toMatchObject({ body: { state: "dropped" } });
    expect(await json(sandbox.call("POST", `deliveries/${b}/release`))).toMatchObject({ body: { state: "waiting" } });
    await sandbox.tenant.idle();
    const released = await json(sandbox.call("POST", "webhooks/release"));
    expect(released).toMatchObject({ body: { items: [{ id: c }, { id: a }], total: 2 } });
    await sandbox.tenant.idle();
    expect(got.map(({ id }) => id)).toEqual([b, c, a]);
    expect(got[2]?.body).toBe('{"mine":1}');
    const desk = await json(sandbox.call("GET", "webhooks"));
    expect(desk).toEqual({
      status: 200,
      body: { hold: { types: null }, plan: null, rules: 0, deliveries: { delivered: 3, dropped: 1 }, endpoints: [] },
    });
    expect(await json(sandbox.call("DELETE", "webhooks/hold"))).toMatchObject({ body: { hold: null } });
    await tell();
    expect(got).toHaveLength(4);
    expect(await json(sandbox.call("POST", `deliveries/${d}/resend`))).toMatchObject({ body: { state: "waiting" } });
    await sandbox.tenant.idle();
    expect(got.at(-1)?.id).toBe(d);
    expect(violations(sandbox)).toEqual([]);
  });

  test.for([
    ["an unknown delivery", "GET", "deliveries/nobody", undefined, 404, "unknown-delivery"],
    ["the release of an unknown one", "POST", "deliveries/nobody/release", undefined, 404, "unknown-delivery"],
    ["the release of a delivered one", "POST", "deliveries/ID/release", undefined, 409, "impossible-delivery-step"],
    ["the drop of a delivered one", "POST", "deliveries/ID/drop", undefined, 409, "impossible-delivery-step"],
    ["an edit of a delivered one", "PATCH", "deliveries/ID", { body: "x" }, 409, "impossible-delivery-step"],
    ["an edit of nothing", "PATCH", "deliveries/ID", {}, 422, "invalid-request"],
    ["an unknown member", "PATCH", "deliveries/ID", { bdy: "x" }, 422, "invalid-request"],
    ["a header that cannot be one", "PATCH", "deliveries/ID", { headers: { "a b": "1" } }, 422, "invalid-request"],
    ["a header of two lines", "PATCH", "deliveries/ID", { headers: { a: "1\r\nb: 2" } }, 422, "invalid-request"],
    ["a body beyond the bound", "PATCH", "deliveries/ID", { body: "x".repeat(262_145) }, 422, "invalid-request"],
    [
      "an order of one that is not held",
      "PUT",
      "webhooks/inbox/order",
      { ids: ["ID"] },
      409,
      "impossible-delivery-step",
    ],
    ["a hold of an unknown type", "PUT", "webhooks/hold", { types: ["DONE", "DNE"] }, 422, "invalid-request"],
    [
      "an unknown address",
      "PATCH",
      "webhooks/endpoints",
      { url: "http://x.example.com", isDisabled: true },
      404,
      "unknown-webhook-address",
    ],
  ] as const)("refuses %s", async ([, method, path, body, status, code]) => {
    const { sandbox, tell } = await open();
    const id = await tell();
    const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body).replace('"ID"', `"${id}"`));
    const refused = await json(sandbox.call(method, path.replace("ID", id), sent));
    expect(refused).toMatchObject({ status, body: { code } });
    expect(violations(sandbox)).toEqual([]);
  });
});

describe("a retry plan", () => {
  test("is set with durations, shown and removed", async () => {
    const { sandbox } = await open();
    const given = { delays: ["5s", 60_000], jitter: 0.2, giveUpAfter: "24h", disableAfter: 20, enableAfter: "PT1H" };
    const plan = {
      delaysMs: [5000, 60_000],
      jitter: 0.2,
      giveUpAfterMs: 86_400_000,
      disableAfter: 20,
      enableAfterMs: 3_600_000,
    };
    expect(await json(sandbox.call("PUT", "webhooks/plan", given))).toMatchObject({ status: 200, body: { plan } });
    expect(await json(sandbox.call("GET", "webhooks"))).toMatchObject({ body: { plan } });
    expect(await json(sandbox.call("DELETE", "webhooks/plan"))).toMatchObject({ body: { plan: null } });
    expect(violations(sandbox)).toEqual([]);
  });

  test("shows a disabled address, which can be enabled by hand, and disabled without a plan", async () => {
    const { sandbox, got, tell } = await open("refused");
    await sandbox.call("PUT", "webhooks/plan", { disableAfter: 1 });
    await tell();
    await tell();
    const { url } = done;
    const disabled = { url, failures: 1, isDisabled: true, disabledAt: "2026-01-01T00:00:00.000Z", enabledFrom: null };
    expect(await json(sandbox.call("GET", "webhooks"))).toMatchObject({ body: { endpoints: [disabled] } });
    expect(got).toHaveLength(1);
    await sandbox.call("DELETE", "webhooks/plan");
    await tell();
    expect(got).toHaveLength(2);
    await sandbox.call("PATCH", "webhooks/endpoints", { url, isDisabled: true });
    await tell();
    expect(got).toHaveLength(2);
    const enabled = await json(sandbox.call("PATCH", "webhooks/endpoints", { url, isDisabled: false }));
    expect(enabled).toMatchObject({ status: 200, body: { endpoints: [] } });
    await tell();
    expect(got).toHaveLength(3);
  });

  test.for([
    ["a delay that is none", { delays: ["5s", "soon"] }, "body.delays.1"],
    ["too many delays", { delays: Array.from({ length: 51 }, () => 1) }, "body.delays"],
    ["too much jitter", { jitter: 1.1 }, "body.jitter"],
    ["an end that is none", { giveUpAfter: "never" }, "body.giveUpAfter"],
    ["no failures", { disableAfter: 0 }, "body.disableAfter"],
    ["a return that is none", { enableAfter: -1 }, "body.enableAfter"],
    ["an unknown member", { retries: 3 }, "body.retries"],
  ] as const)("with %s is refused", async ([, plan, path]) => {
    const { sandbox } = await open();
    const refused = await json(sandbox.call("PUT", "webhooks/plan", plan));
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid-request", errors: [{ path }] } });
  });
});

describe("events", () => {
  test("are listed with their options", async () => {
    const { sandbox } = await open();
    const { body } = await json(sandbox.call("GET", "trigger"));
    expect(body).toMatchObject({
      items: [
        { provider: "invented", event: "DONE", takes: { bytes: "a number of bytes" }, isEmittable: true },
        { event: "NEVER", takes: {}, isEmittable: false },
        { event: "AGAIN" },
      ],
      total: 3,
    });
  });

  test("are triggered step by step, and the answer says which", async () => {
    const { sandbox, got } = await open();
    const { status, body } = await json(sandbox.call("POST", "trigger", { event: "DONE", with: { bytes: 600 } }));
    const at = "2026-01-01T00:00:00.000Z";
    const step = (words: string, instant = at) => ({ at: instant, step: words, status: null, body: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      event: "DONE",
      provider: "invented",
      steps: [
        step("download eSIM esim-1"),
        step("install eSIM esim-1"),
        step("enable eSIM esim-1"),
        step("attach eSIM esim-1"),
        step("use 600 bytes of eSIM esim-1"),
        step("clock to 2026-01-01T02:00:00.000Z", "2026-01-01T02:00:00.000Z"),
      ],
      deliveries: [{ type: "DONE", state: "delivered" }],
      now: "2026-01-01T02:00:00.000Z",
    });
    expect(got).toHaveLength(1);
    expect(sandbox.tenant.journal.list({ kind: "triggered" })).toMatchObject([{ event: "DONE" }]);
    expect(violations(sandbox)).toEqual([]);
  });

  test("are emitted without anything happening", async () => {
    const { sandbox } = await open();
    const emitted = await json(sandbox.call("POST", "emit", { event: "DONE", for: "esim-1" }));
    expect(emitted).toMatchObject({ status: 200, body: { type: "DONE", about: { esimId: "esim-1" } } });
    expect(await json(sandbox.call("GET", "esims/esim-1"))).toMatchObject({ body: { profile: "released" } });
    expect(violations(sandbox)).toEqual([]);
  });

  test("are emitted with members that were chosen", async () => {
    const { sandbox } = await open();
    const content = { esim: 7, surprise: null };
    const { status, body } = await json(sandbox.call("POST", "emit", { event: "DONE", for: "esim-1", content }));
    expect([status, JSON.parse(String(body["body"]))]).toEqual([200, { id: body["id"], esim: 7, surprise: null }]);
    expect(sandbox.tenant.journal.list({ kind: "event-emitted" })).toMatchObject([{ chosen: ["esim", "surprise"] }]);
    expect(violations(sandbox)).toEqual([]);
  });

  test.for([
    ["an unknown event", "trigger", { event: "DNE" }, 422, "unknown-event"],
    ["an event of an unknown provider", "trigger", { event: "DONE", provider: "inventd" }, 422, "unknown-provider"],
    ["an unknown option", "trigger", { event: "DONE", with: { byte: 1 } }, 422, "invalid-request"],
    ["a wrong option", "trigger", { event: "DONE", with: { bytes: "1" } }, 422, "invalid-request"],
    ["an unknown subject", "trigger", { event: "DONE", for: "esim-2" }, 404, "unknown-subject"],
    ["what cannot happen", "trigger", { event: "NEVER" }, 409, "impossible-event"],
    ["what comes no nearer", "trigger", { event: "AGAIN" }, 409, "impossible-event"],
    ["an unknown member", "trigger", { event: "DONE", fro: "esim-1" }, 422, "invalid-request"],
    ["the emission of what is no notification", "emit", { event: "NEVER", for: "esim-1" }, 422, "unknown-event"],
    ["the emission about nobody", "emit", { event: "DONE", for: "esim-2" }, 404, "unknown-subject"],
    ["the emission without a subject", "emit", { event: "DONE" }, 422, "invalid-request"],
    ["the emission of a list", "emit", { event: "DONE", for: "esim-1", content: [1] }, 422, "invalid-request"],
    [
      "the emission of too much",
      "emit",
      { event: "DONE", for: "esim-1", content: { text: "x".repeat(262_144) } },
      422,
      "invalid-request",
    ],
  ] as const)("refuse %s", async ([, path, body, status, code]) => {
    const { sandbox } = await open();
    expect(await json(sandbox.call("POST", path, body))).toMatchObject({ status, body: { code } });
    expect(violations(sandbox)).toEqual([]);
  });

  test("that end on the way say which steps were taken", async () => {
    const { sandbox } = await open();
    const { body } = await json(sandbox.call("POST", "trigger", { event: "NEVER" }));
    expect(body["detail"]).toBe("it cannot happen; taken before: download eSIM esim-1");
  });
});
