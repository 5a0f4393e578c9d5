import type { Provider } from "../../http/provider.ts";
import { DELAY_SAYS, type DelayLaw, readDelayLaw, readDelayMs } from "../../kernel/delay-law.ts";
import { parsePointer } from "../../kernel/json-pointer.ts";
import { limits } from "../../kernel/limits.ts";
import { validNames } from "../../kernel/nearest.ts";
import { assertNever, ok } from "../../kernel/result.ts";
import { HOUR_MS } from "../../kernel/time.ts";
import type { WebhookEffect, WebhookMatch, WebhookRuleTerms } from "../../kernel/webhook-desk.ts";
import { webhookEffectKinds } from "../../kernel/webhook-rules.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, type ControlRefusal, refuseValue } from "./refusal.ts";

/** What a rule does, as it is asked for; times may be durations. */
interface EffectGiven {
  readonly kind: WebhookEffect["kind"];
  /** `delay`: how much later. */
  readonly by?: unknown;
  /** `delay`: whether the others of its lane need not wait for it. */
  readonly isOvertaken?: boolean;
  /** `duplicate`: how many more; 1 unless given. */
  readonly copies?: number;
  /** `duplicate`: the time from an accepted one to the next; none unless given. */
  readonly gap?: unknown;
  /** `reorder`: how many later ones of its lane go first; 1 unless given. */
  readonly behind?: number;
  /** `reorder`: how long it waits for them at most; an hour unless given. */
  readonly atMostMs?: number | string;
  /** `corrupt`: JSON pointers to what is left out and what gets another type, and a form of the provider. */
  readonly remove?: readonly string[];
  readonly retype?: readonly string[];
  readonly variant?: string | null;
}

/** A rule as it is asked for. What is left out of `match` does not restrict. */
export interface WebhookRuleGiven {
  readonly match?: Partial<WebhookMatch>;
  readonly effect: EffectGiven;
  /** How often it strikes; null for always. Left out: once, or always when `first`, `every` or `probability` says how often. */
  readonly times?: number | null;
}

/** Members of each effect besides `kind`. */
const MEMBERS: Readonly<Record<WebhookEffect["kind"], readonly (keyof EffectGiven)[]>> = {
  delay: ["by", "isOvertaken"],
  drop: [],
  duplicate: ["copies", "gap"],
  reorder: ["behind", "atMostMs"],
  corrupt: ["remove", "retype", "variant"],
  early: [],
};

const COUNT = { minimum: 1, maximum: 1_000_000 } as const;
const COPIES = { minimum: 1, maximum: limits.webhookCopies } as const;

type Refused = { readonly ok: false; readonly error: ControlRefusal };

/** Reads a rule; one that could never strike is refused. */
export function readTerms(given: WebhookRuleGiven, ports: ControlPorts): Controlled<WebhookRuleTerms> {
  const match = readMatch(given.match ?? {}, ports);
  if (!match.ok) return match;
  const effect = readEffect(given.effect, speakersOf(match.value, ports));
  if (!effect.ok) return effect;
  const { first, every, probability, nth } = match.value;
  const saysHowOften = first !== null || every !== null || probability !== null;
  const times = given.times === undefined ? (saysHowOften ? null : 1) : given.times;
  if (times !== null && !isWithin(times, bounds.times)) {
    return refuseValue({
      path: "body.times",
      expected: `${wholeNumber(bounds.times)}, or null for always`,
      got: times,
    });
  }
  if (nth !== null && first !== null && nth > first) {
    return refuseValue({ path: "body.match.nth", expected: `at most first, ${first}`, got: nth });
  }
  return ok({ match: match.value, effect: effect.value, times });
}

function readMatch(given: Partial<WebhookMatch>, ports: ControlPorts): Controlled<WebhookMatch> {
  const {
    provider = null,
    type = null,
    about = {},
    nth = null,
    first = null,
    every = null,
    probability = null,
  } = given;
  const names = ports.providers.map(({ name }) => name);
  if (provider !== null && !names.includes(provider)) {
    return refuseValue({ path: "body.match.provider", expected: validNames(String(provider), names), got: provider });
  }
  const match = { provider, type, about, nth, first, every, probability };
  const speakers = speakersOf(match, ports);
  const types = speakers.flatMap(({ control }) => control.events.types);
  if (types.length === 0) {
    return refuseValue({ path: "body.match.provider", expected: "a provider that sends webhooks", got: provider });
  }
  if (type !== null && !types.includes(type)) {
    return refuseValue({ path: "body.match.type", expected: validNames(String(type), types), got: type });
  }
  const subjects = speakers.flatMap(({ control }) => control.events.subjects);
  for (const [name, id] of Object.entries(about)) {
    if (!subjects.includes(name)) {
      return refuseValue({
        path: `body.match.about.${name.slice(0, 100)}`,
        expected: `left out; ${validNames(name, subjects)}`,
        got: id,
      });
    }
    if (typeof id !== "string")
      return refuseValue({ path: `body.match.about.${name}`, expected: "an id, as text", got: id });
  }
  for (const [name, count] of Object.entries({ nth, first, every })) {
    if (count === null || isWithin(count, COUNT)) continue;
    return refuseValue({ path: `body.match.${name}`, expected: wholeNumber(COUNT), got: count });
  }
  if (probability !== null && !(typeof probability === "number" && probability > 0 && probability <= 1)) {
    return refuseValue({ path: "body.match.probability", expected: "a number above 0, at most 1", got: probability });
  }
  return ok(match);
}

