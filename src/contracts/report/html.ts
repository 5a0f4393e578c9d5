import { createHash } from "node:crypto";
import type { RunEvent } from "./events.ts";
import { coverageSection } from "./html-coverage.ts";
import { findingsSection } from "./html-findings.ts";
import { html, Markup } from "./html-markup.ts";
import { SCRIPT } from "./html-script.ts";
import { STYLE } from "./html-style.ts";
import { casesSection, matrixSection } from "./html-tables.ts";
import { costLine, gatherRun, type RunRecord, resultLine, skippedBy } from "./run-record.ts";

/** The run as one page that needs nothing else: no other file, no network, and no script but its own. */
export function renderHtml(events: Iterable<RunEvent>): string {
  const run = gatherRun(events);
  const verdict = run.verdict.toUpperCase();
  // The digest keeps everything but the page's own script from running, should any escaping ever fail.
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'`;
  const page = html`<!doctype html>
<html lang="en" data-verdict="${run.verdict}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${verdict}: contract run, seed ${run.seed}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>${banner(run)}</header>
<main>
${findingsSection(run)}
${matrixSection(run.cases)}
${coverageSection(run)}
${skippedSection(run)}
${casesSection(run.cases)}
</main>
<footer>${run.command === "" ? null : html`<code>${run.command}</code>`}</footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}

function banner(run: RunRecord): Markup {
  const { verdict, message, target, profile, providers } = run;
  const links = [
    ["findings", "Findings"],
    ["matrix", "Matrix"],
    ...(run.coverages.length === 0
      ? []
      : [
          ["coverage", "Coverage"],
          ["codes", "Error codes"],
          ["constraints", "Constraints"],
          ["states", "States"],
          ["webhooks", "Webhooks"],
        ]),
    ["cases", "All cases"],
  ];
  return html`<div id="verdict" data-verdict="${verdict}"><h1>${verdict.toUpperCase()} <span>${resultLine(run)}</span></h1>
${message === "" ? null : html`<p>${message}</p>`}
<p>${costLine(run)}</p><p>${target === "" ? null : html`Target <code>${target}</code>, profile ${profile}, ${providers.join(" and ")}`}</p></div>
<nav aria-label="Parts of this report">${links.map(([id = "", name = ""]) => html`<a href="#${id}">${name}</a>`)}</nav>`;
}

function skippedSection({ cases }: RunRecord): Markup | null {
  const reasons = skippedBy(cases);
  if (reasons.length === 0) return null;
  const rows = reasons.map(
    ({ reason, count }) => html`<tr><td>${count}</td><td>${reason}</td></tr>
`,
  );
  return html`<section aria-labelledby="skipped-title"><h2 id="skipped-title">Skipped</h2><div class="scroll"><table id="skipped"><thead><tr><th scope="col">cases</th><th scope="col">why</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
