import { coverageFigures, tallyOf } from "./coverage-figures.ts";
import type { Coverage, CoverageFigure } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { machineFigure, machineLegend } from "./html-machine.ts";
import { html, type Markup } from "./html-markup.ts";
import { outcomeLegend, tallyCell } from "./html-tables.ts";
import { byText, grouped, percent } from "./wording.ts";

/** What a run reached of what the documents of a provider list: figures, error codes, constraints, state machines, webhooks. */
export function coverageSection(coverages: readonly Coverage[]): Markup | null {
  if (coverages.length === 0) return null;
  return html`<section id="coverage" aria-labelledby="coverage-title"><h2 id="coverage-title">Coverage of what the documents list</h2>
<div class="columns">${coverages.map(figuresTable)}</div></section>
<section id="codes" aria-labelledby="codes-title"><h2 id="codes-title">Error codes</h2><div class="columns">${coverages.map(codesTable)}</div></section>
<section id="constraints" aria-labelledby="constraints-title"><h2 id="constraints-title">Constraint keywords, both sides</h2><div class="columns">${coverages.map(constraintsTable)}</div></section>
<section id="states" aria-labelledby="states-title"><h2 id="states-title">States</h2>${machineLegend()}${coverages.flatMap((coverage) => coverage.machines.map((machine) => machineFigure(coverage.provider, machine)))}</section>
<section id="webhooks" aria-labelledby="webhooks-title"><h2 id="webhooks-title">Webhooks by law</h2>${coverages.some(({ deliveries }) => deliveries.length > 0) ? outcomeLegend() : html`<p>No delivery was judged.</p>`}${coverages.map(webhookTable)}</section>`;
}

function figuresTable(coverage: Coverage): Markup {
  const rows = coverageFigures(coverage).map((figure) => {
    const share = percent(figure);
    return html`<tr data-figure="${figure.name}"><th scope="row">${figure.name}</th><td>${grouped(figure.covered)} of ${grouped(figure.total)}</td><td>${share === null ? "none listed" : bar(share)}</td><td>${missingList(figure)}</td></tr>
`;
  });
  return html`<div class="scroll"><table data-provider="${coverage.provider}"><caption>${coverage.provider}</caption><thead><tr><th scope="col">listed</th><th scope="col">reached</th><th scope="col">share</th><th scope="col">missing</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function bar(share: number): Markup {
  return html`${share} %<span class="bar${share === 100 ? "" : " part"}" role="img" aria-label="${share} percent"><i style="width:${share}%"></i></span>`;
}

function missingList({ missing, covered, total }: CoverageFigure): Markup | string {
  if (covered === total) return "none";
  if (missing.length === 0) return grouped(total - covered);
  if (missing.length === 1) return html`<span class="rule">${missing}</span>`;
  return html`<details><summary>${missing.length} of them</summary><ul>${missing.map((name) => html`<li class="rule">${name}</li>`)}</ul></details>`;
}

/** By operation where the names say one (`esimOrder 200007`). */
function codesTable({ provider, errorCodes }: Coverage): Markup {
  const all = [
    ...(errorCodes.reached ?? []).map((name) => ({ name, isReached: true })),
    ...errorCodes.missing.map((name) => ({ name, isReached: false })),
  ].sort((one, other) => byText(one.name, other.name));
  const groups = groupedBy(all, ({ name }) => (name.includes(" ") ? name.slice(0, name.indexOf(" ")) : ""));
  const rows = [...groups].map(
    ([operation, codes]) =>
      html`<tr><th scope="row">${operation}</th><td>${codes.map(({ name, isReached }) => codeMark(operation === "" ? name : name.slice(operation.length + 1), isReached))}</td></tr>
`,
  );
  const unnamed = errorCodes.covered - (errorCodes.reached?.length ?? 0);
  const rest = unnamed > 0 ? html`<p>${grouped(unnamed)} more ${unnamed === 1 ? "was" : "were"} reached.</p>` : null;
  return html`<div><div class="scroll"><table data-provider="${provider}"><caption>${provider}: ${grouped(errorCodes.covered)} of ${grouped(errorCodes.total)} reached</caption><tbody>${rows}</tbody></table></div>${rest}</div>`;
}

function codeMark(code: string, isReached: boolean): Markup {
  const state = isReached ? "covered" : "missing";
  return html`<span class="mark ${state}" data-code="${code}" title="${state}">${isReached ? "\u2713" : "\u2717"} ${code}</span> `;
}

/** One row for each location and keyword, from names such as `esimOrder body.transactionId maxLength outside`. */
function constraintsTable({ provider, constraints }: Coverage): Markup {
  const sides = [
    ...(constraints.reached ?? []).map((name) => ({ ...sideOf(name), isReached: true })),
    ...constraints.missing.map((name) => ({ ...sideOf(name), isReached: false })),
  ].sort((one, other) => byText(one.of, other.of));
  const rows = [...groupedBy(sides, ({ of }) => of)].map(([of, own]) => {
    const cells = (["inside", "outside"] as const).map((wanted) => {
      const found = own.find(({ side }) => side === wanted);
      if (found === undefined) return html`<td><span class="mark unlisted">-</span></td>`;
      return html`<td>${codeMark(found.isReached ? "tried" : "not tried", found.isReached)}</td>`;
    });
    return html`<tr><th scope="row" class="rule">${of}</th>${cells}</tr>
`;
  });
  const caption = `${provider}: ${grouped(constraints.covered)} of ${grouped(constraints.total)} sides reached`;
  const table = html`<div class="scroll"><table data-provider="${provider}"><thead><tr><th scope="col">constraint</th><th scope="col">inside</th><th scope="col">outside</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  const isLong = rows.length > 20;
  if (constraints.total === 0) return html`<p>${provider}: none listed.</p>`;
  if (rows.length === 0) return html`<p>${caption}.</p>`;
  return html`<details${isLong ? null : html` open`}><summary>${caption}</summary>${table}</details>`;
}

function sideOf(name: string): { readonly of: string; readonly side: string } {
  const [, of = name, side = "outside"] = /^(.*) (inside|outside)$/.exec(name) ?? [];
  return { of, side };
}

function webhookTable({ provider, deliveries }: Coverage): Markup | null {
  if (deliveries.length === 0) return null;
  const laws = [...new Set(deliveries.map(({ law }) => law))];
  const rows = [...groupedBy(deliveries, ({ name }) => name)].map(([name, own]) => {
    const cells = laws.map((law) =>
      tallyCell(tallyOf(own.filter((one) => one.law === law).map(({ outcome }) => outcome)), `${name} ${law}`),
    );
    return html`<tr><th scope="row">${name}</th>${cells}</tr>
`;
  });
  return html`<div class="scroll"><table data-provider="${provider}"><caption>${provider}</caption><thead><tr><th scope="col">type</th>${laws.map((law) => html`<th scope="col">${law}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
