import type { Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { cancelEsims } from "./cancel-esims.ts";
import { placeOrder } from "./place-order.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusals.ts";
import { revokeEsim } from "./revoke-esim.ts";
import { resumeEsim, suspendEsim } from "./suspend-esim.ts";

/** Buys eSIMs of one package at its price, under a transaction id of its own. */
export async function buy(
  tx: Transaction,
  wanted: { readonly packageCode: string; readonly count: number },
  ports: Ports,
): Promise<Result<readonly string[], Refusal>> {
  const transactionId = `world-${await tx.next("esimaccess-world")}`;
  const lines = [{ ...wanted, price: null, days: null }];
  const placed = await placeOrder(tx, { transactionId, amount: null, lines }, ports);
  return placed.ok ? { ok: true, value: [placed.value.number] } : placed;
}

/** What a partner does to an eSIM, by name. */
export function esimCommands(
  ports: Ports,
): Readonly<Record<string, (tx: Transaction, esimId: string) => Promise<Result<null, Refusal>>>> {
  const keysOf = (esimId: string): { readonly esimId: string; readonly iccid: null } => ({ esimId, iccid: null });
  return {
    suspend: (tx, id) => suspendEsim(tx, keysOf(id), ports),
    resume: (tx, id) => resumeEsim(tx, keysOf(id), ports),
    revoke: (tx, id) => revokeEsim(tx, keysOf(id), ports),
    cancel: (tx, id) => cancelEsims(tx, { ...keysOf(id), orderNumber: null }, ports),
  };
}
