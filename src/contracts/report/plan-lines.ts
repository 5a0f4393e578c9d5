import type { Plan } from "../plan/case.ts";
import type { MoneyAtRisk } from "../plan/money-at-risk.ts";
import type { PlanSummary } from "../plan/summary.ts";
import { counted, grouped } from "./wording.ts";

/** A plan in lines: what would be sent, what that would cost and leave behind, and what could not be undone. */
export function renderPlan({ hash, profile, seed }: Plan, summary: PlanSummary): readonly string[] {
  const { cases, byLayer, requests, minutes, unforeseen, atRisk } = summary;
  const layers = Object.entries(byLayer).map(([layer, count]) => `  ${layer.padEnd(12)}${grouped(count).padStart(6)}`);
  return [
    `plan ${hash}: ${counted(cases, "case")}, profile ${profile}, seed ${seed}; nothing was sent`,
    ...layers,
    `requests: about ${grouped(requests)}; at six a second ${minutes} minutes`,
    ...moneyLines(atRisk),
    ...leftLines(atRisk),
    ...finalLines(atRisk),
    ...(unforeseen === 0
      ? []
      : [`not counted above: ${counted(unforeseen, "case")} whose calls are chosen while they run (flows, model)`]),
  ];
}

function moneyLines(atRisk: readonly MoneyAtRisk[]): string[] {
  const buying = atRisk.filter(({ purchases }) => purchases > 0);
  if (buying.length === 0) return ["money at risk: none; no call of this plan costs anything"];
  const refused = atRisk.flatMap(({ operations }) =>
    operations.filter(({ packages }) => packages > 0).map((operation) => operation.refused),
  );
  const more = refused.reduce((sum, count) => sum + count, 0);
  return [
    "money at risk: 0.00 on a sandbox, where all money is simulated; on a backend that charges",
    ...buying.map(
      (money) =>
        `  ${money.provider.padEnd(12)}${counted(money.purchases, "purchase")} of ${counted(money.packages, "package")}${priceOf(money)}`,
    ),
    ...(more === 0 ? [] : [`  and ${counted(more, "purchase")} that must be refused, and would cost as much if not`]),
  ];
}

/** The real price stands in the backend's catalogue only; the examples of the documents give its order of magnitude. */
function priceOf({ packages, examplePrice, currency }: MoneyAtRisk): string {
  if (examplePrice === null) return "; the price is known once the catalogue was read";
  const unit = currency === null ? "" : ` ${currency}`;
  const total = (packages * examplePrice).toFixed(2).replace(/\B(?=(\d{3})+(?=\.))/g, " ");
  return `: ${total}${unit} at ${examplePrice.toFixed(2)}${unit} each, the dearest example of the documents; real prices are known once the catalogue was read`;
}

function leftLines(atRisk: readonly MoneyAtRisk[]): string[] {
  const left = new Map<string, number>();
  const add = (what: string, count: number): void => void left.set(what, (left.get(what) ?? 0) + count);
  for (const { leaves, calls, creates } of atRisk.flatMap(({ operations }) => operations)) {
    if (leaves !== null) add(leaves, calls);
    for (const [resource, count] of Object.entries(creates)) add(resource, count);
  }
  const shown = [...left].filter(([, count]) => count > 0).map(([what, count]) => `${what} ${grouped(count)}`);
  return [`created or changed: ${shown.length === 0 ? "nothing" : shown.join(", ")}`];
}

function finalLines(atRisk: readonly MoneyAtRisk[]): string[] {
  const final = atRisk.flatMap(({ operations }) =>
    operations.filter(({ cost, calls }) => cost === "sunk" && calls > 0),
  );
  const shown = final.map(
    ({ operationId, calls, leaves }) => `${operationId} ${grouped(calls)}${leaves === null ? "" : ` (${leaves})`}`,
  );
  return [`cannot be undone: ${shown.length === 0 ? "nothing" : shown.join(", ")}`];
}
