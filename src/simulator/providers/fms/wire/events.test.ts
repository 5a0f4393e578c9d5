import { describe, expect, test } from "vitest";
import { type FmsTenant, useSandbox } from "../testing/fms-tenant.ts";

const sandbox = useSandbox();

async function reserved(options = {}): Promise<{ tenant: FmsTenant; token: string; id: string }> {
  const tenant = await sandbox.open(options);
  const token = await tenant.register();
  return { tenant, token, id: await tenant.preOrder(token) };
}

/** The codes of the answers to the notices of a trigger. */
async function codesOf(tenant: FmsTenant, id: string, options: Readonly<Record<string, unknown>>): Promise<unknown[]> {
  const { steps } = await tenant.handle.trigger("payment-notice", { for: id, with: options });
  return steps.filter(({ body }) => body !== null).map(({ body }) => JSON.parse(String(body)).code);
}

describe("the payment backend tells", () => {
  test.for([
    ["of a payment", {}, [0], "paid"],
    ["of a payment at the limit", { late: "0ms" }, [0], "paid"],
    ["of a payment a millisecond before the limit", { late: "-1ms" }, [0], "paid"],
    ["of a payment a millisecond after the limit", { late: "1ms" }, [6006], "expired"],
    ["of a payment twice", { times: 2 }, [0, 3004], "paid"],
    ["of a payment twice, late", { times: 2, late: "1h" }, [6006, 6006], "expired"],
    ["of a failure", { outcome: "failed" }, [0], "failed"],
    ["of another amount", { amount: 124_999 }, [10_009], "reserved"],
    ["of the right amount", { amount: 125_000 }, [0], "paid"],
    ["of another currency", { currency: "EUR" }, [10_009], "reserved"],
  ] as const)("%s", async ([, options, codes, state]) => {
    const { tenant, id } = await reserved();
    expect(await codesOf(tenant, id, options)).toEqual(codes);
    expect(await tenant.handle.orders.list({ number: id })).toMatchObject([{ number: id, state }]);
  });

  test("under the context path, with the reference that was given", async () => {
    const { tenant, id } = await reserved();
    await tenant.setOptions({ contextPath: "/fms" });
    const { steps } = await tenant.handle.trigger("payment-notice", { for: id, with: { reference: "PAY-7" } });
    expect(steps).toMatchObject([{ step: expect.stringContaining("POST /fms/payment/webhook"), status: 200 }]);
    expect(await tenant.handle.orders.list({ number: id })).toMatchObject([{ details: { paymentReference: "PAY-7" } }]);
  });

  test("what is journalled like any other notice", async () => {
    const { tenant, id } = await reserved();
    await tenant.handle.trigger("payment-notice", { for: id });
    const exchanges = await tenant.handle.journal.list({ kind: "exchange" });
    expect(exchanges.at(-1)).toMatchObject({ operationId: "paymentWebhook", path: "/payment/webhook", code: "0" });
  });
});

describe("refused is", () => {
  test.for([
    ["a time that is none", { late: "soon" }, "with.late"],
    ["a time that is a number", { late: 1 }, "with.late"],
    ["half a ten-thousandth", { amount: 0.5 }, "with.amount"],
    ["an amount as text", { amount: "125000" }, "with.amount"],
    ["a currency of two letters", { currency: "US" }, "with.currency"],
    ["an unknown outcome", { outcome: "success" }, "with.outcome"],
    ["no notice", { times: 0 }, "with.times"],
    ["too many notices", { times: 101 }, "with.times"],
    ["a reference of nothing", { reference: "" }, "with.reference"],
    ["an unknown option", { amout: 1 }, "with.amout"],
  ] as const)("%s", async ([, options, path]) => {
    const { tenant, id } = await reserved();
    const refused = { code: "invalid-request", errors: [{ path: `body.${path}` }] };
    await expect(tenant.handle.trigger("payment-notice", { for: id, with: options })).rejects.toMatchObject(refused);
  });

  test("an order that there is not, or none", async () => {
    const tenant = await sandbox.open();
    const unknown = { code: "unknown-subject" };
    await expect(tenant.handle.trigger("payment-notice", { for: "700000000009" })).rejects.toMatchObject(unknown);
    await expect(tenant.handle.trigger("payment-notice")).rejects.toMatchObject(unknown);
  });

  test("a moment that has passed", async () => {
    const { tenant, id } = await reserved();
    await tenant.handle.clock.advance("2h");
    const late = tenant.handle.trigger("payment-notice", { for: id, with: { late: "1ms" } });
    await expect(late).rejects.toMatchObject({ code: "impossible-event" });
  });
});
