import type { DeviceEvent } from "../esim/esim.ts";
import { ok } from "../kernel/result.ts";
import type { Tenant } from "../kernel/tenant.ts";
import { changeAccount, showAccount } from "./control/account.ts";
import {
  advanceClock,
  advanceClockToNext,
  freezeClock,
  resumeClock,
  runClockUntilIdle,
  setClock,
  showClock,
} from "./control/clock.ts";
import { consumeData, listEsims, playDevice, showEsim } from "./control/esims.ts";
import type { NewFault } from "./control/fault-definition.ts";
import { addFault, clearFaults, listFaults, putFault, removeFault, showFault } from "./control/faults.ts";
import { listJournal } from "./control/journal.ts";
import type { Listing } from "./control/listing.ts";
import { changeOptions, listOptions, type OptionChange } from "./control/options.ts";
import { listOrders } from "./control/orders.ts";
import { listDeliveries, listMails } from "./control/outbox.ts";
import { changePackage, listPackages, type PackageChange } from "./control/packages.ts";
import type { ControlPorts, StatePorts } from "./control/ports.ts";
import type { Controlled } from "./control/refusal.ts";
import { resetTenant } from "./control/reset.ts";
import {
  forkTenant,
  listTenants,
  putTenant,
  removeTenant,
  showTenant,
  type TenantChoice,
  type TenantsPorts,
  tenantNamed,
} from "./control/tenants.ts";
import { createJournalHandlers } from "./journal-handlers.ts";
import type { AdminRequest } from "./read-request.ts";
import { snapshotHandlers } from "./snapshot-handlers.ts";
import { webhookHandlers } from "./webhook-handlers.ts";

/** Runs one operation for a tenant; the value it gives is the body of the answer. */
export type AdminHandler = (tenant: Tenant, request: AdminRequest) => Promise<Controlled<unknown>>;

/** Runs one operation that acts on no particular tenant. */
export type SandboxHandler = (request: AdminRequest) => Promise<Controlled<unknown>>;

/** Records per page unless the request says otherwise. */
const DEFAULT_LIMIT = 1000;

/** Every operation on the sandbox as a whole, by its operationId in `spec/admin/openapi.yaml`. */
export function createSandboxHandlers(ports: TenantsPorts): Readonly<Record<string, SandboxHandler>> {
  return {
    listTenants: async (request) => ok(listTenants(page(request), ports)),
    getTenant: ({ param }) => showTenant(param("id"), ports),
    removeTenant: ({ param }) => removeTenant(param("id"), ports),
    forkTenant: async ({ param, body }) => {
      const of = tenantNamed(param("id"), "path.id", ports);
      return of.ok ? forkTenant({ of: of.value, id: validated<{ id: string }>(body).id }, ports) : of;
    },
    putTenant: ({ param, body }) => putTenant({ id: param("id"), choice: validated<TenantChoice>(body) }, ports),
  };
}

/** Every operation that acts on a tenant, by its operationId in `spec/admin/openapi.yaml`. */
export function createHandlers(ports: StatePorts): Readonly<Record<string, AdminHandler>> {
  return {
    ...stateHandlers(ports),
    ...clockHandlers(),
    ...tradeHandlers(ports),
    ...deviceHandlers(ports),
    ...outsideHandlers(ports),
    ...webhookHandlers(ports),
    ...snapshotHandlers(ports),
    ...createJournalHandlers(ports),
  };
}

function stateHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    resetTenant: (tenant, { body }) => resetTenant(tenant, validated<{ aspects?: string[] }>(body).aspects ?? null),
    listOptions: async (tenant) => ok(whole(listOptions(tenant, ports))),
    changeOptions: async (tenant, { body }) => {
      const changed = await changeOptions(tenant, validated<OptionChange>(body), ports);
      return changed.ok ? ok(whole(changed.value)) : changed;
    },
  };
}

