import type { ContractMembers } from "../../http/contract-members.ts";
import type { Provider } from "../../http/provider.ts";
import { BREAKING_POINTS, type FaultEffect, type FaultKind } from "../../kernel/fault-effects.ts";
import { LONGEST_LATENCY_MS } from "../../kernel/latency-law.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import { bounds } from "./bounds.ts";
import { checkPointer } from "./fault-pointer-check.ts";
import {
  checkMembers,
  decimal,
  isObject,
  type MemberRules,
  optional,
  required,
  text,
  whole,
  word,
} from "./member-check.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** Bounds of what effects take, with the reason for each. */
const most = {
  /** Bytes of a body before something happens; answers of catalogues have three million. */
  bytes: 100_000_000,
  /** Chunks of one body: a timer for each. */
  chunks: 10_000,
  /** Bytes of garbage; what follows is no longer read. */
  garbage: 65_536,
  /** Characters of a body of one's own. */
  body: 16_384,
} as const;

const ms = whole(bounds.latencyMs.minimum, bounds.latencyMs.maximum);
const bytes = whole(0, most.bytes);
const duration = decimal(0, LONGEST_LATENCY_MS);
const pointer = required(
  "a JSON pointer such as /obj/balance",
  (value) => typeof value === "string" && value.length <= 500,
);
const contentType = text(200);

const isHeaderText = (value: unknown): boolean =>
  typeof value === "string" && /^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(value);
const breaking: MemberRules = { at: optional(...word(BREAKING_POINTS)), afterBytes: optional(...bytes) };

/** The members of each kind of effect. */
const MEMBERS: Readonly<Record<FaultKind, MemberRules>> = {
  latency: { ms: optional(...ms), law: optional("an object with the name of a law", isObject) },
  "provider-error": {
    code: required("a code or a name of the provider, as text", (value) => typeof value === "string"),
  },
  status: {
    status: required(...whole(200, 599)),
    body: optional(
      `a text of at most ${most.body} characters`,
      (value) => typeof value === "string" && value.length <= most.body,
    ),
    contentType: optional(contentType[0], isHeaderText),
    retryAfterSeconds: optional(...whole(0, 86_400)),
  },
  "proxy-page": { status: required("502, 503 or 504", (value) => value === 502 || value === 503 || value === 504) },
  "stale-read": { olderThanMs: required(...whole(0, 315_576_000_000)) },
  reset: breaking,
  hang: { ...breaking, forMs: optional(...ms) },
  "slow-body": {
    bytesPerSecond: optional(...decimal(1, most.bytes)),
    chunks: optional(...whole(1, most.chunks)),
    overMs: optional(...ms),
  },
  "empty-reply": {},
  "truncated-body": { afterBytes: optional(...bytes) },
  garbage: { at: optional(...word(["body", "connection"])), bytes: optional(...whole(1, most.garbage)) },
  "malformed-json": {},
  bom: {},
  "wrong-content-type": { contentType: optional(contentType[0], isHeaderText) },
  "wrong-content-length": {
    by: optional("a whole number from -1000000 to 1000000 but 0", (value) => value !== 0 && whole(-1e6, 1e6)[1](value)),
  },
  "drop-member": { pointer },
  "retype-member": { pointer, to: required(...word(["string", "number", "boolean", "null", "object", "array"])) },
  "rename-member": { pointer, to: required(...text(100)) },
};

const LAWS: Readonly<Record<string, MemberRules>> = {
  fixed: { ms: required(...duration) },
  uniform: { from: required(...duration), to: required(...duration) },
  normal: {
    mean: required(...duration),
    deviation: required(...decimal(0.001, LONGEST_LATENCY_MS)),
    max: optional(...duration),
  },
  "log-normal": {
    median: required(...decimal(0.001, LONGEST_LATENCY_MS)),
    sigma: required(...decimal(0.001, 5)),
    max: optional(...duration),
  },
  exponential: { mean: required(...decimal(0.001, LONGEST_LATENCY_MS)), max: optional(...duration) },
  percentiles: {
    min: optional(...duration),
    p50: required(...duration),
    p90: required(...duration),
    p99: required(...duration),
    max: required(...duration),
  },
};

/** Where an effect is to strike. */
export interface EffectScope {
  readonly provider: Provider;
  readonly operationIds: readonly string[];
}

