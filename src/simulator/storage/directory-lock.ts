import { randomBytes } from "node:crypto";
import {
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { err, ok, type Result } from "../kernel/result.ts";
import { isRunning, processStart } from "./process-life.ts";

/** Who holds a lock. */
interface LockHolder {
  readonly pid: number;
  /** When that process began, in the words of the system; null where the system does not tell. */
  readonly started: string | null;
  readonly id: string;
}

/** A lock that is held until `release`. */
export interface DirectoryLock {
  /** The dead holder it was taken from, or null. */
  readonly takenFrom: LockHolder | null;
  release(): void;
}

interface LockRefused {
  readonly code: "data-locked";
  readonly pid: number | null;
}

/** Times that two processes may cross before the later gives up. */
const MOST_ATTEMPTS = 20;

/** Locks of this process: what tells them from those of a dead one with the same pid where the start is not known. */
const heldHere = new Set<string>();

/** Takes the lock of a directory. One whose process is dead is taken over. Throws what the system throws. */
export function lockDirectory(dir: string): Result<DirectoryLock, LockRefused> {
  const file = path.join(dir, "lock");
  const acquired = acquire(file, 0);
  if (!acquired.ok) return acquired;
  const { id, takenFrom } = acquired.value;
  heldHere.add(id);
  removeRests(dir);
  return ok({
    takenFrom,
    release: () => {
      heldHere.delete(id);
      if (readHolder(file)?.id === id) rmSync(file, { force: true });
    },
  });
}

type Acquired = Result<{ readonly id: string; readonly takenFrom: LockHolder | null }, LockRefused>;

/**
 * Creates `file` exclusively, with its content. A dead holder's file is replaced by the one process that holds the guard
 * named after it; whoever comes late finds another holder under the guard and begins again. Guards are locks of the same
 * kind, so that a process that dies while it holds one stops nobody.
 */
function acquire(file: string, depth: number): Acquired {
  const id = randomBytes(8).toString("hex");
  const own = path.join(path.dirname(file), `lock-${id}`);
  writeFileSync(own, `${JSON.stringify({ pid: process.pid, started: processStart(process.pid), id })}\n`, {
    mode: 0o600,
  });
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (isLinked(own, file)) return ok({ id, takenFrom: null });
      const holder = readHolder(file);
      if (holder === null) continue; // released meanwhile
      if (depth > MOST_ATTEMPTS || isAlive(holder)) return err({ code: "data-locked", pid: holder.pid });
      const guard = path.join(path.dirname(file), `lock-taking-${holder.id}`);
      const guarded = acquire(guard, depth + 1);
      if (!guarded.ok) return guarded;
      try {
        if (readHolder(file)?.id !== holder.id) continue;
        renameSync(own, file);
        return ok({ id, takenFrom: holder });
      } finally {
        rmSync(guard, { force: true });
      }
    }
    return err({ code: "data-locked", pid: null });
  } finally {
    rmSync(own, { force: true });
  }
}

/** A link gives the file its name and its content in one step, and fails when the name is taken. */
function isLinked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (codeOf(error) === "ENOENT") return false; // our own was cleared away by one who took us for dead
    copyFileSync(own, file, constants.COPYFILE_EXCL); // a file system without links
    return true;
  }
}

/** Who holds a lock; null when there is none. A file that says nothing of the kind counts as held by nobody alive. */
function readHolder(file: string): LockHolder | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  return parseHolder(text) ?? { pid: 0, started: null, id: "unreadable" };
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("pid" in value && "started" in value && "id" in value))
      return null;
    const { pid, started, id } = value;
    if (typeof pid !== "number" || typeof id !== "string" || !/^[0-9a-f]{16}$/.test(id)) return null;
    return { pid, started: typeof started === "string" ? started : null, id };
  } catch {
    return null; // not JSON: not written by us
  }
}

function isAlive({ pid, started, id }: LockHolder): boolean {
  if (pid <= 0 || !isRunning(pid)) return false;
  const now = processStart(pid);
  if (started !== null && now !== null) return started === now;
  return pid !== process.pid || heldHere.has(id);
}

/** Removes what processes that died while they took a lock have left. */
function removeRests(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (!name.startsWith("lock-")) continue;
    const holder = readHolder(path.join(dir, name));
    if (holder !== null && !isAlive(holder)) rmSync(path.join(dir, name), { force: true });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
