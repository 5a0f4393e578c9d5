import { ControlFailed } from "../../client/control-failed.ts";
import { readScenarioValue } from "../format/read-scenario.ts";
import {
  type CheckedScenario,
  type Scenario,
  type ScenarioPlace,
  ScenarioRefused,
  type Step,
} from "../format/scenario.ts";
import { describeAction } from "./actions.ts";
import { lawProblems } from "./law-verdicts.ts";
import { ScenarioLife } from "./life.ts";
import { runStep } from "./run-step.ts";
import {
  beginTenant,
  endTenant,
  hasTenant,
  interruptible,
  remoteTarget,
  type ScenarioTarget,
  type ScenarioTenant,
  type TenantEnd,
} from "./target.ts";
import type { TimelineEntry } from "./timeline.ts";

/** Where and how a scenario is played. */
export interface ScenarioOptions {
  /** URL of a running sandbox; default: one of its own in this process. */
  readonly against?: string;
  /** What its control API demands as a token. */
  readonly adminToken?: string;
  /** The tenant it is played in, which begins anew; default `scenario-` and the scenario's name. */
  readonly tenant?: string;
  /** Another seed than the scenario's. */
  readonly seed?: number;
  /** Whether the tenant stays in a sandbox elsewhere; unless it does, a run deletes what it has made. */
  readonly keepTenant?: boolean;
  /** Real milliseconds that one wait takes at most where the clock runs, or where somebody else moves it; default one minute. */
  readonly maxWaitMs?: number;
  /** Interrupts the run; it rejects with the signal's reason, after its tenant is deleted. */
  readonly signal?: AbortSignal;
  /** Called in a sandbox elsewhere when a tenant that the run could delete is deleted or stays, however the run ended. */
  readonly onTenantEnd?: (id: string, end: TenantEnd) => void;
}

/** How one step went. */
export interface StepResult {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly verdict: "passed" | "failed" | "skipped";
  readonly place: ScenarioPlace;
  /** What was expected and what came, a sentence each. */
  readonly problems: readonly string[];
  readonly wallMs: number;
}

