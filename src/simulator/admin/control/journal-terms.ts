import { checkMatch, isJournalMatch, type QueryProblem } from "../../kernel/journal-check.ts";
import type { Expectation } from "../../kernel/journal-expectation.ts";
import type { JournalMatch } from "../../kernel/journal-query.ts";
import { type JournalVocabulary, sharedEvents, vocabularyOf } from "../../kernel/journal-vocabulary.ts";
import { readExpectation } from "../../kernel/read-expectation.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, type RefusedPlace, refuse, shown } from "./refusal.ts";

/** Operation ids of calls that lead nowhere. */
const UNSERVED = ["unknownPath", "wrongMethod"];

/** Reads a predicate; refused with everything that could never match. `path` says where it was given, such as `body.match`. */
export function readMatch(
  value: unknown,
  path: string,
  { tenant, ports }: { readonly tenant: Tenant; readonly ports: ControlPorts },
): Controlled<JournalMatch> {
  const check = (vocabulary: JournalVocabulary): QueryProblem[] => checkMatch(value, [path], { vocabulary });
  const known = check(vocabularyFor(ports));
  const problems = known.length === 0 ? known : check(withSeen(vocabularyFor(ports), tenant));
  return isJournalMatch(value, problems) ? ok(value) : refuseProblems(problems);
}

/** Reads what is expected of a journal, one expectation after the other. */
export function readExpectations(
  values: readonly unknown[],
  path: string,
  { tenant, ports }: { readonly tenant: Tenant; readonly ports: ControlPorts },
): Controlled<readonly Expectation[]> {
  const problems: QueryProblem[] = [];
  const read: Expectation[] = [];
  values.forEach((value, index) => {
    const first = readExpectation(value, [path, index], { vocabulary: vocabularyFor(ports) });
    const last = first.ok
      ? first
      : readExpectation(value, [path, index], { vocabulary: withSeen(vocabularyFor(ports), tenant) });
    if (last.ok) read.push(last.value);
    else problems.push(...last.error.problems);
  });
  return problems.length === 0 ? ok(read) : refuseProblems(problems);
}

const vocabularies = new WeakMap<ControlPorts, JournalVocabulary>();

/** What predicates may name: all that the sandbox journals, its providers and their operations. */
function vocabularyFor(ports: ControlPorts): JournalVocabulary {
  const known = vocabularies.get(ports);
  if (known !== undefined) return known;
  const { providers } = ports;
  const operationId = providers.flatMap(({ operations }) => operations.map((operation) => operation.operationId));
  const made = vocabularyOf([sharedEvents, ...providers.map(({ events = {} }) => events)], {
    provider: providers.map(({ name }) => name),
    operationId: [...new Set([...operationId, ...UNSERVED])],
  });
  vocabularies.set(ports, made);
  return made;
}

/** The same with what stands in the journal already, for kinds that nobody declared. */
function withSeen(vocabulary: JournalVocabulary, tenant: Tenant): JournalVocabulary {
  const kinds = new Set(vocabulary.kinds);
  const members = new Set(vocabulary.members);
  for (const entry of tenant.journal.list()) {
    kinds.add(entry.kind);
    for (const member of Object.keys(entry)) members.add(member);
  }
  return { kinds: [...kinds], members: [...members], values: { ...vocabulary.values, kind: [...kinds] } };
}

function refuseProblems(problems: readonly QueryProblem[]): ReturnType<typeof refuse> {
  const places = problems.map(({ path, expected, got }): RefusedPlace => {
    return { path: path.join("."), expected, got: shown(got) };
  });
  const [first] = places;
  const more = places.length > 1 ? ` (and ${places.length - 1} more)` : "";
  const message = `${first?.path} must be ${first?.expected}, got ${first?.got ?? "nothing"}${more}`;
  return refuse("wrong-query", message, places);
}
