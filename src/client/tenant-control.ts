import { ControlFailed } from "./control-failed.ts";
import type { operations } from "./generated.ts";
import { type Ask, askFor, type ControlRequest, type ControlSchemas } from "./transport.ts";
import { type WebhookControl, webhookControl } from "./webhook-control.ts";

type QueryOf<Id extends keyof operations> = Omit<NonNullable<operations[Id]["parameters"]["query"]>, "tenant">;

/** What happens to an eSIM on a device. */
export type DeviceEvent = "download" | "install" | "enable" | "disable" | "delete" | "attach" | "reinstall";

/** One tenant of a sandbox, wherever that runs. Every method rejects with ControlFailed when it is refused. */
export class TenantControl {
  readonly id: string;
  readonly #ask: Ask;

  constructor(id: string, ask: Ask) {
    this.id = id;
    this.#ask = ask;
    this.webhooks = webhookControl((request) => ask({ ...request, query: this.#query(request.query) }));
  }

  /** The tenant's clock. Each move resolves with what fired on the way, in order. */
  readonly clock = {
    show: () => this.#send<"Clock">({ method: "GET", path: "clock" }),
    advance: (by: string) => this.#send<"ClockMoved">({ method: "POST", path: "clock/advance", body: { by } }),
    set: (to: string) => this.#send<"ClockMoved">({ method: "POST", path: "clock/set", body: { to } }),
    next: () => this.#send<"ClockMoved">({ method: "POST", path: "clock/next" }),
    runUntilIdle: () => this.#send<"ClockMoved">({ method: "POST", path: "clock/run-until-idle" }),
    freeze: () => this.#send<"ClockMoved">({ method: "POST", path: "clock/freeze" }),
    resume: (speed = 1) => this.#send<"ClockMoved">({ method: "POST", path: "clock/resume", body: { speed } }),
    /** Whether the clock moves on while somebody waits for an entry of the journal. */
    autoAdvance: (enabled: boolean) =>
      this.#send<"AutoAdvance">({ method: "POST", path: "clock/auto-advance", body: { enabled } }),
  };

  /** The prepaid wallet; the balance is in ten-thousandths. */
  readonly account = {
    get: () => this.#send<"Account">({ method: "GET", path: "account" }),
    set: (balance: number) => this.#send<"Account">({ method: "PATCH", path: "account", body: { balance } }),
  };

  /** The catalogues with this tenant's stock, sale state and prices. */
  readonly packages = {
    list: async (query: QueryOf<"listPackages"> = {}) =>
      (await this.#send<"PackageList">({ method: "GET", path: "packages", query })).items,
    change: (provider: string, code: string, change: ControlSchemas["PackageChange"]) => {
      const path = `packages/${encodeURIComponent(provider)}/${encodeURIComponent(code)}`;
      return this.#send<"Package">({ method: "PATCH", path, body: change });
    },
  };

  readonly options = {
    list: async () => (await this.#send<"OptionList">({ method: "GET", path: "options" })).items,
    change: async (change: ControlSchemas["OptionChange"]) =>
      (await this.#send<"OptionList">({ method: "PATCH", path: "options", body: change })).items,
  };

  /** eSIMs and what travellers do with them. An `id` is the eSIM's own or its ICCID. */
  readonly esims = {
    list: async (query: QueryOf<"listEsims"> = {}) =>
      (await this.#send<"EsimList">({ method: "GET", path: "esims", query })).items,
    get: (id: string) => this.#send<"Esim">({ method: "GET", path: `esims/${encodeURIComponent(id)}` }),
    play: (id: string, event: DeviceEvent, device: ControlSchemas["Device"] = {}) =>
      this.#send<"Esim">({ method: "POST", path: `esims/${encodeURIComponent(id)}/${event}`, body: device }),
    use: (id: string, bytes: number) =>
      this.#send<"Esim">({ method: "POST", path: `esims/${encodeURIComponent(id)}/usage`, body: { bytes } }),
  };

  readonly orders = {
    list: async (query: QueryOf<"listOrders"> = {}) =>
      (await this.#send<"OrderList">({ method: "GET", path: "orders", query })).items,
  };

  /** What the providers mailed; nothing leaves the sandbox. */
  readonly mails = {
    list: async (query: QueryOf<"listMails"> = {}) =>
      (await this.#send<"MailList">({ method: "GET", path: "mails", query })).items,
  };

  /** What the providers sent to the saved webhook URLs, with every attempt. */
  readonly deliveries = {
    list: async (query: QueryOf<"listDeliveries"> = {}) =>
      (await this.#send<"DeliveryList">({ method: "GET", path: "deliveries", query })).items,
  };

  /** What becomes of webhooks on their way out. */
  readonly webhooks: WebhookControl;

  /** Drives the provider, its partner, devices and the clock until an event has happened, and says how. */
  trigger(event: string, about: Omit<ControlSchemas["Trigger"], "event"> = {}): Promise<ControlSchemas["Triggered"]> {
    return this.#send<"Triggered">({ method: "POST", path: "trigger", body: { event, ...about } });
  }

  /** Sends a webhook about an order or eSIM as that stands, without anything having happened to it. */
  emit(event: string, about: Omit<ControlSchemas["Emit"], "event">): Promise<ControlSchemas["Delivery"]> {
    return this.#send<"Delivery">({ method: "POST", path: "emit", body: { event, ...about } });
  }

  /** What can be triggered and emitted. */
  async events(): Promise<readonly ControlSchemas["Event"][]> {
    return (await this.#send<"EventList">({ method: "GET", path: "trigger" })).items;
  }

  /** What happened, and why. */
  readonly journal = {
    list: async (query: QueryOf<"listJournal"> = {}) =>
      (await this.#send<"Journal">({ method: "GET", path: "journal", query })).items,
    query: (search: JournalSearch) =>
      this.#send<"JournalFound">({ method: "POST", path: "journal/query", body: search }),
    /** Waits for an entry, there already or still to come; says what ended the wait. */
    wait: (wait: JournalWait) => {
      const waitMs = wait.timeoutMs ?? DEFAULT_WAIT_MS;
      return this.#send<"Waited">({ method: "POST", path: "journal/wait", body: wait, waitMs });
    },
    /** The first entry like this, there already or still to come; rejects with ControlFailed when it does not come. */
    next: async (match: JournalWait["match"], how: Omit<JournalWait, "match"> = {}) => {
      const { entry, reason, now } = await this.journal.wait({ ...how, match });
      if (entry !== null) return entry;
      const message = `no entry like this came (${reason}, the clock shows ${now})`;
      throw new ControlFailed({ status: 200, code: "entry-missing", message });
    },
    trace: (requestId: string) =>
      this.#send<"Trace">({ method: "GET", path: `journal/${encodeURIComponent(requestId)}/trace` }),
    /** The journal as text: lines of JSON, or an HTTP archive. */
    export: async (asked: QueryOf<"exportJournal"> = {}): Promise<string> => {
      const query = this.#query(asked);
      return String(await this.#ask({ method: "GET", path: "journal/export", query, isText: true }));
    },
  };

  /** Judges what is expected of the journal as it is now; a verdict that is not passed is no refusal. */
  verify(verification: Verification = {}): Promise<ControlSchemas["Verified"]> {
    return this.#send<"Verified">({ method: "POST", path: "verify", body: verification });
  }

  /** Rules of deliberate misbehaviour; one strikes once unless `times` says otherwise. */
  readonly faults = {
    list: async (query: QueryOf<"listFaults"> = {}) =>
      (await this.#send<"FaultList">({ method: "GET", path: "faults", query })).items,
    get: (id: string) => this.#send<"Fault">({ method: "GET", path: `faults/${encodeURIComponent(id)}` }),
    /** Those that have not struck, with the reasons of their last misses. */
    unfired: () => this.faults.list({ unfired: "true" }),
    /** Writes a rule under an id of your choice; the same again changes nothing. */
    put: (id: string, fault: ControlSchemas["NewFault"]) =>
      this.#send<"Fault">({ method: "PUT", path: `faults/${encodeURIComponent(id)}`, body: fault }),
    add: (fault: ControlSchemas["NewFault"]) => this.#send<"Fault">({ method: "POST", path: "faults", body: fault }),
    remove: (id: string) => this.#send<"Removed">({ method: "DELETE", path: `faults/${encodeURIComponent(id)}` }),
    clear: () => this.#send<"Removed">({ method: "DELETE", path: "faults" }),
  };

  /** Everything the tenant is at one instant, kept by name in the sandbox. */
  readonly snapshots = {
    list: async () => (await this.#send<"SnapshotList">({ method: "GET", path: "snapshots" })).items,
    save: (name: string) => this.#send<"SavedSnapshot">({ method: "PUT", path: snapshotPath(name) }),
    load: (name: string) => this.#send<"Clock">({ method: "POST", path: `${snapshotPath(name)}/load` }),
    remove: (name: string) => this.#send<"Removed">({ method: "DELETE", path: snapshotPath(name) }),
    /** Records that differ, by default from the snapshot to the present. */
    diff: async (name: string, to?: string) =>
      (await this.#send<"DifferenceList">({ method: "GET", path: `${snapshotPath(name)}/diff`, query: { to } })).items,
    export: (name: string) => this.#send<"Snapshot">({ method: "GET", path: snapshotPath(name) }),
    /** `document` is what `export` gave, here or in another sandbox. */
    import: (name: string, document: unknown) =>
      this.#send<"SavedSnapshot">({ method: "POST", path: `${snapshotPath(name)}/import`, body: document }),
  };

  /** Forgets everything and begins anew, as was chosen for the tenant; with aspects, only those parts. */
  reset(...aspects: readonly ResetAspect[]): Promise<ControlSchemas["Clock"]> {
    const body = aspects.length === 0 ? {} : { aspects };
    return this.#send<"Clock">({ method: "POST", path: "reset", body });
  }

  /** Sends anything below `/__admin` that acts on the tenant; a query may stand in the path: `packages?provider=fms`. */
  send({ method, path, body }: Omit<ControlRequest, "query">): Promise<unknown> {
    const [name = "", search = ""] = path.replace(/^\/+/, "").split("?");
    const query = this.#query(Object.fromEntries(new URLSearchParams(search)));
    return this.#ask({ method, path: name, query, ...(body === undefined ? {} : { body }) });
  }

  #send<Name extends keyof ControlSchemas>(request: ControlRequest): Promise<ControlSchemas[Name]> {
    return askFor<Name>(this.#ask, { ...request, query: this.#query(request.query) });
  }

  #query(query: ControlRequest["query"] = {}): NonNullable<ControlRequest["query"]> {
    return { ...query, tenant: this.id };
  }
}

/** A part of a tenant that can begin anew by itself. */
export type ResetAspect = NonNullable<ControlSchemas["ResetChoice"]["aspects"]>[number];

function snapshotPath(name: string): string {
  return `snapshots/${encodeURIComponent(name)}`;
}

/** A wait as it is asked for: what has a default may be left out. */
export type JournalWait = Pick<ControlSchemas["JournalWait"], "match"> & Partial<ControlSchemas["JournalWait"]>;

/** A search as it is asked for. */
export type JournalSearch = Pick<ControlSchemas["JournalSearch"], "match"> & Partial<ControlSchemas["JournalSearch"]>;

/** What is expected of a journal; an expectation is checked by the sandbox. */
export type Verification = Partial<Omit<ControlSchemas["Verification"], "expectations">> & {
  readonly expectations?: readonly object[];
};

/** Real milliseconds that the sandbox waits unless it is told otherwise. */
const DEFAULT_WAIT_MS = 30_000;
