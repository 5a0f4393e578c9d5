/** Kinds of journal entries with the members that belong to each, besides `seq`, `at` and `kind`. */
export type JournalEvents = Readonly<Record<string, readonly string[]>>;

/** What a predicate may speak of, so that a misspelt name is refused instead of never matching. */
export interface JournalVocabulary {
  readonly kinds: readonly string[];
  readonly members: readonly string[];
  /** Members whose values come from a closed list, such as `operationId`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Everything that is journalled whatever the provider; `journal-vocabulary.test.ts` compares it with the code. */
export const sharedEvents: JournalEvents = {
  exchange: [
    "requestId",
    "provider",
    "operationId",
    "method",
    "path",
    "query",
    "status",
    "code",
    "request",
    "response",
    "faults",
    "wallMs",
  ],
  delivery: [
    "provider",
    "notificationId",
    "type",
    "about",
    "url",
    "body",
    "attempt",
    "state",
    "outcome",
    "status",
    "detail",
  ],
  "mail-sent": ["mailId", "to", "subject"],
  "notification-dropped": ["notificationId", "reason"],
  "fault-added": ["faultId", "provider", "operationId"],
  "fault-removed": ["faultId"],
  "fault-applied": ["faultId", "phase", "effect"],
  "clock-moved": ["command", "from", "to", "fired"],
  "auto-advance-set": ["enabled"],
  "options-changed": ["provider", "values"],
  "beginning-chosen": ["seed", "mode", "at"],
  "account-changed": ["provider", "balance"],
  "package-changed": ["provider", "code", "stock", "onSale", "price"],
  "device-event": ["esimId", "event", "profile", "status"],
  "data-used": ["esimId", "bytes", "usedBytes"],
  "esim-expired": ["esimId", "status"],
  "usage-reported": ["esimId", "reportedBytes"],
  "contract-violation": ["requestId", "operationId", "notification", "detail"],
  "internal-error": ["requestId", "cause"],
  "job-failed": ["jobId", "jobKind", "cause"],
  "jobs-halted": ["cause"],
};

/** Members of every entry; `tenant` is where the journal belongs. */
const EVERYWHERE = ["seq", "at", "kind", "tenant"];

/** Joins what several sources journal with the names that are closed lists. */
export function vocabularyOf(
  sources: readonly JournalEvents[],
  values: Readonly<Record<string, readonly string[]>> = {},
): JournalVocabulary {
  const kinds = new Set<string>();
  const members = new Set(EVERYWHERE);
  for (const [kind, own] of sources.flatMap((source) => Object.entries(source))) {
    kinds.add(kind);
    for (const member of own) members.add(member);
  }
  return { kinds: [...kinds], members: [...members], values: { kind: [...kinds], ...values } };
}