function clockHandlers(): Record<string, AdminHandler> {
  return {
    getClock: async (tenant) => ok(showClock(tenant)),
    advanceClock: (tenant, { body }) => advanceClock(tenant, validated<{ by: string }>(body).by),
    setClock: (tenant, { body }) => setClock(tenant, validated<{ to: string }>(body).to),
    freezeClock: (tenant) => freezeClock(tenant),
    resumeClock: (tenant, { body }) => resumeClock(tenant, validated<{ speed?: number }>(body).speed),
    advanceToNext: (tenant) => advanceClockToNext(tenant),
    runUntilIdle: (tenant) => runClockUntilIdle(tenant),
  };
}

function tradeHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    getAccount: (tenant) => showAccount(tenant),
    changeAccount: (tenant, { body }) => changeAccount(tenant, validated<{ balance: number }>(body)),
    listPackages: (tenant, request) =>
      listPackages(tenant, { ...texts(request, "provider", "code"), ...page(request) }, ports),
    changePackage: (tenant, { param, body }) => {
      const change = validated<PackageChange>(body);
      return changePackage(tenant, { provider: param("provider"), code: param("code"), change }, ports);
    },
    listOrders: (tenant, request) => {
      return listOrders(tenant, { ...texts(request, "provider", "number", "state"), ...page(request) }, ports);
    },
  };
}

function deviceHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  const play = (event: DeviceEvent): AdminHandler => {
    return (tenant, { param, body }) => {
      return playDevice(tenant, { id: param("id"), event, ...validated<{ eid?: string }>(body) }, ports);
    };
  };
  return {
    listEsims: (tenant, request) => {
      return listEsims(
        tenant,
        { ...texts(request, "provider", "order", "status", "profile"), ...page(request) },
        ports,
      );
    },
    getEsim: (tenant, { param }) => showEsim(tenant, param("id"), ports),
    downloadEsim: play("download"),
    installEsim: play("install"),
    enableEsim: play("enable"),
    disableEsim: play("disable"),
    deleteEsim: play("delete"),
    attachEsim: play("attach"),
    reinstallEsim: play("reinstall"),
    useData: (tenant, { param, body }) => {
      return consumeData(tenant, { id: param("id"), bytes: validated<{ bytes: number }>(body).bytes }, ports);
    },
  };
}

function outsideHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    listMails: (tenant, request) => listMails(tenant, { ...texts(request, "provider", "to"), ...tail(request) }, ports),
    listDeliveries: (tenant, request) => {
      return listDeliveries(
        tenant,
        { ...texts(request, "provider", "type", "state", "about"), ...tail(request) },
        ports,
      );
    },
    listJournal: async (tenant, request) => {
      const members = texts(request, "kind", "provider", "operationId", "code", "status", "requestId", "type", "about");
      return ok(listJournal(tenant, { ...members, ...tail(request) }));
    },
    ...faultHandlers(ports),
  };
}

function faultHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    listFaults: async (tenant, { query }) => ok(whole(listFaults(tenant, { unfired: query("unfired") === "true" }))),
    addFault: (tenant, { body }) => addFault(tenant, validated<NewFault>(body), ports),
    clearFaults: (tenant) => clearFaults(tenant),
    getFault: async (tenant, { param }) => showFault(tenant, param("faultId")),
    putFault: (tenant, { param, body }) => {
      return putFault(tenant, { id: param("faultId"), fault: validated<NewFault>(body) }, ports);
    },
    removeFault: (tenant, { param }) => removeFault(tenant, param("faultId")),
  };
}

function whole<T>(items: readonly T[]): Listing<T> {
  return { items, total: items.length };
}

/** The text filters that were sent, each under its own name. */
function texts<const N extends string>(request: AdminRequest, ...names: readonly N[]): { readonly [K in N]?: string } {
  const sent: { [K in N]?: string } = {};
  for (const name of names) {
    const value = request.query(name);
    if (value !== undefined) sent[name] = value;
  }
  return sent;
}

function page(request: AdminRequest): { readonly offset: number; readonly limit: number } {
  return { offset: request.count("offset") ?? 0, limit: request.count("limit") ?? DEFAULT_LIMIT };
}

function tail(request: AdminRequest): { readonly since: number; readonly limit: number } {
  return { since: request.count("since") ?? 0, limit: request.count("limit") ?? DEFAULT_LIMIT };
}

/** The one cast of this border: the body has just passed the schema of its operation. */
function validated<T>(body: unknown): T {
  return body as T;
}
