import { readFileSync } from "node:fs";

/** Whether a process with that pid exists and has not ended; one that only waits to be reaped has. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // it exists and belongs to another user
  }
  const state = statOf(pid)?.[0];
  return state !== "Z" && state !== "X";
}

/** When a process began: the boot of the machine and the ticks since. Null where the system has no /proc. */
export function processStart(pid: number): string | null {
  const ticks = statOf(pid)?.[19];
  const boot = readOrNull("/proc/sys/kernel/random/boot_id");
  return ticks === undefined || boot === null ? null : `${boot.trim()}/${ticks}`;
}

/** The fields of /proc/PID/stat from the third on; the second may hold blanks and brackets. */
function statOf(pid: number): string[] | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null; // no such process, or no such system
  }
}
