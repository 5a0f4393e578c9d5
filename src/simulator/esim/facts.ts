import type { Esim } from "./esim.ts";
import type { Account } from "./money.ts";

const STATUSES = [
  "unused",
  "in-use",
  "used-up",
  "unused-expired",
  "used-expired",
  "cancelled",
  "suspended",
  "revoked",
] as const satisfies readonly Esim["status"][];

const PROFILES = [
  "released",
  "downloaded",
  "installed",
  "enabled",
  "disabled",
  "deleted",
] as const satisfies readonly Esim["profile"][];

/** What can be asked about an eSIM, by the name of the fact. */
export const esimFactKinds = {
  "esim.id": { type: "text", says: "the eSIM that the request names" },
  "esim.iccid": { type: "text", says: "its ICCID" },
  "esim.status": { type: "text", values: STATUSES, says: "its commercial status" },
  "esim.profile": { type: "text", values: PROFILES, says: "where its profile is" },
  "esim.package": { type: "text", says: "the code of its package" },
  "esim.usedBytes": { type: "number", says: "bytes consumed" },
  "esim.remainingBytes": { type: "number", says: "bytes left" },
  "esim.topUps": { type: "number", says: "how often it was topped up" },
} as const;

/** The facts about an eSIM. */
export function factsOfEsim(esim: Esim): Record<keyof typeof esimFactKinds, string | number> {
  return {
    "esim.id": esim.id,
    "esim.iccid": esim.iccid,
    "esim.status": esim.status,
    "esim.profile": esim.profile,
    "esim.package": esim.packageCode,
    "esim.usedBytes": esim.usedBytes,
    "esim.remainingBytes": esim.volumeBytes - esim.usedBytes,
    "esim.topUps": esim.topUps.length,
  };
}

/** What can be asked about the prepaid wallet. */
export const accountFactKinds = {
  "account.balance": { type: "number", says: "money left, in ten-thousandths" },
  "account.currency": { type: "text", says: "its currency" },
} as const;

/** The facts about a wallet. */
export function factsOfAccount({ balance }: Account): Record<keyof typeof accountFactKinds, string | number> {
  return { "account.balance": balance.amount, "account.currency": balance.currency };
}
