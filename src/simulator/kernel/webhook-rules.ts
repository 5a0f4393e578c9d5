import { sampleDelay } from "./delay-law.ts";
import { editMembers, type MemberEdit, parsePointer } from "./json-pointer.ts";
import { assertNever } from "./result.ts";
import type { Transaction } from "./transaction.ts";
import {
  type Corruption,
  type Handling,
  type NotificationVariant,
  type Treatment,
  unhandled,
  type WebhookEffect,
  type WebhookRule,
  webhookRuleTable,
} from "./webhook-desk.ts";

/** A notification that comes up, as rules see it. */
export interface Incoming {
  readonly id: string;
  readonly provider: string;
  readonly type: string;
  readonly about: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly variants: Readonly<Record<string, NotificationVariant>>;
}

/** What the rules made of a notification. */
export interface Treated {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly handling: Handling;
  readonly isDropped: boolean;
  readonly isHeldBack: boolean;
  /** The latest instant until which it is held back, in milliseconds from now. */
  readonly heldBackMs: number;
  /** Whether the others of its lane need not wait for it. */
  readonly leavesLane: boolean;
}

/** Says whether a rule is about such a notification, leaving aside how often it strikes. */
export function concerns(
  rule: WebhookRule,
  sent: { readonly provider: string; readonly type: string; readonly about: Readonly<Record<string, string>> | null },
): boolean {
  const { provider, type, about } = rule.match;
  if (provider !== null && provider !== sent.provider) return false;
  if (type !== null && type !== sent.type) return false;
  const known = sent.about;
  return known === null || Object.entries(about).every(([name, id]) => known[name] === id);
}

/** Says whether a rule can still strike. */
export function isSpent(rule: WebhookRule): boolean {
  const { nth, first } = rule.match;
  if (rule.times !== null && rule.hits >= rule.times) return true;
  return (nth !== null && rule.seen >= nth) || (first !== null && rule.seen >= first);
}

/** Says whether a rule strikes the `seen`-th notification that it concerns. */
function strikes(tx: Transaction, rule: WebhookRule, seen: number): boolean {
  const { nth, first, every, probability } = rule.match;
  if (rule.times !== null && rule.hits >= rule.times) return false;
  if (nth !== null && seen !== nth) return false;
  if (first !== null && seen > first) return false;
  if (every !== null && seen % every !== 0) return false;
  if (probability === null) return true;
  return tx.random(`webhook-rule/${rule.id}/${seen}`).below(1_000_000) < probability * 1_000_000;
}

/** Applies the tenant's rules to a notification, in order of their creation; null when none concerns it. */
export async function applyWebhookRules(tx: Transaction, sent: Incoming): Promise<Treated | null> {
  const rules = await tx.table(webhookRuleTable).all();
  if (rules.length === 0) return null;
  let treated: Treated | null = null;
  for (const rule of rules) {
    if (treated?.isDropped === true) break;
    if (!concerns(rule, sent)) continue;
    const seen = rule.seen + 1;
    const isHit = strikes(tx, rule, seen);
    await tx.table(webhookRuleTable).put({ ...rule, seen, hits: rule.hits + (isHit ? 1 : 0) });
    if (!isHit) continue;
    treated = apply(tx, treated ?? untreated(sent), { rule, sent });
    const last = treated.handling.treatments.at(-1);
    tx.record({ kind: "webhook-rule-applied", notificationId: sent.id, type: sent.type, ...last });
  }
  return treated;
}

function untreated({ headers, body }: Incoming): Treated {
  return {
    headers,
    body,
    handling: unhandled,
    isDropped: false,
    isHeldBack: false,
    heldBackMs: 0,
    leavesLane: false,
  };
}

function apply(
  tx: Transaction,
  before: Treated,
  { rule, sent }: { readonly rule: WebhookRule; readonly sent: Incoming },
): Treated {
  const { effect } = rule;
  const done = (detail: string, change: Partial<Handling> = {}): { readonly handling: Handling } => {
    const treatment: Treatment = { ruleId: rule.id, effect: effect.kind, detail };
    const treatments = [...before.handling.treatments, treatment];
    return { handling: { ...before.handling, ...change, treatments } };
  };
  switch (effect.kind) {
    case "delay": {
      const ms = sampleDelay(effect.by, tx.random(`webhook-delay/${rule.id}/${sent.id}`));
      const notBefore = Math.max(tx.at, before.handling.notBefore ?? 0) + ms;
      return {
        ...before,
        ...done(`${ms} ms later`, { notBefore }),
        leavesLane: before.leavesLane || effect.isOvertaken,
      };
    }
    case "drop":
      return { ...before, ...done("never sent"), isDropped: true };
    case "duplicate": {
      const copiesLeft = before.handling.copiesLeft + effect.copies;
      return { ...before, ...done(`${effect.copies} more with the same id`, { copiesLeft, gap: effect.gap }) };
    }
    case "reorder":
      return {
        ...before,
        ...done(`behind ${effect.behind} later of its lane`, { behind: effect.behind }),
        isHeldBack: true,
        heldBackMs: effect.atMostMs,
      };
    case "corrupt": {
      const { headers, body, detail } = corrupt(tx, before, { sent, corruption: effect });
      return { ...before, ...done(detail), headers, body };
    }
    case "early":
      return { ...before, ...done("before the answer of its cause", { isEarly: true }), leavesLane: true };
    default:
      return assertNever(effect);
  }
}

/** Damages a notification. What is not there cannot be removed, which the detail then says. */
function corrupt(
  tx: Transaction,
  before: Pick<Treated, "headers" | "body">,
  { sent, corruption }: { readonly sent: Incoming; readonly corruption: Corruption },
): { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly detail: string } {
  const { remove, retype, variant } = corruption;
  const told: string[] = [];
  let { headers, body } = before;
  if (remove.length + retype.length > 0) {
    let value: unknown = JSON.parse(body);
    const edit = (pointer: string, how: MemberEdit, done: string): void => {
      const made = editMembers(value, parsePointer(pointer) ?? [], how);
      value = made.value;
      told.push(made.edited > 0 ? done : `${pointer} is absent`);
    };
    for (const pointer of remove) edit(pointer, { kind: "drop" }, `without ${pointer}`);
    for (const pointer of retype) edit(pointer, { kind: "replace", with: otherType }, `${pointer} retyped`);
    body = JSON.stringify(value);
  }
  const change = variant === null ? undefined : sent.variants[variant];
  if (change !== undefined) {
    ({ headers, body } = change({ headers, body }, { id: sent.id, at: tx.at, tenantId: tx.tenantId }));
    told.push(`as ${variant}`);
  } else if (variant !== null) {
    told.push(`${variant} is no form of it`);
  }
  return { headers, body, detail: told.join(", ") };
}

/** Says whether two rules ask for the same. */
export function asksForSame(one: Pick<WebhookRule, "match" | "effect" | "times">, other: typeof one): boolean {
  const told = ({ match, effect, times }: typeof one): string => JSON.stringify([match, effect, times]);
  return told(one) === told(other);
}

/** The kinds of effect. */
export const webhookEffectKinds = [
  "delay",
  "drop",
  "duplicate",
  "reorder",
  "corrupt",
  "early",
] as const satisfies WebhookEffect["kind"][];

/** A value of another type: text becomes a number, all else becomes text. */
function otherType(present: unknown): unknown {
  return typeof present === "string" ? present.length : JSON.stringify(present);
}
