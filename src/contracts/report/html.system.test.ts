import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { expect, type TestContext, test } from "vitest";
import { renderHtml } from "./html.ts";
import { sampleRun } from "./testing/sample-run.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CHROMIUM = "/usr/bin/chromium";

const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const WIDE = { width: 1300, height: 900 };
const NARROW = { width: 400, height: 800 };

/** Opens the page that `write` leaves in a file. What it complains about, and what it asks of the network, is collected. */
async function withPage(
  context: TestContext,
  { write, viewport }: { readonly write: (file: string) => Promise<void>; readonly viewport: typeof WIDE },
  use: (page: Page, complaints: readonly string[]) => Promise<void>,
): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    if (process.env["CI"] !== undefined) throw new Error(`chromium is not installed at ${CHROMIUM}`);
    context.skip("needs chromium");
  }
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  const file = join(folder, "report.html");
  try {
    await write(file);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    try {
      const page = await browser.newPage({ viewport });
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (request.url() !== pathToFileURL(file).href) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      await use(page, complaints);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

const sample = { write: (file: string): Promise<void> => writeFile(file, renderHtml(sampleRun())), viewport: NARROW };

/** Runs the command line as a user does. */
function contractRun(...args: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string }> {
  const line = ["--import", "tsx", "src/cli/main.ts", "contract", "run", ...args];
  const child = spawn(process.execPath, line, { cwd: ROOT, timeout: 540_000 });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout })));
}

test("the report of a run against a broken backend shows its verdict and the failing case to a browser", async (context) => {
  // SCR-02: a number is written as text in the details of a package.
  const args = ["--provider", "fms", "--mutant", "SCR-02", "--only", "fms:packageDetail:*", "--layer", "examples"];
  const write = async (file: string): Promise<void> => {
    const { code, stdout } = await contractRun(...args, "--layer", "responses", "--report-html", file);
    expect([code, stdout.split(" ", 1)]).toEqual([1, ["FAIL"]]);
  };
  await withPage(context, { write, viewport: WIDE }, async (page, complaints) => {
    expect(await page.locator("html").getAttribute("data-verdict")).toBe("fail");
    expect(await page.locator("#verdict h1").textContent()).toMatch(/^FAIL\s+1 new/);
    const finding = page.locator(".finding").first();
    expect(await finding.getAttribute("data-rule")).toMatch(/^fms:packageDetail:responses:/);
    expect(await finding.locator(".got").textContent()).toMatch(/^"\d+"/);
    expect(await finding.locator("pre.curl").first().textContent()).toContain("curl ");
    const rule = (await finding.getAttribute("data-rule")) ?? "";
    const row = page.locator(`#cases tr[data-rule="${rule}"]`);
    expect(await row.getAttribute("data-outcome")).toBe("failed");
    expect(await row.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test("a browser shows the verdict and a failing case, and asks for nothing else", async (context) => {
  await withPage(context, sample, async (page, complaints) => {
    expect(await page.locator("html").getAttribute("data-verdict")).toBe("fail");
    expect(await page.locator("#verdict h1").textContent()).toMatch(/^FAIL\s+3 new \(5 cases\), 1 known/);
    const finding = page.locator('.finding[data-rule="esimaccess:esimCancel:effects:refund"]');
    expect(await finding.locator("summary").first().textContent()).toContain("the balance did not rise by its price");
    expect(await finding.locator(".expected").textContent()).toBe("+7000");
    expect(await finding.locator(".got").textContent()).toBe("0 <script>alert('report')</script>");
    expect(await finding.locator("pre.curl").first().textContent()).toMatch(
      /^curl -sS -X POST http:\/\/127\.0\.0\.1:4747/,
    );
    const row = page.locator('#cases tr[data-rule="esimaccess:esimCancel:effects:refund"]');
    expect(await row.getAttribute("data-outcome")).toBe("failed");
    expect(await page.locator("svg.machine").count()).toBe(2);
    expect(complaints).toEqual([]);
  });
});

test("the filter leaves the cases that have all words and the outcome", async (context) => {
  await withPage(context, sample, async (page) => {
    const shown = page.locator("#cases tbody tr:visible");
    expect(await shown.count()).toBe(110);
    await page.locator("#outcome").selectOption("failed");
    expect(await shown.count()).toBe(5);
    await page.locator("#filter").fill("ESIMORDER iccid");
    expect(await page.locator("#shown").textContent()).toBe("1 of 110 cases");
    expect(await shown.getAttribute("data-rule")).toBe(
      "esimaccess:esimOrder:responses:schema:200:obj.esimList[].iccid",
    );
    await page.locator("#filter").fill("");
    await page.locator("#outcome").selectOption("");
    expect(await shown.count()).toBe(110);
  });
});

test("on a narrow screen only tables and drawings scroll sideways", async (context) => {
  await withPage(context, sample, async (page) => {
    const body = await page.locator("body").boundingBox();
    const width: unknown = await page.evaluate("document.documentElement.scrollWidth");
    expect([body?.width, width]).toEqual([400, 400]);
  });
});
