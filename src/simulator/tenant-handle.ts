import { type AccountView, changeAccount, showAccount } from "./admin/control/account.ts";
import { type AutoAdvance, setAutoAdvance } from "./admin/control/auto-advance.ts";
import {
  advanceClock,
  advanceClockToNext,
  type ClockMoved,
  type ClockView,
  freezeClock,
  resetTenant,
  resumeClock,
  runClockUntilIdle,
  showClock,
} from "./admin/control/clock.ts";
import type { EsimView } from "./admin/control/esim-view.ts";
import { consumeData, type EsimQuery, listEsims, playDevice, showEsim } from "./admin/control/esims.ts";
import {
  addFault,
  clearFaults,
  type FaultView,
  listFaults,
  type NewFault,
  removeFault,
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
import {
  type DeliveryQuery,
  type DeliveryView,
  listDeliveries,
  listMails,
  type MailQuery,
  type MailView,
} from "./admin/control/outbox.ts";
import { changePackage, listPackages, type PackageChange, type PackageQuery } from "./admin/control/packages.ts";
import type { ControlPorts } from "./admin/control/ports.ts";
import type { Controlled, ControlRefusal, RefusedPlace } from "./admin/control/refusal.ts";
import { showTrace, type TraceView } from "./admin/control/trace.ts";
import { type Verification, type Verified, verifyJournal } from "./admin/control/verify.ts";
import type { DeviceEvent } from "./esim/esim.ts";
import type { PackageView } from "./http/provider.ts";
import type { JournalMatch } from "./kernel/journal-query.ts";
import type { Tenant } from "./kernel/tenant.ts";
import { credentialsOf as esimAccessCredentials } from "./providers/esimaccess/index.ts";
import { credentialsOf as fmsCredentials } from "./providers/fms/index.ts";

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
  readonly #ports: ControlPorts;

  constructor(tenant: Tenant, ports: ControlPorts) {
    this.id = tenant.id;
    this.credentials = { esimaccess: esimAccessCredentials(tenant.id), fms: fmsCredentials(tenant.id) };
    this.#tenant = tenant;
    this.#ports = ports;
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
    list: async (): Promise<readonly FaultView[]> => listFaults(this.#tenant),
    remove: async (id: string): Promise<void> => void granted(await removeFault(this.#tenant, id)),
    clear: async (): Promise<void> => void granted(await clearFaults(this.#tenant)),
  };

  /** What the providers sent to the saved webhook URLs, with every attempt. */
  readonly webhooks = {
    list: async (query: DeliveryQuery = {}): Promise<readonly DeliveryView[]> =>
      granted(await listDeliveries(this.#tenant, query, this.#ports)).items,
  };

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

  /** Forgets everything and begins anew, as `POST /__admin/reset` does. */
  async reset(): Promise<void> {
    granted(await resetTenant(this.#tenant));
  }

  #device(event: DeviceEvent): Device {
    return async (id, device = {}) => granted(await playDevice(this.#tenant, { id, event, ...device }, this.#ports));
  }
}

function granted<T>(outcome: Controlled<T>): T {
  if (!outcome.ok) throw new ControlRefused(outcome.error);
  return outcome.value;
}
