import type { Esim, EsimStatus, ProfileState } from "../../../esim/esim.ts";
import { esimTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { PROVIDER } from "./records.ts";
import type { Refusal } from "./refusals.ts";

/** How a client names an eSIM; null for a key that is absent or blank. */
export interface EsimKeys {
  readonly esimId: string | null;
  readonly iccid: string | null;
}

/** The eSIMs of this provider that fit both keys; ICCIDs may come back, so there can be several. */
export async function findEsims(tx: Transaction, keys: EsimKeys): Promise<Esim[]> {
  const esims = tx.table(esimTable);
  if (keys.esimId !== null) {
    const found = await esims.get(keys.esimId);
    const fits = found?.provider === PROVIDER && (keys.iccid === null || found.iccid === keys.iccid);
    return fits ? [found] : [];
  }
  if (keys.iccid === null) return [];
  return (await esims.findBy("iccid", keys.iccid)).filter((esim) => esim.provider === PROVIDER);
}

/** The one eSIM that an operation is about, the newest where an ICCID has come back. Refusals: none named; not ours (DEC-19, DEC-20). */
export async function requireEsim(tx: Transaction, keys: EsimKeys): Promise<Result<Esim, Refusal>> {
  if (keys.esimId === null && keys.iccid === null) return err({ code: "no-esim-named" });
  const esim = (await findEsims(tx, keys)).at(-1);
  return esim === undefined ? err({ code: "unknown-esim", id: keys.esimId ?? keys.iccid ?? "" }) : ok(esim);
}

/** What a client may do with an eSIM, besides asking for it. */
export type EsimOperation = "top-up" | "cancel" | "suspend" | "resume" | "revoke" | "send-sms" | "realtime-balance";

const DEVICE_PROFILES: readonly ProfileState[] = ["downloaded", "installed", "enabled", "disabled"];

/** For each operation the statuses in which it is allowed, and the profile states where they matter (DEC-17). */
const ALLOWED: Readonly<
  Record<EsimOperation, { readonly statuses: readonly EsimStatus[]; readonly profiles: readonly ProfileState[] | null }>
> = {
  "top-up": { statuses: ["unused", "in-use", "used-up"], profiles: null },
  cancel: { statuses: ["unused"], profiles: ["released"] },
  suspend: { statuses: ["unused", "in-use", "used-up"], profiles: [...DEVICE_PROFILES, "deleted"] },
  resume: { statuses: ["suspended"], profiles: null },
  revoke: { statuses: ["unused", "in-use", "used-up", "suspended"], profiles: ["released", ...DEVICE_PROFILES] },
  "send-sms": { statuses: ["unused", "in-use", "used-up"], profiles: DEVICE_PROFILES },
  "realtime-balance": { statuses: ["unused", "in-use", "suspended"], profiles: null },
};

/** The statuses and profile states in which an operation is allowed; null for any profile state. */
export function statesFor(operation: EsimOperation): (typeof ALLOWED)[EsimOperation] {
  return ALLOWED[operation];
}

/** Says whether the state of an eSIM allows an operation. */
export function allows(esim: Esim, operation: EsimOperation): boolean {
  const { statuses, profiles } = ALLOWED[operation];
  return statuses.includes(esim.status) && (profiles === null || profiles.includes(esim.profile));
}

/** The refusal for a state that does not allow an operation: always the same code. */
export function stateForbids(esim: Esim): { readonly ok: false; readonly error: Refusal } {
  return err({ code: "esim-state-forbids", status: esim.status, profile: esim.profile });
}

/** Finds the eSIM and demands that its state allows the operation. */
export async function requireAllowed(
  tx: Transaction,
  keys: EsimKeys,
  operation: EsimOperation,
): Promise<Result<Esim, Refusal>> {
  const found = await requireEsim(tx, keys);
  if (!found.ok || allows(found.value, operation)) return found;
  return stateForbids(found.value);
}
