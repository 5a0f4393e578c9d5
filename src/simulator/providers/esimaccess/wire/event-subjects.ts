import type { Esim } from "../../../esim/esim.ts";
import { esimTable } from "../../../esim/tables.ts";
import type { EventRefused, EventStep, SoughtEvent } from "../../../http/provider-events.ts";
import { type Notification, notificationTable } from "../../../kernel/outbox.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Ports } from "../operations/ports.ts";
import { type Order, orderTable, PROVIDER, webhookUrlOf } from "../operations/records.ts";
import { credentialsOf } from "./auth.ts";

type Refused = { readonly ok: false; readonly error: EventRefused };

/** Nothing is sent while no address is saved. */
export const NO_ADDRESS: Refused = err({
  code: "no-webhook-address",
  says: "no webhook address is saved, so nothing would be sent; save one with webhook/save first",
});

/** Refuses an id that names nothing. */
export function unknownSubject(expected: string, got: string): Refused {
  return err({ code: "unknown-subject", expected, got });
}

/** A call of the tenant's partner. */
export function callStep(tx: Transaction, path: string, body: Readonly<Record<string, unknown>>): EventStep {
  const headers = { "rt-accesscode": credentialsOf(tx.tenantId).accessCode };
  return { kind: "call", path: `/api/v1/open${path}`, headers, body };
}

/** Orders one eSIM of the first fixed plan of the catalogue that is started as the event needs it. */
export async function orderStep(
  tx: Transaction,
  { taken }: SoughtEvent,
  { catalogue }: Ports,
): Promise<Result<EventStep, EventRefused>> {
  if (taken.length > 0) {
    const { status, body } = taken.at(-1)?.answer ?? { status: 0, body: "" };
    return err({ code: "impossible-event", says: `the order was refused: HTTP ${status} ${body.slice(0, 200)}` });
  }
  const offer = catalogue.bases.find(({ entry }) => entry.dataType === 1 && entry.activeType === 2);
  if (offer === undefined) return err({ code: "impossible-event", says: "the catalogue has no fixed plan" });
  const transactionId = `trigger-${await tx.next("esimaccess-trigger")}`;
  return ok(callStep(tx, "/esim/order", { transactionId, packageInfoList: [{ packageCode: offer.code, count: 1 }] }));
}

/** An order by its number, or null. */
export function findOrder(tx: Transaction, number: string): Promise<Order | null> {
  return tx.table(orderTable).get(number);
}

/** An eSIM by its number, its ICCID or, when it is the first of an order, by that; null when there is none. */
export async function findEsim(tx: Transaction, id: string): Promise<Esim | null> {
  const esims = tx.table(esimTable);
  const [first = ""] = (await findOrder(tx, id))?.esimIds ?? [];
  const found = (await esims.get(id)) ?? (await esims.findBy("iccid", id)).at(-1) ?? (await esims.get(first));
  return found?.provider === PROVIDER ? found : null;
}

/** The order that an event is to happen to: the one named, or the one placed for it; null while that is not placed. */
export async function soughtOrder(tx: Transaction, sought: SoughtEvent): Promise<Result<Order | null, EventRefused>> {
  if (sought.id !== null) {
    const order = await findOrder(tx, sought.id);
    return order === null ? unknownSubject("the number of an order", sought.id) : ok(order);
  }
  const [first] = sought.taken;
  const transactionId = first?.step.kind === "call" ? first.step.body["transactionId"] : undefined;
  if (typeof transactionId !== "string") return ok(null);
  return ok((await tx.table(orderTable).findBy("transaction", transactionId)).at(0) ?? null);
}

/** The eSIM that an event is to happen to, or the step that is needed to have one. */
export async function soughtEsim(
  tx: Transaction,
  sought: SoughtEvent,
  rules: Ports,
): Promise<
  Result<{ readonly esim: Esim; readonly step: null } | { readonly esim: null; readonly step: EventStep }, EventRefused>
> {
  if (sought.id !== null) {
    const esim = await findEsim(tx, sought.id);
    if (esim !== null) return ok({ esim, step: null });
    if ((await findOrder(tx, sought.id)) === null) {
      return unknownSubject("the id or ICCID of an eSIM, or the number of its order", sought.id);
    }
  }
  const order = await soughtOrder(tx, sought);
  if (!order.ok) return order;
  if (order.value === null) {
    const step = await orderStep(tx, sought, rules);
    return step.ok ? ok({ esim: null, step: step.value }) : step;
  }
  const { number, createdAt, allocationMs, isAllocated } = order.value;
  if (!isAllocated) return ok({ esim: null, step: { kind: "clock", to: createdAt + allocationMs } });
  const esim = await findEsim(tx, number);
  return esim === null ? unknownSubject("an order with an eSIM", number) : ok({ esim, step: null });
}

/** Says whether a notification of that type about that order or eSIM came up since the search began, and how it is told. */
export async function hasHappened(
  tx: Transaction,
  { since }: SoughtEvent,
  told: { readonly type: string; readonly id: string; readonly fits?: (content: Content) => boolean },
): Promise<boolean> {
  const fits = ({ seq, provider, type, about, body }: Notification): boolean =>
    seq > since &&
    provider === PROVIDER &&
    type === told.type &&
    Object.values(about).includes(told.id) &&
    (told.fits?.(contentOf(body)) ?? true);
  return (await tx.table(notificationTable).all()).some(fits);
}

/** The content of a notification, as far as it is one. */
export type Content = Readonly<Record<string, unknown>>;

function contentOf(body: string): Content {
  const value: unknown = JSON.parse(body);
  const content: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "content") : null;
  return typeof content === "object" && content !== null ? { ...content } : {};
}

/** Tells of something as it stands and gives the id of the notification. */
export async function emitted(tx: Transaction, tell: () => Promise<void>): Promise<Result<string, EventRefused>> {
  if ((await webhookUrlOf(tx)) === null) return NO_ADDRESS;
  await tell();
  const latest = (await tx.table(notificationTable).all()).at(-1);
  if (latest === undefined) throw new Error("what was told is not in the outbox");
  return ok(latest.id);
}
