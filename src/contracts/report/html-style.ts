/** The page's style: light and dark by the reader's setting; a colour never stands alone for an outcome. */
export const STYLE = `
:root { color-scheme: light dark; --back: #fff; --panel: #f6f7f9; --line: #d5d9e0; --text: #1b1f27; --dim: #59616e;
  --good: #1a7f37; --good-back: #dcf5e3; --bad: #c4232b; --bad-back: #fde3e3; --known: #7a4fc0; --known-back: #ece4fa;
  --warn: #8a5a00; --warn-back: #fbeec9; --skip: #59616e; --skip-back: #e8eaee; --link: #0b5cad; --part: #d49a1c; }
@media (prefers-color-scheme: dark) { :root { --back: #14171c; --panel: #1d2128; --line: #363c47; --text: #e6e9ee; --dim: #a0a8b5;
  --good: #56c271; --good-back: #15351f; --bad: #ff8080; --bad-back: #47191c; --known: #c0a1f5; --known-back: #33254d;
  --warn: #e5b84c; --warn-back: #3d3010; --skip: #a0a8b5; --skip-back: #2b3039; --link: #7db7f2; --part: #d49a1c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 1240px; margin: 0 auto; padding: 0 20px; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; } h3 { font-size: 1.02rem; margin: 1.3rem 0 .4rem; }
h2 small, h3 small { color: var(--dim); font-weight: normal; font-size: .85em; }
code, pre, .rule, svg text { font-family: ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; font-size: .84rem; }
.rule, code { overflow-wrap: anywhere; }
a { color: var(--link); } :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
#verdict { border-left: 10px solid var(--bad); background: var(--bad-back); padding: 14px 20px; border-radius: 6px; margin-top: 20px; }
#verdict[data-verdict="pass"] { border-color: var(--good); background: var(--good-back); }
#verdict h1 { display: flex; flex-wrap: wrap; gap: 0 .6em; align-items: baseline; }
#verdict h1 span { font-size: 1.05rem; font-weight: 500; }
#verdict p { margin: .3rem 0 0; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 12px 0 0; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: .4rem 0; }
dl.facts dt { color: var(--dim); } dl.facts dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
details { border: 1px solid var(--line); border-radius: 6px; background: var(--panel); margin: 8px 0; padding: 0 14px; }
details > summary { cursor: pointer; padding: 9px 0; } details[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: 8px; }
td details, .finding details { border: 0; padding: 0; margin: 0; background: none; } td summary, .finding details > summary { padding: 0; border: 0 !important; color: var(--link); }
details.finding { padding-bottom: 10px; border-left: 5px solid var(--bad); }
.finding p { margin: .35rem 0; } .count { color: var(--bad); font-weight: 600; }
ol.calls { padding-left: 1.7em; margin: .5rem 0; } ol.calls li { margin: .45rem 0; }
pre { margin: 2px 0; padding: 7px 10px; background: var(--back); border: 1px solid var(--line); border-radius: 5px; white-space: pre-wrap;
  overflow-wrap: anywhere; max-height: 22em; overflow-y: auto; }
pre.answer { color: var(--dim); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .88rem; } th, td { border: 1px solid var(--line); padding: 3px 8px; text-align: left; vertical-align: top; }
thead th { background: var(--panel); white-space: nowrap; } tbody th { font-weight: 500; }
caption { text-align: left; color: var(--dim); padding-bottom: 4px; }
td.figure { white-space: nowrap; } td.tally { text-align: center; white-space: nowrap; } td.none { color: var(--dim); text-align: center; }
.mark { display: inline-block; min-width: 1.7em; padding: 0 .4em; border-radius: 4px; text-align: center; font-weight: 600; font-size: .82rem; white-space: nowrap; }
.passed, .covered { color: var(--good); background: var(--good-back); } .failed, .missing { color: var(--bad); background: var(--bad-back); }
.known { color: var(--known); background: var(--known-back); } .warned { color: var(--warn); background: var(--warn-back); }
.skipped, .unlisted { color: var(--skip); background: var(--skip-back); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; color: var(--dim); font-size: .86rem; margin: .4rem 0; padding: 0; list-style: none; }
.legend svg { vertical-align: middle; }
.bar { display: block; width: 180px; height: 12px; background: var(--skip-back); border-radius: 6px; overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--good); }
.bar.part i { background: var(--part); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 430px), 1fr)); gap: 0 28px; align-items: start; }
.columns > * { min-width: 0; }
.filters { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-bottom: 8px; }
input, select { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--dim); border-radius: 5px; padding: 4px 8px; max-width: 100%; }
#filter { width: 24em; } #cases { width: 100%; } #cases td { overflow-wrap: anywhere; } #cases td:first-child, #cases td:nth-child(n + 4) { white-space: nowrap; }
tr[hidden] { display: none; }
footer { color: var(--dim); margin: 40px auto 30px; font-size: .86rem; }
table.machine td { white-space: nowrap; } table.machine th[scope=row] { white-space: nowrap; }
svg.machine { display: block; max-width: none; } svg.machine text { fill: var(--text); font-size: 12px; }
svg.machine .state rect { fill: var(--panel); stroke: var(--dim); stroke-width: 1.4; } svg.machine .state text { font-weight: 600; font-size: 13px; }
svg.machine .first rect { stroke-width: 2.6; }
.edge { fill: none; stroke-width: 1.8; } svg.machine .label { paint-order: stroke; stroke: var(--back); stroke-width: 4px; stroke-linejoin: round; }
.edge.allowed.covered { stroke: var(--good); background: none; } .edge.failed { stroke: var(--bad); background: none; stroke-width: 2.4; }
.edge.allowed.open { stroke: var(--warn); stroke-dasharray: 1.5 4; stroke-linecap: round; stroke-width: 2.2; }
.edge.forbidden.covered { stroke: var(--dim); stroke-dasharray: 7 4; background: none; } .edge.forbidden.failed { stroke-dasharray: 7 4; }
.edge.forbidden.open { stroke: var(--dim); stroke-dasharray: 1.5 4; stroke-linecap: round; }
svg.machine text.label.failed { fill: var(--bad); } svg.machine text.label.open { fill: var(--warn); } svg.machine text.label.forbidden { fill: var(--dim); }
svg.machine text.label.forbidden.failed { fill: var(--bad); }
@media (max-width: 600px) { .bar { width: 80px; } main, header, footer { padding: 0 12px; } dl.facts { grid-template-columns: 1fr; } dl.facts dd { margin-bottom: 6px; }
  #cases th:nth-child(4), #cases td:nth-child(4), #cases th:nth-child(5), #cases td:nth-child(5) { display: none; } }
@media print { details > *, details::details-content { display: block; content-visibility: visible; } .filters, nav { display: none; } }
`;
