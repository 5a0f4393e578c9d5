import { type Happening, type Law, readLaw } from "../format/laws.ts";
import type { Scenario } from "../format/scenario.ts";
import type { JournalEntry } from "./life.ts";

/** A law that does not hold, in words. */
export interface BrokenLaw {
  /** Its place in the scenario's list. */
  readonly index: number;
  readonly message: string;
}

/** Holds the laws of a scenario against what its journal says; `endsAt` is the last instant of the run. */
export function brokenLaws(scenario: Scenario, journal: readonly JournalEntry[], endsAt: number): BrokenLaw[] {
  return (scenario.laws ?? []).flatMap((text, index) => {
    const law = readLaw(text, scenario.providers);
    const message = law === null ? null : problemOf(law, journal, endsAt);
    return message === null ? [] : [{ index, message: `"${text}": ${message}` }];
  });
}

function problemOf(law: Law, journal: readonly JournalEntry[], endsAt: number): string | null {
  if (law.kind === "never") {
    const from = law.after === null ? 0 : journal.findIndex((entry) => is(entry, law.after)) + 1;
    if (law.after !== null && from === 0) return null;
    const found = journal.slice(from).find((entry) => is(entry, law.what));
    return found === undefined ? null : `${law.what.name} happened at ${found.at}`;
  }
  for (const [index, cause] of journal.entries()) {
    if (!is(cause, law.cause)) continue;
    const limitMs = Date.parse(cause.at) + law.withinMs;
    const effect = journal.slice(index + 1).find((entry) => is(entry, law.effect));
    if (effect !== undefined && Date.parse(effect.at) <= limitMs) continue;
    const told = `${law.cause.name} happened at ${cause.at}`;
    if (effect !== undefined) return `${told} and ${law.effect.name} only at ${effect.at}`;
    return endsAt < limitMs
      ? `${told}, and the run ended before ${law.effect.name} did`
      : `${told} and ${law.effect.name} never`;
  }
  return null;
}

function is(entry: JournalEntry, happening: Happening | null): boolean {
  switch (happening?.kind) {
    case "notification":
      return entry.kind === "delivery" && entry["type"] === happening.name;
    case "operation":
      return entry.kind === "exchange" && entry["operationId"] === happening.name;
    case "code":
      return entry.kind === "exchange" && entry["code"] === happening.name;
    case "entry":
      return entry.kind === happening.name;
    default:
      return false;
  }
}
