import { type Happening, readLaw } from "../format/laws.ts";
import type { ScenarioLife } from "./life.ts";

/** How the laws of a scenario are kept, one after the other: null, or in words why one is not. The sandbox is the judge. */
export async function lawProblems({ checked, control }: ScenarioLife): Promise<(string | null)[]> {
  const { laws = [], providers } = checked.scenario;
  if (laws.length === 0) return [];
  const read = laws.map((text) => {
    const law = readLaw(text, providers);
    if (law === null) throw new Error(`"${text}" was checked before the run`);
    return law;
  });
  const expectations = read.map((law) => {
    const after = law.kind === "never" ? law.after : law.cause;
    return {
      ...(after === null ? {} : { after: matchOf(after), causeOptional: true }),
      ...(law.kind === "never"
        ? { never: matchOf(law.what) }
        : { expect: matchOf(law.effect), within: `${law.withinMs}ms` }),
    };
  });
  const verified = await control.verify({ expectations, unfiredFaults: "ignore" });
  return read.map((law, index) => {
    const judged = verified.expectations[index];
    if (judged?.passed === true) return null;
    const [first] = judged?.entries ?? [];
    const told =
      law.kind === "never" && first !== undefined ? `${law.what.name} happened at ${first.at}` : judged?.seen;
    return `"${laws[index]}": ${told ?? "was not judged"}`;
  });
}

function matchOf({ kind, name }: Happening): Readonly<Record<string, string>> {
  switch (kind) {
    case "notification":
      return { kind: "delivery", type: name };
    case "operation":
      return { kind: "exchange", operationId: name };
    case "code":
      return { kind: "exchange", code: name };
    case "entry":
      return { kind: name };
  }
}
