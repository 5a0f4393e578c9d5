import { expect } from "vitest";
import type { SimulatorOptions } from "../../config.ts";
import { createSimulator, type Simulator, type TenantHandle } from "../../index.ts";
import { Partner } from "../../providers/esimaccess/testing/partner.ts";
import { FmsTenant } from "../../providers/fms/testing/fms-tenant.ts";

/** One sandbox with its default tenant, seen by clients of both providers. */
export interface Shop {
  readonly sandbox: Simulator;
  readonly handle: TenantHandle;
  readonly access: Partner;
  readonly fms: FmsTenant;
  close(): Promise<void>;
}

/** Journal entries that say that something of ours broke. */
export const DEFECTS = ["internal-error", "job-failed", "jobs-halted", "contract-violation"] as const;

/** Opens a sandbox in memory. */
export async function openShop(options: SimulatorOptions = {}): Promise<Shop> {
  const sandbox = await createSimulator(options);
  const handle = await sandbox.tenant();
  return {
    sandbox,
    handle,
    access: new Partner(handle, sandbox.fetch),
    fms: new FmsTenant(sandbox, handle),
    close: () => sandbox.close(),
  };
}

/** Everything that a refused request must leave as it was. */
export async function stateOf(handle: TenantHandle): Promise<unknown> {
  return {
    now: handle.clock.now(),
    account: await handle.account.get(),
    orders: await handle.orders.list(),
    esims: await handle.esims.list(),
    mails: await handle.mails.list(),
    deliveries: await handle.webhooks.list(),
    packages: await handle.packages.list({ provider: "fms" }), // the short catalogue: both keep changes in one table
    options: await handle.options.list(),
    faults: await handle.faults.list(),
  };
}

/** Fails when the journal tells of a defect. */
export async function expectSound(handle: TenantHandle): Promise<void> {
  for (const kind of DEFECTS) expect(await handle.journal.list({ kind })).toEqual([]);
}

const GIGABYTE = 1_073_741_824;

/** Bytes in so many gigabytes, as eSIM Access counts them. */
export function gigabytes(count: number): number {
  return count * GIGABYTE;
}
