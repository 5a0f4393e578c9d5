import type { Esim } from "../../esim/esim.ts";
import { addEsim, type EsimReactions } from "../../esim/esim-life.ts";
import { overlayOf } from "../../esim/package-overlay.ts";
import { accountTable } from "../../esim/tables.ts";
import { jsonAnswer } from "../../http/call.ts";
import type { PackageView, Provider } from "../../http/provider.ts";
import { flag, integer } from "../../kernel/options.ts";
import { err, ok } from "../../kernel/result.ts";
import { DAY_MS, HOUR_MS } from "../../kernel/time.ts";
import type { Transaction } from "../../kernel/transaction.ts";

/** 2026-01-01T00:00:00Z, where the invented sandbox's clock stands. */
export const BEGINNING = 1_767_225_600_000;

/** The one eSIM in a new life: released, 7 days and 1,000 bytes, counted from the first attach. */
const firstEsim: Esim = {
  id: "esim-1",
  provider: "invented",
  accountId: "secret-account",
  orderNumber: "order-1",
  transactionId: "mine-1",
  packageCode: "P1",
  iccid: "8999001000000000017",
  imsi: "001010000000001",
  matchingId: "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
  pin: "1234",
  puk: "12345678",
  qrKey: "0123456789abcdef0123456789abcdef",
  eid: null,
  profile: "released",
  status: "unused",
  resumesTo: null,
  activatesOn: "attach",
  volumeBytes: 1000,
  usedBytes: 0,
  reportedBytes: 0,
  reportedAt: null,
  validityDays: 7,
  charged: 12_000,
  createdAt: BEGINNING,
  installedAt: null,
  activatedAt: null,
  expiresAt: BEGINNING + 180 * DAY_MS,
  topUps: [],
  announced: [],
};

const catalogue = [
  { code: "P1", alias: "one/small pack", name: "One", price: 12_000 },
  { code: "P2", alias: null, name: "Two", price: 34_000 },
] as const;

/** How the invented provider reacts: it reports usage after an hour and notifies nobody. */
export const reactions: EsimReactions = {
  usageLagMs: () => HOUR_MS,
  onProfileMoved: async () => undefined,
  onStatusChanged: async () => undefined,
  onUsageReported: async (_tx, esim) => esim,
  onExpiryPlanned: async () => undefined,
};

async function viewsOf(tx: Transaction): Promise<PackageView[]> {
  const views: PackageView[] = [];
  for (const entry of catalogue) {
    const { stock, onSale, price } = await overlayOf(tx, "invented", entry.code);
    views.push({ provider: "invented", ...entry, currency: "USD", price: price ?? entry.price, stock, onSale });
  }
  return views;
}

const noAnswer = () => jsonAnswer({}, { code: "E1", isSuccess: false });

/** A provider that exists nowhere, so that no real one shapes the control API. */
export const inventedProvider: Provider = {
  name: "invented",
  prefixes: ["/invented"],
  credentialsOf: (tenantId) => ({ key: `key-of-${tenantId}` }),
  options: {
    strict: flag(false, "INV-1", "Refuses what is usually let pass."),
    delaySeconds: integer({ minimum: 0, maximum: 60, default: 2 }, "INV-2", "Seconds until an order is done."),
  },
  operations: [
    { operationId: "buyEsim", method: "POST", path: "/invented/buy", isServed: null, run: async () => noAnswer() },
    { operationId: "showEsim", method: "POST", path: "/invented/show", isServed: null, run: async () => noAnswer() },
  ],
  jobs: {},
  control: {
    buy: async () => ({ ok: true, value: [] }),
    commands: {},
    packages: viewsOf,
    packageCode: (sought) => catalogue.find(({ code, alias }) => code === sought || alias === sought)?.code ?? null,
    orders: async () => [
      {
        provider: "invented",
        number: "order-1",
        state: "done",
        createdAt: BEGINNING,
        charged: 12_000,
        currency: "USD",
        esimIds: ["esim-1"],
        details: { gift: true },
      },
    ],
    reactions,
    activationCode: (esim) => `LPA:1$rsp.example.com$${esim.matchingId}`,
  },
  tables: [],
  tenantIdOf: () => null,
  seed: async (tx) => {
    const balance = { amount: 10_000_000, currency: "USD" };
    await tx.table(accountTable).put({ id: "secret-account", provider: "invented", balance });
    await addEsim(tx, firstEsim, reactions);
  },
  findTenant: (_call, tenants) => ({ tenant: tenants.default, refusal: null }),
  unknownPath: noAnswer,
  wrongMethod: noAnswer,
  systemError: noAnswer,
  errorAnswer: (code) => {
    return code === "E1" || code === "E2"
      ? ok(noAnswer())
      : err({ code: "unknown-provider-code", known: ["E1", "E2"] });
  },
};
