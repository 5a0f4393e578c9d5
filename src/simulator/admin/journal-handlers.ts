import { ok } from "../kernel/result.ts";
import type { Tenant } from "../kernel/tenant.ts";
import { type AutoAdvance, setAutoAdvance, showAutoAdvance } from "./control/auto-advance.ts";
import { type JournalSearch, queryJournal } from "./control/journal.ts";
import { exportJournal } from "./control/journal-export.ts";
import { type JournalWait, waitForJournal } from "./control/journal-wait.ts";
import type { ControlPorts } from "./control/ports.ts";
import type { Controlled } from "./control/refusal.ts";
import { showTrace } from "./control/trace.ts";
import { type Verification, verifyJournal } from "./control/verify.ts";
import type { AdminRequest } from "./read-request.ts";

type Handler = (tenant: Tenant, request: AdminRequest) => Promise<Controlled<unknown>>;

/** Entries per answer unless the request says otherwise. */
const DEFAULT_LIMIT = 1000;

/** Everything that asks the journal, by its operationId in `spec/admin/openapi.yaml`. */
export function createJournalHandlers(ports: ControlPorts): Readonly<Record<string, Handler>> {
  return {
    queryJournal: async (tenant, { body }) =>
      queryJournal(tenant, { limit: DEFAULT_LIMIT, ...validated<JournalSearch>(body) }, ports),
    waitForEntry: (tenant, { body, signal }) =>
      waitForJournal(tenant, validated<JournalWait>(body), { ports, signal: signal() }),
    exportJournal: async (tenant, { query, count }) => {
      const format = query("format") === "har" ? "har" : "ndjson";
      const asked = { format, hideActivationCodes: query("hideActivationCodes") === "true" } as const;
      return ok(exportJournal(tenant, { ...asked, since: count("since") ?? 0 }, ports));
    },
    getTrace: async (tenant, { param }) => showTrace(tenant, param("requestId"), ports),
    verifyJournal: async (tenant, { body }) => verifyJournal(tenant, validated<Verification>(body), ports),
    getAutoAdvance: async (tenant) => ok(await showAutoAdvance(tenant)),
    setAutoAdvance: async (tenant, { body }) => ok(await setAutoAdvance(tenant, validated<AutoAdvance>(body))),
  };
}

/** The one cast of this border: the body has just passed the schema of its operation. */
function validated<T>(body: unknown): T {
  return body as T;
}
