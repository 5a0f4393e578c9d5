import { esimFactKinds, factsOfEsim } from "../../../esim/facts.ts";
import type { TenantCall } from "../../../http/call.ts";
import type { FactKind } from "../../../http/provider.ts";
import type { Facts } from "../../../kernel/fault-match.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { esimOf, type Order, orderTable } from "../operations/orders.ts";

const STATES = ["reserved", "declined", "paid", "stalled", "completed", "failed", "expired"] as const;

const orderFactKinds = {
  "order.number": { type: "text", says: "the order that the request names" },
  "order.state": { type: "text", values: STATES, says: "where it stands" },
  "order.amount": { type: "number", says: "what is to be paid, in ten-thousandths" },
  "order.secondsLeft": { type: "number", says: "seconds in which a payment notice is in time; below 0 it is too late" },
} as const;

/** What fault rules can ask about the things that a request names. */
export const factKinds: Readonly<Record<string, FactKind>> = { ...orderFactKinds, ...esimFactKinds };

/** The facts about the order that a request names and about its eSIM. */
export async function factsOf(tx: Transaction, call: TenantCall): Promise<Facts> {
  const order = await orderOf(tx, call);
  if (order === null) return {};
  const esim = await esimOf(tx, order);
  return { ...factsOfOrder(order, tx.at), ...(esim === null ? {} : factsOfEsim(esim)) };
}

async function orderOf(tx: Transaction, { body }: TenantCall): Promise<Order | null> {
  const members = body.kind === "json" && typeof body.value === "object" && body.value !== null ? body.value : {};
  const id: unknown = Object.hasOwn(members, "orderId") ? Reflect.get(members, "orderId") : undefined;
  return typeof id === "string" || typeof id === "number" ? tx.table(orderTable).get(String(id)) : null;
}

function factsOfOrder(order: Order, at: number): Record<keyof typeof orderFactKinds, string | number> {
  return {
    "order.number": order.id,
    "order.state": order.state,
    "order.amount": order.amount,
    "order.secondsLeft": (order.payableUntil - at) / 1000,
  };
}
