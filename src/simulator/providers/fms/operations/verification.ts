import type { Job } from "../../../kernel/jobs.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { TableDefinition } from "../../../kernel/store.ts";
import { MINUTE_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { FmsOptions } from "../options.ts";
import type { MailTexts } from "./mail-texts.ts";
import { mailboxOf } from "./users.ts";

/** The code that was mailed last to a mailbox; a job takes it away when its time is over. */
export interface PendingCode {
  readonly mailbox: string;
  readonly code: string;
}

/** The code is missing, wrong, used up or too old. */
export interface VerificationRefused {
  readonly code: "verification-code-refused";
}

/** Digits of a verification code, as many as the only sample has. */
const CODE_DIGITS = 4;
const CODE_LIFETIME_MS = 10 * MINUTE_MS;

/** The kind of job that ends the life of a code. */
export const FORGET_CODE_JOB = "fms-forget-code";

export const pendingCodeTable: TableDefinition<PendingCode> = {
  name: "fms-codes",
  keyOf: (pending) => pending.mailbox,
};

/** Mails a new code, which takes the place of an earlier one. */
export async function sendCode(tx: Transaction, command: { readonly email: string }, mails: MailTexts): Promise<void> {
  const mailbox = mailboxOf(command.email);
  const code = tx.random(`fms/code/${await tx.next("fms-code")}`).digits(CODE_DIGITS);
  await tx.table(pendingCodeTable).put({ mailbox, code });
  const id = `${FORGET_CODE_JOB}/${mailbox}`;
  await tx.schedule({ id, kind: FORGET_CODE_JOB, dueAt: tx.at + CODE_LIFETIME_MS, payload: { mailbox } });
  await tx.mail(mails.verificationCode({ to: command.email, code }));
}

/** Checks and uses up a code where codes are enforced; a number is compared with its leading zeros. */
export async function useUpCode(
  tx: Transaction,
  given: { readonly email: string; readonly verificationCode: string | null },
  options: FmsOptions,
): Promise<Result<null, VerificationRefused>> {
  if (options.verifyCode === "ignore") return ok(null);
  const mailbox = mailboxOf(given.email);
  const pending = await tx.table(pendingCodeTable).get(mailbox);
  if (pending === null || given.verificationCode?.padStart(CODE_DIGITS, "0") !== pending.code) {
    return err({ code: "verification-code-refused" });
  }
  await tx.table(pendingCodeTable).delete(mailbox);
  await tx.unschedule(`${FORGET_CODE_JOB}/${mailbox}`);
  return ok(null);
}

/** Takes a code away at the end of its life. */
export async function forgetCode(tx: Transaction, job: Job): Promise<void> {
  await tx.table(pendingCodeTable).delete(String(job.payload["mailbox"]));
}
