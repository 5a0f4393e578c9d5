import type { MachineRule } from "../documents/semantics.ts";
import type { Specification } from "../documents/specification.ts";
import { answerVariables } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import { evaluate, listOf } from "./expressions.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";
import { isRecord } from "./values.ts";
import type { World } from "./world.ts";

type Note = (key: string, problem: StepProblem | null, seen: { readonly world: World }) => void;

/** What answers say about one resource over time: what never changes, what two never share, what never falls, which state may follow. */
export class Histories {
  readonly #spec: Specification;
  readonly #note: Note;
  readonly #known = new Map<string, unknown>();
  readonly #reach = new Map<MachineRule, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(spec: Specification, note: Note) {
    this.#spec = spec;
    this.#note = note;
  }

  async judge(exchange: Exchange, world: World): Promise<void> {
    for (const [name, machine] of Object.entries(this.#spec.machines)) {
      for (const { operation, rows } of machine.histories?.lists ?? []) {
        if (operation !== exchange.operationId) continue;
        const found = listOf(await evaluate(rows, answerVariables(exchange)));
        for (const row of found) {
          if (isRecord(row))
            await this.#judgeRow(name, { machine, row, world, life: `${world.life} ${exchange.tenantId}` });
        }
      }
    }
  }

  async #judgeRow(
    name: string,
    {
      machine,
      row,
      world,
      life,
    }: {
      readonly machine: MachineRule;
      readonly row: Readonly<Record<string, unknown>>;
      readonly world: World;
      readonly life: string;
    },
  ): Promise<void> {
    const id = textOf(await evaluate(machine.id, row));
    const { constant = {}, unique = {}, growing = {}, follows = false } = machine.histories ?? {};
    const own = `${life} ${name} ${id}`;
    for (const [value, expression] of Object.entries(constant)) {
      const now = await evaluate(expression, row);
      this.#compare(`history/${name}/constant/${value}`, { key: `${own} constant ${value}`, now, world }, (before) =>
        textOf(before) === textOf(now)
          ? null
          : problemOf(`${value} of one ${name} changes`, {
              expected: before,
              got: now,
              root: `constant ${name} ${value}`,
            }),
      );
    }
    for (const [value, expression] of Object.entries(growing)) {
      const now = Number(await evaluate(expression, row));
      this.#compare(`history/${name}/growing/${value}`, { key: `${own} growing ${value}`, now, world }, (before) =>
        now >= Number(before)
          ? null
          : problemOf(`${value} of one ${name} falls`, {
              expected: `${String(before)} or more`,
              got: now,
              root: `growing ${name} ${value}`,
            }),
      );
    }
    for (const [value, expression] of Object.entries(unique)) {
      const shared = await evaluate(expression, row);
      if (shared === undefined || shared === null || shared === "") continue;
      const key = `${life} ${name} unique ${value} ${textOf(shared)}`;
      this.#compare(`history/${name}/unique/${value}`, { key, now: id, world }, (before) =>
        before === id
          ? null
          : problemOf(`two ${name}s have the same ${value}`, {
              expected: `only ${textOf(before)}`,
              got: `${id} too`,
              root: `unique ${name} ${value}`,
            }),
      );
    }
    if (follows) await this.#judgeState(name, { machine, row, world, own });
  }

  async #judgeState(
    name: string,
    {
      machine,
      row,
      world,
      own,
    }: {
      readonly machine: MachineRule;
      readonly row: Readonly<Record<string, unknown>>;
      readonly world: World;
      readonly own: string;
    },
  ): Promise<void> {
    const now = textOf(await evaluate(machine.state, row));
    this.#compare(`history/${name}/follows`, { key: `${own} state`, now, world }, (before) =>
      this.#reachFrom(machine, String(before)).has(now)
        ? null
        : problemOf(`a ${name} goes from ${String(before)} to ${now}, which nothing allows`, {
            expected: [...this.#reachFrom(machine, String(before))].join(", "),
            got: now,
            root: `follows ${name}`,
          }),
    );
  }

  #compare(
    key: string,
    value: { readonly key: string; readonly now: unknown; readonly world: World },
    judge: (before: unknown) => StepProblem | null,
  ): void {
    const problem = this.#known.has(value.key) ? judge(this.#known.get(value.key)) : null;
    this.#known.set(value.key, value.now);
    this.#note(key, problem, { world: value.world });
  }

  /** What a resource may show later, by what it shows now. */
  #reachFrom(machine: MachineRule, shows: string): ReadonlySet<string> {
    const reach = this.#reach.get(machine) ?? reachOf(machine);
    this.#reach.set(machine, reach);
    return reach.get(shows) ?? new Set();
  }
}

/** For everything that a machine can show: what it can show from there on. */
function reachOf(machine: MachineRule): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => void next.set(from, (next.get(from) ?? new Set()).add(to));
  for (const [state, { from }] of Object.entries(machine.states)) if (from !== undefined) add(from, state);
  for (const { allowed } of Object.values(machine.operations)) {
    for (const [from, to] of Object.entries(allowed)) add(from, to);
  }
  const shows = (state: string): string => machine.states[state]?.shows ?? "";
  const reach = new Map<string, Set<string>>();
  for (const state of Object.keys(machine.states)) {
    const found = new Set([state]);
    for (const one of found) for (const following of next.get(one) ?? []) found.add(following);
    const seen = reach.get(shows(state)) ?? new Set();
    for (const one of found) seen.add(shows(one));
    reach.set(shows(state), seen);
  }
  return reach;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
