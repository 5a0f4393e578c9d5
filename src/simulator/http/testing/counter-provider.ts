import { Hono } from "hono";
import { faultTable, type NewFaultRule, newFault } from "../../kernel/faults.ts";
import { err, ok } from "../../kernel/result.ts";
import type { TableDefinition } from "../../kernel/store.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { HandClock, NEW_YEAR, openParcels, type ParcelService } from "../../kernel/testing/parcels.ts";
import { buildApp } from "../app.ts";
import { jsonAnswer, type TenantCall } from "../call.ts";
import type { RequestBindings } from "../call-of.ts";
import { Contract } from "../contract.ts";
import type { ExchangePorts, SeenExchange } from "../exchange.ts";
import type { Provider, ProviderOperation, TenantDirectory } from "../provider.ts";
import { noEvents } from "../provider-events.ts";

interface Tally {
  readonly id: string;
  readonly value: number;
}

const tallies: TableDefinition<Tally> = { name: "tallies", keyOf: (tally) => tally.id };

const answerSchema = {
  type: "object",
  required: ["code"],
  properties: { code: { type: "string" }, value: { type: "integer" }, token: { type: "string" } },
};
const responses = { "200": { content: { "application/json": { schema: answerSchema } } } };

function operation(operationId: string, evidence: object = {}): object {
  return { post: { operationId, responses, ...evidence } };
}

/** The contract of a provider that counts calls, which nobody runs. */
const counterDocument = {
  openapi: "3.1.0",
  paths: {
    "/count/up": operation("countUp", { "x-evidence": { grade: "documented", source: "manual" } }),
    "/count/login": operation("logIn"),
    "/count/break": operation("breakDown"),
    "/count/lie": operation("lie"),
  },
};

/** A served counter and everything around it that a test looks at. */
export interface CounterService {
  readonly tenant: Tenant;
  readonly parcels: ParcelService;
  readonly log: SeenExchange[];
  /** Wall milliseconds that were waited for, in order; nothing really waits. */
  readonly slept: number[];
  request(path: string, init: RequestInit): Promise<Response>;
  call(path: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  value(): Promise<number>;
  addFault(rule: Partial<NewFaultRule>): Promise<string>;
}

/** Serves the counter without a socket. */
export async function openCounter(
  ports: Partial<ExchangePorts> = {},
  shown: { readonly only: boolean } = { only: false },
): Promise<CounterService> {
  const parcels = await openParcels({ wall: new HandClock() });
  const { tenant } = parcels;
  const log: SeenExchange[] = [];
  const slept: number[] = [];
  const exchangePorts: ExchangePorts = {
    tenants: directoryOf(tenant),
    contract: new Contract(counterDocument),
    selfCheck: true,
    simHeaders: true,
    stopwatch: () => 0,
    sleep: async (ms) => {
      slept.push(ms);
    },
    onExchange: (seen) => log.push(seen),
    ...ports,
  };
  const served = { provider: counterProvider, ports: exchangePorts };
  const app = buildApp({
    providers: [served],
    only: shown.only ? served : null,
    admin: new Hono<{ Bindings: RequestBindings }>(),
    qr: async () => new Response("qr"),
    front: () => new Response("front"),
  });
  const request = async (path: string, init: RequestInit): Promise<Response> => app.request(path, init);
  const call = (path: string, body = "{}", headers: Record<string, string> = {}): Promise<Response> =>
    request(path, { method: "POST", body, headers });
  const value = () => tenant.transact(async (tx) => (await tx.table(tallies).get("tally"))?.value ?? 0);
  return { tenant, parcels, log, slept, request, call, value, addFault: (rule) => addFault(tenant, rule) };
}

function directoryOf(tenant: Tenant): TenantDirectory {
  return { default: tenant, byId: () => tenant, byTag: () => tenant, all: () => [tenant] };
}

function addFault(tenant: Tenant, rule: Partial<NewFaultRule>): Promise<string> {
  return tenant.changeFaults(async (tx) => {
    const seq = await tx.next("fault");
    const id = `f${seq}`;
    const effect = { kind: "reset" } as const;
    const all = { provider: "counter", operationId: null, phase: "before", effect, times: null } as const;
    await tx.table(faultTable).put(newFault({ id, seq }, { ...all, ...rule }));
    return id;
  });
}

function serve(
  operationId: string,
  path: string,
  run: (call: TenantCall) => Promise<ReturnType<typeof jsonAnswer>>,
): ProviderOperation {
  return { operationId, method: "POST", path, isServed: null, run };
}

const fine = { code: "0", isSuccess: true } as const;

const counterProvider: Provider = {
  name: "counter",
  options: {},
  prefixes: ["/count"],
  credentialsOf: () => ({}),
  jobs: {},
  operations: [
    serve("countUp", "/count/up", async ({ tenant }) => {
      const value = await tenant.transact(async (tx) => {
        const next = ((await tx.table(tallies).get("tally"))?.value ?? 0) + 1;
        await tx.table(tallies).put({ id: "tally", value: next });
        return next;
      });
      return jsonAnswer({ code: "0", value }, fine);
    }),
    serve("logIn", "/count/login", async () => jsonAnswer({ code: "0", token: "answered-token" }, fine)),
    serve("breakDown", "/count/break", async () => {
      throw new Error("a defect");
    }),
    serve("lie", "/count/lie", async () => jsonAnswer({ code: "0", surprise: 1 }, fine)),
    { ...serve("hidden", "/count/hidden", async () => jsonAnswer({ code: "0" }, fine)), isServed: () => false },
  ],
  control: {
    buy: async () => ({ ok: true, value: [] }),
    commands: {},
    packages: async () => [],
    packageCode: () => null,
    orders: async () => [],
    reactions: {
      usageLagMs: () => 0,
      onProfileMoved: async () => undefined,
      onStatusChanged: async () => undefined,
      onUsageReported: async (_tx, esim) => esim,
      onExpiryPlanned: async () => undefined,
    },
    events: noEvents,
    activationCode: () => "",
  },
  tables: [],
  tenantIdOf: () => null,
  seed: async () => undefined,
  findTenant: (call, tenants) => {
    if (call.header("x-broken") !== null) throw new Error("the search broke");
    const refusal =
      call.header("x-stranger") === null
        ? null
        : jsonAnswer({ code: "stranger" }, { code: "stranger", isSuccess: false });
    return { tenant: tenants.default, refusal };
  },
  unknownPath: () => jsonAnswer({ code: "404" }, { status: 404, code: "404", isSuccess: false }),
  wrongMethod: () => jsonAnswer({ code: "405" }, { status: 405, code: "405", isSuccess: false }),
  systemError: () => jsonAnswer({ code: "system" }, { status: 500, code: "system", isSuccess: false }),
  faultPort: {
    contract: new Contract(counterDocument),
    facts: { "tally.value": { type: "number", says: "the count before the call" } },
    factsOf: async (tx) => ({ "tally.value": (await tx.table(tallies).get("tally"))?.value ?? 0 }),
    magic: [
      {
        name: "magic-late",
        value: "MAGIC_LATE",
        operations: ["countUp"],
        pointer: "/word",
        predicate: { eq: "MAGIC_LATE" },
        phase: "before",
        effect: { kind: "provider-error", code: "late" },
      },
    ],
  },
  errorAnswer: (code) =>
    code === "late"
      ? ok(jsonAnswer({ code }, { code, isSuccess: false }))
      : err({ code: "unknown-provider-code", known: ["late"], names: [] }),
};

/** The instant of everything in a counter service. */
export const COUNTER_AT = NEW_YEAR;
