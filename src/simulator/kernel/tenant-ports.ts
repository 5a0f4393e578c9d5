import type { WallClock } from "./clock.ts";
import type { JobHandlers } from "./jobs.ts";
import type { NotificationSender } from "./outbox.ts";
import type { Store, StoredRecords } from "./store.ts";
import type { Tenant } from "./tenant.ts";
import type { ChosenBeginning, TenantBeginning } from "./tenant-beginning.ts";
import type { Transaction } from "./transaction.ts";

/** What a tenant needs from outside. */
export interface TenantPorts {
  readonly store: Store;
  readonly wall: WallClock;
  readonly send: NotificationSender;
  readonly jobs: JobHandlers;
  /** Puts the first records into a new life. */
  readonly seed: (tx: Transaction) => Promise<void>;
  /** Makes the records with which a life begins in the world that was chosen for it; null where seeding is all. */
  readonly worldOf?: (chosen: ChosenBeginning) => (() => Promise<StoredRecords>) | null;
  /** The beginning of a new life: at the first start and at each reset. */
  readonly beginning: (chosen: ChosenBeginning) => TenantBeginning;
  /** Called when the instant of the next job may have changed. */
  readonly onPlan?: (tenant: Tenant) => void;
  /** Called when the clock was stopped, started or moved, so that waiting times are no longer right. */
  readonly onClockChange?: (tenant: Tenant) => void;
}
