import { type Esim, type LiveStatus, resume, suspend } from "../../../esim/esim.ts";
import { esimTable } from "../../../esim/tables.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { type EsimKeys, requireAllowed, stateForbids } from "./find-esim.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusals.ts";

/** Pauses an eSIM that is on a device; the validity runs on (DEC-31, DEC-60). */
export async function suspendEsim(tx: Transaction, keys: EsimKeys, ports: Ports): Promise<Result<null, Refusal>> {
  const found = await requireAllowed(tx, keys, "suspend");
  if (!found.ok) return found;
  const from = liveStatusOf(found.value);
  if (from === null) return stateForbids(found.value);
  return change(tx, suspend(found.value, from), ports);
}

/** Brings a suspended eSIM back to the status it had, and says so (DEC-31). */
export async function resumeEsim(tx: Transaction, keys: EsimKeys, ports: Ports): Promise<Result<null, Refusal>> {
  const found = await requireAllowed(tx, keys, "resume");
  return found.ok ? change(tx, resume(found.value), ports) : found;
}

async function change(tx: Transaction, esim: Esim, ports: Ports): Promise<Result<null, Refusal>> {
  await tx.table(esimTable).put(esim);
  tx.record({ kind: "esim-status-changed", esimId: esim.id, status: esim.status });
  await ports.announcer.statusChanged(tx, esim);
  return ok(null);
}

function liveStatusOf({ status }: Esim): LiveStatus | null {
  return status === "unused" || status === "in-use" || status === "used-up" ? status : null;
}