/** What must hold at the end of a run besides its steps: that each fault struck, and the laws. */
export interface ClosingResult {
  readonly title: string;
  readonly verdict: "passed" | "failed" | "skipped";
  readonly place: ScenarioPlace;
  readonly problems: readonly string[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly says: string;
  readonly file: string;
  readonly seed: number;
  readonly target: string;
  readonly tenant: string;
  readonly verdict: "passed" | "failed";
  readonly steps: readonly StepResult[];
  readonly closing: readonly ClosingResult[];
  readonly timeline: readonly TimelineEntry[];
  /** The instant at which it began, in milliseconds since 1970. */
  readonly beginsAt: number;
  /** The tenant's journal as lines of JSON, without what real time and the machine decide. */
  readonly journal: string;
  readonly wallMs: number;
}

/**
 * Plays a scenario and says how it went.
 * @throws ScenarioRefused when it is wrong; nothing was run then
 * @throws ControlFailed when the sandbox does not answer
 */
export async function runScenario(
  scenario: Scenario | CheckedScenario,
  options: ScenarioOptions = {},
): Promise<ScenarioResult> {
  const { signal } = options;
  const checked = "placeOf" in scenario ? scenario : readScenarioValue(scenario);
  signal?.throwIfAborted();
  const target = await openTarget(options);
  try {
    return await playAndEnd(checked, target, options);
  } catch (error) {
    signal?.throwIfAborted(); // questions that the signal has cut off have failed because of it
    throw error;
  } finally {
    await target.close();
  }
}

async function openTarget({ against, adminToken }: ScenarioOptions): Promise<ScenarioTarget> {
  if (against !== undefined) return remoteTarget(against, adminToken ?? null);
  // The simulator is loaded only where it is needed.
  const { openInProcess } = await import("./in-process.ts");
  return openInProcess();
}

const LONGEST_TENANT = 40;
const DEFAULT_MAX_WAIT_MS = 60_000;
const DEFAULT_TIME = "2026-01-01T00:00:00Z";

/** Plays a scenario in a tenant and deletes that afterwards, unless it was there and the user named it. */
async function playAndEnd(
  checked: CheckedScenario,
  target: ScenarioTarget,
  options: ScenarioOptions,
): Promise<ScenarioResult> {
  const { scenario } = checked;
  const { signal, keepTenant = false, onTenantEnd } = options;
  const heard = signal === undefined ? target : interruptible(target, signal);
  const id = options.tenant ?? `scenario-${scenario.name}`.slice(0, LONGEST_TENANT).replace(/-+$/, "");
  // One of the scenario's own name can only be left of an earlier run.
  const isForeign = options.tenant !== undefined && (await hasTenant(heard, id));
  const mayEnd = !target.isOwn && !isForeign;
  const seed = options.seed ?? scenario.seed ?? 1;
  const { time = DEFAULT_TIME, clock = "frozen" } = scenario;
  let tenant: ScenarioTenant;
  try {
    tenant = await beginTenant(heard, id, { seed, time, clock, ...worldOf(scenario) });
  } catch (error) {
    if (mayEnd) await endTenant(target, id); // the sandbox may have made it without being heard
    throw error;
  }
  try {
    return { ...(await play(checked, { target: heard, tenant }, options)), seed, tenant: id };
  } finally {
    const end = !mayEnd ? null : keepTenant ? "kept" : await endTenant(target, id);
    if (end !== null) onTenantEnd?.(id, end);
  }
}

async function play(
  checked: CheckedScenario,
  { target, tenant }: { readonly target: ScenarioTarget; readonly tenant: ScenarioTenant },
  { maxWaitMs = DEFAULT_MAX_WAIT_MS, signal }: ScenarioOptions,
): Promise<Omit<ScenarioResult, "seed" | "tenant">> {
  const startedAt = performance.now();
  const { scenario, file } = checked;
  const life = new ScenarioLife(checked, target, { tenant, maxWaitMs });
  try {
    await prepare(life);
    const steps = await playSteps(life, signal);
    const hasFailed = steps.some(({ verdict }) => verdict === "failed");
    const closing = await close(life, hasFailed);
    const verdict = hasFailed || closing.some((one) => one.verdict === "failed") ? "failed" : "passed";
    return {
      name: scenario.name,
      says: scenario.says,
      file,
      target: target.name,
      verdict,
      steps,
      closing,
      timeline: life.timeline.entries,
      beginsAt: life.beginsAt,
      journal: life.comparableJournal(),
      wallMs: Math.round(performance.now() - startedAt),
    };
  } finally {
    await life.close();
  }
}

/** The world that a scenario begins in, where the control API knows worlds: the schema admits it only then. */
function worldOf(scenario: Scenario): { readonly world?: string } {
  return "world" in scenario && typeof scenario.world === "string" ? { world: scenario.world } : {};
}

/** What the sandbox refuses of options and faults is a mistake of the scenario: no step has run yet. */
async function prepare(life: ScenarioLife): Promise<void> {
  const { scenario } = life.checked;
  for (const [name, value] of Object.entries(scenario.variables ?? {})) life.save(name, await life.fill(value));
  if (scenario.options !== undefined) {
    const { options } = scenario;
    await orRefused(life, "/options", () => life.control.options.change(definedOnly(options)));
  }
  for (const [index, fault] of (scenario.faults ?? []).entries()) {
    await orRefused(life, `/faults/${index}`, async () => life.control.faults.add(await life.fill(fault)));
  }
  for (const [index, rule] of (scenario.webhooks ?? []).entries()) {
    await orRefused(life, `/webhooks/${index}`, async () => life.control.webhooks.rules.add(await life.fill(rule)));
  }
  await life.settle();
}

/** The same options without members that are undefined. */
function definedOnly(
  options: NonNullable<Scenario["options"]>,
): Record<string, Record<string, string | number | boolean>> {
  return JSON.parse(JSON.stringify(options));
}

async function orRefused(life: ScenarioLife, pointer: string, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof ControlFailed) || error.status === null || error.code === "foreign-answer") throw error;
    const [first] = error.errors;
    // `body.effect.code` is the member of the fault that the sandbox does not take.
    const member =
      first?.path.startsWith("body.") === true ? first.path.slice("body.".length).replaceAll(".", "/") : "";
    const place = life.checked.placeOf(member === "" ? pointer : `${pointer}/${member}`);
    throw new ScenarioRefused([{ ...place, rule: error.code, message: error.message }]);
  }
}

