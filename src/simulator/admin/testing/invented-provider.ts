import type { Esim } from "../../esim/esim.ts";
import { addEsim, type EsimReactions } from "../../esim/esim-life.ts";
import { overlayOf } from "../../esim/package-overlay.ts";
import { accountTable } from "../../esim/tables.ts";
import { jsonAnswer } from "../../http/call.ts";
import { Contract } from "../../http/contract.ts";
import type { PackageView, Provider } from "../../http/provider.ts";
import type { ProviderEvents } from "../../http/provider-events.ts";
import { flag, integer } from "../../kernel/options.ts";
import type { NewNotification } from "../../kernel/outbox.ts";
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

/** A notification about the first eSIM. */
export const done: NewNotification = {
  provider: "invented",
  type: "DONE",
  url: "http://127.0.0.1:8080/hook",
  headers: { "content-type": "application/json", "x-signature": "hidden" },
  bodyOf: (id) => JSON.stringify({ id, esim: "esim-1" }),
  lane: "esim-1",
  policy: { retryDelaysMs: [], timeoutMs: 1000, accepts: "2xx" },
  about: { esimId: "esim-1" },
  variants: { shouted: ({ headers, body }) => ({ headers, body: body.toUpperCase() }) },
};

/** DONE happens two hours after the first eSIM has come to a network and used data, and only to that one. */
const inventedEvents: ProviderEvents = {
  types: ["DONE"],
  subjects: ["esimId"],
  variants: { shouted: "in capital letters" },
  ofJob: () => null,
  events: [
    {
      name: "DONE",
      says: "an eSIM has done what it was bought for",
      takes: { bytes: "a number of bytes" },
      emit: async (tx, { id, content }) => {
        const bodyOf = (notifyId: string): string =>
          JSON.stringify({ ...JSON.parse(done.bodyOf(notifyId)), ...content });
        if (id === "esim-1") return ok(await tx.notify({ ...done, bodyOf }));
        return err({ code: "unknown-subject", expected: "esim-1", got: id });
      },
      next: async (tx, { id, options, taken }) => {
        const esimId = id ?? "esim-1";
        if (esimId !== "esim-1") return err({ code: "unknown-subject", expected: "esim-1", got: esimId });
        const { bytes = 1 } = options;
        if (typeof bytes !== "number") {
          return err({ code: "wrong-event-option", option: "bytes", expected: "a number of bytes", got: bytes });
        }
        const event = (["download", "install", "enable", "attach"] as const)[taken.length];
        if (event !== undefined) return ok({ kind: "device", esimId, event });
        if (taken.length === 4) return ok({ kind: "use-data", esimId, bytes });
        if (taken.length === 5) return ok({ kind: "clock", to: tx.at + 2 * HOUR_MS });
        if (taken.length === 6) await tx.notify(done);
        return ok(null);
      },
    },
    {
      name: "NEVER",
      says: "does not happen",
      takes: {},
      emit: null,
      next: async (_tx, { taken }) => {
        if (taken.length === 1) return err({ code: "impossible-event", says: "it cannot happen" });
        return ok({ kind: "device", esimId: "esim-1", event: "download" });
      },
    },
    {
      name: "AGAIN",
      says: "comes no nearer",
      takes: {},
      emit: null,
      next: async (tx) => ok({ kind: "clock", to: tx.at }),
    },
  ],
};

const noAnswer = () => jsonAnswer({}, { code: "E1", isSuccess: false });

const offer = { type: "object", properties: { code: { type: "string" }, count: { type: "integer" } } };
const purchase = {
  type: "object",
  properties: {
    reference: { type: "string" },
    kind: { type: "string", enum: ["gift", "sale"] },
    isUrgent: { type: "boolean" },
    offers: { type: "array", items: offer },
  },
};
const sold = {
  type: "object",
  properties: { code: { type: "string" }, esim: { type: "object", properties: { id: { type: "string" } } } },
};

function json(schema: object): object {
  return { content: { "application/json": { schema } } };
}

/** What the invented provider documents: a purchase by body, a look by query. */
const inventedDocument = {
  openapi: "3.1.0",
  paths: {
    "/invented/buy": {
      post: { operationId: "buyEsim", requestBody: json(purchase), responses: { "200": json(sold) } },
    },
    "/invented/show": {
      get: {
        operationId: "showEsim",
        parameters: [{ name: "id", in: "query", schema: { type: "string" } }],
        responses: { "200": json(sold) },
      },
    },
  },
};

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
    events: inventedEvents,
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
  faultPort: {
    contract: new Contract(inventedDocument),
    facts: {
      "esim.status": { type: "text", values: ["unused", "in-use"], says: "its status" },
      "account.balance": { type: "number", says: "money left" },
    },
    factsOf: async () => ({}),
    magic: [],
  },
  errorAnswer: (code) => {
    return code === "E1" || code === "E2"
      ? ok(noAnswer())
      : err({ code: "unknown-provider-code", known: ["E1", "E2"], names: ["broke"] });
  },
};
