import { parseArgs } from "node:util";
import { builtContracts } from "../built-package.ts";
import { lineOf } from "./run-lines.ts";

/** Runs the contract suite once against a sandbox in this process, with or without a mutant, and prints what came of it as lines. */
const { values } = parseArgs({
  options: {
    provider: { type: "string", default: "esimaccess" },
    profile: { type: "string", default: "sim-full" },
    seed: { type: "string", default: "1" },
    mutant: { type: "string" },
  },
});

const { profile, seed, mutant } = values;
const { PROFILES, runContract } = await builtContracts();
await runContract(
  {
    providers: [values.provider === "fms" ? "fms" : "esimaccess"],
    profile: PROFILES.find((name) => name === profile) ?? "sim-full",
    seed: Number(seed),
    target: { kind: "in-process", ...(mutant === undefined ? {} : { mutant }) },
  },
  (event) => {
    const line = lineOf(event);
    if (line !== null) process.stdout.write(`${JSON.stringify(line)}\n`);
  },
);
