import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FixtureFile, renderFixtures } from "./fixtures/render-fixtures.ts";

// Writes the synthetic catalogues under fixtures/; with --check it compares bytes instead and exits 1 when a file is stale.

const root = fileURLToPath(new URL("..", import.meta.url));

async function isStale(file: FixtureFile): Promise<boolean> {
  try {
    return (await readFile(join(root, file.path), "utf8")) !== file.text;
  } catch {
    return true; // A file that cannot be read is stale like one with other bytes; writing it shows the real cause.
  }
}

async function checkFixtures(files: readonly FixtureFile[]): Promise<void> {
  for (const file of files) {
    if (await isStale(file)) {
      console.error(`${file.path} is stale; run "npx tsx scripts/make-fixtures.ts" and commit the result`);
      process.exitCode = 1;
    }
  }
}

async function writeFixtures(files: readonly FixtureFile[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(root, file.path)), { recursive: true });
    await writeFile(join(root, file.path), file.text);
    console.log(`wrote ${file.path} (${Buffer.byteLength(file.text)} bytes)`);
  }
}

const [flag, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (flag !== undefined && flag !== "--check")) {
  console.error(`make-fixtures takes --check or nothing, got "${process.argv.slice(2).join(" ")}"`);
  process.exitCode = 2;
} else if (flag === "--check") {
  await checkFixtures(renderFixtures());
} else {
  await writeFixtures(renderFixtures());
}
