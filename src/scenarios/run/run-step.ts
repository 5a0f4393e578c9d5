import { durationMs, readMoment, shownDuration } from "../format/durations.ts";
import { valueAtPath } from "../format/paths.ts";
import type { Action, Expect, Step, When } from "../format/scenario.ts";
import { act, describeAction } from "./actions.ts";
import type { Answer } from "./answer.ts";
import { ClockWait } from "./clock-wait.ts";
import { answerProblems, type Before, effectProblems, memberProblems, typeOf } from "./expectations.ts";
import { type Mark, type ScenarioLife, StepFailed } from "./life.ts";
import { names, shown } from "./matchers.ts";

/** How long a step waits under `when` unless it says otherwise. */
const DEFAULT_WITHIN = "1d";

/** Does one step and says what was not as it must be; empty when all was. */
export async function runStep(life: ScenarioLife, step: Step): Promise<string[]> {
  const since = life.mark;
  try {
    await come(life, step);
    if (step.when !== undefined) await waitFor(life, await life.fill(step.when), since);
    life.setMark();
    await life.readClock();
    if (step.name !== undefined) life.moments.set(step.name, life.nowMs);
    const title = step.says ?? step.name;
    if (title !== undefined) life.timeline.add(life.nowMs, "step", title);
    const problems: string[] = [];
    for (let n = 1; n <= (step.repeat ?? 1) && problems.length === 0; n += 1) {
      life.save("n", n);
      problems.push(...(await once(life, step)));
    }
    return problems;
  } catch (error) {
    if (error instanceof StepFailed) return [error.message];
    throw error;
  }
}

async function come(life: ScenarioLife, { at, after }: Step): Promise<void> {
  if (after !== undefined) await life.moveBy(durationMs(after) ?? 0);
  if (at !== undefined) await life.moveTo(instantOf(life, await life.fill(at)));
}

function instantOf(life: ScenarioLife, at: string): number {
  const moment = readMoment(at);
  if (moment === null) throw new StepFailed(`\`at\` must be an instant or an offset, got "${at}"`);
  if (moment.kind === "instant") return moment.ms;
  const from = moment.from === null ? life.beginsAt : life.moments.get(moment.from);
  if (from === undefined) throw new StepFailed(`no step before this is named ${moment.from}`);
  return from + moment.ms;
}

async function waitFor(life: ScenarioLife, when: When, since: Mark): Promise<void> {
  const within = when.within ?? DEFAULT_WITHIN;
  const wait = await ClockWait.begin(life, within);
  do {
    if (await hasHappened(life, when, since)) return;
  } while (await wait.goOn());
  throw new StepFailed(`${describeWhen(when)} must happen within ${within}; it had not ${wait.told()}`);
}

async function hasHappened(
  life: ScenarioLife,
  { webhook, happened, mail, about }: When,
  since: Mark,
): Promise<boolean> {
  const isAbout = (value: unknown): boolean => about === undefined || names(value, about);
  if (webhook !== undefined) {
    const came = life.arrivals().slice(since.arrivals);
    if (!came.some(({ body }) => typeOf(life, body) === webhook && isAbout(body))) return false;
  }
  if (happened !== undefined) {
    if (!life.journal().some((entry) => entry.seq > since.seq && entry.kind === happened && isAbout(entry)))
      return false;
  }
  return mail === undefined || (await life.control.mails.list({ to: mail })).length > 0;
}

function describeWhen({ webhook, happened, mail, about }: When): string {
  const told = [webhook, happened, mail === undefined ? undefined : `a mail to ${mail}`].filter(
    (one) => one !== undefined,
  );
  return `${told.join(" and ")}${about === undefined ? "" : ` about ${about}`}`;
}

async function once(life: ScenarioLife, step: Step): Promise<string[]> {
  const before = await stateBefore(life, step.expect);
  const answer = step.do === undefined ? null : await perform(life, await life.fill(step.do));
  // What is expected of members and effects may speak of what the answer has brought, so that the answer itself is judged first.
  const { success, code, status, answer: none, ...rest } = step.expect ?? {};
  const expected = { success, code, status, answer: none };
  const problems = answer === null ? [] : answerProblems(answer, await life.fill(expected));
  if (problems.length > 0) return problems;
  if (answer !== null) keep(life, step, answer);
  if (step.expect === undefined) return [];
  const beganAt = life.nowMs;
  const wanted = await life.fill(rest);
  const found = [...memberProblems(answer, wanted), ...(await effectProblems(life, wanted, before))];
  if (found.length === 0)
    life.timeline.add(life.nowMs, "held", `${shown(await life.fill(step.expect))}${waited(life.nowMs - beganAt)}`);
  return found;
}

async function stateBefore(life: ScenarioLife, expect: Expect | undefined): Promise<Before> {
  const balance = expect?.money === undefined ? null : (await life.control.account.get()).balance;
  return { arrivals: life.arrivals().length, balance };
}

async function perform(life: ScenarioLife, action: Action): Promise<Answer> {
  const at = life.nowMs;
  const answer = await act(life, action);
  life.timeline.add(at, "done", `${describeAction(action)} -> ${answer.told}`);
  await life.settle();
  return answer;
}

function keep(life: ScenarioLife, { save }: Step, answer: Answer): void {
  for (const [name, path] of Object.entries(save ?? {})) {
    const value = valueAtPath(answer.body, path);
    if (value === undefined)
      throw new StepFailed(`the answer must have ${path} to save as ${name}, got ${answer.told}`);
    life.save(name, value);
  }
}

function waited(ms: number): string {
  return ms > 0 ? ` (waited ${shownDuration(ms)})` : "";
}
