#!/usr/bin/env node
import { nodeComplaint } from "./node-version.ts";

// Nothing else is imported before this check: an old Node would stumble over newer syntax instead of saying what is wrong.
const complaint = nodeComplaint(process.versions.node);
if (complaint === null) {
  const { run } = await import("./program.ts");
  await run(process.argv.slice(2));
} else {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 2;
}
