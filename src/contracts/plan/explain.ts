import type { Specification } from "../documents/specification.ts";
import type { Case, Step } from "./case.ts";
import { usualBody } from "./usual-request.ts";

/** A case in words: what it says, how well that is known, where it is written, and what it sends. */
export function explainCase(one: Case, spec: Specification): readonly string[] {
  const { grade, source } = one.evidence;
  return [
    one.rule,
    one.says,
    `evidence: ${grade} (${source.join(", ")})`,
    `written at ${one.place.file}:${one.place.line}:${one.place.column}`,
    `needs: ${one.needs.length === 0 ? "nothing" : one.needs.join(", ")}; cost at worst: ${one.cost}`,
    ...(one.kind === "steps"
      ? stepLines(one, spec)
      : [`judged by every answer of the run that it concerns (${one.kind})`]),
  ];
}

function stepLines(one: Case, spec: Specification): readonly string[] {
  const setup = one.setup.map((step, index) => `  ${index + 1}. ${wordsOf(step)}`);
  const steps = one.steps.map((step, index) => `  ${index + 1}. ${wordsOf(step)}`);
  const [last] = one.steps.filter((step) => "call" in step).slice(-1);
  return [
    ...(setup.length === 0 ? [] : ["before it:", ...setup]),
    "steps:",
    ...steps,
    ...(last !== undefined && "call" in last ? [`as curl: ${curlOf(last, spec)}`] : []),
  ];
}

function wordsOf(step: Step): string {
  if ("call" in step) {
    const changes = step.with === undefined ? "" : ` with ${JSON.stringify(step.with)}`;
    const left = step.without === undefined ? "" : ` without ${step.without.join(", ")}`;
    return `call ${step.call}${changes}${left}, ${expectationOf(step.expect)}`;
  }
  if ("check" in step) return `check that ${step.says}`;
  return JSON.stringify(step);
}

function expectationOf(expect: Extract<Step, { call: string }>["expect"]): string {
  if (expect === undefined || expect.outcome === "success") return "expect success";
  return expect.outcome === "any" ? "take any answer" : `expect code ${expect.codes.join(" or ")}`;
}

/** The request as a template: values that begin with `=` are worked out when the case runs. */
function curlOf(step: Extract<Step, { call: string }>, spec: Specification): string {
  const operation = spec.operations.get(step.call);
  if (operation === undefined) return "";
  const body = step.body ?? usualBody(spec, operation);
  const data = body === undefined ? "" : ` -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;
  return `curl -s -X ${operation.method} "$BASE_URL${operation.path}" -H 'Content-Type: application/json'${data}`;
}
