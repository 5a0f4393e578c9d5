import { expect, test } from "vitest";
import { optionsReader } from "../../../kernel/options.ts";
import { Tenant } from "../../../kernel/tenant.ts";
import { advanceBy } from "../../../kernel/time-commands.ts";
import { MemoryStore } from "../../../storage/memory-store.ts";
import { esimAccessOptions } from "../options.ts";
import { seed } from "../seed.ts";
import { Catalogue, type PackageEntry } from "./catalogue.ts";
import { digitsOf, nextNumber } from "./numbering.ts";
import { placeOrder } from "./place-order.ts";
import type { Ports } from "./ports.ts";
import { reactToEsims } from "./react-to-esims.ts";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 3, 22, 9, 15, 20);

const PACKAGE: PackageEntry = {
  code: "P1",
  slug: "ES_1_7",
  name: "Spain 1GB 7Days",
  price: 100,
  retailPrice: 200,
  volumeBytes: 1_073_741_824,
  validityDays: 7,
  unusedValidDays: 180,
  dataType: 1,
  activeType: 2,
  topUpType: 1,
  smsStatus: 0,
  speed: "4G",
  ipExport: "NL",
  fupPolicy: "",
  locationCode: "ES",
  topUp: null,
};

async function openTenant(): Promise<{ tenant: Tenant; ports: Ports }> {
  const options = optionsReader(esimAccessOptions, { allocationDelaySeconds: 3600 });
  const nobody = async (): Promise<void> => undefined;
  const announcer = {
    orderAllocated: nobody,
    statusChanged: nobody,
    profileMoved: nobody,
    dataThresholdCrossed: nobody,
    validityEnding: nobody,
  };
  const catalogue = new Catalogue({ locations: [], subAreas: [], operators: {}, packages: [PACKAGE] });
  const optionsOf: Ports["options"] = (tx) => options(tx.options("esimaccess"));
  const ports = { catalogue, options: optionsOf, announcer, reactions: reactToEsims(optionsOf, announcer) };
  const tenant = await Tenant.open("default", {
    store: new MemoryStore(),
    wall: { now: () => 0 },
    send: async () => ({ outcome: "failed", status: null, detail: null, wallMs: 0 }),
    jobs: {},
    seed,
    beginning: () => ({ seed: 1, clock: { mode: "frozen", at: AT } }),
  });
  return { tenant, ports };
}

test.for([
  ["the first day of 1970", 0, "70010100000000"],
  ["a leap day", Date.UTC(2028, 1, 29, 23, 59), "28022923590000"],
  ["the day after a leap day", Date.UTC(2028, 2, 1), "28030100000000"],
  ["the last minute of a year", Date.UTC(2026, 11, 31, 23, 59, 59), "26123123590000"],
  ["a century without a leap day", Date.UTC(2100, 2, 1), "00030100000000"],
] as const)("numbers begin with the UTC minute on %s", ([, at, digits]) => {
  expect(digitsOf(nextNumber(null, at))).toBe(digits);
});

test.for([
  ["the same minute", { minute: AT / MINUTE, serial: 4 }, "26042209150005"],
  ["an earlier minute", { minute: AT / MINUTE - 1, serial: 9999 }, "26042209150000"],
  ["a minute that is used up", { minute: AT / MINUTE, serial: 9999 }, "26042209160000"],
  ["a minute ahead of the clock", { minute: AT / MINUTE + 2, serial: 17 }, "26042209170018"],
] as const)("after a number of %s the next one is free", ([, { minute, serial }, digits]) => {
  expect(digitsOf(nextNumber({ name: "last", minute: Math.floor(minute), serial }, AT))).toBe(digits);
});

test("25,000 orders in one frozen minute have numbers of their own, and the clock never meets them again", async () => {
  const { tenant, ports } = await openTenant();
  const numbers = new Set<string>();
  const place = async (transactionId: string): Promise<void> => {
    const command = { transactionId, amount: null, lines: [{ packageCode: "P1", count: 1, price: null, days: null }] };
    const placed = await tenant.transact((tx) => placeOrder(tx, command, ports));
    if (placed.ok) numbers.add(placed.value.number);
  };
  for (let index = 0; index < 25_000; index += 1) await place(`order-${index}`);
  await advanceBy(tenant, 3 * MINUTE);
  for (let index = 0; index < 10; index += 1) await place(`later-${index}`);
  expect(numbers.size).toBe(25_010);
  expect([...numbers].every((number) => /^B\d{14}$/.test(number))).toBe(true);
  expect([...numbers].at(-1)).toBe("B26042209200018"); // 50,020 numbers: five minutes ahead
});
