import { coverageFigures, unplannedText } from "./coverage-figures.ts";
import type { Coverage, CoverageFigure } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { constraintsSection } from "./html-constraints.ts";
import { machineFigure, machineLegend } from "./html-machine.ts";
import { html, type Markup } from "./html-markup.ts";
import { webhooksSection } from "./html-webhooks.ts";
import type { RunRecord } from "./run-record.ts";
import { byText, grouped, percent } from "./wording.ts";

/** What a run reached of what the documents of a provider list: figures, error codes, constraints, state machines, webhooks. */
export function coverageSection({ coverages, profile }: RunRecord): Markup | null {
  if (coverages.length === 0) return null;
  return html`<section id="coverage" aria-labelledby="coverage-title"><h2 id="coverage-title">Coverage of what the documents list</h2>
<div class="columns">${coverages.map((coverage) => figuresTable(coverage, profile))}</div></section>
<section id="codes" aria-labelledby="codes-title"><h2 id="codes-title">Error codes</h2><div class="columns">${coverages.map(codesTable)}</div></section>
${constraintsSection(coverages)}
<section id="states" aria-labelledby="states-title"><h2 id="states-title">States</h2>${machineLegend()}${coverages.flatMap((coverage) => coverage.machines.map((machine) => machineFigure(coverage.provider, machine)))}</section>
${webhooksSection(coverages)}`;
}

function figuresTable(coverage: Coverage, profile: string): Markup {
  const rows = coverageFigures(coverage).map((figure) => {
    const share = percent(figure);
    return html`<tr data-figure="${figure.name}"><th scope="row">${figure.name}</th><td class="figure">${grouped(figure.covered)} of ${grouped(figure.total)}</td><td>${share === null ? "none listed" : bar(share)}</td><td>${missingList(figure, profile)}</td></tr>
`;
  });
  return html`<div class="scroll"><table data-provider="${coverage.provider}"><caption>${coverage.provider}</caption><thead><tr><th scope="col">listed</th><th scope="col">reached</th><th scope="col">share</th><th scope="col">missing</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function bar(share: number): Markup {
  return html`${share} %<span class="bar${share === 100 ? "" : " part"}" role="img" aria-label="${share} percent"><i style="width:${share}%"></i></span>`;
}

function missingList(figure: CoverageFigure, profile: string): Markup | string {
  const { missing, covered, total } = figure;
  const rest = unplannedText(figure, profile);
  const note = rest === "" ? null : html`${rest}. `;
  if (covered === total) return "none";
  if (missing.length === 0) return grouped(total - covered);
  if (missing.length === 1) return html`${note}<span class="rule">${missing}</span>`;
  return html`${note}<details><summary>${missing.length} of them</summary><ul>${missing.map((name) => html`<li class="rule">${name}</li>`)}</ul></details>`;
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
      html`<tr>${operation === "" ? null : html`<th scope="row">${operation}</th>`}<td>${codes.map(({ name, isReached }) => codeMark(operation === "" ? name : name.slice(operation.length + 1), isReached))}</td></tr>
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
