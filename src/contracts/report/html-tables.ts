import { matrixOf, SHOWN_OUTCOMES, type Shown, shownOutcome, type Tally } from "./coverage-figures.ts";
import type { CaseResult } from "./events.ts";
import { html, type Markup } from "./html-markup.ts";
import { byText, grouped } from "./wording.ts";

/** The matrix of operations by layers, with counts, letters and colours. */
export function matrixSection(cases: readonly CaseResult[]): Markup | null {
  const { layers, rows } = matrixOf(cases);
  if (rows.length === 0) return null;
  const lines = rows.map(
    ({ provider, operationId, cells }) =>
      html`<tr><td>${provider}</td><th scope="row">${operationId}</th>${cells.map(([layer, tally]) => tallyCell(tally, `${operationId} ${layer}`))}</tr>
`,
  );
  return html`<section aria-labelledby="matrix-title"><h2 id="matrix-title">Operations by layer</h2>
${outcomeLegend()}
<div class="scroll"><table id="matrix"><thead><tr><th scope="col">provider</th><th scope="col">operation</th>${layers.map((layer) => html`<th scope="col">${layer}</th>`)}</tr></thead>
<tbody>${lines}</tbody></table></div></section>`;
}

/** A cell with each outcome that occurs, as its letter and count. */
export function tallyCell({ parts, worst }: Tally, label: string): Markup {
  if (worst === null) return html`<td class="none" title="${label}: no case">-</td>`;
  const words = parts.map(({ outcome, count }) => `${grouped(count)} ${outcome}`).join(", ");
  const marks = parts.map(
    ({ outcome, letter, count }) => html`<span class="mark ${outcome}">${letter} ${grouped(count)}</span> `,
  );
  return html`<td class="tally" data-worst="${worst}" title="${label}: ${words}">${marks}</td>`;
}

/** What the letters mean. */
export function outcomeLegend(): Markup {
  const items = SHOWN_OUTCOMES.map(
    ([outcome, letter]) => html`<li><span class="mark ${outcome}">${letter}</span> ${outcome}</li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

/** Every case, the worst first, with a filter by text and outcome. */
export function casesSection(cases: readonly CaseResult[]): Markup {
  const order = (result: CaseResult): number =>
    SHOWN_OUTCOMES.findIndex(([outcome]) => outcome === shownOutcome(result));
  const sorted = [...cases].sort((one, other) => order(one) - order(other) || byText(one.rule, other.rule));
  const options = SHOWN_OUTCOMES.map(([outcome]) => html`<option value="${outcome}">${outcome}</option>`);
  return html`<section aria-labelledby="cases-title"><h2 id="cases-title">All cases</h2>
<div class="filters" hidden><label>Text <input id="filter" type="search" placeholder="operation, rule, layer, words"></label>
<label>Outcome <select id="outcome"><option value="">all</option>${options}</select></label>
<output id="shown" for="filter outcome" aria-live="polite">${grouped(cases.length)} cases</output></div>
<div class="scroll"><table id="cases"><thead><tr><th scope="col">outcome</th><th scope="col">rule</th><th scope="col">what</th><th scope="col">evidence</th><th scope="col">specification</th></tr></thead>
<tbody>${sorted.map(caseRow)}</tbody></table></div></section>`;
}

function caseRow(result: CaseResult): Markup {
  const { rule, says, message, evidence, place } = result;
  const shown = shownOutcome(result);
  return html`<tr data-rule="${rule}" data-outcome="${shown}"><td>${outcomeMark(shown)}</td><td class="rule">${rule}</td><td>${says}${message === "" ? null : html`<br><em>${message}</em>`}</td><td>${evidence.grade}</td><td>${place.file}:${place.line}</td></tr>
`;
}

function outcomeMark(shown: Shown): Markup {
  const letter = SHOWN_OUTCOMES.find(([outcome]) => outcome === shown)?.[1] ?? "";
  return html`<span class="mark ${shown}">${letter} ${shown}</span>`;
}
