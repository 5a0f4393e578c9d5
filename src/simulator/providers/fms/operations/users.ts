import { taggedKey } from "../../../esim/identity.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { TableDefinition } from "../../../kernel/store.ts";
import { type EpochMs, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";

/** An end user of the partner. A tenant has one partner, so the mailbox alone names the account. */
export interface User {
  readonly id: string;
  /** As it was registered; compared without regard to letter case. */
  readonly email: string;
  /** The digest that came, in lower case; never listed or journalled. */
  readonly passwordDigest: string;
  readonly userType: number;
  readonly registeredAt: EpochMs;
}

/** A token that was issued to a user. */
export interface Token {
  readonly key: string;
  readonly userId: string;
  readonly issuedAt: EpochMs;
}

/** A token that names no user, or no longer. */
export interface TokenRefused {
  readonly code: "token-refused";
  readonly reason: "missing" | "unknown" | "expired";
}

/** Tokens kept per user: far more devices than one traveller has, yet a login loop cannot fill the memory. */
const TOKENS_PER_USER = 100;

/** The end users of a tenant. */
export const userTable: TableDefinition<User> = {
  name: "fms-users",
  keyOf: (user) => user.id,
  indexes: { mailbox: (user) => mailboxOf(user.email) },
};

export const tokenTable: TableDefinition<Token> = {
  name: "fms-tokens",
  keyOf: (token) => token.key,
  indexes: { user: (token) => token.userId },
};

/** The form in which mailboxes are compared. */
export function mailboxOf(email: string): string {
  return email.toLowerCase();
}

/** The account of a mailbox, or null. */
export async function findUser(tx: Transaction, email: string): Promise<User | null> {
  const [found] = await tx.table(userTable).findBy("mailbox", mailboxOf(email));
  return found ?? null;
}

/** Issues a further token; earlier ones stay good (FMS-P08), but of too many the oldest goes. */
export async function issueToken(tx: Transaction, userId: string): Promise<string> {
  const tokens = tx.table(tokenTable);
  const held = await tokens.findBy("user", userId);
  for (const old of held.slice(0, Math.max(0, held.length + 1 - TOKENS_PER_USER))) await tokens.delete(old.key);
  const key = taggedKey(tx.tenantId, tx.random(`fms/token/${await tx.next("fms-token")}`));
  await tokens.put({ key, userId, issuedAt: tx.at });
  return key;
}

/** Ends all tokens of a user. */
export async function revokeTokens(tx: Transaction, userId: string): Promise<void> {
  const tokens = tx.table(tokenTable);
  for (const token of await tokens.findBy("user", userId)) await tokens.delete(token.key);
}

/** The user who holds a token; refused when it is missing, unknown, or has reached its lifetime. */
export async function userOfToken(
  tx: Transaction,
  key: string | null,
  lifetimeSeconds: number,
): Promise<Result<User, TokenRefused>> {
  if (key === null || key === "") return err({ code: "token-refused", reason: "missing" });
  const token = await tx.table(tokenTable).get(key);
  if (token === null) return err({ code: "token-refused", reason: "unknown" });
  if (tx.at - token.issuedAt >= lifetimeSeconds * SECOND_MS) return err({ code: "token-refused", reason: "expired" });
  return ok(await tx.table(userTable).require(token.userId));
}
