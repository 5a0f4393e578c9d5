import { parseBody } from "../http/body.ts";
import type { Call } from "../http/call.ts";
import type { RequestBindings } from "../http/call-of.ts";
import type { Provider, TenantDirectory } from "../http/provider.ts";
import { transportFaultOf, withTransportFault } from "../http/transport-fault.ts";
import type { TransportFault } from "../kernel/fault-effects.ts";
import type { OutgoingRequest } from "../kernel/outbox.ts";
import type { Tenant } from "../kernel/tenant.ts";
import type { TenantHandle } from "../tenant-handle.ts";
import type { Behaviour, ForwardSend, Memory, Mutant, MutantProvider, SendOutcome } from "./mutant.ts";
import type { WireAnswer, WireRequest } from "./wire-message.ts";

/** What a mutant is switched on in. */
export interface MutationPorts {
  readonly providers: readonly Provider[];
  readonly tenants: TenantDirectory;
  readonly handleOf: (tenant: Tenant) => TenantHandle;
  /** The provider whose dialect every other path speaks, if there is one. */
  readonly only: string | null;
  readonly rateLimit: "enforce" | "report" | "off" | null;
}

type Serve = (request: Request, env: RequestBindings) => Response | Promise<Response>;

/** Methods that no second request may be made with. */
const UNREPEATABLE: readonly string[] = ["CONNECT", "TRACE", "TRACK"];

/** Statuses of answers that have no body. */
const BODILESS: readonly number[] = [101, 204, 205, 304];

/** Switches one mutant on in a sandbox, at the two places where it meets the world: requests of providers and notifications. */
export class Mutation {
  readonly mutant: Mutant;
  readonly #ports: MutationPorts;
  readonly #memories = new WeakMap<Tenant, Memory>();
  readonly #shared: Memory = { life: 0 };

  constructor(mutant: Mutant, ports: MutationPorts) {
    this.mutant = mutant;
    this.#ports = ports;
  }

  /** Serves a request in the mutant's way, or as it is when it is none of the provider's. */
  async serve(request: Request, env: RequestBindings, serve: Serve): Promise<Response> {
    const url = new URL(request.url);
    const provider = this.#providerOf(url.pathname);
    const behaviour = provider === null ? undefined : behaviourOf(this.mutant, provider.name);
    const { incoming } = env;
    const isBeyond = incoming?.isTooLarge === true || UNREPEATABLE.includes(request.method);
    if (provider === null || behaviour?.serve === undefined || isBeyond) return serve(request, env);
    const wire = await readRequest(request, incoming?.rawBody);
    const call = callOf(wire, url);
    const { tenant } = provider.findTenant(call, this.#ports.tenants);
    const faults: TransportFault[] = [];
    const forward = async (next: WireRequest): Promise<WireAnswer> => {
      const response = await serve(requestOf(next), {});
      const fault = transportFaultOf(response);
      if (fault !== undefined) faults.push(fault);
      return readAnswer(response);
    };
    const answer = await behaviour.serve(
      {
        provider: nameOf(provider.name),
        operationId: operationOf(provider, call),
        body: call.body.kind === "json" ? call.body.value : undefined,
        tenant: this.#ports.handleOf(tenant),
        memory: this.#memoryOf(tenant),
        shared: this.#shared,
        tenants: () => this.#ports.tenants.all().map(this.#ports.handleOf),
        isLimited: this.#isLimited(tenant),
      },
      wire,
      forward,
    );
    const response = responseOf(answer);
    const fault = faults.at(-1);
    return fault === undefined ? response : withTransportFault(response, fault);
  }

  /** Sends a notification in the mutant's way; `tenantId` is null when only the notification itself says whose it is. */
  async send(tenantId: string | null, request: OutgoingRequest, forward: ForwardSend): Promise<SendOutcome> {
    // Only eSIM Access sends notifications.
    const { send } = behaviourOf(this.mutant, "esimaccess") ?? {};
    const owner = this.#ports.providers.find(({ name }) => name === "esimaccess");
    if (send === undefined || owner === undefined) return forward(request);
    const tenant = tenantId === null ? this.#senderOf(owner, request) : this.#ports.tenants.byId(tenantId);
    const { body } = parseBody(new TextEncoder().encode(request.body));
    if (tenant === null || body.kind !== "json") return forward(request);
    const sending = { body: body.value, tenant: this.#ports.handleOf(tenant), memory: this.#memoryOf(tenant) };
    return send(sending, request, forward);
  }

  #senderOf(owner: Provider, request: OutgoingRequest): Tenant {
    const wire = { method: "POST", url: request.url, headers: request.headers, bytes: new Uint8Array(0) };
    return owner.findTenant(callOf(wire, new URL(request.url)), this.#ports.tenants).tenant;
  }

  #memoryOf(tenant: Tenant): Memory {
    const known = this.#memories.get(tenant);
    if (known?.life === tenant.life) return known;
    const memory = { life: tenant.life };
    this.#memories.set(tenant, memory);
    return memory;
  }

  #isLimited(tenant: Tenant): boolean {
    const { rateLimit } = this.#ports;
    return rateLimit === "enforce" || (rateLimit === null && tenant.clock.isRunning);
  }

  #providerOf(path: string): Provider | null {
    if (/^\/(?:$|__admin(?:\/|$)|qr\/)/.test(path)) return null;
    const { providers, only } = this.#ports;
    const served = providers.filter(({ name }) => only === null || only === name);
    const byPath = served.find(({ operations }) => operations.some((operation) => operation.path === path));
    const byPrefix = served.find(({ prefixes }) =>
      prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
    );
    return byPath ?? byPrefix ?? (only === null ? null : (served[0] ?? null));
  }
}

function behaviourOf(mutant: Mutant, provider: string): Behaviour | undefined {
  return mutant.on[nameOf(provider)];
}

function nameOf(provider: string): MutantProvider {
  return provider === "fms" ? "fms" : "esimaccess";
}

function operationOf(provider: Provider, call: Call): string {
  const atPath = provider.operations.filter(({ path }) => path === call.path);
  if (atPath.length === 0) return "unknownPath";
  return atPath.find(({ method }) => method === call.method)?.operationId ?? "wrongMethod";
}

function callOf(wire: WireRequest, url: URL): Call {
  const { method, headers, bytes } = wire;
  const { text, body } = parseBody(bytes);
  return {
    ...{ method, path: url.pathname, url: wire.url, bytes, text, body },
    header: (name) => headers[name] ?? null,
    headers: () => headers,
    query: (name) => url.searchParams.get(name) ?? undefined,
  };
}

async function readRequest(request: Request, rawBody: Buffer | undefined): Promise<WireRequest> {
  const { method, url } = request;
  const read = rawBody ?? (isBodiless(method) ? new ArrayBuffer(0) : await request.arrayBuffer());
  return { method, url, headers: headersOf(request.headers), bytes: new Uint8Array(read) };
}

function headersOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers.entries());
}

function isBodiless(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

function requestOf({ method, url, headers, bytes }: WireRequest): Request {
  const { "content-length": _length, ...others } = headers; // of the body as it was
  return new Request(url, { method, headers: others, ...(isBodiless(method) ? {} : { body: bytes }) });
}

async function readAnswer(response: Response): Promise<WireAnswer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { "content-length": _length, ...headers } = headersOf(response.headers);
  return { status: response.status, headers, bytes };
}

function responseOf({ status, headers, bytes }: WireAnswer): Response {
  return new Response(BODILESS.includes(status) ? null : bytes, { status, headers });
}
