import { hashOf } from "../plan/random.ts";
import { callOperation } from "./call.ts";
import { evaluate, listOf } from "./expressions.ts";
import type { World } from "./world.ts";

/** What is on sale at the moment, and the rows that this run takes of it. */
export interface CataloguePick {
  /** One row by the name of each pick; a pick that no row fits is absent. */
  readonly picks: Readonly<Record<string, unknown>>;
  /** The listed price of a code or alias. */
  priceOf(code: string): number | undefined;
}

/** Reads catalogues once and keeps them while no price changes; which rows are picked depends on the seed only. */
export class Catalogues {
  #known: CataloguePick | null = null;
  readonly #own = new WeakMap<World, CataloguePick>();
  readonly #changed = new WeakSet<World>();
  /** Code and last known row of each pick. */
  readonly #chosen = new Map<string, { readonly code: string; readonly row: unknown }>();

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
    if (rule === null) return { picks: {}, priceOf: () => undefined };
    const rows: unknown[] = [];
    for (const list of rule.lists) {
      const exchange = await callOperation(world, {
        call: list.call,
        ...(list.with === undefined ? {} : { with: list.with }),
      });
      rows.push(...listOf(await evaluate(list.rows, { data: exchange.data, answer: exchange.answer })));
    }
    const prices = new Map<string, number>();
    for (const row of rows) {
      const price = await evaluate(rule.price, asVariables(row));
      for (const code of rule.codes) prices.set(String(await evaluate(code, asVariables(row))), Number(price));
    }
    const picks: Record<string, unknown> = {};
    for (const [name, fits] of Object.entries(rule.picks)) {
      const row = await this.#choose(world, { name, fits, rows, code: rule.codes[0] ?? "" });
      if (row !== undefined) picks[name] = row;
    }
    return { picks, priceOf: (code) => prices.get(code) };
  }

  /** The same package for the whole run, also when its price or sale state has changed in between. */
  async #choose(
    world: World,
    pick: { readonly name: string; readonly fits: string; readonly rows: readonly unknown[]; readonly code: string },
  ): Promise<unknown> {
    const chosen = this.#chosen.get(pick.name);
    if (chosen !== undefined) {
      for (const row of pick.rows) if (String(await evaluate(pick.code, asVariables(row))) === chosen.code) return row;
      return chosen.row; // withdrawn from sale: what was known of it
    }
    const fitting: unknown[] = [];
    const taken = new Set([...this.#chosen.values()].map(({ code }) => code));
    for (const row of pick.rows) {
      if ((await evaluate(pick.fits, asVariables(row))) !== true) continue;
      if (!taken.has(String(await evaluate(pick.code, asVariables(row))))) fitting.push(row);
    }
    const row = fitting[hashOf(world.ports.seed, world.spec.provider, pick.name) % Math.max(1, fitting.length)];
    if (row !== undefined) {
      this.#chosen.set(pick.name, { code: String(await evaluate(pick.code, asVariables(row))), row });
    }
    return row;
  }
}

function asVariables(row: unknown): Readonly<Record<string, unknown>> {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return { row };
  return { ...row, row };
}
