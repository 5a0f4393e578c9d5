import type { Hono } from "hono";
import type { ControlPorts } from "./admin/control/ports.ts";
import type { TenantsPorts } from "./admin/control/tenants.ts";
import { createAdmin } from "./admin/routes.ts";
import { beginningOf, checkNumbers, readOptions } from "./beginning.ts";
import { clientEnvironment } from "./client-environment.ts";
import { IN_PROCESS_URL, type SimulatorOptions } from "./config.ts";
import { esimJobs } from "./esim/esim-life.ts";
import { esimTables } from "./esim/esim-tables.ts";
import { buildApp, type ServedProvider } from "./http/app.ts";
import { bodyLimitAt } from "./http/body.ts";
import type { Call } from "./http/call.ts";
import type { RequestBindings } from "./http/call-of.ts";
import type { Contract } from "./http/contract.ts";
import type { ExchangePorts, SeenExchange } from "./http/exchange.ts";
import { frontPage } from "./http/front-page.ts";
import type { Provider, ProviderPorts } from "./http/provider.ts";
import { qrPages } from "./http/qr-pages.ts";
import { transportFaultOf } from "./http/transport-fault.ts";
import { kernelTables } from "./kernel/kernel-tables.ts";
import type { OutgoingRequest } from "./kernel/outbox.ts";
import type { Tenant } from "./kernel/tenant.ts";
import { isTenantId, TENANT_ID_SAYS } from "./kernel/tenant-id.ts";
import type { TenantPorts } from "./kernel/tenant-ports.ts";
import { type LoadedMutant, loadMutant } from "./load-mutant.ts";
import type { Mutation } from "./mutants/mutation.ts";
import { packageVersion, readContract, readFixture } from "./package-files.ts";
import { createEsimAccess, esimAccessOptions } from "./providers/esimaccess/index.ts";
import { createFms, fmsOptions } from "./providers/fms/index.ts";
import { listenRefusal, StartRefused } from "./refusals.ts";
import { createSinkSender } from "./sink-sender.ts";
import { type DataDirectory, memoryDirectory, openDataDirectory } from "./storage/data-directory.ts";
import { explainDataRefused } from "./storage/data-refused.ts";
import { createSender } from "./system/http-sender.ts";
import { type Listener, listen } from "./system/http-server.ts";
import { orAborted, receive } from "./system/in-process-connection.ts";
import { Pump } from "./system/pump.ts";
import { qrImage } from "./system/qr-image.ts";
import { sleep, stopwatch, wallClock } from "./system/wall-clock.ts";
import { TenantHandle } from "./tenant-handle.ts";
import { Tenants } from "./tenants.ts";
import { Worlds } from "./worlds.ts";

/** Wall milliseconds that running requests get to end when the sandbox stops. */
const GRACE_MS = 10_000;

/** A sandbox of both providers in this process. Close it when done, or declare it with `await using`. */
export class Simulator {
  readonly #options: SimulatorOptions;
  readonly #directory: DataDirectory;
  readonly #pump = new Pump();
  readonly #tenants: Tenants;
  readonly #worlds: Worlds;
  readonly #providers: readonly Provider[];
  readonly #app: Hono<{ Bindings: RequestBindings }>;
  readonly #listeners = new Set<(seen: SeenExchange) => void>();
  readonly #startedAt = stopwatch();
  readonly #mutation: Mutation | null;
  #listener: Listener | null = null;
  #isReady = false;
  #closing: Promise<void> | null = null;

