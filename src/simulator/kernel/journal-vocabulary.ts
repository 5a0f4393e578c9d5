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
    "requestHeaders",
    "responseHeaders",
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
  "fault-applied": ["faultId", "phase", "effect", "requestId", "delayMs"],
  "prefer-refused": ["requestId", "detail"],
  "trigger-begun": ["event", "for"],
  triggered: ["event", "steps", "notificationIds"],
  "event-emitted": ["event", "for", "notificationId", "chosen"],
  "job-hastened": ["jobId", "ruleId"],
  "webhook-rule-set": ["ruleId", "type", "effect"],
  "webhook-rule-removed": ["ruleId"],
  "webhook-rule-applied": ["notificationId", "type", "ruleId", "effect", "detail"],
  "webhook-hold-set": ["types"],
  "webhook-hold-ended": [],
  "webhook-held": ["notificationId", "type"],
  "webhook-edited": ["notificationId", "type"],
  "webhook-dropped": ["notificationId", "type"],
  "webhook-not-sent": ["notificationId", "type", "state", "reason"],
  "webhook-inbox-reordered": ["notificationIds"],
  "webhook-plan-set": ["delaysMs", "jitter", "giveUpAfterMs", "disableAfter", "enableAfterMs"],
  "webhook-plan-removed": [],
  "webhook-endpoint-disabled": ["url", "failures"],
  "webhook-endpoint-enabled": ["url", "by"],
  "aspect-reset": ["aspect"],
  "options-cleared": [],
  "snapshot-loaded": ["name", "of", "takenAt"],
  "clock-moved": ["command", "from", "to", "fired"],
  "auto-advance-set": ["enabled"],
  "options-changed": ["provider", "values"],
  "beginning-chosen": ["seed", "mode", "at", "world"],
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
