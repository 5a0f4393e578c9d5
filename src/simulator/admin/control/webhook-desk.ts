import { DELAY_SAYS, readDelayMs } from "../../kernel/delay-law.ts";
import type { JournalEvent } from "../../kernel/journal.ts";
import { limits } from "../../kernel/limits.ts";
import { validNames } from "../../kernel/nearest.ts";
import { deskOf, type Notification, notificationTable } from "../../kernel/outbox.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import {
  isDisabled,
  type RetryPlan,
  type WebhookDesk,
  type WebhookEndpoint,
  webhookDeskTable,
  webhookEndpointTable,
  webhookRuleTable,
} from "../../kernel/webhook-desk.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import { isoOrNull } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** An address to which attempts failed, as the control API shows it. */
interface EndpointView {
  readonly url: string;
  readonly failures: number;
  readonly isDisabled: boolean;
  readonly disabledAt: string | null;
  /** When it is enabled again by itself; null when a person has to, or when it is enabled. */
  readonly enabledFrom: string | null;
}

/** How the webhook desk of a tenant stands. */
export interface DeskView {
  readonly hold: WebhookDesk["hold"];
  /** Null leaves retries to the provider's policy. */
  readonly plan: RetryPlan | null;
  readonly rules: number;
  /** How many deliveries are in each state; those in which there are none are left out. */
  readonly deliveries: Readonly<Partial<Record<Notification["state"], number>>>;
  readonly endpoints: readonly EndpointView[];
}

/** A retry plan as it is asked for; what is left out is as without a plan. Times may be durations. */
export interface PlanGiven {
  readonly delays?: readonly (number | string)[];
  readonly jitter?: number;
  readonly giveUpAfter?: number | string | null;
  readonly disableAfter?: number | null;
  readonly enableAfter?: number | string | null;
}

/** Shows the desk. */
export function showDesk(tenant: Tenant): Promise<DeskView> {
  return tenant.transact(viewOf);
}

/** Keeps every webhook, or those of some types, in the inbox from now on. */
export async function holdWebhooks(
  tenant: Tenant,
  held: { readonly types?: readonly string[] | null },
  ports: ControlPorts,
): Promise<Controlled<DeskView>> {
  const { types = null } = held;
  const known = ports.providers.flatMap(({ control }) => control.events.types);
  const wrong = types?.findIndex((type) => !known.includes(type)) ?? -1;
  if (wrong !== -1) {
    const got = types?.[wrong];
    return refuseValue({ path: `body.types.${wrong}`, expected: validNames(String(got), known), got });
  }
  return change(tenant, { hold: { types: types?.length === 0 ? null : types } }, { kind: "webhook-hold-set", types });
}

/** Lets webhooks go as they come again; what is in the inbox stays there. */
export function endHold(tenant: Tenant): Promise<Controlled<DeskView>> {
  return change(tenant, { hold: null }, { kind: "webhook-hold-ended" });
}

/** Sets when refused webhooks are tried again and when their address is disabled. */
export async function setRetryPlan(tenant: Tenant, given: PlanGiven): Promise<Controlled<DeskView>> {
  const plan = readPlan(given);
  return plan.ok ? change(tenant, { plan: plan.value }, { kind: "webhook-plan-set", ...plan.value }) : plan;
}

/** Leaves retries to the provider's policy again; every address is enabled. */
export async function removeRetryPlan(tenant: Tenant): Promise<Controlled<DeskView>> {
  return tenant.transact(async (tx) => {
    const endpoints = tx.table(webhookEndpointTable);
    for (const { url } of await endpoints.all()) await endpoints.delete(url);
    await tx.table(webhookDeskTable).put({ ...(await deskOf(tx)), plan: null });
    tx.record({ kind: "webhook-plan-removed" });
    return ok(await viewOf(tx));
  });
}

