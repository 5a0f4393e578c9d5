import { Tenant } from "../../kernel/tenant.ts";
import type { EpochMs } from "../../kernel/time.ts";
import { DAY_MS } from "../../kernel/time.ts";
import { MemoryStore } from "../../storage/memory-store.ts";
import type { Esim } from "../esim.ts";
import { type EsimReactions, esimJobs } from "../esim-life.ts";
import { esimTable } from "../tables.ts";

/** 2026-01-01T00:00:00Z. */
export const NEW_YEAR: EpochMs = 1_767_225_600_000;

/** A valid eSIM of an invented provider, as it is just after its sale; the test states what matters. */
export function esimWith(over: Partial<Esim> = {}): Esim {
  return {
    id: "e1",
    provider: "parcels",
    accountId: "account",
    orderNumber: "o1",
    transactionId: null,
    packageCode: "P1",
    iccid: "8999001000000000012",
    imsi: "001010000000001",
    matchingId: "0".repeat(32),
    pin: "1234",
    puk: "12345678",
    qrKey: "0".repeat(32),
    eid: null,
    profile: "released",
    status: "unused",
    resumesTo: null,
    activatesOn: "installation",
    volumeBytes: 1000,
    usedBytes: 0,
    reportedBytes: 0,
    reportedAt: null,
    validityDays: 7,
    charged: 10_000,
    createdAt: NEW_YEAR,
    installedAt: null,
    activatedAt: null,
    expiresAt: NEW_YEAR + 180 * DAY_MS,
    topUps: [],
    announced: [],
    ...over,
  };
}

/** A tenant of an invented provider that notes what its eSIMs tell it. */
export async function openEsims(): Promise<{ tenant: Tenant; reactions: EsimReactions; told: string[] }> {
  const told: string[] = [];
  const reactions: EsimReactions = {
    usageLagMs: () => 2 * 3_600_000,
    onProfileMoved: async (_tx, esim, event) => {
      told.push(`${event} -> ${esim.profile}`);
    },
    onStatusChanged: async (_tx, esim, before) => {
      told.push(`${before.status} -> ${esim.status}`);
    },
    onUsageReported: async (_tx, esim) => {
      told.push(`reported ${esim.reportedBytes}`);
      return esim.reportedBytes >= 500 ? { ...esim, announced: ["half"] } : esim;
    },
    onExpiryPlanned: async (_tx, esim) => {
      told.push(`ends after ${(esim.expiresAt - NEW_YEAR) / DAY_MS} days`);
    },
  };
  const tenant = await Tenant.open("default", {
    store: new MemoryStore(),
    wall: { now: () => NEW_YEAR },
    send: async () => ({ outcome: "accepted", status: 200, detail: null, wallMs: 0 }),
    jobs: esimJobs(() => reactions),
    seed: async () => undefined,
    beginning: () => ({ seed: 1, clock: { mode: "frozen", at: NEW_YEAR } }),
  });
  return { tenant, reactions, told };
}

export function stored(tenant: Tenant): Promise<Esim> {
  return tenant.transact((tx) => tx.table(esimTable).require("e1"));
}
