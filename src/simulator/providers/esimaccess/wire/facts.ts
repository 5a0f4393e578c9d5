import { accountFactKinds, esimFactKinds, factsOfAccount, factsOfEsim } from "../../../esim/facts.ts";
import type { TenantCall } from "../../../http/call.ts";
import type { FactKind } from "../../../http/provider.ts";
import type { Facts } from "../../../kernel/fault-match.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { findEsims } from "../operations/find-esim.ts";
import { accountOf, type Order, orderTable } from "../operations/records.ts";

const orderFactKinds = {
  "order.number": { type: "text", says: "the order that the request names, or that of its eSIM" },
  "order.state": { type: "text", values: ["allocating", "allocated"], says: "whether its profiles are there" },
  "order.charged": { type: "number", says: "what it cost, in ten-thousandths" },
} as const;

/** What fault rules can ask about the things that a request names. */
export const factKinds: Readonly<Record<string, FactKind>> = {
  ...accountFactKinds,
  ...orderFactKinds,
  ...esimFactKinds,
};

/** The facts about the wallet, and about the order and the eSIM that a request names by any of its members. */
export async function factsOf(tx: Transaction, call: TenantCall): Promise<Facts> {
  const name = memberReader(call);
  const keys = { esimId: name("esimTranNo"), iccid: name("iccid") };
  const esim = (await findEsims(tx, keys)).at(-1);
  const order = await orderOf(tx, name("orderNo") ?? esim?.orderNumber ?? null, name("transactionId"));
  return {
    ...factsOfAccount(await accountOf(tx)),
    ...(order === null ? {} : factsOfOrder(order)),
    ...(esim === undefined ? {} : factsOfEsim(esim)),
  };
}

async function orderOf(tx: Transaction, number: string | null, transactionId: string | null): Promise<Order | null> {
  const orders = tx.table(orderTable);
  if (number !== null) return orders.get(number);
  if (transactionId === null) return null;
  return (await orders.findBy("transaction", transactionId)).at(-1) ?? null;
}

function factsOfOrder({ number, isAllocated, charged }: Order): Record<keyof typeof orderFactKinds, string | number> {
  return { "order.number": number, "order.state": isAllocated ? "allocated" : "allocating", "order.charged": charged };
}

/** Members of the body by name; the first of a list of eSIMs stands for it. */
function memberReader({ body }: TenantCall): (name: string) => string | null {
  const members = body.kind === "json" && typeof body.value === "object" && body.value !== null ? body.value : {};
  return (name) => {
    const listed: unknown = Reflect.get(members, `${name}List`);
    const found: unknown = Object.hasOwn(members, name) ? Reflect.get(members, name) : undefined;
    const value = found ?? (Array.isArray(listed) ? listed[0] : undefined);
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
}
