import { nodeOf } from "../documents/json-pointer.ts";
import type { Node, OperationSpec, Specification } from "../documents/specification.ts";
import { evaluate, listOf } from "../run/expressions.ts";
import { withoutValue, withValue } from "../run/paths.ts";
import type { CallStep, CostClass } from "./case.ts";
import type { PlannedCall } from "./planned-calls.ts";
import { usualBody } from "./usual-request.ts";

/** What the calls of one operation would cost and leave behind on a backend that charges. */
interface OperationAtRisk {
  readonly operationId: string;
  readonly cost: CostClass;
  /** What a success leaves behind, in the word of the overlay. */
  readonly leaves: string | null;
  /** Calls that may succeed. */
  readonly calls: number;
  /** Calls that must be refused, and would cost the same if they were not. */
  readonly refused: number;
  /** Packages that the calls pay for, days and quantities counted. */
  readonly packages: number;
  /** What they create, by the name of the resource. */
  readonly creates: Readonly<Record<string, number>>;
}

/** The money of one provider. Prices are those of the backend's catalogue, which nobody knows before it was read. */
export interface MoneyAtRisk {
  readonly provider: string;
  readonly operations: readonly OperationAtRisk[];
  readonly purchases: number;
  readonly packages: number;
  /** Null where the documents do not name it. */
  readonly currency: string | null;
  /** The highest price among the examples of the catalogue, in whole currency units; null where it has none. */
  readonly examplePrice: number | null;
}

/** Sums up what calls would cost, one operation after the other; those that neither cost nor leave anything are left out. */
export async function moneyAtRisk(spec: Specification, planned: readonly PlannedCall[]): Promise<MoneyAtRisk> {
  const operations: OperationAtRisk[] = [];
  for (const operation of spec.operations.values()) {
    const own = planned.filter(({ step }) => step.call === operation.operationId);
    const cost = operation.effects?.cost ?? "sunk";
    const leaves = operation.effects?.leaves ?? null;
    if (own.length === 0 || (cost === "none" && leaves === null)) continue;
    operations.push({ operationId: operation.operationId, cost, leaves, ...(await sumsOf(spec, operation, own)) });
  }
  const paying = operations.filter(({ packages }) => packages > 0);
  return {
    provider: spec.provider,
    operations,
    purchases: paying.reduce((sum, { calls }) => sum + calls, 0),
    packages: paying.reduce((sum, { packages }) => sum + packages, 0),
    currency: spec.money?.currency ?? null,
    examplePrice: await examplePriceOf(spec),
  };
}

async function sumsOf(
  spec: Specification,
  operation: OperationSpec,
  planned: readonly PlannedCall[],
): Promise<Pick<OperationAtRisk, "calls" | "refused" | "packages" | "creates">> {
  const known = new Map<string, { readonly packages: number; readonly created: number }>();
  const resource = operation.effects?.creates?.resource;
  let [calls, refused, packages, created] = [0, 0, 0, 0];
  for (const { step, times } of planned) {
    if (step.expect?.outcome === "refused") {
      refused += times;
      continue;
    }
    const request = requestOf(spec, operation, step);
    const key = JSON.stringify(request) ?? "";
    const one = known.get(key) ?? (await effectOf(spec, operation, request));
    known.set(key, one);
    calls += times;
    packages += times * one.packages;
    created += times * one.created;
  }
  return { calls, refused, packages, creates: resource === undefined ? {} : { [resource]: created } };
}

/** What one call pays for and creates: its debit with every price at 1. */
async function effectOf(
  spec: Specification,
  operation: OperationSpec,
  request: unknown,
): Promise<{ readonly packages: number; readonly created: number }> {
  const { debit, creates, cost = "sunk" } = operation.effects ?? {};
  const count = async (expression: string): Promise<number> => {
    try {
      const value = Number(await evaluate(expression, { request }, { price: () => 1 }));
      return Number.isFinite(value) ? value : 1;
    } catch {
      return 1; // It speaks of what only a run knows: one package, as of most requests.
    }
  };
  // Without a wallet the documents name no debit: what cannot be undone is then the payment for one package.
  const unsaid = spec.money === null && cost === "sunk" ? 1 : 0;
  return {
    packages: debit === undefined ? unsaid : await count(debit),
    created: creates === undefined ? 0 : await count(creates.count),
  };
}

/** The request as a plan knows it: expressions stay as they are written. */
function requestOf(spec: Specification, operation: OperationSpec, step: CallStep): unknown {
  let request = step.body ?? usualBody(spec, operation);
  for (const [path, value] of Object.entries(step.with ?? {})) request = withValue(request, path, value);
  for (const path of step.without ?? []) request = withoutValue(request, path);
  return request;
}

async function examplePriceOf(spec: Specification): Promise<number | null> {
  const { catalogue } = spec;
  if (catalogue === null) return null;
  const prices: number[] = [];
  for (const { call, rows } of catalogue.lists) {
    for (const answer of exampleAnswersOf(spec, call)) {
      const found = listOf(await evaluate(rows, { answer, data: answer[spec.outcome.data] }));
      for (const row of found) prices.push(Number(await evaluate(catalogue.price, nodeOf(row))));
    }
  }
  const known = prices.filter((price) => Number.isFinite(price));
  return known.length === 0 ? null : Math.max(...known) / (spec.money?.scale ?? 1);
}

function exampleAnswersOf(spec: Specification, operationId: string): readonly Node[] {
  const responses = nodeOf(spec.operations.get(operationId)?.definition["responses"]);
  const content = nodeOf(spec.resolve(nodeOf(responses[String(spec.outcome.status)]))["content"]);
  return Object.values(content).flatMap((media) => {
    const { example, examples } = nodeOf(media);
    const named = Object.values(nodeOf(examples)).map((one) => spec.resolve(nodeOf(one))["value"]);
    return [example, ...named].map(nodeOf);
  });
}
