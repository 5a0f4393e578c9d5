import { type DeliveryAttempt, drawNotificationId, keepSettled } from "../../../kernel/outbox.ts";
import type { EpochMs } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { ACCOUNT_ID, PROVIDER, settingsTable } from "./records.ts";

/** A check of an address that is about to be sent. */
export interface HealthCheck {
  readonly id: string;
  readonly seq: number;
  readonly at: EpochMs;
}

/** Draws the identity of a check; it is sent outside any transaction. */
export async function beginHealthCheck(tx: Transaction): Promise<HealthCheck> {
  return { ...(await drawNotificationId(tx)), at: tx.at };
}

/** A check that has been sent, and what came back. */
export interface CheckedAddress {
  readonly check: HealthCheck;
  readonly type: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly outcome: Omit<DeliveryAttempt, "at">;
}

/** Saves the address when it accepted the check, else leaves the one saved before (DEC-36). The check is listed either way. */
export async function saveCheckedAddress(tx: Transaction, checked: CheckedAddress): Promise<void> {
  const { check, type, url, headers, body, timeoutMs, outcome } = checked;
  const { id, seq } = check;
  const about = { accountId: ACCOUNT_ID };
  await keepSettled(
    tx,
    { id, seq, provider: PROVIDER, type, url, headers, body, about, timeoutMs },
    { ...outcome, at: check.at },
  );
  const { wallMs: _wallMs, ...result } = outcome;
  const state = outcome.outcome === "accepted" ? "delivered" : "given-up";
  const what = { provider: PROVIDER, notificationId: id, type, about, url, body };
  tx.record({ kind: "delivery", ...what, attempt: 1, state, ...result });
  if (outcome.outcome !== "accepted") return;
  await tx.table(settingsTable).put({ accountId: ACCOUNT_ID, webhookUrl: url });
  tx.record({ kind: "webhook-saved", provider: PROVIDER });
}
