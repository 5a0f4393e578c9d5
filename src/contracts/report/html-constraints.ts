import type { Coverage } from "./events.ts";
import { groupedBy } from "./grouping.ts";
import { html, type Markup } from "./html-markup.ts";
import { byText, grouped } from "./wording.ts";

/** Keywords of JSON Schema that bound a value; whatever else a request can break is shown apart. */
const KEYWORDS = [
  "type",
  "required",
  "const",
  "enum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "additionalProperties",
] as const;

/** One request that stands on a side of a constraint. */
interface Probe {
  readonly operation: string;
  /** Null for what no keyword says: methods, content types, references. */
  readonly keyword: string | null;
  readonly name: string;
  readonly location: string;
  readonly side: string;
  readonly isReached: boolean;
}

/** Each constraint keyword with what was tried inside and outside of it: summed up by keyword, and place by place. */
export function constraintsSection(coverages: readonly Coverage[]): Markup {
  return html`<section id="constraints" aria-labelledby="constraints-title"><h2 id="constraints-title">Constraint keywords, both sides</h2><p>Requests tried, inside and outside of each constraint.</p>
<div class="columns">${coverages.map(ofProvider)}</div></section>`;
}

function ofProvider({ provider, constraints }: Coverage): Markup {
  const probes = [
    ...(constraints.reached ?? []).map((name) => probeOf(name, true)),
    ...constraints.missing.map((name) => probeOf(name, false)),
  ];
  const caption = `${provider}: ${grouped(constraints.covered)} of ${grouped(constraints.total)} sides reached`;
  if (constraints.total === 0) return html`<p>${provider}: none in this plan.</p>`;
  if (probes.length === 0) return html`<p>${caption}.</p>`;
  const bounding = probes.filter(({ keyword }) => keyword !== null);
  const others = probes.filter(({ keyword }) => keyword === null);
  return html`<div><div class="scroll"><table data-provider="${provider}"><caption>${caption}</caption>${head("keyword", "places")}<tbody>${KEYWORDS.map((keyword) => keywordRow(keyword, bounding))}${othersRow(others)}</tbody></table></div>
${placesTable(provider, bounding)}
${othersTable(provider, others)}</div>`;
}

function probeOf(text: string, isReached: boolean): Probe {
  const [, operation = "", name = text, location = "", side = "outside"] =
    /^(\S+) (\S+)(?: (.*))? (inside|outside)$/.exec(text) ?? [];
  const keyword = KEYWORDS.find((one) => name === one || name.startsWith(`${one}-`)) ?? null;
  return { operation, keyword, name, location, side, isReached };
}

function head(...names: readonly string[]): Markup {
  const cells = [...names, "inside", "outside"].map((name) => html`<th scope="col">${name}</th>`);
  return html`<thead><tr>${cells}</tr></thead>`;
}

function keywordRow(keyword: string, all: readonly Probe[]): Markup | null {
  const own = all.filter((probe) => probe.keyword === keyword);
  if (own.length === 0) return null;
  const places = new Set(own.map(placeOf)).size;
  return html`<tr data-keyword="${keyword}"><th scope="row" class="rule">${keyword}</th><td>${grouped(places)}</td>${sideCells(own)}</tr>
`;
}

function othersRow(others: readonly Probe[]): Markup | null {
  if (others.length === 0) return null;
  return html`<tr><th scope="row">beyond the schema</th><td>${grouped(new Set(others.map(placeOf)).size)}</td>${sideCells(others)}</tr>
`;
}

function placesTable(provider: string, probes: readonly Probe[]): Markup | null {
  if (probes.length === 0) return null;
  const groups = groupedBy(probes, (probe) => `${placeOf(probe)} ${probe.keyword}`);
  const rows = [...groups]
    .sort(([one], [other]) => byText(one, other))
    .map(
      ([place, own]) => html`<tr><th scope="row" class="rule">${place}</th>${sideCells(own)}</tr>
`,
    );
  return html`<details><summary>${provider} place by place</summary><div class="scroll"><table>${head("place and keyword")}<tbody>${rows}</tbody></table></div></details>`;
}

/** Requests that are wrong as a whole: by what is wrong, over all operations. */
function othersTable(provider: string, others: readonly Probe[]): Markup | null {
  if (others.length === 0) return null;
  const rows = [...groupedBy(others, ({ name }) => name)]
    .sort(([one], [other]) => byText(one, other))
    .map(
      ([name, own]) => html`<tr><th scope="row" class="rule">${name}</th>${sideCells(own)}</tr>
`,
    );
  return html`<details><summary>${provider} beyond the schema</summary><div class="scroll"><table>${head("what")}<tbody>${rows}</tbody></table></div></details>`;
}

function placeOf({ operation, location }: Probe): string {
  return `${operation} ${location}`.trimEnd();
}

function sideCells(probes: readonly Probe[]): Markup[] {
  return ["inside", "outside"].map((wanted) => {
    const own = probes.filter(({ side }) => side === wanted);
    if (own.length === 0) return html`<td><span class="mark unlisted">-</span></td>`;
    const tried = own.filter(({ isReached }) => isReached).length;
    const missing = own.filter(({ isReached }) => !isReached).map(({ operation, name }) => `${operation} ${name}`);
    const state = tried === own.length ? "covered" : "missing";
    const title = missing.length === 0 ? "all tried" : `not tried: ${missing.slice(0, 10).join(", ")}`;
    return html`<td><span class="mark ${state}" title="${title}">${tried === own.length ? "\u2713" : "\u2717"} ${grouped(tried)} of ${grouped(own.length)}</span></td>`;
  });
}
