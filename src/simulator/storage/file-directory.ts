import { statSync } from "node:fs";
import path from "node:path";
import type { SnapshotShelf } from "../kernel/snapshot.ts";
import { StoreUnavailable } from "../kernel/store.ts";
import { ChangeLog, causeOf, type LogMedium } from "./change-log.ts";
import { type Compact, removeLogs } from "./compaction.ts";
import type { DataDirectory, DataDirectoryPorts } from "./data-directory.ts";
import type { DirectoryLock } from "./directory-lock.ts";
import { type LogEntry, logHeader } from "./log-format.ts";
import { MemoryStore, type TenantRecords } from "./memory-store.ts";
import type { Snapshot } from "./snapshot.ts";
import { snapshotIn } from "./snapshot-file.ts";
import { fileShelf } from "./snapshot-shelf.ts";
import { logFile } from "./state-reader.ts";
import type { RecordChange } from "./table-data.ts";

/** How a data directory does its work; tests choose otherwise. */
export interface DirectoryTuning {
  /** Size of a log, in bytes, from which on it is folded into the snapshot, unless the snapshot is larger. */
  readonly compactionBytes: number;
  readonly medium: LogMedium;
  readonly compact: Compact;
}

/** What was found in the directory or begun there. */
interface OpenedFiles {
  readonly dir: string;
  readonly lock: DirectoryLock;
  readonly log: ChangeLog;
  readonly generation: number;
  readonly snapshotGeneration: number;
  readonly tenants: Map<string, TenantRecords>;
}

/** Wall milliseconds until a compaction that failed is tried again. */
const RETRY_MS = 60_000;

/** Stores whose transactions stand in a log before they are visible. */
export class FileDirectory implements DataDirectory {
  readonly shelf: SnapshotShelf;
  readonly #ports: DataDirectoryPorts;
  readonly #tuning: DirectoryTuning;
  readonly #dir: string;
  readonly #lock: DirectoryLock;
  readonly #stores = new Map<string, MemoryStore>();
  #log: ChangeLog;
  /** Number of the open log. */
  #generation: number;
  #snapshotGeneration: number;
  #snapshotBytes: number;
  #compaction: Promise<void> | null = null;
  #retryAt = 0;
  #isRefusing = false;
  #closing: Promise<void> | null = null;

  constructor(files: OpenedFiles, ports: DataDirectoryPorts, tuning: DirectoryTuning) {
    this.#ports = ports;
    this.#tuning = tuning;
    this.#dir = files.dir;
    this.shelf = fileShelf(path.join(files.dir, "snapshots"));
    this.#lock = files.lock;
    this.#log = files.log;
    this.#generation = files.generation;
    this.#snapshotGeneration = files.snapshotGeneration;
    this.#snapshotBytes = snapshotBytes(files.dir);
    for (const [id, records] of files.tenants) this.#stores.set(id, this.#newStore(id, records));
  }

  tenantIds(): string[] {
    return [...this.#stores].filter(([, store]) => !store.isEmpty).map(([id]) => id);
  }

  store(tenantId: string): MemoryStore {
    const store = this.#stores.get(tenantId) ?? this.#newStore(tenantId, new Map());
    this.#stores.set(tenantId, store);
    return store;
  }

  forget(tenantId: string): void {
    this.#stores.delete(tenantId);
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  #newStore(tenantId: string, records: TenantRecords): MemoryStore {
    const durability = {
      persist: (changes: readonly RecordChange[]) => this.#append({ tenantId, changes }),
      clear: () => this.#append({ tenantId, changes: null }),
    };
    return new MemoryStore(durability, records);
  }

  /** Runs in one go with the change of the records in memory: whatever is in the log is in memory as well. */
  #append(entry: LogEntry): void {
    if (this.#closing !== null) throw new StoreUnavailable(`the data directory ${this.#dir} is closed`);
    this.#write(entry);
    if (this.#compaction !== null || !this.#isCompactionDue()) return;
    this.#compaction = this.#compact().finally(() => {
      this.#compaction = null;
    });
  }

  /** An operator hears of the first refused write and of the end of that, not of each one between. */
  #write(entry: LogEntry): void {
    try {
      this.#log.append(entry);
    } catch (error) {
      if (!this.#isRefusing)
        this.#ports.report(`${causeOf(error)}; requests are refused until it can, and nothing answered is lost`);
      this.#isRefusing = true;
      throw error;
    }
    if (this.#isRefusing) this.#ports.report(`${this.#log.file} can be written again`);
    this.#isRefusing = false;
  }

  #isCompactionDue(): boolean {
    if (!this.#isLogLong() && this.#generation === this.#snapshotGeneration) return false;
    return this.#ports.now() >= this.#retryAt;
  }

  #isLogLong(): boolean {
    return this.#log.bytes > Math.max(this.#tuning.compactionBytes, this.#snapshotBytes);
  }

  /** Folds every log but the open one; a long one is closed for it first. What fails is tried again later. */
  async #compact(): Promise<void> {
    try {
      if (this.#isLogLong()) await this.#beginLog();
      const generation = this.#generation;
      this.#snapshotBytes = await this.#tuning.compact({ dir: this.#dir, generation });
      this.#snapshotGeneration = generation;
    } catch (error) {
      this.#retryAt = this.#ports.now() + RETRY_MS;
      this.#ports.report(
        `the change log in ${this.#dir} could not be folded into state.json: ${causeOf(error)}; nothing is lost, it is tried again later`,
      );
    }
  }

  /** Transactions go on meanwhile: until the next log is ready they stand in the present one. */
  async #beginLog(): Promise<void> {
    const generation = this.#generation + 1;
    const next = await ChangeLog.begin(logFile(this.#dir, generation), generation, this.#tuning.medium);
    const former = this.#log;
    this.#log = next;
    this.#generation = generation;
    await former.close();
  }

  async #end(): Promise<void> {
    await this.#compaction;
    try {
      await this.#fold();
    } catch (error) {
      // The former snapshot and the logs still stand and hold everything.
      this.#ports.report(
        `${path.join(this.#dir, "state.json")} could not be written: ${causeOf(error)}; nothing is lost, the change log holds the rest`,
      );
    } finally {
      await this.#log.close();
      this.#lock.release();
    }
  }

  /** Writes what is in memory as the snapshot and removes the logs. */
  async #fold(): Promise<void> {
    const generation = this.#generation + 1;
    if (this.#snapshotBytes === 0 || this.#hasChanges()) {
      const snapshot = snapshotIn(this.#dir);
      snapshot.data = this.#snapshot(generation);
      await snapshot.write();
    }
    removeLogs({ dir: this.#dir, generation });
  }

  #hasChanges(): boolean {
    const isLogEmpty = this.#log.bytes <= logHeader(this.#generation).length + 1;
    return !isLogEmpty || this.#generation !== this.#snapshotGeneration;
  }

  #snapshot(generation: number): Snapshot {
    const tenants = new Map<string, TenantRecords>();
    for (const [id, store] of this.#stores) tenants.set(id, store.records());
    return { generation, tenants };
  }
}

/** Size of the snapshot in `dir`, 0 when there is none. */
function snapshotBytes(dir: string): number {
  return statSync(path.join(dir, "state.json"), { throwIfNoEntry: false })?.size ?? 0;
}
