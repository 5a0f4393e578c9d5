import { Hono } from "hono";
import { callOf, type RequestBindings, type RequestContext } from "../http/call-of.ts";
import type { Contract, ContractOperation } from "../http/contract.ts";
import { validNames } from "../kernel/nearest.ts";
import { ok } from "../kernel/result.ts";
import { StoreUnavailable } from "../kernel/store.ts";
import type { Tenant } from "../kernel/tenant.ts";
import { ExportedText } from "./control/journal-export.ts";
import { type Controlled, type ControlRefusal, refuse, refuseValue } from "./control/refusal.ts";
import { type TenantsPorts, tenantNamed } from "./control/tenants.ts";
import { admitSender, admitToken, type GuardPorts, type Sender } from "./guard.ts";
import { type AdminHandler, createHandlers, createSandboxHandlers } from "./handlers.ts";
import { type AdminRequest, readRequest } from "./read-request.ts";
import { problemOf } from "./refusal-kinds.ts";

/** What the control API needs from the composition root. */
export interface AdminPorts extends TenantsPorts, GuardPorts {
  /** `spec/admin/openapi.yaml`. */
  readonly contract: Contract;
  readonly version: string;
  /** Whether the pipeline can serve: false while the sandbox starts or stops. */
  readonly isReady: () => boolean;
  readonly uptimeSeconds: () => number;
}

/** Below this path the app is mounted; the paths of the document begin with it. */
const MOUNT = "/__admin";

/** Operations that answer with something new under an id of ours. */
const CREATING: ReadonlySet<string> = new Set(["addFault", "addWebhookRule"]);

type AdminApp = Hono<{ Bindings: RequestBindings }>;

/** Builds the control API, to be mounted at `/__admin`. Paths and methods come from its document. */
export function createAdmin(ports: AdminPorts): AdminApp {
  const app: AdminApp = new Hono();
  const handlers = createHandlers(ports);
  const sandboxHandlers = createSandboxHandlers(ports);
  const methodsByPath = new Map<string, string[]>();
  app.get("/health", (c) => serveOpen(c, ports, () => ok(healthOf(ports))));
  app.get("/ready", (c) => serveOpen(c, ports, () => readinessOf(ports)));
  methodsByPath.set("/health", ["GET"]).set("/ready", ["GET"]);
  for (const operation of ports.contract.operations.values()) {
    const ofSandbox = sandboxHandlers[operation.operationId];
    const handler =
      ofSandbox === undefined
        ? handlers[operation.operationId]
        : (_: Tenant, request: AdminRequest) => ofSandbox(request);
    if (handler === undefined) continue; // health and ready are open
    const path = routeOf(operation.path);
    const method = operation.method.toUpperCase();
    methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), method]);
    app.on(method, path, (c) => serve(c, { operation, handler, isOfSandbox: ofSandbox !== undefined }, ports));
  }
  for (const [path, methods] of methodsByPath) app.all(path, (c) => wrongMethod(c, methods, ports));
  app.all("*", (c) => unknownPath(c, ports));
  app.onError((error, c) => broken(error, c, ports));
  return app;
}

/** A path of the document as Hono writes it; a package code may hold slashes. */
function routeOf(path: string): string {
  return path
    .slice(MOUNT.length)
    .replaceAll(/\{(\w+)\}/g, ":$1")
    .replace(":code", ":code{.+}");
}

async function serve(
  c: RequestContext,
  served: { readonly operation: ContractOperation; readonly handler: AdminHandler; readonly isOfSandbox: boolean },
  ports: AdminPorts,
): Promise<Response> {
  const { operation, handler, isOfSandbox } = served;
  const admitted = admit(c, ports);
  if (!admitted.ok) return problemOf(admitted.error);
  const found = isOfSandbox ? ok(ports.tenants.default) : tenantOf(c, ports); // whose journal takes what breaks
  if (!found.ok) return problemOf(found.error);
  const request = readRequest(await callOf(c), {
    operation,
    contract: ports.contract,
    param: (name) => c.req.param(name) ?? "",
    queryNames: Object.keys(c.req.queries()),
    signal: () => c.req.raw.signal,
  });
  if (!request.ok) return problemOf(request.error);
  const done = await handler(found.value, request.value);
  return done.ok
    ? answer(found.value, { operation, value: done.value }, ports)
    : refused(found.value, { operation, refusal: done.error }, ports);
}

