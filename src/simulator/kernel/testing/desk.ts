import type { NewNotification, Notification } from "../outbox.ts";
import { notificationTable } from "../outbox.ts";
import type { Tenant } from "../tenant.ts";
import {
  type RetryPlan,
  untouchedDesk,
  type WebhookDesk,
  type WebhookEffect,
  type WebhookMatch,
  type WebhookRule,
  webhookDeskTable,
  webhookRuleTable,
} from "../webhook-desk.ts";
import { note } from "./parcels.ts";

const EVERYTHING: WebhookMatch = {
  provider: null,
  type: null,
  about: {},
  nth: null,
  first: null,
  every: null,
  probability: null,
};

/** Retries after a second and after a minute, and nothing else. */
export const PLAN: RetryPlan = {
  delaysMs: [1000, 60_000],
  jitter: 0,
  giveUpAfterMs: null,
  disableAfter: null,
  enableAfterMs: null,
};

/** Stores a rule that strikes always and everything, unless told otherwise. */
export async function rule(
  tenant: Tenant,
  effect: WebhookEffect,
  { times = null, ...match }: Partial<WebhookMatch> & { readonly times?: number | null } = {},
): Promise<void> {
  await tenant.transact(async (tx) => {
    const id = `rule-${await tx.next("rule")}`;
    const stored: WebhookRule = { id, match: { ...EVERYTHING, ...match }, effect, times, seen: 0, hits: 0 };
    await tx.table(webhookRuleTable).put(stored);
    await tenant.deliveries.rulesChanged(tx);
  });
}

/** Changes what the desk is set to. */
export async function setDesk(tenant: Tenant, change: Partial<WebhookDesk>): Promise<void> {
  await tenant.transact((tx) => tx.table(webhookDeskTable).put({ ...untouchedDesk, ...change }));
}

/** Sends texts, as JSON, in one transaction each; gives their ids. */
export async function tell(
  tenant: Tenant,
  texts: readonly string[],
  over: Partial<NewNotification> = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) {
    ids.push(await tenant.transact((tx) => tx.notify(note(JSON.stringify({ text }), over))));
  }
  return ids;
}

/** Everything in the outbox. */
export function outboxOf(tenant: Tenant): Promise<Notification[]> {
  return tenant.transact((tx) => tx.table(notificationTable).all());
}