/** Enables or disables an address by hand. Only addresses to which attempts failed, or that something was sent to, are known. */
export function changeEndpoint(
  tenant: Tenant,
  wanted: { readonly url: string; readonly isDisabled: boolean },
): Promise<Controlled<DeskView>> {
  const { url } = wanted;
  return tenant.transact(async (tx): Promise<Controlled<DeskView>> => {
    const endpoints = tx.table(webhookEndpointTable);
    const known = await endpoints.get(url);
    const isKnown = known !== null || (await tx.table(notificationTable).all()).some((sent) => sent.url === url);
    if (!isKnown) {
      const expected = "an address to which something was sent, as GET deliveries lists them";
      return refuseValue({ path: "body.url", expected, got: url }, "unknown-webhook-address");
    }
    if (wanted.isDisabled) {
      await endpoints.put({ url, failures: known?.failures ?? 0, disabledAt: tx.at, enabledFrom: null });
    } else {
      await endpoints.delete(url);
    }
    tx.record({ kind: wanted.isDisabled ? "webhook-endpoint-disabled" : "webhook-endpoint-enabled", url, by: "hand" });
    return ok(await viewOf(tx));
  });
}

function change(tenant: Tenant, members: Partial<WebhookDesk>, event: JournalEvent): Promise<Controlled<DeskView>> {
  return tenant.transact(async (tx) => {
    await tx.table(webhookDeskTable).put({ ...(await deskOf(tx)), ...members });
    tx.record(event);
    return ok(await viewOf(tx));
  });
}

async function viewOf(tx: Transaction): Promise<DeskView> {
  const { hold, plan } = await deskOf(tx);
  const deliveries: Partial<Record<Notification["state"], number>> = {};
  for (const { state } of await tx.table(notificationTable).all()) deliveries[state] = (deliveries[state] ?? 0) + 1;
  const endpoints = await tx.table(webhookEndpointTable).all();
  const rules = await tx.table(webhookRuleTable).count();
  return { hold, plan, rules, deliveries, endpoints: endpoints.map((endpoint) => endpointView(endpoint, tx.at)) };
}

function endpointView(endpoint: WebhookEndpoint, at: number): EndpointView {
  const { url, failures, disabledAt, enabledFrom } = endpoint;
  const isOff = isDisabled(endpoint, at);
  return {
    url,
    failures,
    isDisabled: isOff,
    disabledAt: isoOrNull(disabledAt),
    enabledFrom: isOff ? isoOrNull(enabledFrom) : null,
  };
}

function readPlan(given: PlanGiven): Controlled<RetryPlan> {
  const { delays = [], jitter = 0, giveUpAfter = null, disableAfter = null, enableAfter = null } = given;
  if (delays.length > limits.webhookRetries) {
    return refuseValue({
      path: "body.delays",
      expected: `at most ${limits.webhookRetries} waiting times`,
      got: delays.length,
    });
  }
  const delaysMs: number[] = [];
  for (const [index, delay] of delays.entries()) {
    const ms = readDelayMs(delay);
    if (ms === null) return refuseValue({ path: `body.delays.${index}`, expected: DELAY_SAYS, got: delay });
    delaysMs.push(Math.round(ms));
  }
  if (!(typeof jitter === "number" && jitter >= 0 && jitter <= 1)) {
    return refuseValue({ path: "body.jitter", expected: "a share from 0 to 1", got: jitter });
  }
  const [giveUpAfterMs, enableAfterMs] = [orNull(giveUpAfter), orNull(enableAfter)];
  if (giveUpAfterMs === undefined)
    return refuseValue({ path: "body.giveUpAfter", expected: DELAY_SAYS, got: giveUpAfter });
  if (enableAfterMs === undefined)
    return refuseValue({ path: "body.enableAfter", expected: DELAY_SAYS, got: enableAfter });
  if (disableAfter !== null && !isWithin(disableAfter, bounds.times)) {
    return refuseValue({
      path: "body.disableAfter",
      expected: `${wholeNumber(bounds.times)}, or null for never`,
      got: disableAfter,
    });
  }
  return ok({ delaysMs, jitter, giveUpAfterMs, disableAfter, enableAfterMs });
}

/** Undefined when it is neither null nor a duration. */
function orNull(value: unknown): number | null | undefined {
  return value === null ? null : (readDelayMs(value) ?? undefined);
}
