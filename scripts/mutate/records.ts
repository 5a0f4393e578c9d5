import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chosen } from "./choose.ts";
import type { Judgement } from "./judge.ts";

/** Keeps one file per mutant and provider in a folder per plan, so that a run which was broken off can be taken up. */
export class Records {
  readonly #folder: string;

  /** `planHash` names the plan: judgements of another one are never taken for those of this. */
  constructor(root: string, planHash: string) {
    this.#folder = join(root, planHash);
    mkdirSync(this.#folder, { recursive: true });
  }

  /** The judgement that was kept; null when there is none. */
  read(chosen: Chosen): Judgement | null {
    try {
      return JSON.parse(readFileSync(this.#fileOf(chosen), "utf8")) as Judgement; // written by `write` alone
    } catch {
      return null; // there is none, or its writing was cut off
    }
  }

  write(chosen: Chosen, judgement: Judgement): void {
    writeFileSync(this.#fileOf(chosen), `${JSON.stringify(judgement, null, 2)}\n`);
  }

  #fileOf({ mutant, provider }: Chosen): string {
    return join(this.#folder, `${mutant.id}.${provider}.json`);
  }
}
