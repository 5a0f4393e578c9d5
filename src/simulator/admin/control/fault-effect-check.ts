import type { ContractMembers } from "../../http/contract-members.ts";
import type { Provider } from "../../http/provider.ts";
import { LONGEST_LATENCY_MS, readDelayLaw } from "../../kernel/delay-law.ts";
import { BREAKING_POINTS, type FaultEffect, type FaultKind } from "../../kernel/fault-effects.ts";
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
  latency: { ms: optional(...ms), law: optional("a law, or a duration for a fixed one", (value) => value !== null) },
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
      if (hasLaw !== ("ms" in effect && effect.ms !== undefined)) return hasLaw ? checkLaw(effect.law) : ok(effect);
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

/** The law with all its times in milliseconds. */
function checkLaw(law: unknown): Controlled<FaultEffect> {
  const read = readDelayLaw(law, LONGEST_LATENCY_MS);
  if (read.ok) return ok({ kind: "latency", law: read.value });
  const { path, expected, got } = read.error;
  return refuseValue({ path: ["body.effect.law", path].filter((part) => part !== "").join("."), expected, got });
}
