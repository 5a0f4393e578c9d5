import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { nearestName } from "../src/simulator/kernel/nearest.ts";
import { catalogue } from "../src/simulator/mutants/index.ts";
import type { MutantProvider } from "../src/simulator/mutants/mutant.ts";
import { missedBars } from "./mutate/bars.ts";
import { runInChild } from "./mutate/child-run.ts";
import { type Chosen, choose, unknownNames } from "./mutate/choose.ts";
import { failAlike, type Judgement, judge } from "./mutate/judge.ts";
import { Records } from "./mutate/records.ts";
import type { EndedRun } from "./mutate/run-lines.ts";
import { scoreTable } from "./mutate/table.ts";

const USAGE = `usage: npm run mutate -- [flags]
  --only NAMES      classes and ids, parted by commas: MON,CON-01
  --provider NAME   esimaccess or fms (both)
  --sample N        so many violations, spread over all classes, the same each time
  --repeat N        runs of each violation that is found, which must all fail the same rules (1)
  --resume          take up what was judged for the same plan
  --jobs N          runs at once (2)
  --profile NAME    profile of the suite (sim-full)
  --seed N          seed of the suite (1)`;

const FOLDER = ".mutation";

interface Settings {
  readonly only: readonly string[];
  readonly provider: MutantProvider | null;
  readonly sample: number | null;
  readonly isResumed: boolean;
  readonly repeat: number;
  readonly jobs: number;
  readonly profile: string;
  readonly seed: number;
}

/** `npm run mutate`: how many deliberate violations of the contract the suite finds, after a build. A bar that is missed ends with exit code 1. */
async function main(): Promise<number> {
  const settings = readSettings();
  if (typeof settings === "string") {
    console.error(`${settings}\n${USAGE}`);
    return 2;
  }
  if (spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" }).status !== 0) return 1;
  const chosen = choose(catalogue, settings);
  const judgements: Judgement[] = [];
  for (const provider of new Set(chosen.map((one) => one.provider))) {
    const { profile, seed } = settings;
    const plain = await runInChild({ provider, profile, seed, mutant: null });
    if (plain.kind !== "ended" || plain.passed.size === 0) {
      const reason = plain.kind === "ended" ? "no case passed" : `${plain.kind}, ${plain.detail}`;
      console.error(`the suite must pass cases of ${provider} without a mutant, got: ${reason}`);
      return 1;
    }
    const ignored = plain.failed.length;
    console.log(
      `${provider}: plan ${plain.planHash}, ${plain.passed.size} cases pass without a mutant, ${ignored} fail and are ignored`,
    );
    judgements.push(
      ...(await judgeAll(
        chosen.filter((one) => one.provider === provider),
        { plain, settings },
      )),
    );
  }
  console.log(`\n${scoreTable(judgements)}`);
  const missed = missedBars(judgements);
  for (const bar of missed) console.log(`MISSED: ${bar}`);
  return missed.length > 0 ? 1 : 0;
}

async function judgeAll(
  chosen: readonly Chosen[],
  { plain, settings }: { readonly plain: EndedRun; readonly settings: Settings },
): Promise<readonly Judgement[]> {
  const { profile, seed, jobs, isResumed, repeat } = settings;
  const records = new Records(FOLDER, `${plain.planHash}-${profile}-${seed}`);
  const waiting = [...chosen];
  const judgements: Judgement[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const found = isResumed ? records.read(next) : null;
      const kept = found === null || isTriedAgain(found, repeat) ? null : found;
      const judgement = kept ?? (await judged(next, { plain, settings }));
      if (kept === null) records.write(next, judgement);
      judgements.push(judgement);
      console.log(progressOf(next, judgement, judgements.length / chosen.length));
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  const order = chosen.map(({ mutant }) => mutant.id);
  return judgements.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

/** Another try costs little where there was no verdict; what was to be repeated must have been. */
function isTriedAgain({ outcome, reproduced }: Judgement, repeat: number): boolean {
  return outcome === "broken" || (outcome === "killed" && repeat > (reproduced?.of ?? 1));
}

async function judged(
  chosen: Chosen,
  { plain, settings }: { readonly plain: EndedRun; readonly settings: Settings },
): Promise<Judgement> {
  const { profile, seed, repeat } = settings;
  const run = { provider: chosen.provider, profile, seed, mutant: chosen.mutant.id };
  const first = await runInChild(run);
  const judgement = judge(chosen, plain, first);
  if (repeat === 1 || judgement.outcome !== "killed") return judgement;
  let same = 1;
  for (let again = 1; again < repeat; again += 1) if (failAlike(plain, first, await runInChild(run))) same += 1;
  return { ...judgement, reproduced: { same, of: repeat } };
}

function progressOf({ mutant, provider }: Chosen, judgement: Judgement, share: number): string {
  const { outcome, isAttributed, findings, seconds } = judgement;
  const told =
    outcome === "killed" ? `killed${isAttributed ? "" : " for another reason"}, ${findings} findings` : outcome;
  return `${String(Math.round(100 * share)).padStart(3)} %  ${mutant.id} ${provider}: ${told}, ${seconds} s  (${mutant.says})`;
}

/** The settings, or what is wrong with them. */
function readSettings(): Settings | string {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", default: "" },
        provider: { type: "string" },
        sample: { type: "string" },
        repeat: { type: "string", default: "1" },
        resume: { type: "boolean", default: false },
        jobs: { type: "string", default: "2" },
        profile: { type: "string", default: "sim-full" },
        seed: { type: "string", default: "1" },
      },
    });
    const { provider, profile, resume: isResumed } = values;
    const only = values.only === "" ? [] : values.only.toUpperCase().split(",");
    const [unknown] = unknownNames(only, catalogue);
    if (unknown !== undefined) return unknownName(unknown);
    if (provider !== undefined && provider !== "esimaccess" && provider !== "fms") {
      return `--provider must be esimaccess or fms, got "${provider}"`;
    }
    const numbers = { jobs: values.jobs, seed: values.seed, repeat: values.repeat, sample: values.sample ?? "1" };
    const wrong = Object.entries(numbers).find(
      ([name, text]) => !/^\d{1,9}$/.test(text) || (name !== "seed" && Number(text) === 0),
    );
    if (wrong !== undefined) return `--${wrong[0]} must be a whole number above 0, got "${wrong[1]}"`;
    const sample = values.sample === undefined ? null : Number(values.sample);
    const [jobs, seed, repeat] = [Number(values.jobs), Number(values.seed), Number(values.repeat)];
    return { only, provider: provider ?? null, sample, isResumed, jobs, profile, seed, repeat };
  } catch (error) {
    return error instanceof Error ? error.message : String(error); // an unknown flag, or one without its value
  }
}

function unknownName(name: string): string {
  const nearest = nearestName(
    name,
    catalogue.map(({ id }) => id),
  );
  return `--only must name classes and ids of mutants, got "${name}"${nearest === null ? "" : `; did you mean ${nearest}?`}`;
}

process.exitCode = await main();
