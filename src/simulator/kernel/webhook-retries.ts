import { sampleDelay } from "./delay-law.ts";
import type { DeliveryAttempt, Notification } from "./outbox.ts";
import type { RandomStream } from "./random.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import { isDisabled, type RetryPlan, unhandled, webhookEndpointTable } from "./webhook-desk.ts";

/** What follows an attempt: the notification as it waits, and for how long. */
interface NextAttempt {
  readonly notification: Notification;
  readonly delayMs: number;
}

/** Decides what follows the last attempt of a notification: a retry, a copy, or nothing (null). */
export function planRetry(tx: Transaction, ended: Notification, plan: RetryPlan | null): NextAttempt | null {
  const { attempts } = ended;
  const handling = ended.handling ?? unhandled;
  const last = attempts.at(-1);
  if (last === undefined) return null;
  const purpose = `webhook-retry/${ended.id}/${attempts.length}`;
  if (last.outcome === "accepted") {
    if (handling.copiesLeft === 0) return null;
    const copied = { ...handling, copiesLeft: handling.copiesLeft - 1, earlierAttempts: attempts.length };
    return { notification: { ...ended, handling: copied }, delayMs: sampleDelay(handling.gap, tx.random(purpose)) };
  }
  const failed = attempts.length - handling.earlierAttempts;
  const delaysMs = plan?.delaysMs ?? ended.policy.retryDelaysMs;
  const delayMs = jittered(delaysMs[failed - 1], plan?.jitter ?? 0, () => tx.random(purpose));
  if (delayMs === null || isTooLate(ended, { at: tx.at + delayMs, plan })) return null;
  return { notification: ended, delayMs };
}

function jittered(delayMs: number | undefined, jitter: number, random: () => RandomStream): number | null {
  if (delayMs === undefined) return null;
  if (jitter === 0) return delayMs;
  const drawn = (random().below(2_000_001) - 1_000_000) / 1_000_000;
  return Math.max(0, Math.round(delayMs * (1 + drawn * jitter)));
}

/** Says whether an attempt at an instant would come after the plan gives up, counted from the first attempt of this round. */
function isTooLate(
  { attempts, handling }: Notification,
  next: { readonly at: EpochMs; readonly plan: RetryPlan | null },
): boolean {
  const most = next.plan?.giveUpAfterMs ?? null;
  const first = attempts[(handling ?? unhandled).earlierAttempts];
  return most !== null && first !== undefined && next.at - first.at > most;
}

/** Counts failed attempts in a row at an address; at the plan's number the address is disabled. An accepted one enables it. */
export async function countOutcome(
  tx: Transaction,
  ended: { readonly url: string; readonly outcome: DeliveryAttempt["outcome"]; readonly plan: RetryPlan },
): Promise<void> {
  const { url, plan } = ended;
  const endpoints = tx.table(webhookEndpointTable);
  const known = await endpoints.get(url);
  if (ended.outcome === "accepted") {
    if (known === null) return;
    await endpoints.delete(url);
    if (known.disabledAt !== null) tx.record({ kind: "webhook-endpoint-enabled", url, by: "accepted" });
    return;
  }
  if (plan.disableAfter === null) return;
  const wasDisabled = isDisabled(known, tx.at);
  // One that came back by itself has to prove itself anew.
  const failures = (known === null || (known.disabledAt !== null && !wasDisabled) ? 0 : known.failures) + 1;
  const disables = !wasDisabled && failures >= plan.disableAfter;
  const disabledAt = wasDisabled ? (known?.disabledAt ?? null) : disables ? tx.at : null;
  const enabledFrom =
    disables && plan.enableAfterMs !== null
      ? tx.at + plan.enableAfterMs
      : wasDisabled
        ? (known?.enabledFrom ?? null)
        : null;
  await endpoints.put({ url, failures, disabledAt, enabledFrom });
  if (disables) tx.record({ kind: "webhook-endpoint-disabled", url, failures });
}
