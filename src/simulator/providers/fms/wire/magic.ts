import type { MagicValue } from "../../../http/provider.ts";
import type { FaultEffect, FaultPhase } from "../../../kernel/fault-effects.ts";

const MAIL_OPERATIONS = ["emailVerificationCode", "emailRegister", "emailLogin", "login", "passwordReset"] as const;

const PURCHASES = ["preOrderPackage", "preOrderPackageV11", "topUpOrder"] as const;

/** Mailboxes whose name is `name`, at any host. */
function mailbox(name: string, phase: FaultPhase, effect: FaultEffect): MagicValue {
  return {
    name,
    value: `${name}@example.com`,
    operations: MAIL_OPERATIONS,
    pointer: "/email",
    predicate: { matches: `^${name}@` },
    phase,
    effect,
  };
}

/** A package code with which a purchase is refused before anything happens. */
function packageCode(value: string, code: string): MagicValue {
  return {
    name: value.toLowerCase().replaceAll("_", "-"),
    value,
    operations: PURCHASES,
    pointer: "/packageCode",
    predicate: { eq: value },
    phase: "before",
    effect: { kind: "provider-error", code },
  };
}

/** The values that bring about faults of their own while `--magic` is on; `README.md` lists them. */
export const magicValues: readonly MagicValue[] = [
  packageCode("MAGIC_NO_STOCK", "3004"),
  packageCode("MAGIC_PRICE_CHANGED", "10009"),
  packageCode("MAGIC_TOKEN_EXPIRED", "7"),
  mailbox("magic-refused", "before", { kind: "provider-error", code: "2" }),
  mailbox("magic-broken", "before", { kind: "provider-error", code: "9999" }),
  mailbox("magic-reset", "before", { kind: "reset" }),
  mailbox("magic-hang", "before", { kind: "hang" }),
  mailbox("magic-503", "before", { kind: "proxy-page", status: 503 }),
  mailbox("magic-slow", "before", { kind: "latency", ms: 3000 }),
  mailbox("magic-lost", "committed", { kind: "reset" }),
];
