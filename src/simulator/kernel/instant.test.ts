import fc from "fast-check";
import { expect, test } from "vitest";
import { readInstant } from "./instant.ts";

test.for([
  ["2026-01-01", 1_767_225_600_000],
  ["2026-01-01T10:30Z", 1_767_263_400_000],
  ["2026-01-01T10:30:05.1Z", 1_767_263_405_100],
  ["2024-02-29", 1_709_164_800_000],
  ["1970-01-01T00:00:00.000Z", 0],
  ["2025-02-29", null],
  ["2026-13-01", null],
  ["2026-01-00", null],
  ["2026-01-01T24:00Z", null],
  ["2026-01-01T10:00:00", null],
  ["2026-01-01T10:00:00+01:00", null],
  ["soon", null],
] as const)("%s is read as %s", ([text, at]) => {
  expect(readInstant(text)).toBe(at);
});

test("every instant that is written is read again", () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000_000, max: 250_000_000_000_000 }), (at) => {
      expect(readInstant(new Date(at).toISOString())).toBe(at);
    }),
  );
});
