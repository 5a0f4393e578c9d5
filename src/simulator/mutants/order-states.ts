import { codeOf, isSuccess, onSuccess, refusalLike, serving, successLike } from "./behaviours.ts";
import { type Behaviour, type MutantProvider, Remembered, type Serving } from "./mutant.ts";
import {
  at,
  changeAt,
  jsonOf,
  listOf,
  membersOf,
  numberAt,
  putAt,
  textAt,
  type WireAnswer,
  withValue,
} from "./wire-message.ts";
import { orderOf, placedIn } from "./world.ts";

type Serve = NonNullable<Behaviour["serve"]>;

const NOTICES = "paymentWebhook paymentWebhookV11";

/** The code by which each provider says that there is no such order. */
const UNKNOWN = {
  esimaccess: { code: "310272", message: "the orderNo doesn't exist" },
  fms: { code: "10008", message: "paypal The callback has no order number" },
} as const;

const seen = new Remembered(() => new Map<string, number>());
const withheld = new Remembered(() => new Set<string>());
const fresh = new Remembered(() => new Map<string, number>());
const failed = new Remembered(() => new Set<string>());
const first = new Remembered((): Profile => ({ id: "", iccid: null, qrCode: null }));

/** The profile that was shown first. */
interface Profile {
  readonly id: unknown;
  readonly iccid: unknown;
  readonly qrCode: unknown;
}

function allocating(like: WireAnswer, total: number): WireAnswer {
  const message = `the batchOrder has been getting resource, total:[${total}], success:[0]`;
  return refusalLike("esimaccess", like, { code: "200010", message });
}

/** Orders of eSIM Access stay in allocation for whoever asks by their number. */
export const neverReady: Behaviour = serving("esimQuery", async (context, request, forward) => {
  const answer = await forward(request);
  const value = jsonOf(answer);
  const isRead = isSuccess("esimaccess", value) && textAt(context.body, "orderNo") !== "";
  return isRead ? allocating(answer, numberAt(value, "obj.pager.total")) : answer;
});

/** Paid orders of FMS stay where they are, by the option that does so. */
export const stuck: Behaviour = serving(NOTICES, async (context, request, forward) => {
  await context.tenant.options.change({ fms: { provisioningStuck: true } });
  return forward(request);
});

/** The last eSIM of an order of several is never shown. */
export const withholding: Behaviour = onSuccess("esimQuery", (value, context) => {
  const missing = withheld.of(context.memory);
  const rows = listOf(at(value, "obj.esimList"));
  if (textAt(context.body, "orderNo") !== "" && rows.length > 1 && rows.length === numberAt(value, "obj.pager.total")) {
    const ids = rows.map((row) => textAt(row, "esimTranNo"));
    if (!ids.some((id) => missing.has(id))) missing.add(ids.at(-1) ?? "");
  }
  const shown = rows.filter((row) => !missing.has(textAt(row, "esimTranNo")));
  const total = numberAt(value, "obj.pager.total") - (rows.length - shown.length);
  return putAt(putAt(value, "obj.esimList", shown), "obj.pager.total", total);
});

/** The last row of a query by order is one of another order, if there is another. */
export const mixingOrders: Behaviour = serving("esimQuery", async (context, request, forward) => {
  const answer = await forward(request);
  const value = jsonOf(answer);
  const orderNo = textAt(context.body, "orderNo");
  if (orderNo === "" || !isSuccess("esimaccess", value)) return answer;
  const all = await forward(withValue(request, { pager: { pageSize: 500, pageNum: 1 } }));
  const other = listOf(at(jsonOf(all), "obj.esimList")).find((row) => textAt(row, "orderNo") !== orderNo);
  const rows = listOf(at(value, "obj.esimList"));
  if (other === undefined || rows.length === 0) return answer;
  return withValue(answer, putAt(value, "obj.esimList", [...rows.slice(0, -1), other]));
});

