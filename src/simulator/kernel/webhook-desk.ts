import type { DelayLaw } from "./delay-law.ts";
import type { TableDefinition } from "./store.ts";
import type { EpochMs } from "./time.ts";

/** What a notification is damaged by. Pointers are JSON pointers into its body. */
export interface Corruption {
  /** Members that are left out. */
  readonly remove: readonly string[];
  /** Members that get a value of another type. */
  readonly retype: readonly string[];
  /** A form that the provider itself knows, by name; null for none. */
  readonly variant: string | null;
}

/** What a rule does to a notification. */
export type WebhookEffect =
  /** Later; the others of its lane wait for it unless `isOvertaken`. */
  | { readonly kind: "delay"; readonly by: DelayLaw; readonly isOvertaken: boolean }
  /** Never sent. */
  | { readonly kind: "drop" }
  /** Sent that many times more, with the same id and body; each `gap` after the one before was accepted. */
  | { readonly kind: "duplicate"; readonly copies: number; readonly gap: DelayLaw }
  /** Sent only after `behind` later ones of its lane, at the latest `atMostMs` after it came up. */
  | { readonly kind: "reorder"; readonly behind: number; readonly atMostMs: number }
  | (Corruption & { readonly kind: "corrupt" })
  /** Sent before the answer of the call that caused it. */
  | { readonly kind: "early" };

/** Which notifications a rule strikes; null members do not restrict. */
export interface WebhookMatch {
  readonly provider: string | null;
  readonly type: string | null;
  /** Ids of records by name, all of which the notification must be about. */
  readonly about: Readonly<Record<string, string>>;
  /** Only the n-th that fits so far. */
  readonly nth: number | null;
  /** Only the first n that fit so far. */
  readonly first: number | null;
  /** Only every n-th that fits so far. */
  readonly every: number | null;
  /** Each that fits so far with this probability, drawn from the tenant's seed. */
  readonly probability: number | null;
}

/** What somebody asked for. */
export interface WebhookRuleTerms {
  readonly match: WebhookMatch;
  readonly effect: WebhookEffect;
  /** How often it strikes before it is spent; null for always. */
  readonly times: number | null;
}

/** A rule of the webhook desk, applied when a notification comes up. */
export interface WebhookRule extends WebhookRuleTerms {
  readonly id: string;
  /** How many notifications fitted provider, type and `about`. */
  readonly seen: number;
  /** How many of them it struck. */
  readonly hits: number;
}

export const webhookRuleTable: TableDefinition<WebhookRule> = {
  name: "webhook-rules",
  keyOf: (rule) => rule.id,
};

/** When a refused notification is tried again, in place of the provider's own policy. */
export interface RetryPlan {
  /** Milliseconds before the second, third and further attempts; empty for a single attempt. */
  readonly delaysMs: readonly number[];
  /** Each delay is drawn from this share below to this share above it: 0 for none, 0.2 for 20 %. */
  readonly jitter: number;
  /** Milliseconds after the first attempt past which none is made; null for no such limit. */
  readonly giveUpAfterMs: number | null;
  /** Failed attempts in a row after which an address is disabled; null for never. */
  readonly disableAfter: number | null;
  /** Milliseconds after which a disabled address is enabled again; null leaves that to a person. */
  readonly enableAfterMs: number | null;
}

/** What the webhook desk of a tenant is set to. */
export interface WebhookDesk {
  readonly name: "desk";
  /** Null while nothing is held; `types` null holds every type. */
  readonly hold: { readonly types: readonly string[] | null } | null;
  /** Null leaves retries to the provider's policy. */
  readonly plan: RetryPlan | null;
}

export const webhookDeskTable: TableDefinition<WebhookDesk> = { name: "webhook-desk", keyOf: (desk) => desk.name };

/** A desk that nobody has touched. */
export const untouchedDesk: WebhookDesk = { name: "desk", hold: null, plan: null };

/** An address to which attempts failed. */
export interface WebhookEndpoint {
  readonly url: string;
  /** Failed attempts in a row. */
  readonly failures: number;
  /** Since when nothing is sent there; null while it is enabled. */
  readonly disabledAt: EpochMs | null;
  /** When it is enabled again by itself; null when a person has to. */
  readonly enabledFrom: EpochMs | null;
}

export const webhookEndpointTable: TableDefinition<WebhookEndpoint> = {
  name: "webhook-endpoints",
  keyOf: (endpoint) => endpoint.url,
};

/** Says whether nothing is sent to an address at an instant. */
export function isDisabled(endpoint: WebhookEndpoint | null, at: EpochMs): boolean {
  if (endpoint === null || endpoint.disabledAt === null) return false;
  return endpoint.enabledFrom === null || at < endpoint.enabledFrom;
}

/** Another form of a notification: it gets what would be sent and gives what is sent in its place. */
export type NotificationVariant = (
  sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  about: { readonly id: string; readonly at: EpochMs; readonly tenantId: string },
) => { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** What happened to a notification before it was sent: which rule, and what it did, in words. */
export interface Treatment {
  /** Null when no rule did it. */
  readonly ruleId: string | null;
  readonly effect: string;
  readonly detail: string;
}

/** What rules and hands did to one notification. */
export interface Handling {
  readonly treatments: readonly Treatment[];
  /** Not sent before this instant; null for at once. */
  readonly notBefore: EpochMs | null;
  /** Copies that follow once it was accepted, and how far apart. */
  readonly copiesLeft: number;
  readonly gap: DelayLaw;
  /** Later ones of its lane that go first. */
  readonly behind: number;
  /** How many attempts belong to earlier rounds: before a copy, or before it was sent again by hand. */
  readonly earlierAttempts: number;
  /** Its place in its lane and in the inbox, where that is not its number. */
  readonly rank: number | null;
  /** Let go by hand: neither held again nor kept from a disabled address. */
  readonly isReleased: boolean;
  readonly isEarly: boolean;
  readonly isEdited: boolean;
}

/** Nothing was done to a notification. */
export const unhandled: Handling = {
  treatments: [],
  notBefore: null,
  copiesLeft: 0,
  gap: { law: "fixed", ms: 0 },
  behind: 0,
  earlierAttempts: 0,
  rank: null,
  isReleased: false,
  isEarly: false,
  isEdited: false,
};
