import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isExpired, matchDeviation, readDeviations } from "./deviations.ts";

function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "deviations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "deviations.yaml");
  writeFileSync(path, text);
  return readDeviations(path, "deviations.yaml");
}

const entry =
  "- rule: fms:a:states:b\n  target: staging\n  reason: r\n  evidence: e\n  since: 2026-01-01\n  expires: 2026-05-01\n";

test("an entry is read with its place", () => {
  expect(read(entry)).toEqual({
    ok: true,
    deviations: [
      {
        rule: "fms:a:states:b",
        target: "staging",
        reason: "r",
        evidence: "e",
        since: "2026-01-01",
        expires: "2026-05-01",
        place: { file: "deviations.yaml", line: 1, column: 3 },
      },
    ],
  });
});

test("a file with comments only has no entries", () => {
  expect(read("# none\n")).toEqual({ ok: true, deviations: [] });
});

test.for([
  ["no expiry", entry.replace("  expires: 2026-05-01\n", ""), "missing-member", 1],
  ["more than 120 days", entry.replace("2026-05-01", "2026-05-02"), "out-of-bounds", 6],
  ["an expiry before its beginning", entry.replace("2026-05-01", "2025-12-31"), "out-of-bounds", 6],
  ["a day that there is not", entry.replace("2026-05-01", "2026-02-30"), "malformed", 6],
  ["an unknown member", `${entry}  resaon: x\n`, "unknown-member", 7],
  ["a star inside the rule", entry.replace("fms:a", "fms:*"), "malformed", 1],
  ["an empty reason", entry.replace("reason: r", 'reason: ""'), "wrong-type", 3],
  ["an object in place of the list", "rule: x\n", "wrong-type", 1],
  ["broken YAML", "- rule: [\n", "yaml-syntax", 2],
] as const)("%s is refused with its place", ([, text, rule, line]) => {
  expect(read(text)).toMatchObject({ ok: false, problems: [{ file: "deviations.yaml", rule, line }] });
});

test("an exact rule goes before one with a star, and the target must be the same or any", () => {
  const wide = entry.replace("fms:a:states:b", "fms:a:*").replace("staging", '"*"');
  const result = read(wide + entry);
  const entries = result.ok ? result.deviations : [];
  expect(matchDeviation(entries, "fms:a:states:b", "staging")?.rule).toBe("fms:a:states:b");
  expect(matchDeviation(entries, "fms:a:states:b", "live")?.rule).toBe("fms:a:*");
  expect(matchDeviation(entries, "fms:a:races:c", "staging")?.rule).toBe("fms:a:*");
  expect(matchDeviation(entries, "fms:b:races:c", "staging")).toBeNull();
});

test("an entry counts on its last day and no longer", () => {
  const result = read(entry);
  const [only] = result.ok ? result.deviations : [];
  expect(only && [isExpired(only, "2026-05-01"), isExpired(only, "2026-05-02")]).toEqual([false, true]);
});
