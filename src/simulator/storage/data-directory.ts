import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { err, ok, type Result } from "../kernel/result.ts";
import type { SnapshotShelf } from "../kernel/snapshot.ts";
import { ChangeLog, diskMedium } from "./change-log.ts";
import { compact } from "./compaction.ts";
import { type DataRefused, DataRefusedError } from "./data-refused.ts";
import { type DirectoryLock, lockDirectory } from "./directory-lock.ts";
import { type DirectoryTuning, FileDirectory } from "./file-directory.ts";
import { MemoryStore } from "./memory-store.ts";
import { unfinishedSnapshot } from "./snapshot-file.ts";
import { memoryShelf } from "./snapshot-shelf.ts";
import { logFile, readState, type StoredState } from "./state-reader.ts";

/** The stores of all tenants of one process. */
export interface DataDirectory {
  /** Tenants that have records. */
  tenantIds(): string[];
  /** The store of a tenant: the same object each time. */
  store(tenantId: string): MemoryStore;
  /** Lets go of the store of a tenant whose records have been forgotten. */
  forget(tenantId: string): void;
  /** Snapshots that people take of tenants. */
  readonly shelf: SnapshotShelf;
  /** Ends cleanly: every write from now on is refused, and the records stand in the snapshot alone. */
  close(): Promise<void>;
}

/** What a data directory needs from outside. */
export interface DataDirectoryPorts {
  /** Wall time in milliseconds since 1970. */
  now(): number;
  /** Takes a sentence for the log: something was repaired, or failed without loss. */
  report(message: string): void;
}

const MEBIBYTE = 1 << 20;

/** Large enough that a day's work is never folded, small enough that a start reads it within two seconds. */
const COMPACTION_BYTES = 128 * MEBIBYTE;

const ordinary: DirectoryTuning = { compactionBytes: COMPACTION_BYTES, medium: diskMedium, compact };

/**
 * Opens `dir`: makes it when it is absent, takes its lock, loads snapshot and logs. A torn last record and the lock of a
 * dead process are repaired and reported; anything else that is not as it was written is refused and left alone.
 */
export async function openDataDirectory(
  dir: string,
  ports: DataDirectoryPorts,
  tuning: Partial<DirectoryTuning> = {},
): Promise<Result<DataDirectory, DataRefused>> {
  let lock: DirectoryLock | null = null;
  try {
    prepare(dir);
    const locked = lockDirectory(dir);
    if (!locked.ok) return err({ code: "data-locked", dir, pid: locked.error.pid });
    lock = locked.value;
    if (lock.takenFrom !== null) {
      ports.report(
        `the data directory ${dir} was left locked by process ${lock.takenFrom.pid}, which has ended; taken over`,
      );
    }
    return ok(await open({ dir, lock }, ports, { ...ordinary, ...tuning }));
  } catch (error) {
    lock?.release();
    if (error instanceof DataRefusedError) return err(error.refused);
    if (!isSystemError(error)) throw error;
    return err({ code: "data-unwritable", dir, cause: error.message });
  }
}

/** Stores that live as long as the process. */
export function memoryDirectory(): DataDirectory {
  const stores = new Map<string, MemoryStore>();
  return {
    tenantIds: () => [...stores].filter(([, store]) => !store.isEmpty).map(([id]) => id),
    store: (tenantId) => {
      const store = stores.get(tenantId) ?? new MemoryStore();
      stores.set(tenantId, store);
      return store;
    },
    forget: (tenantId) => void stores.delete(tenantId),
    shelf: memoryShelf(),
    close: async () => undefined,
  };
}

/** Keeps a new directory from other users and out of version control; one that holds something already is left as it is. */
function prepare(dir: string): void {
  const isNew = makeDirectory(path.resolve(dir));
  if (readdirSync(dir).length > 0) return;
  if (isNew) chmodSync(dir, 0o700);
  writeFileSync(path.join(dir, ".gitignore"), "*\n", { mode: 0o600 });
}

/**
 * Makes a directory and the missing ones above it; says whether it was missing. One by one, because Node's recursive `mkdirSync` never
 * returns where the system makes no directories at all, such as below /proc.
 */
function makeDirectory(dir: string): boolean {
  if (existsSync(dir)) {
    readdirSync(dir); // throws what is wrong with it
    return false;
  }
  const parent = path.dirname(dir);
  if (parent !== dir) makeDirectory(parent);
  mkdirSync(dir, { mode: 0o700 });
  return true;
}

async function open(
  { dir, lock }: { dir: string; lock: DirectoryLock },
  ports: DataDirectoryPorts,
  tuning: DirectoryTuning,
): Promise<DataDirectory> {
  const state = await readState(dir);
  for (const file of [...state.leftOver, unfinishedSnapshot(dir)]) rmSync(file, { force: true });
  const generation = state.lastLog?.generation ?? state.snapshotGeneration;
  const log = await logToGoOnWith({ dir, generation, state, tuning });
  if (state.lastLog !== null && state.lastLog.tornBytes > 0) {
    ports.report(
      `${log.file} ended in a record of ${state.lastLog.tornBytes} bytes that was never finished nor answered; it was cut off`,
    );
  }
  const { tenants, snapshotGeneration } = state;
  return new FileDirectory({ dir, lock, log, generation, snapshotGeneration, tenants }, ports, tuning);
}

async function logToGoOnWith({ dir, generation, state, tuning }: LogPlan): Promise<ChangeLog> {
  const bytes = state.lastLog?.bytes ?? 0;
  const file = logFile(dir, generation);
  return bytes === 0 ? ChangeLog.begin(file, generation, tuning.medium) : ChangeLog.resume(file, bytes, tuning.medium);
}

interface LogPlan {
  readonly dir: string;
  readonly generation: number;
  readonly state: StoredState;
  readonly tuning: DirectoryTuning;
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && "syscall" in error;
}
