import { createHash } from "node:crypto";
import type { Specification } from "../documents/specification.ts";
import type { Case, Layer, Plan } from "./case.ts";
import { authenticationCases } from "./layers/authentication.ts";
import { effectCases } from "./layers/effects.ts";
import { exampleCases } from "./layers/examples.ts";
import { modelCases } from "./layers/models.ts";
import { negativeCases } from "./layers/negatives.ts";
import { webhookCases } from "./layers/notifications.ts";
import { positiveCases } from "./layers/positives.ts";
import { raceCases } from "./layers/races.ts";
import { responseCases } from "./layers/responses.ts";
import { stateCases } from "./layers/states.ts";
import { matchesRule } from "./match-rule.ts";
import { isSafe } from "./safe.ts";

export const PROFILES = ["sim-fast", "sim-full", "live-read"] as const;
export type Profile = (typeof PROFILES)[number];

/** What a plan is made from. */
export interface PlanRequest {
  readonly specifications: readonly Specification[];
  /** Cases of the flow files, by provider. */
  readonly flows: ReadonlyMap<string, readonly Case[]>;
  readonly profile: Profile;
  readonly seed: number;
  /** Globs over rules; empty for all. A rule that is named exactly is taken, whatever characters it holds. */
  readonly only: readonly string[];
  /** Empty for all. */
  readonly layers: readonly Layer[];
}

/** Makes the plan: pure, and the same bytes for the same request. */
export function makePlan(request: PlanRequest): Plan {
  const { specifications, profile, seed, only, layers, flows } = request;
  const cases = specifications.flatMap((spec) =>
    [...casesOf(spec, seed), ...(flows.get(spec.provider) ?? [])].filter(
      (one) =>
        isInProfile(spec, one, profile) &&
        (layers.length === 0 || layers.includes(one.layer)) &&
        (only.length === 0 || only.some((glob) => matchesRule(glob, one.rule))),
    ),
  );
  const digest = createHash("sha256")
    .update(JSON.stringify([profile, seed, cases]))
    .digest("hex");
  return {
    profile,
    seed,
    hash: digest.slice(0, 12),
    providers: specifications.map(({ provider }) => provider),
    cases: distinct(cases),
  };
}

/** The cases of one document and the last seed that was asked for: a run plans twice, once for what there is to cover. */
const known = new WeakMap<Specification, { readonly seed: number; readonly cases: readonly Case[] }>();

function casesOf(spec: Specification, seed: number): readonly Case[] {
  const before = known.get(spec);
  if (before?.seed === seed) return before.cases;
  const cases = newCasesOf(spec, seed);
  known.set(spec, { seed, cases });
  return cases;
}

function newCasesOf(spec: Specification, seed: number): readonly Case[] {
  return [
    ...exampleCases(spec, { seed }),
    ...positiveCases(spec, { seed }),
    ...negativeCases(spec, { seed }),
    ...authenticationCases(spec),
    ...stateCases(spec),
    ...effectCases(spec),
    ...webhookCases(spec),
    ...raceCases(spec),
    ...modelCases(spec),
    ...responseCases(spec),
  ];
}

function isInProfile(spec: Specification, one: Case, profile: Profile): boolean {
  switch (profile) {
    case "sim-full":
      return true;
    case "sim-fast":
      return one.weight === "fast";
    case "live-read":
      return isSafe(spec, one);
  }
}

/** Two layers may say the same of a place; the first one is kept. */
function distinct(cases: readonly Case[]): Case[] {
  return [...new Map([...cases].reverse().map((one) => [one.rule, one])).values()].reverse();
}
