import { accountTable } from "../../esim/tables.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { ACCOUNT_ID, PROVIDER } from "./operations/records.ts";

/** A thousand dollars. */
const FIRST_BALANCE = 10_000_000;

/** The first records of a tenant: one account with money in its wallet. */
export async function seed(tx: Transaction): Promise<void> {
  const balance = { amount: FIRST_BALANCE, currency: "USD" };
  await tx.table(accountTable).put({ id: ACCOUNT_ID, provider: PROVIDER, balance });
}
