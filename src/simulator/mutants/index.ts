import { nearestName } from "../kernel/nearest.ts";
import { authentication } from "./authentication.ts";
import { concurrency } from "./concurrency.ts";
import { idempotency } from "./idempotency.ts";
import { money } from "./money.ts";
import type { Mutant } from "./mutant.ts";
import { Mutation } from "./mutation.ts";
import { neutral } from "./neutral.ts";
import { notApplicable } from "./not-applicable.ts";
import { paging } from "./paging.ts";
import { schemaAnswers } from "./schema-answers.ts";
import { schemaRequests } from "./schema-requests.ts";
import { states } from "./states.ts";
import { status } from "./status.ts";
import { time } from "./time.ts";
import { webhooks } from "./webhooks.ts";

/** Every mutant that can be switched on, class by class; the neutral changes are the last. */
export const catalogue: readonly Mutant[] = [
  ...schemaAnswers,
  ...schemaRequests,
  ...status,
  ...authentication,
  ...states,
  ...money,
  ...idempotency,
  ...paging,
  ...time,
  ...webhooks,
  ...concurrency,
  ...neutral,
];

/** The mutant of an id, in any case; null when there is none that applies. */
export function mutantOf(id: string): Mutant | null {
  return catalogue.find((mutant) => mutant.id === id.toUpperCase()) ?? null;
}

/** Why an id is no mutant, to be read after "must be". */
export function explainUnknown(id: string): string {
  const reason = notApplicable.find((row) => row.id === id.toUpperCase())?.reason;
  if (reason !== undefined) return `a mutant that applies, got "${id}": ${reason}`;
  const ids = catalogue.map((mutant) => mutant.id);
  const nearest = nearestName(id, ids) ?? ids[0];
  return `the id of a mutant, got "${id.slice(0, 40)}"; did you mean ${nearest}?`;
}

export { Mutation };
