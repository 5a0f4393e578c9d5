import type { Account } from "../../../esim/money.ts";
import { accountTable } from "../../../esim/tables.ts";
import type { TableDefinition } from "../../../kernel/store.ts";
import type { EpochMs } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";

/** The name of this provider in records, options and paths of the control API. */
export const PROVIDER = "esimaccess";

/** A tenant has one account with the provider. */
export const ACCOUNT_ID = "wallet";

/** What an order wants of one package. */
export interface OrderLine {
  readonly packageCode: string;
  readonly count: number;
  /** Days of a day pass; 1 for a fixed plan. */
  readonly days: number;
  /** What each eSIM of the line was charged, in ten-thousandths. */
  readonly chargedEach: number;
}

/** One purchase. Its eSIMs come into being together, `allocationMs` after it was placed. */
export interface Order {
  readonly number: string;
  readonly transactionId: string;
  readonly createdAt: EpochMs;
  readonly allocationMs: number;
  readonly isAllocated: boolean;
  readonly lines: readonly OrderLine[];
  readonly charged: number;
  /** Numbers drawn for the eSIMs, line by line. */
  readonly esimIds: readonly string[];
}

export const orderTable: TableDefinition<Order> = {
  name: "esimaccess-orders",
  keyOf: (order) => order.number,
  /** The transaction id exactly as it was sent (DEC-06). */
  indexes: { transaction: (order) => order.transactionId },
};

/** What a top-up was answered with, so that its repetition gets the same answer (DEC-06). */
export interface TopUpRecord {
  readonly transactionId: string;
  readonly id: string;
  readonly esimId: string;
  readonly iccid: string;
  readonly expiresAt: EpochMs;
  readonly volumeBytes: number;
  readonly validityDays: number;
  readonly reportedBytes: number;
}

export const topUpTable: TableDefinition<TopUpRecord> = {
  name: "esimaccess-topups",
  keyOf: (topUp) => topUp.transactionId,
};

/** What the account has set. */
export interface AccountSettings {
  readonly accountId: string;
  /** Where notifications go; without it none is sent. */
  readonly webhookUrl: string | null;
}

export const settingsTable: TableDefinition<AccountSettings> = {
  name: "esimaccess-settings",
  keyOf: (settings) => settings.accountId,
};

/** The tenant's account. */
export function accountOf(tx: Transaction): Promise<Account> {
  return tx.table(accountTable).require(ACCOUNT_ID);
}

/** Where the account's notifications go, or null. */
export async function webhookUrlOf(tx: Transaction): Promise<string | null> {
  return (await tx.table(settingsTable).get(ACCOUNT_ID))?.webhookUrl ?? null;
}
