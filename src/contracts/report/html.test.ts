import { expect, test } from "vitest";
import type { Coverage, RunEvent } from "./events.ts";
import { renderHtml } from "./html.ts";
import { escapeHtml, html } from "./html-markup.ts";
import { aCase, anExchange, aProblem, sampleRun } from "./testing/sample-run.ts";

const page = renderHtml(sampleRun());

test("the page says the verdict and has every part", () => {
  expect(page).toContain('<html lang="en" data-verdict="fail">');
  const parts = ["findings", "matrix", "coverage", "codes", "constraints", "states", "webhooks", "skipped", "cases"];
  expect(parts.filter((id) => !page.includes(` id="${id}"`))).toEqual([]);
});

test("the page refers to nothing outside of itself", () => {
  expect(page).not.toMatch(/\b(src|href)="(?!#)|@import|url\((?!#)/);
  expect(page).toContain("default-src 'none'".replaceAll("'", "&#39;"));
});

test("links of the page lead to parts of it, and no id is there twice", () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
  expect(ids.length).toBe(new Set(ids).size);
  const links = [...page.matchAll(/(?:href="|url\()#([^")]+)/g)].map(([, id = ""]) => id);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
});

test("a row of the cases and a finding carry rule and outcome", () => {
  expect(page).toContain('<tr data-rule="fms:paymentWebhook:states:paid:refused" data-outcome="failed">');
  expect(page).toContain('<tr data-rule="fms:packageDetail:races:ten-readers" data-outcome="warned">');
  expect(page).toContain(
    '<details class="finding" data-rule="esimaccess:esimCancel:effects:refund" data-count="1" open>',
  );
});

test("edges are drawn by how far they were reached", () => {
  expect(page).toContain('<path class="edge allowed failed" data-from="released" data-to="ended"');
  expect(page).toContain('<path class="edge allowed open" data-from="suspended" data-to="in-use"');
  expect(page).toContain('<path class="edge forbidden covered" data-from="created" data-to="created"');
});

test("a machine with more states than a drawing holds is a matrix, each state below the one before it", () => {
  const states = Array.from({ length: 16 }, (_, index) => `s${index}`);
  const moves = states
    .slice(1)
    .map((to, index) => ({ from: `s${index}`, to, by: "event", kind: "allowed", reached: "covered" }) as const);
  const end = { from: "s0", to: "s15", by: "end", kind: "allowed", reached: "failed" } as const;
  const again = { from: "s15", to: "s15", by: "end", kind: "forbidden", reached: "open" } as const;
  const text = renderHtml(sampleWith({ machines: [{ resource: "line", states, edges: [...moves, end, again] }] }));
  expect(text).not.toContain('<svg class="machine"');
  const rows = [...text.matchAll(/<tr data-state="(s\d+)">/g)].map(([, state]) => state);
  expect(rows).toEqual(states);
  expect(text).toContain(
    'data-kind="allowed" data-reached="failed" title="s0: end (allowed, failed)">\u2717 \u2192 s15<',
  );
  expect(text).toContain(
    'data-kind="forbidden" data-reached="open" title="s15: end (forbidden, open)">\u25cb must refuse<',
  );
  expect(text).toContain("\u00a0\u00a0\u00a0\u2514\u00a0<span");
});

test("laws of a webhook type stand in one table, and what causes deliveries in another, the failing states first", () => {
  const deliveries = [
    { name: "orderStatus", law: "schema", outcome: "passed" },
    { name: "esimCancel", law: "sent esim.new", outcome: "passed" },
    { name: "esimCancel", law: "sent esim.used", outcome: "failed" },
  ] as const;
  const text = renderHtml(sampleWith({ deliveries }));
  expect(text).toContain('<td class="tally" data-worst="passed" title="orderStatus schema: 1 passed">');
  expect(text).toContain('title="esimCancel sent: 1 failed, 1 passed"');
  expect(text).toContain("<td>esim.used (failed), esim.new</td>");
});

/** The sample's coverage of eSIM Access, changed, as the only event. */
function sampleWith(change: Partial<Coverage>): RunEvent[] {
  return sampleRun().flatMap((event) =>
    event.event === "coverage" && event.coverage.provider === "esimaccess"
      ? [{ event: "coverage", coverage: { ...event.coverage, ...change } }]
      : [],
  );
}

test("constraints have both sides, and codes say whether they were reached", () => {
  expect(page).toMatch(
    /esimOrder body\.transactionId maxLength<\/th><td><span class="mark covered"[^>]*>✓ 1 of 1<\/span><\/td><td><span class="mark missing" title="not tried: esimOrder maxLength-above">✗ 0 of 1</,
  );
  expect(page).toContain('<tr data-keyword="maximum">');
  expect(page).toContain('<span class="mark missing" data-code="310403" title="missing">');
  expect(page).toContain('<span class="mark covered" data-code="200007" title="covered">');
});

test("whatever a target answers stays text", () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror='alert(2)'>"\u202e`;
  const problem = aProblem({
    root: evil,
    message: evil,
    expected: evil,
    got: evil,
    exchanges: [anExchange({ answer: evil, body: evil, url: evil })],
  });
  const result = aCase({ rule: `fms:login:auth:${evil}`, says: evil, outcome: "failed", message: evil, problem });
  const coverage = sampleRun().flatMap((event) => (event.event === "coverage" ? [event.coverage] : []))[0];
  const machines = [
    { resource: evil, states: [evil], edges: [{ from: evil, to: evil, by: evil, kind: "allowed", reached: "open" }] },
  ] as const;
  const text = renderHtml([
    { event: "case", result },
    ...(coverage === undefined ? [] : [{ event: "coverage", coverage: { ...coverage, machines } } as const]),
  ]);
  expect(text.match(/<script/g)?.length).toBe(1);
  expect(text).not.toMatch(/<img|\u202e/);
});

test("an empty stream still gives a page", () => {
  expect(renderHtml([])).toContain('data-verdict="unfinished"');
});

test("inserted text is escaped, markup and lists of it are not, and null is nothing", () => {
  expect(html`<p title="${'"'}">${["<", html`<b>${1}</b>`]}${null}</p>`.text).toBe(
    '<p title="&quot;">&lt;<b>1</b></p>',
  );
  expect(escapeHtml("a\u0000\nb")).toBe("a\uFFFD\nb");
});
