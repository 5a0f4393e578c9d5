import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A directory that is removed when the test has ended. */
export function temporaryDirectory(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "esim-sandbox-storage-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** What a process that died at this moment would have left of `dir`, as another directory. */
export function afterCrash(dir: string): string {
  const copy = path.join(temporaryDirectory(), "data");
  cpSync(dir, copy, { recursive: true, filter: (file) => path.basename(file) !== "lock" }); // its process would be dead
  return copy;
}
