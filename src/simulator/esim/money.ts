import { err, ok, type Result } from "../kernel/result.ts";

/** An amount in whole ten-thousandths of the currency unit, with its ISO 4217 code. */
interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Ten-thousandths in one unit of any currency. */
const MONEY_SCALE = 10_000;

const DECIMAL = /^(\d{1,11})(?:\.(\d{1,4}))?$/;

/** Reads a decimal such as `12.5` exactly, without floating-point arithmetic; null when it has more than four decimals or is no amount. */
export function parseAmount(value: number | string): number | null {
  const found = DECIMAL.exec(String(value));
  if (found === null) return null;
  const [, whole = "0", fraction = ""] = found;
  return Number(whole) * MONEY_SCALE + Number(fraction.padEnd(4, "0"));
}

/** The decimal number that an amount stands for. Exact up to 2^53: the division rounds once, to the nearest double. */
export function decimalOf(amount: number): number {
  return amount / MONEY_SCALE;
}

/** The prepaid balance of a partner with a provider. */
export interface Account {
  readonly id: string;
  readonly provider: string;
  readonly balance: Money;
}

/** The wallet does not cover the price. */
export interface InsufficientBalance {
  readonly code: "insufficient-balance";
  readonly balance: number;
  readonly needed: number;
}

/** Takes `amount` from the wallet, or refuses when that would leave less than nothing. */
export function debit(account: Account, amount: number): Result<Account, InsufficientBalance> {
  const { balance } = account;
  if (balance.amount < amount) {
    return err({ code: "insufficient-balance", balance: balance.amount, needed: amount });
  }
  return ok({ ...account, balance: { ...balance, amount: balance.amount - amount } });
}

/** Puts `amount` back into the wallet. */
export function credit(account: Account, amount: number): Account {
  return { ...account, balance: { ...account.balance, amount: account.balance.amount + amount } };
}
