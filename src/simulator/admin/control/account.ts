import type { Account } from "../../esim/money.ts";
import { accountTable } from "../../esim/tables.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** The prepaid wallet of a tenant. Only eSIM Access keeps one. */
export interface AccountView {
  readonly provider: string;
  /** In ten-thousandths of the currency's unit. */
  readonly balance: number;
  readonly currency: string;
}

/** Shows the wallet. */
export function showAccount(tenant: Tenant): Promise<Controlled<AccountView>> {
  return tenant.transact(async (tx) => {
    const account = await walletOf(tx);
    return account === null ? noWallet() : ok(viewOf(account));
  });
}

/** Sets the balance, in whole ten-thousandths. */
export async function changeAccount(
  tenant: Tenant,
  change: { readonly balance: number },
): Promise<Controlled<AccountView>> {
  const { balance: amount } = change;
  if (!isWithin(amount, bounds.balance)) {
    return refuseValue({ path: "body.balance", expected: wholeNumber(bounds.balance), got: amount });
  }
  return tenant.transact(async (tx) => {
    const account = await walletOf(tx);
    if (account === null) return noWallet();
    const changed: Account = { ...account, balance: { ...account.balance, amount } };
    await tx.table(accountTable).put(changed);
    tx.record({ kind: "account-changed", provider: account.provider, balance: amount });
    return ok(viewOf(changed));
  });
}

async function walletOf(tx: Transaction): Promise<Account | null> {
  const [first] = await tx.table(accountTable).all();
  return first ?? null;
}

function viewOf(account: Account): AccountView {
  const { provider, balance } = account;
  return { provider, balance: balance.amount, currency: balance.currency };
}

function noWallet(): Controlled<never> {
  return refuse("unknown-account", "no provider of this sandbox keeps a prepaid wallet for the tenant");
}
