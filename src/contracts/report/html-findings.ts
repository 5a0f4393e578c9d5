import { reproducing } from "./commands.ts";
import { curlOf } from "./curl.ts";
import type { ShownExchange } from "./events.ts";
import { type Finding, spreadOf } from "./findings.ts";
import { html, type Markup } from "./html-markup.ts";
import type { RunRecord } from "./run-record.ts";
import { counted, shortened } from "./wording.ts";

/** A page has to stay small enough to be mailed. */
const MOST_ANSWER_CHARACTERS = 4_000;
const MOST_CALLS = 40;
/** So many findings are open when the page opens. */
const OPEN_FINDINGS = 3;

/** The findings, each to be opened: what was expected, what came, the calls, the place and how to see it again. */
export function findingsSection(run: RunRecord): Markup {
  const { findings, warned, known } = run;
  const none = run.verdict === "pass" ? "Nothing failed." : "No case failed.";
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings <small>${findings.length === 0 ? "none" : counted(findings.length, "root cause")}</small></h2>
${findings.length === 0 ? html`<p>${none}</p>` : findings.map((finding, index) => oneFinding(run, finding, index < OPEN_FINDINGS))}
${notes("Warnings", "they do not fail this run", warned)}
${notes("Known deviations", "covered by deviations.yaml", known)}
${deviations(run)}
</section>`;
}

function oneFinding(run: RunRecord, finding: Finding, isOpen: boolean): Markup {
  const { first, message, rules } = finding;
  const spread = spreadOf(finding);
  return html`<details class="finding" data-rule="${first.rule}" data-count="${finding.count}"${isOpen ? html` open` : null}>
<summary><span class="rule">${first.rule}</span> ${spread === "" ? null : html`<span class="count">${spread}</span>`}<br>${message}</summary>
<dl class="facts">
${fact("rule", first.says)}
${first.problem?.expected == null ? null : html`<dt>expected</dt><dd class="expected"><code>${first.problem.expected}</code></dd>`}
${first.problem?.got == null ? null : html`<dt>got</dt><dd class="got"><code>${shortened(first.problem.got, MOST_ANSWER_CHARACTERS)}</code></dd>`}
${fact("specification", `${finding.place.file}:${finding.place.line}`)}
${fact("evidence", evidenceOf(finding))}
${fact("root cause", finding.root)}
<dt>run it again</dt><dd><code>${reproducing(run, first.rule)}</code></dd>
</dl>
${calls(first.problem?.exchanges ?? [])}
${rules.length < 2 ? null : html`<details><summary>All ${rules.length} rules that fail for this reason</summary><ul>${rules.map((rule) => html`<li class="rule">${rule}</li>`)}</ul></details>`}
</details>
`;
}

function calls(exchanges: readonly ShownExchange[]): Markup | null {
  if (exchanges.length === 0) return null;
  const hidden = Math.max(0, exchanges.length - MOST_CALLS);
  const items = exchanges.slice(hidden).map((exchange) => {
    const { status, answer, failure } = exchange;
    const came = status === null ? `no answer: ${failure ?? "unknown reason"}` : `${status} ${answer ?? ""}`;
    return html`<li><pre class="curl">${curlOf(exchange)}</pre><pre class="answer">${shortened(came, MOST_ANSWER_CHARACTERS)}</pre></li>
`;
  });
  return html`<p>Calls that show it${hidden === 0 ? null : ` (${hidden} before them left out)`}:</p><ol class="calls" start="${hidden + 1}">${items}</ol>`;
}

function notes(title: string, what: string, findings: readonly Finding[]): Markup | null {
  if (findings.length === 0) return null;
  const rows = findings.map((finding) => {
    const { first, message, place } = finding;
    const days = first.expiresInDays === undefined ? "" : ` (expires in ${counted(first.expiresInDays, "day")})`;
    const why = first.outcome === "known" ? `${first.message}${days}` : "";
    const spread = spreadOf(finding);
    return html`<tr><td class="rule">${first.rule}${spread === "" ? null : html`<br>${spread}`}</td><td>${message}${why === "" ? null : html`<br>${why}`}</td><td>${place.file}:${place.line}</td></tr>
`;
  });
  return html`<h3>${title} <small>${what}</small></h3><div class="scroll"><table><thead><tr><th scope="col">rule</th><th scope="col">what</th><th scope="col">specification</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function deviations({ deviations: found }: RunRecord): Markup | null {
  if (found.length === 0) return null;
  const rows = found.map(
    ({ rule, state, message }) =>
      html`<tr><td><span class="mark ${state === "unused" ? "warned" : "failed"}">${state}</span></td><td class="rule">${rule}</td><td>${message}</td></tr>
`,
  );
  return html`<h3>Deviations to remove</h3><div class="scroll"><table id="deviations"><thead><tr><th scope="col">state</th><th scope="col">rule</th><th scope="col">why</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function fact(name: string, text: string): Markup {
  return html`<dt>${name}</dt><dd>${text}</dd>`;
}

function evidenceOf({ evidence: { grade, source } }: Finding): string {
  return source.length === 0 ? grade : `${grade}: ${source.join(", ")}`;
}
