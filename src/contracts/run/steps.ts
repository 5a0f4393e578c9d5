import type { MachineRule } from "../documents/semantics.ts";
import type { CallStep, Step } from "../plan/case.ts";
import { answerVariables, buildCall, callOperation, saveFrom, sendBuilt } from "./call.ts";
import { describeExpectation, judgeExpectation } from "./expectation.ts";
import { durationOf, listOf } from "./expressions.ts";
import { awaitNotifications, openReceiver } from "./notifications.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";
import { isRecord } from "./values.ts";
import type { World } from "./world.ts";

/** Runs steps one after the other until one has a problem. */
export async function runSteps(world: World, steps: readonly Step[]): Promise<StepProblem | null> {
  for (const step of steps) {
    const problem = await runStep(world, step);
    if (problem !== null) return problem;
  }
  return null;
}

async function runStep(world: World, step: Step): Promise<StepProblem | null> {
  if ("call" in step) return call(world, step);
  if ("settle" in step) return settle(world, step.settle, step.as);
  if ("check" in step) return check(world, step);
  if ("together" in step) return together(world, step);
  if ("repeat" in step) return repeat(world, step);
  if ("observe" in step) return observe(world, step.observe);
  if ("receiver" in step) return openReceiver(world, step.receiver);
  if ("notified" in step) return awaitNotifications(world, step);
  if ("mails" in step) return readMails(world, step.mails);
  if ("let" in step) {
    for (const [name, template] of Object.entries(step.let)) world.saved[name] = await world.fill(template);
    return null;
  }
  return control(world, step);
}

type ControlStep = Exclude<
  Step,
  | CallStep
  | { readonly settle: string; readonly as?: "usual" | "other" }
  | { readonly check: string }
  | { readonly together: readonly CallStep[] }
  | { readonly repeat: number }
  | { readonly observe: string }
  | { readonly receiver: object }
  | { readonly notified: readonly object[] }
  | { readonly let: object }
  | { readonly mails: unknown }
>;

async function control(world: World, step: ControlStep): Promise<StepProblem | null> {
  const { tenantId, spec } = world;
  if ("device" in step) {
    await world.control.device(tenantId, await deviceId(world), step.device);
  } else if ("use" in step) {
    await world.control.use(tenantId, await deviceId(world), Number(await world.fill(step.use)));
  } else if ("advance" in step) {
    await world.advance(await world.fill(step.advance));
  } else if ("advanceTo" in step) {
    const now = (await world.clock()) ?? 0;
    const at = Number(await world.fill(step.advanceTo));
    if (at < now) return problemOf("the clock cannot go back", { expected: `an instant from ${now} on`, got: at });
    await world.advance(at - now);
  } else if ("run" in step) {
    await world.runClock(step.run);
  } else if ("option" in step) {
    const values = await world.fill(step.option);
    if (isRecord(values)) await world.control.setOptions(tenantId, spec.provider, values);
  } else if ("balance" in step) {
    await world.control.setBalance(tenantId, Number(await world.fill(step.balance)));
  } else {
    const { code, ...change } = step.package;
    const filled = await world.fill(change);
    const wanted = String(await world.fill(code));
    if (isRecord(filled)) await world.control.setPackage(tenantId, spec.provider, wanted, filled);
    if (change.price !== undefined || change.onSale !== undefined) world.catalogueChanged();
  }
  return null;
}

/** Reads the mails to an address; nothing of them is part of the provider's API. */
async function readMails(world: World, address: unknown): Promise<StepProblem | null> {
  const to = encodeURIComponent(String(await world.fill(address)));
  const listed = await world.control.read(world.tenantId, `mails?provider=${world.spec.provider}&to=${to}`);
  world.saved["mails"] = isRecord(listed) ? listOf(listed["items"]) : [];
  return null;
}

/** The eSIM whose device is played: by the first resource that has one. */
async function deviceId(world: World): Promise<string> {
  for (const machine of Object.values(world.spec.machines)) {
    if (machine.device === undefined) continue;
    const id = await world.evaluate(machine.device);
    if (typeof id === "string" && id !== "") return id;
  }
  throw new Error("no resource here has a device");
}

async function call(world: World, step: CallStep): Promise<StepProblem | null> {
  const exchange = await callOperation(world, step);
  return judgeExpectation(exchange, step.expect ?? { outcome: "success" }, world.spec);
}