/** Life signs: guarded like the rest, yet open without the token and for no tenant. */
async function serveOpen(c: RequestContext, ports: AdminPorts, tell: () => Controlled<unknown>): Promise<Response> {
  const admitted = admitSender(senderOf(c), ports);
  if (!admitted.ok) return problemOf(admitted.error);
  const told = tell();
  return told.ok ? jsonResponse(200, told.value) : problemOf(told.error);
}

function answer(
  tenant: Tenant,
  given: { readonly operation: ContractOperation; readonly value: unknown },
  ports: AdminPorts,
): Response {
  if (given.value instanceof ExportedText) return textResponse(given.value);
  const status = CREATING.has(given.operation.operationId) ? 201 : 200;
  check(tenant, { ...given, status }, ports);
  return jsonResponse(status, given.value);
}

async function refused(
  tenant: Tenant,
  given: { readonly operation: ContractOperation; readonly refusal: ControlRefusal },
  ports: AdminPorts,
): Promise<Response> {
  const response = problemOf(given.refusal);
  check(tenant, { ...given, status: response.status, value: await response.clone().json() }, ports);
  return response;
}

/** A violation of our own document never changes an answer: it is journalled. */
function check(
  tenant: Tenant,
  given: { readonly operation: ContractOperation; readonly status: number; readonly value: unknown },
  ports: AdminPorts,
): void {
  const { operationId } = given.operation;
  const sent: unknown = JSON.parse(JSON.stringify(given.value)); // what the client reads: members that are undefined are gone
  const detail = ports.contract.answerViolation(operationId, given.status, sent);
  if (detail !== null) tenant.journal.append(tenant.clock.now(), { kind: "contract-violation", operationId, detail });
}

function textResponse({ contentType, text }: ExportedText): Response {
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}

function jsonResponse(status: number, value: unknown): Response {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return new Response(JSON.stringify(value), { status, headers });
}

function admit(c: RequestContext, ports: AdminPorts): Controlled<null> {
  const sender = senderOf(c);
  const admitted = admitSender(sender, ports);
  return admitted.ok ? admitToken(sender, ports) : admitted;
}

function senderOf(c: RequestContext): Sender {
  const header = (name: string): string | null => c.req.header(name) ?? null;
  return {
    host: header("host") ?? new URL(c.req.url).host,
    origin: header("origin"),
    authorization: header("authorization"),
  };
}

function tenantOf(c: RequestContext, ports: AdminPorts): Controlled<Tenant> {
  const id = c.req.query("tenant") ?? c.req.header("x-sim-tenant");
  if (id === undefined) return ok(ports.tenants.default);
  return tenantNamed(id, "tenant", ports);
}

function wrongMethod(c: RequestContext, methods: readonly string[], ports: AdminPorts): Response {
  const admitted = admit(c, ports);
  if (!admitted.ok) return problemOf(admitted.error);
  const list = methods.join(", ");
  const refusal = refuse("wrong-method", `${c.req.path} takes ${list}, got ${c.req.method}`);
  const response = problemOf(refusal.error);
  response.headers.set("allow", list);
  return response;
}

function unknownPath(c: RequestContext, ports: AdminPorts): Response {
  const admitted = admit(c, ports);
  if (!admitted.ok) return problemOf(admitted.error);
  const paths = [...new Set([...ports.contract.operations.values()].map(({ path }) => path.slice(MOUNT.length + 1)))];
  const sought = c.req.path.slice(MOUNT.length + 1);
  const expected = `below ${MOUNT}/ ${validNames(sought, paths)}`;
  return problemOf(refuseValue({ path: "path", expected, got: c.req.path }, "unknown-path").error);
}

function healthOf(ports: AdminPorts): object {
  const { version, providers, tenants } = ports;
  const names = providers.map(({ name }) => name);
  return {
    status: "ok",
    version,
    uptimeSeconds: ports.uptimeSeconds(),
    providers: names,
    tenants: tenants.all().length,
  };
}

function readinessOf(ports: AdminPorts): Controlled<unknown> {
  if (ports.isReady()) return ok({ status: "ready" });
  return refuse("not-ready", "the sandbox is starting or stopping; ask again");
}

function broken(error: unknown, c: RequestContext, ports: AdminPorts): Response {
  if (error instanceof StoreUnavailable) {
    return problemOf(
      refuse("store-unavailable", "the state could not be written; look at the disk and try again").error,
    );
  }
  const found = tenantOf(c, ports);
  const tenant = found.ok ? found.value : ports.tenants.default;
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tenant.journal.append(tenant.clock.now(), { kind: "internal-error", cause });
  return problemOf(refuse("internal-error", "something of the sandbox broke; the journal holds the cause").error);
}