async function playSteps(life: ScenarioLife, signal: AbortSignal | undefined): Promise<StepResult[]> {
  const results: StepResult[] = [];
  let hasFailed = false;
  for (const [index, step] of life.checked.scenario.steps.entries()) {
    signal?.throwIfAborted();
    const place = life.checked.placeOf(`/steps/${index}`);
    const known = { number: index + 1, title: titleOf(step), place };
    if (hasFailed) {
      // A later step would only tell that an earlier one has failed.
      results.push({ ...known, verdict: "skipped", problems: [], wallMs: 0 });
      continue;
    }
    const startedAt = performance.now();
    const problems = await runStep(life, step);
    for (const problem of problems) life.timeline.add(life.nowMs, "failed", problem);
    hasFailed = problems.length > 0;
    const wallMs = Math.round(performance.now() - startedAt);
    results.push({ ...known, verdict: hasFailed ? "failed" : "passed", problems, wallMs });
  }
  return results;
}

const LONGEST_TITLE = 100;

function titleOf(step: Step): string {
  const { says, name, do: action } = step;
  const told = says ?? name ?? (action === undefined ? describeWaiting(step) : describeAction(action));
  return told.length > LONGEST_TITLE ? `${told.slice(0, LONGEST_TITLE)}...` : told;
}

function describeWaiting({ at, after, when }: Step): string {
  if (when !== undefined) return `wait for ${JSON.stringify(when)}`;
  return at === undefined ? `wait ${after ?? ""}`.trim() : `come to ${at}`;
}

async function close(life: ScenarioLife, isSkipped: boolean): Promise<ClosingResult[]> {
  const { scenario, placeOf } = life.checked;
  const results: ClosingResult[] = [];
  const note = (pointer: string, title: string, problems: readonly string[]): void => {
    for (const problem of problems) life.timeline.add(life.nowMs, "failed", problem);
    const verdict = isSkipped ? "skipped" : problems.length > 0 ? "failed" : "passed";
    results.push({ title, verdict, place: placeOf(pointer), problems });
  };
  const unfired = isSkipped ? [] : await unfiredRules(life);
  if ((scenario.faults ?? scenario.webhooks ?? []).length > 0 || unfired.length > 0) {
    note(scenario.faults === undefined ? "/webhooks" : "/faults", "every fault and every rule struck", unfired);
  }
  const broken = isSkipped ? [] : await lawProblems(life);
  for (const [index, law] of (scenario.laws ?? []).entries()) {
    const problem = broken[index] ?? null;
    note(`/laws/${index}`, law, problem === null ? [] : [problem]);
  }
  return results;
}

/** A fault or a rule that was armed and never struck has tested nothing. */
async function unfiredRules({ control }: ScenarioLife): Promise<string[]> {
  const told = (what: string, { id, effect }: { readonly id: string; readonly effect: unknown }): string =>
    `the ${what} ${id} (${JSON.stringify(effect)}) must strike, and never did`;
  const neverStruck = ({ hits }: { readonly hits: number }): boolean => hits === 0;
  const [faults, rules] = [await control.faults.list(), await control.webhooks.rules.list()];
  return [
    ...faults.filter(neverStruck).map((fault) => told("fault", fault)),
    ...rules.filter(neverStruck).map((rule) => told("webhook rule", rule)),
  ];
}
