import type { Mutant } from "./mutants/mutant.ts";
import type { Mutation, MutationPorts } from "./mutants/mutation.ts";
import { StartRefused } from "./refusals.ts";

/** A mutant, loaded but not yet switched on. */
export interface LoadedMutant {
  readonly mutant: Mutant;
  /** What an operator must know. */
  readonly warning: string;
  readonly switchOn: (ports: MutationPorts) => Mutation;
}

/**
 * Loads the mutant of an id. A sandbox without one never loads any of them.
 * @throws StartRefused when there is no such mutant, or none that applies
 */
export async function loadMutant(id: string): Promise<LoadedMutant> {
  const { explainUnknown, Mutation, mutantOf } = await import("./mutants/index.ts");
  const mutant = mutantOf(id);
  if (mutant === null) throw new StartRefused("unknown-mutant", `--mutant must be ${explainUnknown(id)}`);
  const warning = `mutant ${mutant.id} is on, for measuring a test suite: ${mutant.says}`;
  return { mutant, warning, switchOn: (ports) => new Mutation(mutant, ports) };
}
