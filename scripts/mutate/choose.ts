import { type Mutant, type MutantProvider, providersOf } from "../../src/simulator/mutants/mutant.ts";

/** A mutant together with the provider that it is to break. */
export interface Chosen {
  readonly mutant: Mutant;
  readonly provider: MutantProvider;
}

/** Which mutants are wanted. */
export interface Choice {
  /** Classes such as `MON` and ids such as `MON-01`; empty for all. */
  readonly only: readonly string[];
  readonly provider: MutantProvider | null;
  /** So many violations, spread over all classes; null for all and the neutral changes. */
  readonly sample: number | null;
}

/** The class of a mutant: `MON` of `MON-01`. */
export function classOf(id: string): string {
  return id.slice(0, id.lastIndexOf("-"));
}

/** Whether a change keeps the contract. */
export function isNeutral(id: string): boolean {
  return classOf(id) === "N";
}

/** The names in `only` that are neither a class nor an id. */
export function unknownNames(only: readonly string[], catalogue: readonly Mutant[]): readonly string[] {
  return only.filter((name) => !catalogue.some(({ id }) => id === name || classOf(id) === name));
}

/** The mutants that are wanted, in the order of the catalogue. A sample is the same each time. */
export function choose(catalogue: readonly Mutant[], { only, provider, sample }: Choice): readonly Chosen[] {
  const wanted = catalogue.filter(({ id }) => only.length === 0 || only.includes(id) || only.includes(classOf(id)));
  const pairs = wanted.flatMap((mutant) =>
    providersOf(mutant)
      .filter((name) => provider === null || name === provider)
      .map((name) => ({ mutant, provider: name })),
  );
  return sample === null
    ? pairs
    : spread(
        pairs.filter(({ mutant }) => !isNeutral(mutant.id)),
        sample,
      );
}

/** Evenly spaced elements: as the catalogue goes class by class, each class has its share. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  const taken = Math.min(count, items.length);
  const indexes = Array.from({ length: taken }, (_, index) => Math.floor(((index + 0.5) * items.length) / taken));
  return indexes.flatMap((index) => items.slice(index, index + 1));
}