/** Checks an effect. What it says beside its kind belongs to that kind, and what it damages is something that answers have. */
export function checkEffect(effect: unknown, scope: EffectScope): Controlled<FaultEffect> {
  const path = "body.effect";
  if (!isObject(effect)) return refuseValue({ path, expected: "an object with a kind", got: effect });
  const { kind, ...members } = effect;
  const rules = typeof kind === "string" && Object.hasOwn(MEMBERS, kind) ? MEMBERS[kind as FaultKind] : undefined; // a key of the table
  if (rules === undefined) {
    return refuseValue({ path: `${path}.kind`, expected: validNames(String(kind), Object.keys(MEMBERS)), got: kind });
  }
  const checked = checkMembers(members, { path, rules });
  if (!checked.ok) return checked;
  const fits = effect as unknown as FaultEffect; // kind and members have just been checked against the table of kinds
  return checkTogether(fits, scope);
}

/** What single members do not say: which go together, and whether what they name exists. */
function checkTogether(effect: FaultEffect, scope: EffectScope): Controlled<FaultEffect> {
  switch (effect.kind) {
    case "latency": {
      const hasLaw = "law" in effect && effect.law !== undefined;
      if (hasLaw !== ("ms" in effect && effect.ms !== undefined)) return hasLaw ? checkLaw(effect) : ok(effect);
      return refuseValue(
        { path: "body.effect.ms", expected: `${ms[0]}, or else law must be given`, got: undefined },
        "incomplete-fault",
      );
    }
    case "provider-error": {
      const answer = scope.provider.errorAnswer(effect.code);
      if (answer.ok) return ok(effect);
      const expected = validNames(effect.code, [...answer.error.known, ...answer.error.names]);
      return refuseValue({ path: "body.effect.code", expected, got: effect.code }, "unknown-provider-code");
    }
    case "slow-body": {
      const isPaced = "bytesPerSecond" in effect;
      const isChunked = "chunks" in effect && "overMs" in effect;
      if (isPaced !== isChunked && isPaced !== "chunks" in effect && isPaced !== "overMs" in effect) return ok(effect);
      const expected = "given, or else both chunks and overMs, and not all of them";
      return refuseValue({ path: "body.effect.bytesPerSecond", expected, got: undefined }, "incomplete-fault");
    }
    case "reset":
    case "hang":
      if (effect.afterBytes === undefined || (effect.at ?? "mid-body") === "mid-body") return ok(effect);
      return refuseValue(
        { path: "body.effect.at", expected: "mid-body where afterBytes is given", got: effect.at },
        "impossible-fault",
      );
    case "drop-member":
    case "retype-member":
    case "rename-member": {
      const members: ContractMembers = scope.provider.faultPort.contract.members;
      const place = { path: "body.effect.pointer", pointer: effect.pointer, operationIds: scope.operationIds };
      const found = checkPointer(place, (operationId, parsed) => members.ofAnswer(operationId, parsed));
      return found.ok ? ok(effect) : found;
    }
    default:
      return ok(effect);
  }
}

function checkLaw(effect: Extract<FaultEffect, { readonly law: unknown }>): Controlled<FaultEffect> {
  const path = "body.effect.law";
  const { name, ...members } = effect.law;
  const rules = Object.hasOwn(LAWS, name) ? LAWS[name] : undefined;
  if (rules === undefined) {
    return refuseValue({ path: `${path}.name`, expected: validNames(String(name), Object.keys(LAWS)), got: name });
  }
  const checked = checkMembers(members, { path, rules });
  if (!checked.ok) return checked;
  const { law } = effect;
  if (law.name === "uniform" && law.from >= law.to) {
    return refuseValue(
      { path: `${path}.to`, expected: `greater than from (${law.from})`, got: law.to },
      "impossible-fault",
    );
  }
  if (law.name !== "percentiles") return ok(effect);
  const steps = [law.min ?? 0, law.p50, law.p90, law.p99, law.max];
  const isRising = steps.every((step, index) => index === 0 || step >= (steps[index - 1] ?? 0));
  if (isRising && law.max > 0) return ok(effect);
  return refuseValue(
    { path, expected: "a table that rises from min over p50, p90 and p99 to max", got: law },
    "impossible-fault",
  );
}