  /** For `createSimulator` only. */
  constructor(options: SimulatorOptions, directory: DataDirectory, mutant: LoadedMutant | null) {
    this.#options = options;
    this.#directory = directory;
    const sender = createSender({
      allowedHosts: options.allowWebhookHosts ?? [],
      ownPort: () => this.#listener?.port ?? null,
      report: (message) => this.#report(message),
    });
    const sink = options.sink === undefined || options.sink === null ? null : createSinkSender(options.sink);
    const sendAs =
      (tenantId: string | null): typeof sender =>
      (request, accepts) => {
        const send = (sent: OutgoingRequest): ReturnType<typeof sender> =>
          sink === null ? sender(sent, accepts) : sink(tenantId, sent, accepts);
        return this.#mutation === null ? send(request) : this.#mutation.send(tenantId, request, send);
      };
    const providerPorts = (name: "esimaccess" | "fms"): ProviderPorts => ({
      contract: readContract(name),
      startOptions: options.options?.[name] ?? {},
      publicUrl: () => this.url,
      wall: wallClock,
      autoTenants: options.autoTenants ?? false,
      rateLimit: mutant?.mutant.rateLimit ?? options.rateLimit ?? null,
      sendNow: sendAs(null),
    });
    const catalogueOf = (name: "esimaccess" | "fms"): unknown => {
      const file = readFixture(`catalogues/${name}.json`);
      return mutant?.mutant.on[name]?.catalogue?.(file) ?? file;
    };
    const esimaccess = providerPorts("esimaccess");
    const fms = providerPorts("fms");
    this.#providers = [
      createEsimAccess({ ...esimaccess, catalogue: catalogueOf("esimaccess") }),
      createFms({ ...fms, catalogue: catalogueOf("fms"), countries: readFixture("countries.json") }),
    ];
    this.#worlds = new Worlds(this.#controlPorts());
    this.#tenants = new Tenants(
      (id) => this.#tenantPorts(id, (n) => sendAs(id)(n.request, n.accepts)),
      (gone) => {
        this.#pump.forget(gone);
        this.#directory.forget(gone.id);
      },
    );
    this.#app = this.#buildApp([esimaccess.contract, fms.contract]);
    this.#mutation = mutant?.switchOn(this.#mutationPorts()) ?? null;
  }

  /** Opens the stored tenants and runs what fell due while nobody was there. */
  async begin(): Promise<void> {
    const stored = this.#directory.tenantIds();
    await this.#worlds.begin(this.#options, this.#ownPorts("default"));
    for (const id of new Set(["default", ...stored])) await this.#tenants.open(id);
    const { time } = this.#options;
    const now = this.#tenants.default.clock.now();
    if (stored.includes("default") && time !== undefined && time < now) {
      const told = `the stored clock stands at ${new Date(now).toISOString()} and never goes back`;
      throw new StartRefused(
        "time-before-stored",
        `--time must not be earlier than that: ${told}; reset the sandbox instead`,
      );
    }
    this.#isReady = true;
  }

  /** Where clients reach the sandbox, without a slash at the end. */
  get url(): string {
    const { baseUrl } = this.#options;
    if (baseUrl !== undefined && baseUrl !== null) return baseUrl.replace(/\/+$/, "");
    if (this.#listener === null) return IN_PROCESS_URL;
    const { host, port } = this.#listener;
    const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
    return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
  }

  /** The control of the default tenant's clock. */
  get clock(): TenantHandle["clock"] {
    return this.#handle(this.#tenants.default).clock;
  }

  /** The fault rules of the default tenant. */
  get faults(): TenantHandle["faults"] {
    return this.#handle(this.#tenants.default).faults;
  }

  /** Serves a request without a socket. `input` may be a path. Transport faults reject with a TypeError, as a real fetch does. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? new Request(input, init) : new Request(new URL(input, this.url), init);
    const { signal } = request;
    const served = Promise.resolve(this.#serve(request, {}));
    const isAbortable = input instanceof Request || (init?.signal ?? null) !== null;
    const response = await (isAbortable ? orAborted(served, signal) : served);
    return receive(response, transportFaultOf(response), signal);
  };

  /** A tenant by its id (lower-case letters, digits and dashes), created with both providers' first records when it is new. */
  async tenant(id = "default"): Promise<TenantHandle> {
    if (!isTenantId(id)) throw new StartRefused("wrong-tenant-id", `a tenant id has ${TENANT_ID_SAYS}, got "${id}"`);
    return this.#handle(await this.#tenants.open(id));
  }

  /** Opens a listener. Rejects with ListenRefused when the address cannot be bound. */
  async listen(
    address: { readonly host?: string; readonly port?: number } = {},
  ): Promise<{ url: string; port: number }> {
    if (this.#listener !== null) throw new Error("this sandbox listens already");
    const bound = { host: address.host ?? "127.0.0.1", port: address.port ?? 0 };
    const served = {
      serve: (request: Request, env: RequestBindings) => this.#serve(request, env),
      bodyLimitAt,
      faultOf: transportFaultOf,
    };
    try {
      this.#listener = await listen(served, bound);
    } catch (error) {
      throw listenRefusal(error, bound);
    }
    return { url: this.url, port: this.#listener.port };
  }

  /** The environment that an unmodified client needs to reach the default tenant. */
  clientEnvironment(): Record<string, string> {
    return clientEnvironment(this.url);
  }

  /** Calls `listener` after each provider exchange; the returned function ends that. */
  onExchange(listener: (seen: SeenExchange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops: running requests end, state is written. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    this.#isReady = false;
    for (const { journal, standingFaults } of this.#tenants.all()) {
      journal.release(); // who waits for an entry is a running request
      standingFaults.stop(); // and so is who hangs
    }
    await this.#listener?.close(GRACE_MS);
    this.#pump.stop();
    await this.#tenants.close();
    await this.#directory.close();
  }

  #serve(request: Request, env: RequestBindings): Response | Promise<Response> {
    if (this.#mutation === null) return this.#app.fetch(request, env);
    return this.#mutation.serve(request, env, (passed, bindings) => this.#app.fetch(passed, bindings));
  }

  #mutationPorts(): Parameters<LoadedMutant["switchOn"]>[0] {
    const { provider, rateLimit } = this.#options;
    return {
      providers: this.#providers,
      tenants: this.#tenants,
      handleOf: (tenant) => this.#handle(tenant),
      only: provider === undefined || provider === "all" ? null : provider,
      rateLimit: rateLimit ?? null,
    };
  }

  #handle(tenant: Tenant): TenantHandle {
    return new TenantHandle(tenant, this.#statePorts());
  }

  #controlPorts(): ControlPorts {
    return {
      providers: this.#providers,
      startOptions: this.#options.options ?? {},
      publicUrl: () => this.url,
      serve: async (request) => this.#serve(request, {}),
      version: packageVersion(),
    };
  }

  #statePorts(): TenantsPorts {
    return {
      ...this.#controlPorts(),
      tenants: this.#tenants,
      knowWorld: (name) => this.#worlds.know(name, this.#ownPorts("default")),
      tables: [...kernelTables, ...esimTables, ...this.#providers.flatMap(({ tables }) => tables)],
      shelf: this.#directory.shelf,
    };
  }

  /** What a tenant that sends nothing needs. */
  #ownPorts(id: string): TenantPorts {
    return this.#tenantPorts(id, async () => ({ outcome: "failed", status: null, detail: null, wallMs: 0 }));
  }

  #tenantPorts(id: string, deliver: (sent: DeliveryRequest) => ReturnType<TenantPorts["send"]>): TenantPorts {
    const jobs = Object.assign(
      {},
      ...this.#providers.map((provider) => provider.jobs),
      esimJobs((name) => this.#provider(name).control.reactions),
    );
    return {
      store: this.#directory.store(id),
      wall: wallClock,
      jobs,
      send: ({ url, headers, body, policy }) => {
        return deliver({ request: { url, headers, body, timeoutMs: policy.timeoutMs }, accepts: policy.accepts });
      },
      seed: async (tx) => {
        for (const provider of this.#providers) await provider.seed(tx);
      },
      beginning: (chosen) => beginningOf({ id, chosen }, this.#options, wallClock.now()),
      worldOf: (chosen) => {
        const beginning = beginningOf({ id, chosen }, this.#options, wallClock.now());
        return this.#worlds.recordsOf({ tenantId: id, chosen, beginning }, this.#ownPorts(id));
      },
      onPlan: (tenant) => this.#pump.plan(tenant),
      onClockChange: (tenant) => this.#pump.replan(tenant),
    };
  }

  #provider(name: string): Provider {
    const found = this.#providers.find((provider) => provider.name === name);
    if (found === undefined) throw new Error(`there is no provider ${name}`);
    return found;
  }

  #buildApp(contracts: readonly Contract[]): Hono<{ Bindings: RequestBindings }> {
    const served = this.#providers.map((provider, index): ServedProvider => {
      const contract = contracts[index];
      if (contract === undefined) throw new Error("each provider has its contract");
      return { provider, ports: this.#exchangePorts(contract) };
    });
    const only = this.#options.provider ?? "all";
    const shown = only === "all" ? served : served.filter(({ provider }) => provider.name === only);
    return buildApp({
      providers: shown,
      only: only === "all" ? null : (shown[0] ?? null),
      admin: createAdmin({
        ...this.#statePorts(),
        contract: readContract("admin"),
        version: packageVersion(),
        adminToken: this.#options.adminToken ?? null,
        allowedHosts: () => this.#allowedHosts(),
        isReady: () => this.#isReady,
        uptimeSeconds: () => Math.floor((stopwatch() - this.#startedAt) / 1000),
        ...(only === "all" ? {} : { servedProviders: [only] }),
      }),
      qr: qrPages({ tenants: this.#tenants, providers: this.#providers, renderer: qrImage }),
      front: () => frontPage(this.url),
    });
  }

  #exchangePorts(contract: Contract): ExchangePorts {
    const { prefer = false, magic = false } = this.#options;
    return {
      tenants: this.#tenants,
      contract,
      ...(this.#options.autoTenants === true
        ? { openTenantOf: (provider: Provider, call: Call) => this.#openTenantOf(provider, call) }
        : {}),
      selfCheck: this.#options.selfCheck ?? true,
      simHeaders: this.#options.simHeaders ?? true,
      stopwatch,
      sleep,
      ...(prefer || magic ? { callerFaults: { prefer, magic } } : {}),
      onExchange: (seen) => {
        for (const listener of this.#listeners) listener(seen);
      },
    };
  }

  /** Makes the tenant of a call on the fly; beyond the bound of tenants its credentials stay unknown. */
  async #openTenantOf(provider: Provider, call: Call): Promise<void> {
    const id = provider.tenantIdOf(call);
    if (id === null || this.#tenants.byId(id) !== null || this.#tenants.isFull) return;
    if (isTenantId(id)) await this.#tenants.open(id);
  }

  /** Host names besides loopback under which `/__admin` may be addressed. */
  #allowedHosts(): readonly string[] {
    const hosts = [new URL(this.url).hostname];
    if (this.#listener !== null) hosts.push(this.#listener.host);
    return hosts;
  }

  #report(message: string): void {
    this.#options.report?.(message);
  }
}

interface DeliveryRequest {
  readonly request: OutgoingRequest;
  readonly accepts: "2xx" | "200";
}

/**
 * Makes a sandbox, in memory and with a standing clock unless told otherwise. Nothing listens until `listen()`.
 * @throws StartRefused when an option or the data directory is not as it must be; nothing was changed then.
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  checkNumbers(options);
  const tables = { esimaccess: esimAccessOptions, fms: fmsOptions };
  const read = { ...options, options: readOptions(options.options ?? {}, tables) };
  const mutant = options.mutant === undefined || options.mutant === null ? null : await loadMutant(options.mutant);
  if (mutant !== null) options.report?.(mutant.warning);
  const directory = await openDirectory(options);
  try {
    const simulator = new Simulator(read, directory, mutant);
    await simulator.begin();
    return simulator;
  } catch (error) {
    await directory.close(); // the failure itself is what the caller needs
    throw error;
  }
}

async function openDirectory(options: SimulatorOptions): Promise<DataDirectory> {
  if (options.data === undefined || options.data === null) return memoryDirectory();
  const report = options.report ?? (() => undefined);
  const opened = await openDataDirectory(options.data, { now: () => wallClock.now(), report });
  if (!opened.ok) throw new StartRefused(opened.error.code, explainDataRefused(opened.error));
  return opened.value;
}