/** The providers whose notifications a rule can strike. */
function speakersOf({ provider }: Pick<WebhookMatch, "provider">, ports: ControlPorts): readonly Provider[] {
  return ports.providers.filter(({ name }) => provider === null || name === provider);
}

function readEffect(given: EffectGiven, speakers: readonly Provider[]): Controlled<WebhookEffect> {
  const kind = given?.kind; // the other door has no schema
  const kinds: readonly string[] = webhookEffectKinds;
  if (!kinds.includes(kind)) {
    return refuseValue({ path: "body.effect.kind", expected: validNames(String(kind), kinds), got: kind });
  }
  const members: readonly string[] = MEMBERS[kind];
  const foreign = Object.keys(given).find((member) => member !== "kind" && !members.includes(member));
  if (foreign !== undefined) {
    const expected = members.length === 0 ? "left out" : `left out; ${kind} takes ${members.join(", ")}`;
    return refuseValue({ path: `body.effect.${foreign.slice(0, 100)}`, expected, got: Reflect.get(given, foreign) });
  }
  switch (kind) {
    case "drop":
    case "early":
      return ok({ kind });
    case "delay": {
      const by = law(given.by, "body.effect.by");
      return by.ok ? ok({ kind, by: by.value, isOvertaken: given.isOvertaken ?? false }) : by;
    }
    case "duplicate":
      return readDuplicate(given);
    case "reorder":
      return readReorder(given);
    case "corrupt":
      return readCorruption(given, speakers);
    default:
      return assertNever(kind);
  }
}

function readDuplicate({ copies = 1, gap }: EffectGiven): Controlled<WebhookEffect> {
  if (!isWithin(copies, COPIES)) {
    return refuseValue({ path: "body.effect.copies", expected: wholeNumber(COPIES), got: copies });
  }
  const between = law(gap ?? 0, "body.effect.gap");
  return between.ok ? ok({ kind: "duplicate", copies, gap: between.value }) : between;
}

function readReorder({ behind = 1, atMostMs = HOUR_MS }: EffectGiven): Controlled<WebhookEffect> {
  if (!isWithin(behind, COPIES)) {
    return refuseValue({ path: "body.effect.behind", expected: wholeNumber(COPIES), got: behind });
  }
  const most = readDelayMs(atMostMs);
  if (most === null) return refuseValue({ path: "body.effect.atMostMs", expected: DELAY_SAYS, got: atMostMs });
  return ok({ kind: "reorder", behind, atMostMs: most });
}

function readCorruption(given: EffectGiven, speakers: readonly Provider[]): Controlled<WebhookEffect> {
  const { remove = [], retype = [], variant = null } = given;
  for (const [name, pointers] of Object.entries({ remove, retype })) {
    const wrong = pointers.findIndex((pointer) => (parsePointer(pointer) ?? []).length === 0);
    if (wrong === -1) continue;
    const expected = "a JSON pointer to a member, such as /content/orderNo";
    return refuseValue({ path: `body.effect.${name}.${wrong}`, expected, got: pointers[wrong] });
  }
  const variants = speakers.flatMap(({ control }) => Object.keys(control.events.variants));
  if (variant !== null && !variants.includes(variant)) {
    return refuseValue({ path: "body.effect.variant", expected: validNames(String(variant), variants), got: variant });
  }
  if (remove.length + retype.length === 0 && variant === null) {
    return refuseNothing(variants);
  }
  return ok({ kind: "corrupt", remove, retype, variant });
}

function refuseNothing(variants: readonly string[]): Refused {
  const expected = `with remove, retype or variant (one of ${variants.join(", ")})`;
  return refuseValue({ path: "body.effect", expected, got: undefined });
}

function law(given: unknown, path: string): Controlled<DelayLaw> {
  const read = readDelayLaw(given);
  if (read.ok) return read;
  const { path: member, expected, got } = read.error;
  return refuseValue({ path: member === "" ? path : `${path}.${member}`, expected, got });
}
