import { expect, test } from "vitest";
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

test("constraints have both sides, and codes say whether they were reached", () => {
  expect(page).toMatch(
    /esimOrder body\.transactionId maxLength<\/th><td><span class="mark covered"[^>]*>✓ tried<\/span> <\/td><td><span class="mark missing"/,
  );
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