/** Makes the effect of an operation visible: by the clock where there is one, else by asking until the deadline. */
async function settle(world: World, operationId: string, as: CallStep["as"]): Promise<StepProblem | null> {
  const rule = world.spec.operations.get(operationId)?.eventual ?? null;
  if (rule === null) throw new Error(`${operationId} has no x-eventual`);
  const poll: CallStep = {
    call: rule.poll.call,
    ...(rule.poll.with === undefined ? {} : { with: rule.poll.with }),
    ...(as === undefined ? {} : { as }),
  };
  const within = durationOf(rule.within);
  const hasClock = world.ports.target.capabilities.has("clock");
  if (hasClock) await world.advance(within);
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const exchange = await callOperation(world, poll);
    const variables = answerVariables(exchange);
    if ((await world.evaluate(rule.done, variables)) === true) return null;
    const isPending = (await world.evaluate(rule.pending, variables)) === true;
    if (!isPending || hasClock || waitedMs >= within) {
      return problemOf(`the effect of ${operationId} is not there within ${rule.within}`, {
        expected: rule.done,
        got: describeExpectation(exchange),
        root: `eventual ${operationId}`,
      });
    }
    await world.ports.sleep(POLL_MS);
  }
}

/** Two seconds, as the providers advise their clients. */
const POLL_MS = 2000;

async function check(world: World, step: Extract<Step, { readonly check: string }>): Promise<StepProblem | null> {
  if ((await world.evaluate(step.check)) === true) return null;
  return problemOf(step.says, {
    expected: step.expected === undefined ? step.check : await world.evaluate(step.expected),
    ...(step.got === undefined ? {} : { got: await world.evaluate(step.got) }),
    ...(step.root === undefined ? {} : { root: step.root }),
  });
}

/** Sends calls at once; every request is made before the first leaves, so that values do not depend on timing. */
async function together(
  world: World,
  step: { readonly together: readonly CallStep[]; readonly save?: string },
): Promise<StepProblem | null> {
  const built = [];
  for (const one of step.together) built.push(await buildCall(world, one));
  const exchanges = await Promise.all(built.map((one) => sendBuilt(world, one)));
  if (step.save !== undefined) world.saved[step.save] = exchanges.map((exchange) => answerVariables(exchange));
  for (const [index, exchange] of exchanges.entries()) {
    const one = step.together[index];
    if (one === undefined) continue;
    if (one.save !== undefined) await saveFrom(world, one, exchange);
    const problem = judgeExpectation(exchange, one.expect ?? { outcome: "any" }, world.spec);
    if (problem !== null) return problem;
  }
  return null;
}

async function repeat(
  world: World,
  step: { readonly repeat: number; readonly while?: string; readonly steps: readonly Step[] },
): Promise<StepProblem | null> {
  for (let round = 0; round < step.repeat; round += 1) {
    world.saved["round"] = round;
    if (step.while !== undefined && (await world.evaluate(step.while)) !== true) return null;
    const problem = await runSteps(world, step.steps);
    if (problem !== null) return problem;
  }
  return null;
}

/** Reads a resource again; its row is joined to what is known of it. */
export async function observe(world: World, resource: string): Promise<StepProblem | null> {
  const machine: MachineRule | undefined = world.spec.machines[resource];
  if (machine === undefined) throw new Error(`there is no resource ${resource}`);
  if (machine.observe === null) return null;
  const { call: operationId, with: changes, row } = machine.observe;
  const before = { ...world.saved };
  const exchange = await callOperation(world, {
    call: operationId,
    ...(changes === undefined ? {} : { with: changes }),
  });
  const variables = answerVariables(exchange);
  Object.assign(world.saved, pickAnswer(before)); // looking leaves the last answer as it was
  const problem = judgeExpectation(exchange, { outcome: "success" }, world.spec);
  if (problem !== null) return problem;
  const [found] = listOf(await world.evaluate(row, variables));
  if (!isRecord(found)) {
    return problemOf(`${operationId} does not show the ${resource}`, { expected: row, got: exchange.data });
  }
  const known = world.saved[resource];
  world.saved[resource] = isRecord(known) ? { ...known, ...found } : found;
  return null;
}

const ANSWER_NAMES = ["request", "answer", "data", "status", "success", "code", "headers"] as const;

function pickAnswer(saved: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(ANSWER_NAMES.map((name) => [name, saved[name]]));
}
