import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether a program is installed. A missing one is skipped by name, but not where CI promises it. */
export async function hasTool(name: string): Promise<boolean> {
  try {
    await run(name, ["--version"]);
    return true;
  } catch {
    // Whatever is wrong with it, it cannot be run.
    if (process.env["CI"] !== undefined) throw new Error(`${name} is not installed`);
    return false;
  }
}
