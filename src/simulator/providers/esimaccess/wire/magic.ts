import type { MagicValue } from "../../../http/provider.ts";
import type { FaultEffect, FaultPhase } from "../../../kernel/fault-effects.ts";

const PACKAGE_PLACES = [
  ["esimOrder", "/packageInfoList/*/packageCode"],
  ["esimTopup", "/packageCode"],
] as const;

const PURCHASES = ["esimOrder", "esimTopup"] as const;

/** A package code that is refused with an error, or breaks the connection, before anything happens. */
function packageCode(value: string, effect: FaultEffect): MagicValue[] {
  return PACKAGE_PLACES.map(([operation, pointer]) => ({
    name: value.toLowerCase().replaceAll("_", "-"),
    value,
    operations: [operation],
    pointer,
    predicate: { eq: value },
    phase: "before",
    effect,
  }));
}

/** Transaction ids that begin with `name`: any real package can be bought with them. */
function transactionId(name: string, phase: FaultPhase, effect: FaultEffect): MagicValue {
  return {
    name,
    value: `${name}-1`,
    operations: PURCHASES,
    pointer: "/transactionId",
    predicate: { matches: `^${name}-` },
    phase,
    effect,
  };
}

/** The values that bring about faults of their own while `--magic` is on; `README.md` lists them. */
export const magicValues: readonly MagicValue[] = [
  ...packageCode("MAGIC_NO_BALANCE", { kind: "provider-error", code: "200007" }),
  ...packageCode("MAGIC_NO_STOCK", { kind: "provider-error", code: "200011" }),
  ...packageCode("MAGIC_PRICE_CHANGED", { kind: "provider-error", code: "200005" }),
  ...packageCode("MAGIC_BUSY", { kind: "provider-error", code: "900001" }),
  ...packageCode("MAGIC_RESET", { kind: "reset" }),
  ...packageCode("MAGIC_HANG", { kind: "hang" }),
  ...packageCode("MAGIC_503", { kind: "proxy-page", status: 503 }),
  transactionId("magic-slow", "before", { kind: "latency", ms: 3000 }),
  transactionId("magic-lost", "committed", { kind: "reset" }),
  transactionId("magic-half", "committed", { kind: "truncated-body" }),
];
