import { Hono } from "hono";
import { esimJobs } from "../../esim/esim-life.ts";
import { esimTables } from "../../esim/esim-tables.ts";
import { tenantTag } from "../../esim/identity.ts";
import type { RequestBindings } from "../../http/call-of.ts";
import { Contract } from "../../http/contract.ts";
import type { TenantRegistry } from "../../http/provider.ts";
import { kernelTables } from "../../kernel/kernel-tables.ts";
import type { NotificationSender } from "../../kernel/outbox.ts";
import { Tenant } from "../../kernel/tenant.ts";
import type { ChosenBeginning } from "../../kernel/tenant-beginning.ts";
import type { TenantPorts } from "../../kernel/tenant-ports.ts";
import { endTenant } from "../../kernel/tenant-records.ts";
import { readSpec } from "../../package-files.ts";
import { MemoryStore } from "../../storage/memory-store.ts";
import { memoryShelf } from "../../storage/snapshot-shelf.ts";
import { type AdminPorts, createAdmin } from "../routes.ts";
import { BEGINNING, inventedProvider, reactions } from "./invented-provider.ts";

const contract = new Contract(readSpec("admin"));

const MOST_TENANTS = 3;

/** The control API over two tenants, `default` and `blue`, of the invented provider. */
export interface InventedSandbox {
  readonly tenant: Tenant;
  readonly other: Tenant;
  readonly tenants: TenantRegistry;
  readonly contract: Contract;
  /** Calls a path below `/__admin`; a body that is no text is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Opens one; `send` delivers webhooks (at once and accepted by default). */
export async function openInventedSandbox(
  settings: Partial<Pick<AdminPorts, "adminToken" | "allowedHosts" | "isReady">> & {
    readonly send?: NotificationSender;
  } = {},
): Promise<InventedSandbox> {
  const { send, ...guard } = settings;
  const tenant = await openTenant("default", send);
  const other = await openTenant("blue", send);
  const all = [tenant, other];
  const tenants: TenantRegistry = {
    default: tenant,
    byId: (id) => all.find((one) => one.id === id) ?? null,
    byTag: (tag) => all.find((one) => tenantTag(one.id) === tag) ?? null,
    all: () => all,
    get isFull() {
      return all.length >= MOST_TENANTS;
    },
    remove: async (gone) => {
      await endTenant(gone);
      all.splice(all.indexOf(gone), 1);
    },
    open: async (id, chosen) => {
      const opened = await openTenant(id, send, chosen);
      all.push(opened);
      return opened;
    },
  };
  const admin = createAdmin({
    tenants,
    providers: [inventedProvider],
    contract,
    version: "1.2.3",
    adminToken: null,
    allowedHosts: () => ["sandbox.example.com"],
    publicUrl: () => "http://127.0.0.1:4747",
    isReady: () => true,
    uptimeSeconds: () => 12,
    startOptions: { invented: { delaySeconds: 5 } },
    tables: [...kernelTables, ...esimTables, ...inventedProvider.tables],
    shelf: memoryShelf(),
    knowWorld: async () => null,
    ...guard,
  });
  const app = new Hono<{ Bindings: RequestBindings }>().route("/__admin", admin);
  return {
    tenant,
    other,
    tenants,
    contract,
    call: async (method, path, body, headers = {}) => {
      const isText = typeof body === "string";
      const text = body === undefined || isText ? body : JSON.stringify(body);
      const type: Record<string, string> = text === undefined ? {} : { "content-type": "application/json" };
      const init = { method, headers: { ...type, ...headers }, ...(text === undefined ? {} : { body: text }) };
      return app.request(`http://127.0.0.1:4747/__admin/${path}`, init, {});
    },
  };
}

function openTenant(id: string, send: NotificationSender = accept, chosen: ChosenBeginning = {}): Promise<Tenant> {
  const ports: TenantPorts = {
    store: new MemoryStore(),
    wall: { now: () => BEGINNING },
    send,
    jobs: esimJobs(() => reactions),
    seed: (tx) => inventedProvider.seed(tx),
    beginning: ({ seed = 1, mode = "frozen", at = BEGINNING }) => ({
      seed,
      clock: mode === "frozen" ? { mode, at } : { mode, at, wallAt: BEGINNING, speed: 1 },
    }),
  };
  return Tenant.open(id, ports, chosen);
}

const accept: NotificationSender = async () => ({ outcome: "accepted", status: 200, detail: null, wallMs: 3 });
