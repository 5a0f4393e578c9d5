import type { Esim } from "../../../esim/esim.ts";
import { cancelExpiry } from "../../../esim/esim-life.ts";
import { esimTable } from "../../../esim/tables.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { type EsimKeys, requireAllowed } from "./find-esim.ts";
import type { Ports } from "./ports.ts";
import { validityEndingJobId } from "./react-to-esims.ts";
import type { Refusal } from "./refusals.ts";

/** Ends an eSIM for good, without refund; not once its profile was deleted (DEC-32). */
export async function revokeEsim(tx: Transaction, keys: EsimKeys, ports: Ports): Promise<Result<null, Refusal>> {
  const found = await requireAllowed(tx, keys, "revoke");
  if (!found.ok) return found;
  const revoked: Esim = { ...found.value, status: "revoked", resumesTo: null };
  await tx.table(esimTable).put(revoked);
  await cancelExpiry(tx, revoked.id);
  await tx.unschedule(validityEndingJobId(revoked.id));
  tx.record({ kind: "esim-status-changed", esimId: revoked.id, status: revoked.status });
  await ports.announcer.statusChanged(tx, revoked);
  return ok(null);
}
