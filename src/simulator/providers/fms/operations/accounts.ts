import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { FmsOptions } from "../options.ts";
import { findUser, issueToken, revokeTokens, type User, userTable } from "./users.ts";
import { useUpCode, type VerificationRefused } from "./verification.ts";

/** Mailbox and password digest of an end user. */
export interface Credentials {
  readonly email: string;
  readonly passwordDigest: string;
}

/** An account and the token that was just issued for it. */
export interface Session {
  readonly token: string;
  readonly email: string;
  readonly userType: number;
}

/** The mailbox has an account already. */
export interface AddressRegistered {
  readonly code: "address-registered";
}

/** Unknown mailbox or wrong password; which of the two is not told. */
export interface CredentialsRefused {
  readonly code: "credentials-refused";
}

/** The mailbox has no account. */
export interface UserUnknown {
  readonly code: "user-unknown";
}

/** Opens an account and logs it in. Refused for a mailbox that has one, and for a wrong code where codes are enforced. */
export async function register(
  tx: Transaction,
  command: Credentials & { readonly userType: number; readonly verificationCode: string | null },
  options: FmsOptions,
): Promise<Result<Session, AddressRegistered | VerificationRefused>> {
  const { email, userType } = command;
  if ((await findUser(tx, email)) !== null) return err({ code: "address-registered" });
  const verified = await useUpCode(tx, command, options);
  if (!verified.ok) return verified;
  const user: User = {
    id: String(await tx.next("fms-user")),
    email,
    passwordDigest: command.passwordDigest.toLowerCase(),
    userType,
    registeredAt: tx.at,
  };
  await tx.table(userTable).put(user);
  tx.record({ kind: "fms-user-registered", userId: user.id });
  return ok({ token: await issueToken(tx, user.id), email, userType });
}

/** Issues a new token; an unknown mailbox and a wrong password are refused alike. */
export async function logIn(tx: Transaction, command: Credentials): Promise<Result<Session, CredentialsRefused>> {
  const user = await findUser(tx, command.email);
  if (user === null || user.passwordDigest !== command.passwordDigest.toLowerCase()) {
    return err({ code: "credentials-refused" });
  }
  return ok({ token: await issueToken(tx, user.id), email: user.email, userType: user.userType });
}

/** Replaces the password and ends all tokens of the user (FMS-P08). */
export async function resetPassword(
  tx: Transaction,
  command: Credentials & { readonly verificationCode: string | null },
  options: FmsOptions,
): Promise<Result<null, UserUnknown | VerificationRefused>> {
  const user = await findUser(tx, command.email);
  if (user === null) return err({ code: "user-unknown" });
  const verified = await useUpCode(tx, command, options);
  if (!verified.ok) return verified;
  await tx.table(userTable).put({ ...user, passwordDigest: command.passwordDigest.toLowerCase() });
  await revokeTokens(tx, user.id);
  tx.record({ kind: "fms-password-reset", userId: user.id });
  return ok(null);
}
