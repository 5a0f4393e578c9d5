import { type AccountView, changeAccount, showAccount } from "./admin/control/account.ts";
import { type AutoAdvance, setAutoAdvance } from "./admin/control/auto-advance.ts";
import {
  advanceClock,
  advanceClockToNext,
  type ClockMoved,
  type ClockView,
  freezeClock,
  resumeClock,
  runClockUntilIdle,
  setClock,
  showClock,
} from "./admin/control/clock.ts";
import type { EsimView } from "./admin/control/esim-view.ts";
import { consumeData, type EsimQuery, listEsims, playDevice, showEsim } from "./admin/control/esims.ts";
import type { FaultView, NewFault } from "./admin/control/fault-definition.ts";
import {
  addFault,
  clearFaults,
  type FaultQuery,
  listFaults,
  putFault,
  removeFault,
  showFault,
  unfiredFaults,
} from "./admin/control/faults.ts";
import {
  type JournalFound,
  type JournalQuery,
  type JournalSearch,
  type JournalView,
  listJournal,
  queryJournal,
} from "./admin/control/journal.ts";
import { exportJournal, type JournalExport } from "./admin/control/journal-export.ts";
import { type JournalWait, nextEntry, type WaitView, waitForJournal } from "./admin/control/journal-wait.ts";
import { changeOptions, listOptions, type OptionChange, type OptionView } from "./admin/control/options.ts";
import { listOrders, type OrderQuery, type OrderView } from "./admin/control/orders.ts";
import { type DeliveryView, listMails, type MailQuery, type MailView } from "./admin/control/outbox.ts";
import { changePackage, listPackages, type PackageChange, type PackageQuery } from "./admin/control/packages.ts";
import type { Controlled, ControlRefusal, RefusedPlace } from "./admin/control/refusal.ts";
import { resetTenant } from "./admin/control/reset.ts";
import { parseSnapshot, restoreSnapshot } from "./admin/control/snapshots.ts";
import { forkTenant, type TenantsPorts } from "./admin/control/tenants.ts";
import { showTrace, type TraceView } from "./admin/control/trace.ts";
import { type EmitGiven, emit, type Triggered, type TriggerGiven, trigger } from "./admin/control/trigger.ts";
import { type Verification, type Verified, verifyJournal } from "./admin/control/verify.ts";
import type { DeviceEvent } from "./esim/esim.ts";
import type { PackageView } from "./http/provider.ts";
import type { JournalMatch } from "./kernel/journal-query.ts";
import { snapshotText, type TenantSnapshot } from "./kernel/snapshot.ts";
import type { Tenant } from "./kernel/tenant.ts";
import type { TenantAspect } from "./kernel/tenant-reset.ts";
import { takeSnapshot } from "./kernel/tenant-snapshots.ts";
import { credentialsOf as esimAccessCredentials } from "./providers/esimaccess/index.ts";
import { credentialsOf as fmsCredentials } from "./providers/fms/index.ts";
import { type WebhookDeskHandle, webhookDeskHandle } from "./webhook-desk-handle.ts";

/** What a client sends to be taken for the tenant's partner. */
export interface Credentials {
  readonly esimaccess: { readonly accessCode: string; readonly secretKey: string };
  readonly fms: { readonly partnerCode: string };
}

/** A control operation that did nothing. `code` names the reason and is the same as over REST. */
export class ControlRefused extends Error {
  override readonly name = "ControlRefused";
  readonly code: ControlRefusal["code"];
  readonly errors: readonly RefusedPlace[];

  constructor(refusal: ControlRefusal) {
    super(refusal.message);
    this.code = refusal.code;
    this.errors = refusal.errors;
  }
}

/** Below the sandbox's URL: what a client of each provider takes as its base. */
const CLIENT_PATHS = { esimaccess: "/api/v1/open", fms: "" } as const;

type Device = (id: string, device?: { readonly eid?: string }) => Promise<EsimView>;

/**
 * One tenant, driven from the same process: the operations of `/__admin` under the same names. What REST answers with a problem
 * document is thrown here as ControlRefused.
 */
export class TenantHandle {
  readonly id: string;
  readonly credentials: Credentials;
  readonly #tenant: Tenant;
  readonly #ports: TenantsPorts;

