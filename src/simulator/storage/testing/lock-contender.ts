import { writeFileSync } from "node:fs";
import path from "node:path";
import { lockDirectory } from "../directory-lock.ts";

/**
 * A process that tries to lock each directory below the given one, the n-th at the given instant plus n times the given
 * milliseconds, and leaves a file behind in each that it got. It spins, so that several try in the same microseconds.
 * It says when it has tried all, and lives until its input ends: the lock of one that has gone is free for a late one.
 */
const [parent = "", count = "0", startAt = "0", everyMs = "0"] = process.argv.slice(2);
for (let index = 0; index < Number(count); index++) {
  const dir = path.join(parent, String(index));
  const at = Number(startAt) + index * Number(everyMs);
  while (Date.now() < at);
  if (lockDirectory(dir).ok) writeFileSync(path.join(dir, `won-${process.pid}`), "");
}
process.stdout.write("tried\n");
process.stdin.resume(); // ends with its input, and the process with it
