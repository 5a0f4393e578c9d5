import { MemoryStore } from "../../storage/memory-store.ts";
import type { ClockState, WallClock } from "../clock.ts";
import type { DeliveryAttempt, DeliveryPolicy, NewNotification, Notification } from "../outbox.ts";
import { StoreUnavailable, type TableDefinition } from "../store.ts";
import { Tenant } from "../tenant.ts";
import type { TenantPorts } from "../tenant-ports.ts";
import { type EpochMs, HOUR_MS, MINUTE_MS } from "../time.ts";
import type { Transaction } from "../transaction.ts";

/** The kernel is tried out with a parcel service that nobody runs, so that no real provider can shape it. */
export interface Parcel {
  readonly id: string;
  readonly town: string;
  readonly state: "posted" | "arrived";
}

export const parcelTable: TableDefinition<Parcel> = {
  name: "parcels",
  keyOf: (parcel) => parcel.id,
  indexes: { town: (parcel) => parcel.town },
};

/** 2026-01-01T00:00:00Z, where the clock of the parcel service begins. */
export const NEW_YEAR: EpochMs = 1_767_225_600_000;

/** Retries after a minute and after an hour. */
const TWO_RETRIES: DeliveryPolicy = { retryDelaysMs: [MINUTE_MS, HOUR_MS], timeoutMs: 5000, accepts: "2xx" };

export const ACCEPTED = { outcome: "accepted", status: 200, detail: null, wallMs: 1 } as const;
export const REFUSED = { outcome: "refused", status: 500, detail: null, wallMs: 1 } as const;

type Outcome = Omit<DeliveryAttempt, "at">;

/** A wall clock that is moved by hand. */
export class HandClock implements WallClock {
  at: EpochMs = NEW_YEAR;

  now(): EpochMs {
    return this.at;
  }
}

/** The other end of notifications: notes what comes and answers as it was told. */
export class Receiver {
  readonly got: Notification[] = [];
  answer: (notification: Notification) => Promise<Outcome> = async () => ACCEPTED;

  get bodies(): string[] {
    return this.got.map(({ body }) => body);
  }

  readonly send = (notification: Notification): Promise<Outcome> => {
    this.got.push(notification);
    return this.answer(notification);
  };

  /** From now on answers are given by hand, in any order, by the body of the notification. */
  hold(): (body: string, outcome: Outcome) => void {
    const open = new Map<string, (outcome: Outcome) => void>();
    this.answer = ({ body }) => new Promise((resolve) => open.set(body, resolve));
    return (body, outcome) => {
      const answer = open.get(body);
      if (answer === undefined) throw new Error(`nothing was sent with the body ${body}`);
      answer(outcome);
    };
  }
}

/** A medium that can be full. */
class Disk {
  isFull = false;
  /** How many further writes fail. */
  failures = 0;
  /** How many transactions were written. */
  writes = 0;
  readonly store = new MemoryStore({ persist: () => this.#write(), clear: () => this.#write() });

  #write(): void {
    this.failures -= 1;
    if (this.isFull || this.failures >= 0) throw new StoreUnavailable("the disk is full");
    this.writes += 1;
  }
}

/** What the parcel service of a test differs in. */
export interface ParcelSetting {
  readonly seed?: number;
  readonly clock?: ClockState;
  readonly first?: (tx: Transaction) => Promise<void>;
  readonly wall?: HandClock;
  readonly disk?: Disk;
  readonly receiver?: Receiver;
  readonly onPlan?: (tenant: Tenant) => void;
  readonly onClockChange?: (tenant: Tenant) => void;
}

export interface ParcelService {
  readonly tenant: Tenant;
  readonly disk: Disk;
  readonly wall: HandClock;
  readonly receiver: Receiver;
  /** Another object with the same records, as after a restart. */
  restarted(setting?: ParcelSetting): Promise<ParcelService>;
}

/** Opens a parcel service with a clock that stands at the new year. */
export async function openParcels(setting: ParcelSetting = {}): Promise<ParcelService> {
  const { wall = new HandClock(), disk = new Disk(), receiver = new Receiver() } = setting;
  const ports: TenantPorts = {
    store: disk.store,
    wall,
    send: receiver.send,
    jobs: { arrive, say, "throw-parcel": throwParcel },
    seed: setting.first ?? (async () => undefined),
    beginning: () => ({ seed: setting.seed ?? 1, clock: setting.clock ?? { mode: "frozen", at: NEW_YEAR } }),
    ...(setting.onPlan === undefined ? {} : { onPlan: setting.onPlan }),
    ...(setting.onClockChange === undefined ? {} : { onClockChange: setting.onClockChange }),
  };
  const tenant = await Tenant.open("default", ports);
  const restarted = (other: ParcelSetting = {}) => openParcels({ wall, disk, receiver: new Receiver(), ...other });
  return { tenant, disk, wall, receiver, restarted };
}

/** Posts a parcel that arrives after `afterMs`. */
export async function post(tx: Transaction, id: string, afterMs: number): Promise<void> {
  await tx.table(parcelTable).put({ id, town: "Oslo", state: "posted" });
  await tx.schedule({ id: `arrive/${id}`, kind: "arrive", dueAt: tx.at + afterMs, payload: { parcelId: id } });
}

/** Plans that something is said: it stands in the journal with the instant at which it was. */
export function plan(tx: Transaction, said: { readonly what: string; readonly dueAt: EpochMs }): Promise<void> {
  return tx.schedule({ id: `say/${said.what}`, kind: "say", dueAt: said.dueAt, payload: { what: said.what } });
}

/** A notification whose body is `what`. */
export function note(what: string, over: Partial<NewNotification> = {}): NewNotification {
  const url = "http://receiver.example.test/";
  const about = { parcel: what };
  const bodyOf = () => what;
  return {
    provider: "parcels",
    type: "NEWS",
    url,
    headers: {},
    bodyOf,
    lane: "one",
    policy: TWO_RETRIES,
    about,
    ...over,
  };
}

/** What was said, with the hours since the new year. */
export function saidIn(tenant: Tenant): [what: unknown, hours: number][] {
  return tenant.journal.list({ kind: "said" }).map(({ at, what }) => [what, (at - NEW_YEAR) / HOUR_MS]);
}

export function parcelsIn(tenant: Tenant): Promise<Parcel[]> {
  return tenant.transact((tx) => tx.table(parcelTable).all());
}

async function arrive(tx: Transaction, job: { readonly payload: Readonly<Record<string, unknown>> }): Promise<void> {
  const parcel = await tx.table(parcelTable).require(String(job.payload["parcelId"]));
  await tx.table(parcelTable).put({ ...parcel, state: "arrived" });
  tx.record({ kind: "parcel-arrived", parcelId: parcel.id });
}

async function say(tx: Transaction, job: { readonly payload: Readonly<Record<string, unknown>> }): Promise<void> {
  tx.record({ kind: "said", what: job.payload["what"] });
}

async function throwParcel(tx: Transaction): Promise<void> {
  await tx.table(parcelTable).put({ id: "thrown", town: "nowhere", state: "posted" });
  throw new Error("the parcel broke");
}
