import { suggestion } from "../../contracts/documents/nearest-name.ts";
import { checkAction } from "./check-action.ts";
import { checkExpect } from "./check-expect.ts";
import { checkFault, durationSays, pathSays, type Report } from "./check-parts.ts";
import { durationMs, readMoment } from "./durations.ts";
import { happeningNames, LAW_SAYS, readLaw } from "./laws.ts";
import { segmentsOfPath } from "./paths.ts";
import { BUILT_IN, referencesIn, visitTexts } from "./references.ts";
import type { Scenario, Step } from "./scenario.ts";

/** What the schema cannot say: names that other members or documents give, and values that somebody must have saved. */
export function checkScenario(scenario: Scenario, report: Report): void {
  const known = new Set<string>([...BUILT_IN, ...Object.keys(scenario.variables ?? {})]);
  const steps = new Set<string>();
  checkReceiver(scenario, report);
  checkReferences(scenario.variables, "/variables", { known: new Set(BUILT_IN), report });
  checkReferences(scenario.faults, "/faults", { known, report });
  checkReferences(scenario.webhooks, "/webhooks", { known, report });
  (scenario.faults ?? []).forEach((fault, index) => void checkFault(fault, `/faults/${index}`, report));
  (scenario.laws ?? []).forEach((law, index) => void checkLaw(law, { scenario, pointer: `/laws/${index}`, report }));
  scenario.steps.forEach((step, index) => {
    const pointer = `/steps/${index}`;
    checkTime(step, { pointer, report, steps, isFirst: index === 0 });
    const { expect, save, ...before } = step;
    checkReferences(before, pointer, { known, report });
    if (step.do !== undefined) checkAction(step.do, { scenario, pointer: `${pointer}/do`, report });
    checkSaves(step, pointer, report);
    for (const name of Object.keys(save ?? {})) known.add(name);
    checkReferences(expect, `${pointer}/expect`, { known, report });
    if (expect !== undefined) checkExpect(step, expect, { scenario, pointer: `${pointer}/expect`, report });
    if (step.name === undefined) return;
    if (steps.has(step.name)) report(`${pointer}/name`, "repeated-name", `another step has the name ${step.name}`);
    steps.add(step.name);
  });
}

/** Webhooks are awaited at the scenario's receiver; without its address saved somewhere none can come. */
function checkReceiver({ steps, variables }: Scenario, report: Report): void {
  let isNamed = false;
  visitTexts([steps, variables], "", (text) => {
    isNamed ||= referencesIn(text).includes("receiver.url");
  });
  const index = steps.findIndex(({ when, expect }) => {
    return when?.webhook !== undefined || expect?.webhooks !== undefined || expect?.webhookOrder !== undefined;
  });
  if (isNamed || index < 0) return;
  const told =
    "webhooks are awaited, but no step gives the provider the address of the receiver: receiver.url as a reference";
  report(`/steps/${index}`, "no-receiver", told);
}

interface Names {
  readonly known: ReadonlySet<string>;
  readonly report: Report;
}

/** `${esim.iccid}` refers to what was saved as `esim`. */
function checkReferences(value: unknown, pointer: string, { known, report }: Names): void {
  visitTexts(value, pointer, (text, place) => {
    for (const name of referencesIn(text)) {
      const root = /^[^.[]+/.exec(name)?.[0] ?? "";
      if (known.has(name) || known.has(root)) continue;
      report(place, "unknown-value", `nothing before this has saved ${name}; ${suggestion(name, known)}`);
    }
  });
}

function checkTime(
  step: Step,
  {
    pointer,
    report,
    steps,
    isFirst,
  }: Omit<Names, "known"> & {
    readonly pointer: string;
    readonly steps: ReadonlySet<string>;
    readonly isFirst: boolean;
  },
): void {
  const { at, after, when } = step;
  if (at !== undefined && after !== undefined) {
    report(`${pointer}/after`, "contradiction", "a step has `at` or `after`, not both");
  }
  if (after !== undefined && isFirst) {
    report(`${pointer}/after`, "contradiction", "there is no step before the first one; use `at`");
  }
  for (const [name, text] of [
    ["after", after],
    ["when/within", when?.within],
  ] as const) {
    if (text !== undefined && durationMs(text) === null) report(`${pointer}/${name}`, "duration", durationSays(text));
  }
  if (when?.about !== undefined && when.webhook === undefined && when.happened === undefined) {
    report(`${pointer}/when/about`, "contradiction", "`about` goes with `webhook` or `happened`");
  }
  if (at === undefined || at.includes("${")) return;
  const moment = readMoment(at);
  if (moment === null) {
    const told =
      "must be an offset such as 2h, a date and time, or a step and an offset from it such as order + 60m - 1ms";
    report(`${pointer}/at`, "moment", `${told}, got "${at}"`);
  } else if (moment.kind === "offset" && moment.from !== null && !steps.has(moment.from)) {
    report(
      `${pointer}/at`,
      "unknown-step",
      `no step before this is named ${moment.from}; ${suggestion(moment.from, steps)}`,
    );
  }
}

function checkSaves({ save, do: action, expect }: Step, pointer: string, report: Report): void {
  if (save === undefined) return;
  if (action === undefined) report(`${pointer}/save`, "contradiction", "without `do` there is no answer to keep");
  if (expect?.answer === "none")
    report(`${pointer}/save`, "contradiction", "nothing can be kept of an answer that must not come");
  for (const [name, path] of Object.entries(save)) {
    if (segmentsOfPath(path) === null) report(`${pointer}/save/${name}`, "path", pathSays(path));
    if ((BUILT_IN as readonly string[]).includes(name)) {
      report(`${pointer}/save/${name}`, "repeated-name", `${name} is a name that every scenario knows; choose another`);
    }
  }
}

function checkLaw(
  text: string,
  { scenario, pointer, report }: { readonly scenario: Scenario; readonly pointer: string; readonly report: Report },
): void {
  const law = readLaw(text, scenario.providers);
  if (law === null) {
    report(pointer, "law", `must be ${LAW_SAYS}, got "${text}"`);
    return;
  }
  const names = happeningNames(scenario.providers);
  const used = law.kind === "never" ? [law.what, law.after] : [law.cause, law.effect];
  for (const one of used) {
    if (one === null || names.includes(one.name)) continue;
    // Kinds of journal entries are words with dashes, all in small letters.
    if (one.kind === "entry" && /^[a-z]+(-[a-z]+)*$/.test(one.name)) continue;
    report(pointer, "unknown-name", `nothing that happens is named ${one.name}; ${suggestion(one.name, names)}`);
  }
}