  constructor(tenant: Tenant, ports: TenantsPorts) {
    this.id = tenant.id;
    this.credentials = { esimaccess: esimAccessCredentials(tenant.id), fms: fmsCredentials(tenant.id) };
    this.#tenant = tenant;
    this.#ports = ports;
    this.webhooks = webhookDeskHandle(tenant, ports, granted);
  }

  /** Where the sandbox is; with a provider, the base URL that a client of that provider needs. */
  url(provider?: keyof Credentials): string {
    return this.#ports.publicUrl() + (provider === undefined ? "" : CLIENT_PATHS[provider]);
  }

  /** The tenant's clock. Each move resolves with what fired on the way, in order. */
  readonly clock = {
    now: (): number => this.#tenant.clock.now(),
    show: (): ClockView => showClock(this.#tenant),
    advance: async (by: string): Promise<ClockMoved> => granted(await advanceClock(this.#tenant, by)),
    /** Moves ahead to an instant such as `2026-03-01T00:00:00Z`; an earlier one than the present is refused. */
    set: async (to: string): Promise<ClockMoved> => granted(await setClock(this.#tenant, to)),
    next: async (): Promise<ClockMoved> => granted(await advanceClockToNext(this.#tenant)),
    runUntilIdle: async (): Promise<ClockMoved> => granted(await runClockUntilIdle(this.#tenant)),
    freeze: async (): Promise<ClockMoved> => granted(await freezeClock(this.#tenant)),
    resume: async (speed = 1): Promise<ClockMoved> => granted(await resumeClock(this.#tenant, speed)),
    /** Whether the clock moves on while somebody waits for an entry of the journal. */
    autoAdvance: async (enabled: boolean): Promise<AutoAdvance> => setAutoAdvance(this.#tenant, { enabled }),
  };

  /** Rules of deliberate misbehaviour. */
  readonly faults = {
    add: async (fault: NewFault): Promise<FaultView> => granted(await addFault(this.#tenant, fault, this.#ports)),
    put: async (id: string, fault: NewFault): Promise<FaultView> =>
      granted(await putFault(this.#tenant, { id, fault }, this.#ports)),
    list: async (query: FaultQuery = {}): Promise<readonly FaultView[]> => listFaults(this.#tenant, query),
    get: async (id: string): Promise<FaultView> => granted(showFault(this.#tenant, id)),
    /** Those that have not struck, with the reasons of their last misses. */
    unfired: async (): Promise<readonly FaultView[]> => unfiredFaults(this.#tenant),
    remove: async (id: string): Promise<void> => void granted(await removeFault(this.#tenant, id)),
    clear: async (): Promise<void> => void granted(await clearFaults(this.#tenant)),
  };

  /** What the providers sent to the saved webhook URLs, with every attempt. */
  readonly webhooks: WebhookDeskHandle;

  /** Drives the provider, its partner, devices and the clock until an event has happened, and says how. */
  trigger(event: string, about: Omit<TriggerGiven, "event"> = {}): Promise<Triggered> {
    return trigger(this.#tenant, { event, ...about }, this.#ports).then(granted);
  }

  /** Sends a webhook about an order or eSIM as that stands, without anything having happened to it. */
  emit(event: string, about: Omit<EmitGiven, "event">): Promise<DeliveryView> {
    return emit(this.#tenant, { event, ...about }, this.#ports).then(granted);
  }

  /** What the providers mailed; nothing leaves the sandbox. */
  readonly mails = {
    list: async (query: MailQuery = {}): Promise<readonly MailView[]> =>
      granted(await listMails(this.#tenant, query, this.#ports)).items,
  };

  /** eSIMs and what travellers do with them. An `id` is the eSIM's own or its ICCID. */
  readonly esims = {
    list: async (query: EsimQuery = {}): Promise<readonly EsimView[]> =>
      granted(await listEsims(this.#tenant, query, this.#ports)).items,
    get: async (id: string): Promise<EsimView> => granted(await showEsim(this.#tenant, id, this.#ports)),
    download: this.#device("download"),
    install: this.#device("install"),
    enable: this.#device("enable"),
    disable: this.#device("disable"),
    delete: this.#device("delete"),
    attach: this.#device("attach"),
    reinstall: this.#device("reinstall"),
    use: async (id: string, bytes: number): Promise<EsimView> =>
      granted(await consumeData(this.#tenant, { id, bytes }, this.#ports)),
  };

  readonly orders = {
    list: async (query: OrderQuery = {}): Promise<readonly OrderView[]> =>
      granted(await listOrders(this.#tenant, query, this.#ports)).items,
  };

  /** The catalogues with this tenant's stock, sale state and prices. */
  readonly packages = {
    list: async (query: PackageQuery = {}): Promise<readonly PackageView[]> =>
      granted(await listPackages(this.#tenant, query, this.#ports)).items,
    change: async (provider: string, code: string, change: PackageChange): Promise<PackageView> =>
      granted(await changePackage(this.#tenant, { provider, code, change }, this.#ports)),
  };

  /** The prepaid wallet; the balance is in ten-thousandths. */
  readonly account = {
    get: async (): Promise<AccountView> => granted(await showAccount(this.#tenant)),
    set: async (balance: number): Promise<AccountView> => granted(await changeAccount(this.#tenant, { balance })),
  };

  readonly options = {
    list: async (): Promise<readonly OptionView[]> => listOptions(this.#tenant, this.#ports),
    change: async (change: OptionChange): Promise<readonly OptionView[]> =>
      granted(await changeOptions(this.#tenant, change, this.#ports)),
  };

  /** What happened, and why. */
  readonly journal = {
    list: async (query: JournalQuery = {}): Promise<readonly JournalView[]> => listJournal(this.#tenant, query).items,
    query: async (search: JournalSearch): Promise<JournalFound> =>
      granted(queryJournal(this.#tenant, search, this.#ports)),
    wait: async (wait: JournalWait): Promise<WaitView> =>
      granted(await waitForJournal(this.#tenant, wait, { ports: this.#ports })),
    /** The first entry like this, there already or still to come; throws ControlRefused when it does not come. */
    next: async (match: JournalMatch, how: Omit<JournalWait, "match"> = {}): Promise<JournalView> =>
      granted(await nextEntry(this.#tenant, { ...how, match }, { ports: this.#ports })),
    trace: async (requestId: string): Promise<TraceView> => granted(showTrace(this.#tenant, requestId, this.#ports)),
    export: async (asked: JournalExport = {}): Promise<string> => exportJournal(this.#tenant, asked, this.#ports).text,
  };

  /** Judges what is expected of the journal as it is now; a verdict that is not passed is no refusal. */
  async verify(verification: Verification = {}): Promise<Verified> {
    return granted(verifyJournal(this.#tenant, verification, this.#ports));
  }

  /** Waits until nothing is due at the present instant and no webhook is on its way. */
  idle(): Promise<void> {
    return this.#tenant.idle();
  }

  /** Forgets everything and begins anew, as `POST /__admin/reset` does; with aspects, only those parts. */
  async reset(...aspects: readonly TenantAspect[]): Promise<void> {
    granted(await resetTenant(this.#tenant, aspects.length === 0 ? null : aspects));
  }

  /** Everything the tenant is at this instant, as a JSON-safe document. */
  snapshot(): Promise<TenantSnapshot> {
    return takeSnapshot(this.#tenant);
  }

  /** Takes the tenant to what a snapshot holds: one taken here or of another tenant, or the text of an exported file, which is checked whole. */
  async restore(snapshot: TenantSnapshot | string): Promise<void> {
    const text = typeof snapshot === "string" ? snapshot : snapshotText(snapshot);
    const document = granted(parseSnapshot(text, "snapshot", this.#ports));
    granted(await restoreSnapshot(this.#tenant, { snapshot: document, name: null }, this.#ports));
  }

  /** Makes a tenant that is what this one is now, and from then on goes its own way. Its id must be free. */
  async fork(id: string): Promise<TenantHandle> {
    granted(await forkTenant({ of: this.#tenant, id }, this.#ports));
    const fork = this.#ports.tenants.byId(id);
    if (fork === null) throw new Error(`the fork ${id} was deleted at once`);
    return new TenantHandle(fork, this.#ports);
  }

  #device(event: DeviceEvent): Device {
    return async (id, device = {}) => granted(await playDevice(this.#tenant, { id, event, ...device }, this.#ports));
  }
}

function granted<T>(outcome: Controlled<T>): T {
  if (!outcome.ok) throw new ControlRefused(outcome.error);
  return outcome.value;
}
