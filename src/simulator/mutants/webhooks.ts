import type { OutgoingRequest } from "../kernel/outbox.ts";
import { atPath, isSuccess, onSuccess, refusalLike, serving } from "./behaviours.ts";
import { breaks, type Mutant, Remembered } from "./mutant.ts";
import { KEPT_BACK, notSending, sending, sendingAs } from "./notifications.ts";
import { changeAt, jsonOf, membersOf, textAt } from "./wire-message.ts";

const RULES = breaks("*", "webhooks flows model");

/** Simulated milliseconds for which an announced order cannot be read. */
const UNREADABLE_MS = 5_000;

const announced = new Remembered(() => new Map<string, number>());
const kept = new Remembered(() => new Map<string, OutgoingRequest>());
const addresses = new Remembered(() => ({ first: "" }));

/** Notifications that are not sent as they must be. Only eSIM Access sends any. */
export const webhooks: readonly Mutant[] = [
  {
    id: "WEB-01",
    says: "ORDER_STATUS is not sent",
    rules: RULES,
    on: { esimaccess: notSending("ORDER_STATUS") },
  },
  {
    id: "WEB-03",
    says: "a notification has the wrong type",
    rules: RULES,
    on: { esimaccess: sendingAs("ESIM_STATUS", (body) => changeAt(body, "notifyType", () => "SMDP_EVENT")) },
  },
  {
    id: "WEB-04",
    says: "a required member of a notification is spelt otherwise",
    rules: RULES,
    on: {
      esimaccess: sendingAs("ESIM_STATUS", (body) =>
        changeAt(body, "content", (content) => {
          const { iccid, ...others } = membersOf(content);
          return { ICCID: iccid, ...others };
        }),
      ),
    },
  },
  {
    id: "WEB-05",
    says: "ORDER_STATUS is sent before the order can be read",
    rules: [...RULES, ...breaks("esimOrder esimQuery", "effects states")],
    on: {
      esimaccess: {
        ...serving("esimQuery", async (context, request, forward) => {
          const answer = await forward(request);
          const at = announced.of(context.memory).get(textAt(context.body, "orderNo"));
          const isReadable = at === undefined || context.tenant.clock.now() - at >= UNREADABLE_MS;
          if (isReadable || !isSuccess("esimaccess", jsonOf(answer))) return answer;
          const message = "the batchOrder has been getting resource, total:[1], success:[0]";
          return refusalLike("esimaccess", answer, { code: "200010", message });
        }),
        ...sending("ORDER_STATUS", ({ body, memory, tenant }, request, forward) => {
          announced.of(memory).set(textAt(body, "content.orderNo"), tenant.clock.now());
          return forward(request);
        }),
      },
    },
  },
  {
    id: "WEB-07",
    says: "notifications are sent as a form",
    rules: RULES,
    on: {
      esimaccess: sending("*", (_context, request, forward) =>
        forward({ ...request, headers: { ...request.headers, "content-type": "application/x-www-form-urlencoded" } }),
      ),
    },
  },
  {
    id: "WEB-08",
    says: "notifications do not say whose they are",
    rules: RULES,
    on: {
      esimaccess: sending("*", (_context, request, forward) => {
        const { "rt-accesscode": _code, ...headers } = request.headers;
        return forward({ ...request, headers });
      }),
    },
  },
  {
    id: "WEB-09",
    says: "a notification that was refused is not sent again",
    rules: RULES,
    on: {
      esimaccess: sending("*", async (_context, request, forward) => {
        const outcome = await forward(request);
        return { ...outcome, outcome: "accepted" };
      }),
    },
  },
  {
    id: "WEB-10",
    says: "a notification that was accepted is sent again",
    rules: RULES,
    on: {
      esimaccess: sending("*", async (_context, request, forward) => {
        const outcome = await forward(request);
        return { ...outcome, outcome: "refused" };
      }),
    },
  },
  {
    id: "WEB-11",
    says: "the events of an eSIM arrive out of order",
    rules: RULES,
    on: {
      esimaccess: sending("SMDP_EVENT", async ({ body, memory }, request, forward) => {
        const id = textAt(body, "content.esimTranNo");
        const state = textAt(body, "content.smdpStatus");
        if (state === "DOWNLOAD") {
          kept.of(memory).set(id, request);
          return KEPT_BACK;
        }
        const outcome = await forward(request);
        const earlier = kept.of(memory).get(id);
        kept.of(memory).delete(id);
        if (earlier !== undefined) await forward(earlier);
        return outcome;
      }),
    },
  },
  {
    id: "WEB-12",
    says: "no usage alert is sent below a threshold",
    rules: RULES,
    on: { esimaccess: notSending("DATA_USAGE") },
  },
  {
    id: "WEB-13",
    says: "notifications go to the old address after a change",
    rules: RULES,
    on: {
      esimaccess: {
        ...onSuccess("webhookSave", (value, { body, memory }) => {
          addresses.of(memory).first ||= textAt(body, "webhook") || textAt(body, "webhookUrl");
          return value;
        }),
        ...sending("*", ({ memory }, request, forward) =>
          forward({ ...request, url: addresses.of(memory).first || request.url }),
        ),
      },
    },
  },
  {
    id: "WEB-15",
    says: "a saved address is read back differently",
    rules: [...RULES, ...breaks("webhookQuery webhookSave", "*")],
    on: {
      esimaccess: atPath("webhookQuery", "obj.webhook", (old) => (typeof old === "string" ? `${old}/` : old)),
    },
  },
];
