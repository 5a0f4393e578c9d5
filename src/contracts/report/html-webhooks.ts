import { SHOWN_OUTCOMES, tallyOf } from "./coverage-figures.ts";
import type { Coverage } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { html, type Markup } from "./html-markup.ts";
import { outcomeLegend, tallyCell } from "./html-tables.ts";
import { counted } from "./wording.ts";

type Delivery = Coverage["deliveries"][number];

/** What was judged of deliveries: the laws of each type, and what causes them, by operation. */
export function webhooksSection(coverages: readonly Coverage[]): Markup {
  const isAny = coverages.some(({ deliveries }) => deliveries.length > 0);
  return html`<section id="webhooks" aria-labelledby="webhooks-title"><h2 id="webhooks-title">Webhooks by law</h2>${isAny ? outcomeLegend() : html`<p>No delivery was judged.</p>`}${coverages.map(ofProvider)}</section>`;
}

function ofProvider({ provider, deliveries, webhooks }: Coverage): Markup | null {
  if (deliveries.length === 0) return null;
  const types = new Set([...(webhooks.reached ?? []), ...webhooks.missing]);
  const byType = deliveries.filter(({ name }) => types.has(name));
  const byCause = deliveries.filter(({ name }) => !types.has(name));
  return html`${typesTable(provider, byType)}${causesTable(provider, byCause)}`;
}

function typesTable(provider: string, deliveries: readonly Delivery[]): Markup | null {
  if (deliveries.length === 0) return null;
  const laws = [...new Set(deliveries.map(({ law }) => law))];
  const rows = [...groupedBy(deliveries, ({ name }) => name)].map(([name, own]) => {
    const cells = laws.map((law) =>
      tallyCell(tallyOf(own.filter((one) => one.law === law).map(({ outcome }) => outcome)), `${name} ${law}`),
    );
    return html`<tr><th scope="row">${name}</th>${cells}</tr>
`;
  });
  return html`<div class="scroll"><table data-provider="${provider}"><caption>${provider}: what every delivery of a type keeps</caption><thead><tr><th scope="col">type</th>${laws.map((law) => html`<th scope="col">${law}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** One row for each operation and law; a law that is tried in several states is one row. */
function causesTable(provider: string, deliveries: readonly Delivery[]): Markup | null {
  if (deliveries.length === 0) return null;
  const rows = [...groupedBy(deliveries, ({ name, law }) => `${name} ${lawOf(law)}`)].map(([, own]) => {
    const [first] = own;
    if (first === undefined) return null;
    const { name, law } = first;
    const tally = tallyOf(own.map(({ outcome }) => outcome));
    return html`<tr><th scope="row">${name}</th><td class="rule">${lawOf(law)}</td>${tallyCell(tally, `${name} ${lawOf(law)}`)}<td>${placesOf(own)}</td></tr>
`;
  });
  return html`<details open><summary>${provider}: what causes a delivery, and what does not</summary><div class="scroll"><table data-provider="${provider}" data-table="causes"><thead><tr><th scope="col">operation</th><th scope="col">law</th><th scope="col">outcome</th><th scope="col">in</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function lawOf(law: string): string {
  return law.split(" ", 1)[0] ?? law;
}

function placesOf(own: readonly Delivery[]): Markup | string | null {
  const places = own.flatMap(({ law, outcome }) => {
    const place = law.slice(lawOf(law).length + 1);
    return place === "" ? [] : [{ place, outcome }];
  });
  const worstFirst = SHOWN_OUTCOMES.flatMap(([wanted]) => places.filter(({ outcome }) => outcome === wanted));
  const shown = worstFirst.map(({ place, outcome }) => (outcome === "passed" ? place : `${place} (${outcome})`));
  if (shown.length === 0) return null;
  if (shown.length <= 3) return shown.join(", ");
  return html`<details><summary>${counted(shown.length, "state")}</summary>${shown.join(", ")}</details>`;
}
