import type { Specification } from "../../documents/specification.ts";
import type { Case } from "../case.ts";
import { newCase } from "../new-case.ts";

/** One case for each resource: sequences of calls and moves against a small reference model, shrunk when they fail. */
export function modelCases(spec: Specification): Case[] {
  return Object.entries(spec.machines).flatMap(([name, machine]) => {
    const shown = spec.operations.get(machine.observe?.call ?? "");
    if (shown === undefined || Object.keys(machine.operations).length === 0) return [];
    const made = newCase(spec, shown, {
      layer: "model",
      rule: "sequences",
      location: name,
      says: `after any sequence of calls and moves a ${name} shows the state that the model says, and the wallet holds what it says`,
      evidence: machine.evidence,
      setup: machine.create,
      kind: "model",
      subject: name,
      weight: "full",
      root: `model ${name}`,
    });
    return [{ ...made, needs: ["clock", "device", "reset", "spending"] as const }];
  });
}