/** Every order of FMS shows the profile of the first one. */
export const firstProfile: Behaviour = onSuccess("myEsimDetail myEsimDetailV11", (value, context) => {
  const { id, iccid, qrCode } = membersOf(at(value, "data"));
  const kept = first.of(context.memory);
  if (typeof qrCode !== "string") return value;
  if (kept.id === "") Object.assign(kept, { id, iccid, qrCode });
  return changeAt(value, "data", (old) => ({ ...membersOf(old), iccid: kept.iccid, qrCode: kept.qrCode }));
});

/** An order that was ready is in allocation again at the second look, and ready from the third on. */
export const goingBack: Behaviour = serving("esimQuery", async (context, request, forward) => {
  const answer = await forward(request);
  const value = jsonOf(answer);
  const orderNo = textAt(context.body, "orderNo");
  if (orderNo === "" || !isSuccess("esimaccess", value)) return answer;
  return looks(context, orderNo) === 2 ? allocating(answer, numberAt(value, "obj.pager.total")) : answer;
});

/** A completed order is unfinished again at the second look. */
export const goneBack: Behaviour = onSuccess("queryOrdStatusAndEmail", (value, context) => {
  if (at(value, "data.orderPayStatus") !== 1) return value;
  return looks(context, textAt(context.body, "orderId")) === 2 ? putAt(value, "data", { orderPayStatus: 0 }) : value;
});

function looks(context: Serving, order: string): number {
  const counts = seen.of(context.memory);
  const count = (counts.get(order) ?? 0) + 1;
  counts.set(order, count);
  return count;
}

/** A notice of a failure is taken for a paid order, which shows as failed from then on. */
export const lateFailure: Behaviour = {
  serve: async (context, request, forward) => {
    const { operationId, body, memory } = context;
    const answer = await forward(request);
    const orderId = textAt(body, "orderId");
    if (NOTICES.split(" ").includes(operationId)) {
      const isFailure = textAt(body, "type") === "payment_intent.payment_failed";
      if (!isFailure || codeOf("fms", answer) !== "3004") return answer;
      const order = await orderOf(context, orderId);
      if (order === null || !["paid", "stalled", "completed"].includes(order.state)) return answer;
      failed.of(memory).add(orderId);
      return successLike("fms", answer, null);
    }
    if (!failed.of(memory).has(orderId) || !isSuccess("fms", jsonOf(answer))) return answer;
    return withValue(answer, shownAsFailed(operationId, jsonOf(answer)));
  },
};

function shownAsFailed(operationId: string, value: unknown): unknown {
  if (operationId === "queryOrdStatusAndEmail") return putAt(value, "data", { orderPayStatus: 2 });
  const isDetail = operationId.startsWith("myEsimDetail");
  const change = { orderPayStatus: 2, qrCode: null, iccid: null };
  return isDetail ? changeAt(value, "data", (old) => ({ ...membersOf(old), ...change })) : value;
}

/** How orders of a provider are placed and read. */
const READING = {
  esimaccess: { placed: ["esimOrder"], read: "esimQuery", key: "orderNo" },
  fms: { placed: ["preOrderPackage", "preOrderPackageV11"], read: "queryOrdStatusAndEmail", key: "orderId" },
} as const;

/** Orders that nobody finds as long as `isHidden` says so; it is told when the order was placed and how often it was looked for. */
export function hiding(
  provider: MutantProvider,
  isHidden: (placed: { readonly ageMs: number; readonly looks: number }) => boolean,
): Behaviour {
  const { placed, read, key } = READING[provider];
  const serve: Serve = async (context, request, forward) => {
    const answer = await forward(request);
    const value = jsonOf(answer);
    const now = context.tenant.clock.now();
    if (placed.some((operation) => operation === context.operationId)) {
      const number = provider === "esimaccess" ? placedIn(value) : textAt(value, "data.id");
      if (number !== "" && !fresh.of(context.memory).has(number)) fresh.of(context.memory).set(number, now);
    }
    if (context.operationId !== read) return answer;
    const number = textAt(context.body, key);
    const placedAt = fresh.of(context.memory).get(number);
    if (placedAt === undefined) return answer;
    const isMissing = isHidden({ ageMs: now - placedAt, looks: looks(context, number) });
    return isMissing ? refusalLike(provider, answer, UNKNOWN[provider]) : answer;
  };
  return { serve };
}
