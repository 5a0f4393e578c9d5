import { shellWord } from "./curl.ts";
import type { RunRecord } from "./run-record.ts";

const WORD = String.raw`(?:'[^']*'|"[^"]*"|[^\s'"])+`;

/** What a repetition does not need: selections, which are replaced, and files, which would be overwritten. */
const DROPPED = new RegExp(String.raw`\s--(?:only|layer|jobs|report-[a-z]+)(?:=|\s+)${WORD}`, "g");

/** The command that runs one rule of a run again, with the same seed. */
export function reproducing({ command, seed }: RunRecord, rule: string): string {
  const base = command === "" ? "esim-sandbox contract run" : command.replace(DROPPED, "");
  const withSeed = /\s--seed[\s=]/.test(base) ? base : `${base} --seed ${seed}`;
  return withSeed.replace(
    /(contract run)\b/,
    (found) => `${found} --only ${shellWord(rule).replace(/^[^'].*$/, "'$&'")}`,
  );
}
