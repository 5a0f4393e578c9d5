import fc from "fast-check";
import type { MachineRule } from "../documents/semantics.ts";
import type { CallStep, Case, Step } from "../plan/case.ts";
import { moneyAround } from "../plan/money-steps.ts";
import { movesBetween, pathTo } from "../plan/precondition.ts";
import type { CaseRun } from "./run-case.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";
import { runSteps } from "./steps.ts";
import { World, type WorldPorts } from "./world.ts";

/** Sequences that are tried, and their length: enough that every pair of moves follows one another somewhere. */
const SEQUENCES = 25;
const LONGEST = 10;

/** What can be tried: an operation, or what leads to a state. */
interface Command {
  readonly name: string;
  readonly kind: "operation" | "move";
}

/**
 * Runs sequences of calls and moves against the machine as the reference model. A failing sequence is shrunk; what is reported is the
 * shortest one that fails.
 */
export async function runModel(ports: WorldPorts, one: Case): Promise<CaseRun> {
  const name = one.subject ?? "";
  const machine = ports.spec.machines[name];
  if (machine === undefined) throw new Error(`there is no resource ${name}`);
  const commands: Command[] = [
    ...Object.keys(machine.operations).map((key): Command => ({ name: key, kind: "operation" })),
    ...movable(machine).map((state): Command => ({ name: state, kind: "move" })),
  ];
  const failures: { readonly world: World; readonly problem: StepProblem; readonly sequence: readonly string[] }[] = [];
  const property = fc.asyncProperty(
    fc.array(fc.constantFrom(...commands), { minLength: 1, maxLength: LONGEST }),
    async (sequence) => {
      const world = new World(ports, `${one.rule} ${sequence.map((command) => command.name).join(" ")}`);
      const problem = await runSequence(world, { name, machine, sequence });
      if (problem !== null) failures.push({ world, problem, sequence: sequence.map((command) => command.name) });
      return problem === null;
    },
  );
  const result = await fc.check(property, {
    seed: ports.seed,
    numRuns: SEQUENCES,
    endOnFailure: false,
    maxSkipsPerRun: 0,
    interruptAfterTimeLimit: 20_000,
  });
  const failed = failures.at(-1); // shrinking ends with the shortest sequence
  if (!result.failed || failed === undefined) {
    return { problem: null, isSetup: false, world: new World(ports, one.rule), from: 0 };
  }
  const { world, problem, sequence } = failed;
  const told = { ...problem, message: `after ${sequence.join(", ")}: ${problem.message}`, root: null };
  return { problem: told, isSetup: false, world, from: 0 };
}

/** States that a device or the clock leads to; those that an operation leads to are tried by the operation. */
function movable(machine: MachineRule): readonly string[] {
  return Object.entries(machine.states)
    .filter(([, { by = [] }]) => by.length > 0 && by.every((step) => !("call" in step)))
    .map(([state]) => state);
}

async function runSequence(
  world: World,
  {
    name,
    machine,
    sequence,
  }: { readonly name: string; readonly machine: MachineRule; readonly sequence: readonly Command[] },
): Promise<StepProblem | null> {
  try {
    await world.begin();
    const failed = await runSteps(world, pathTo(world.spec, name, machine.initial));
    if (failed !== null) return failed;
    let state = machine.initial;
    for (const command of sequence) {
      const tried = stepsOf(world, { name, machine, state, command });
      if (tried === null) continue;
      const problem = await runSteps(world, tried.steps);
      if (problem !== null) return problem;
      state = tried.next;
    }
    return null;
  } catch (error) {
    // A device that refuses what the model allows is a failed sequence, not a broken run.
    return problemOf(error instanceof Error ? error.message : String(error));
  }
}

function stepsOf(
  world: World,
  at: { readonly name: string; readonly machine: MachineRule; readonly state: string; readonly command: Command },
): { readonly steps: readonly Step[]; readonly next: string } | null {
  const { name, machine, state, command } = at;
  const shows = (next: string): Step[] => [
    { observe: name },
    {
      check: `(${name}.(${machine.state})) = ${JSON.stringify(machine.states[next]?.shows ?? "")}`,
      says: `a ${name} that must be ${next} shows it`,
      got: `${name}.(${machine.state})`,
    },
  ];
  if (command.kind === "move") {
    const moves = movesBetween(machine, state, command.name);
    return moves === null ? null : { steps: [...moves, ...shows(command.name)], next: command.name };
  }
  const rule = machine.operations[command.name];
  const operation = world.spec.operations.get(rule?.call ?? "");
  if (rule === undefined || operation === undefined || operation.option !== null) return null;
  const call: CallStep = { call: rule.call, ...(rule.with === undefined ? {} : { with: rule.with }) };
  const next = rule.allowed[state];
  if (next !== undefined) return { steps: [...moneyAround(world.spec, operation, [call]), ...shows(next)], next };
  const code = typeof rule.refused === "string" ? rule.refused : (rule.refused[state] ?? "");
  return { steps: [{ ...call, expect: { outcome: "refused", codes: [code] } }, ...shows(state)], next: state };
}
