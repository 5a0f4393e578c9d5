import { hashOf } from "../plan/random.ts";
import { callOperation } from "./call.ts";
import { evaluate, listOf } from "./expressions.ts";
import type { World } from "./world.ts";

/** What is on sale at the moment, and the rows that this run takes of it. */
export interface CataloguePick {
  /** One row by the name of each pick; a pick that no row fits is absent. */
  readonly picks: Readonly<Record<string, unknown>>;
  /** What is listed under a code or alias: exactly so, else in another letter case. */
  find(code: string): Listed | undefined;
}

/** A row of what is on sale, and its price. */
interface Listed {
  readonly row: unknown;
  readonly price: number;
}

/** A row of what is on sale. */
interface Package {
  readonly code: string;
  readonly row: unknown;
  /** The row's members and the row itself, as expressions see them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reads catalogues once and keeps them while no price changes; which rows are picked depends on the seed only. */
export class Catalogues {
  #known: CataloguePick | null = null;
  readonly #own = new WeakMap<World, CataloguePick>();
  readonly #changed = new WeakSet<World>();
  /** The package of each pick. */
  readonly #chosen = new Map<string, Package>();

  async of(world: World): Promise<CataloguePick> {
    if (!this.#changed.has(world)) {
      this.#known ??= await this.#read(world);
      return this.#known;
    }
    const own = this.#own.get(world) ?? (await this.#read(world));
    this.#own.set(world, own);
    return own;
  }

  /** What this world has on sale is no longer what others have. */
  forget(world: World): void {
    this.#changed.add(world);
    this.#own.delete(world);
  }

  async #read(world: World): Promise<CataloguePick> {
    const rule = world.spec.catalogue;
    if (rule === null) return { picks: {}, find: () => undefined };
    const rows: unknown[] = [];
    for (const list of rule.lists) {
      const { rows: shown, ...listing } = list;
      const exchange = await callOperation(world, listing);
      rows.push(...listOf(await evaluate(shown, { data: exchange.data, answer: exchange.answer })));
    }
    const listed = new Map<string, Listed>();
    const inAnyCase = new Map<string, Listed>();
    const packages: Package[] = [];
    for (const row of rows) {
      const variables = asVariables(row);
      const price = Number(await evaluate(rule.price, variables));
      const codes: string[] = [];
      for (const code of rule.codes) codes.push(String(await evaluate(code, variables)));
      for (const code of codes) {
        listed.set(code, { row, price });
        if (!inAnyCase.has(code.toLowerCase())) inAnyCase.set(code.toLowerCase(), { row, price });
      }
      packages.push({ code: codes[0] ?? "", row, variables });
    }
    const picks: Record<string, unknown> = {};
    for (const [name, fits] of Object.entries(rule.picks)) {
      const row = await this.#choose(world, { name, fits, packages });
      if (row !== undefined) picks[name] = row;
    }
    return { picks, find: (code) => listed.get(code) ?? inAnyCase.get(code.toLowerCase()) };
  }

  /** The same package for the whole run, also when its price or sale state has changed in between. */
  async #choose(
    world: World,
    { name, fits, packages }: { readonly name: string; readonly fits: string; readonly packages: readonly Package[] },
  ): Promise<unknown> {
    const chosen = this.#chosen.get(name);
    if (chosen !== undefined) {
      const again = packages.find(({ code }) => code === chosen.code);
      return again === undefined ? chosen.row : again.row; // withdrawn from sale: what was known of it
    }
    const taken = new Set([...this.#chosen.values()].map(({ code }) => code));
    // From a place that depends on the seed, so that few rows are looked at and each may be taken.
    const from = hashOf(world.ports.seed, world.spec.provider, name) % Math.max(1, packages.length);
    for (const one of [...packages.slice(from), ...packages.slice(0, from)]) {
      if (taken.has(one.code) || (await evaluate(fits, one.variables)) !== true) continue;
      this.#chosen.set(name, one);
      return one.row;
    }
    return undefined;
  }
}

function asVariables(row: unknown): Readonly<Record<string, unknown>> {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return { row };
  return { ...row, row };
}
