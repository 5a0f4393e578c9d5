import { judgeExpectation } from "../../kernel/journal-expectation.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { type UnfiredFault, unfiredFaults } from "./fault-decisions.ts";
import { entryView, type JournalView, type NearView, nearView } from "./journal.ts";
import { readExpectations } from "./journal-terms.ts";
import { isoOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** What a fault that was armed and never fired means for a verification. */
type UnfiredFaultsMode = "fail" | "warn" | "ignore";

/** What is expected of a journal. */
export interface Verification {
  /** As `read-expectation.ts` describes them: `{says, match, count, order, never, after, expect, within}`. */
  readonly expectations?: readonly unknown[];
  /** Default `fail`: a fault that never fired has tested nothing. */
  readonly unfiredFaults?: UnfiredFaultsMode;
  /** Entries up to this number do not count. */
  readonly since?: number;
}

/** How one expectation was met. */
interface ExpectationView {
  readonly says: string;
  readonly passed: boolean;
  /** Whether what is still to come could turn the verdict. */
  readonly isOpen: boolean;
  readonly seen: string;
  readonly entries: readonly JournalView[];
  readonly nearest: readonly NearView[];
}

/** How a verification ended. */
export interface Verified {
  readonly passed: boolean;
  readonly now: string;
  readonly expectations: readonly ExpectationView[];
  readonly unfiredFaults: {
    readonly mode: UnfiredFaultsMode;
    readonly passed: boolean;
    readonly faults: readonly UnfiredFault[];
  };
  /** What a reader should know about the verdict, such as entries that are gone. */
  readonly warnings: readonly string[];
}

const MODES: readonly UnfiredFaultsMode[] = ["fail", "warn", "ignore"];

/** Expectations of one verification; a file that a person wrote has fewer. */
const MOST_EXPECTATIONS = 1000;

/** Judges what is expected of a tenant's journal as it is now. Nothing is changed and nothing waited for. */
export function verifyJournal(tenant: Tenant, verification: Verification, ports: ControlPorts): Controlled<Verified> {
  const { expectations = [], unfiredFaults: mode = "fail", since = 0 } = verification;
  if (!MODES.includes(mode)) {
    return refuseValue({ path: "body.unfiredFaults", expected: `one of ${MODES.join(", ")}`, got: mode });
  }
  if (expectations.length > MOST_EXPECTATIONS) {
    const expected = `a list of at most ${MOST_EXPECTATIONS}`;
    return refuseValue({ path: "body.expectations", expected, got: expectations.length });
  }
  const read = readExpectations(expectations, "body.expectations", { tenant, ports });
  if (!read.ok) return read;
  const seen = { entries: tenant.journal.list({ since }), now: tenant.clock.now(), tenantId: tenant.id };
  const judged = read.value.map((expectation, index): ExpectationView => {
    const { isMet, isOpen, seen: told, entries, nearest } = judgeExpectation(expectation, seen);
    return {
      says: expectation.says ?? `expectation ${index + 1}`,
      passed: isMet,
      isOpen,
      seen: told,
      entries: entries.map(entryView),
      nearest: nearest.map(nearView),
    };
  });
  const faults = mode === "ignore" ? [] : unfiredFaults(tenant);
  const faultsPassed = mode !== "fail" || faults.length === 0;
  return ok({
    passed: faultsPassed && judged.every(({ passed }) => passed),
    now: isoOf(seen.now),
    expectations: judged,
    unfiredFaults: { mode, passed: faultsPassed, faults },
    warnings: warningsOf(tenant, since),
  });
}

function warningsOf(tenant: Tenant, since: number): string[] {
  const { dropped } = tenant.journal.counts;
  if (dropped <= since) return [];
  return [`${dropped - since} entries are gone from the journal: what they held was not judged`];
}
