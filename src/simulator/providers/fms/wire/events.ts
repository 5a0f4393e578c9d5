import type {
  EventRefused,
  EventStep,
  ProviderEvent,
  ProviderEvents,
  SoughtEvent,
} from "../../../http/provider-events.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type EpochMs, parseDuration, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { FMS } from "../operations/offers.ts";
import { type Order, orderTable } from "../operations/orders.ts";
import type { OptionsOf } from "../options.ts";
import { credentialsOf } from "./auth.ts";
import type { components } from "./generated.ts";

type Notice = components["schemas"]["PaymentWebhookRequest"];

/** Notices of one trigger: a payment backend that sends more often is broken in a way of its own. */
const MOST_NOTICES = 100;

/** Ten-thousandths: the most that can be told exactly. */
const MOST_AMOUNT = 1_000_000_000_000;

/** What a notice differs in from a right one in time; null leaves it as it should be. */
interface Wanted {
  /** Milliseconds after the time limit, negative before it. */
  readonly lateMs: number | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly isPaid: boolean;
  readonly times: number;
  readonly reference: string | null;
}

/** FMS tells its partners nothing; it is told of payments, by a backend that is played here. */
export function fmsEvents(optionsOf: OptionsOf): ProviderEvents {
  return { events: [paymentNotice(optionsOf)], variants: {}, types: [], subjects: [], ofJob: () => null };
}

function paymentNotice(optionsOf: OptionsOf): ProviderEvent {
  return {
    name: "payment-notice",
    says: "the partner's payment backend tells FMS of a payment, through /payment/webhook",
    takes: {
      late: "a duration after the order's time limit, to which the clock moves, such as 1ms; before it with a minus: -1ms",
      amount: `what was paid, a whole number of ten-thousandths from 0 to ${MOST_AMOUNT}; else what the order costs`,
      currency: "three letters; else the order's",
      outcome: "succeeded or failed; else succeeded",
      times: `how many notices are sent one after another, from 1 to ${MOST_NOTICES}; else 1`,
      reference: "the payment's reference; else one made from the order",
    },
    emit: null,
    next: (tx, sought) => nextNotice(tx, sought, optionsOf),
  };
}

async function nextNotice(
  tx: Transaction,
  sought: SoughtEvent,
  optionsOf: OptionsOf,
): Promise<Result<EventStep | null, EventRefused>> {
  const wanted = readWanted(sought.options);
  if (!wanted.ok) return wanted;
  const expected = "the id of an FMS order, as GET orders lists them";
  const order = sought.id === null ? null : await tx.table(orderTable).get(sought.id);
  if (order === null) return err({ code: "unknown-subject", expected, got: sought.id });
  const { lateMs, times } = wanted.value;
  const at = lateMs === null ? tx.at : order.payableUntil + lateMs;
  if (sought.taken.length === 0 && tx.at < at) return ok({ kind: "clock", to: at });
  if (sought.taken.length === 0 && tx.at > at) return passed(order, { at, now: tx.at });
  const sent = sought.taken.filter(({ step }) => step.kind === "call").length;
  if (sent >= times) return ok(null);
  const { contextPath } = optionsOf(tx.options(FMS));
  const path = `${contextPath}/payment/webhook`;
  return ok({
    kind: "call",
    path,
    headers: { "x-sim-tenant": tx.tenantId },
    body: { ...noticeOf(tx, order, wanted.value) },
  });
}

function noticeOf(tx: Transaction, order: Order, wanted: Wanted): Notice {
  return {
    dateTime: Math.floor(tx.at / SECOND_MS),
    orderId: order.id,
    partnerCode: credentialsOf(tx.tenantId).partnerCode,
    payAmount: (wanted.amount ?? order.amount) / 10_000,
    payCurrency: wanted.currency ?? order.currency,
    paypalId: wanted.reference ?? `PAY-${order.id}`,
    type: wanted.isPaid ? "payment_intent.succeeded" : "payment_intent.payment_failed",
  };
}

function passed(
  order: Order,
  { at, now }: { readonly at: EpochMs; readonly now: EpochMs },
): Result<never, EventRefused> {
  const [then, present] = [new Date(at).toISOString(), new Date(now).toISOString()];
  const says = `the notice for order ${order.id} was to come at ${then}, but it is ${present} already; give a later --late`;
  return err({ code: "impossible-event", says });
}

function readWanted(options: Readonly<Record<string, unknown>>): Result<Wanted, EventRefused> {
  const { late, amount, currency, outcome = "succeeded", times = 1, reference } = options;
  const refused = (option: string, expected: string): Result<never, EventRefused> =>
    err({ code: "wrong-event-option", option, expected, got: options[option] });
  const lateMs = late === undefined ? null : signedDuration(late);
  if (lateMs === undefined) return refused("late", "a duration such as 1ms or, before the limit, -1ms");
  if (amount !== undefined && !isWhole(amount, 0, MOST_AMOUNT)) {
    return refused("amount", `a whole number of ten-thousandths from 0 to ${MOST_AMOUNT}`);
  }
  if (currency !== undefined && !(typeof currency === "string" && /^[A-Z]{3}$/.test(currency))) {
    return refused("currency", "three capital letters such as USD");
  }
  if (outcome !== "succeeded" && outcome !== "failed") return refused("outcome", "one of succeeded, failed");
  if (!isWhole(times, 1, MOST_NOTICES)) return refused("times", `a whole number from 1 to ${MOST_NOTICES}`);
  if (reference !== undefined && !(typeof reference === "string" && reference !== "" && reference.length <= 64)) {
    return refused("reference", "text of 1 to 64 characters");
  }
  const isPaid = outcome === "succeeded";
  return ok({
    lateMs,
    amount: amount ?? null,
    currency: currency ?? null,
    isPaid,
    times,
    reference: reference ?? null,
  });
}

function isWhole(value: unknown, minimum: number, maximum: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
}

/** Undefined when it is no duration. */
function signedDuration(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const isBefore = value.startsWith("-");
  const ms = parseDuration(isBefore ? value.slice(1) : value);
  if (ms === null) return undefined;
  return isBefore ? -ms : ms;
}
