import { type ClockState, TenantClock } from "./clock.ts";
import { Deliveries } from "./deliveries.ts";
import { type FaultRule, faultTable } from "./faults.ts";
import { JobFailed, runJobBatch } from "./job-batch.ts";
import { type Job, jobTable } from "./jobs.ts";
import { Journal, type JournalEvent } from "./journal.ts";
import { limits } from "./limits.ts";
import type { OptionValue } from "./options.ts";
import { DELIVER_JOB, resumeInterrupted } from "./outbox.ts";
import { SerialQueue } from "./serial-queue.ts";
import { isRefusal, type Tables } from "./store.ts";
import type { ChosenBeginning } from "./tenant-beginning.ts";
import type { TenantPorts } from "./tenant-ports.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import { type TenantSettings, tenantTable, UnitOfWork, type UnitWatch } from "./unit-of-work.ts";

const NONE: Readonly<Record<string, OptionValue>> = {};

/** What a clock command made happen. */
export interface Fired {
  readonly at: EpochMs;
  readonly kind: string;
  readonly id: string;
}

/**
 * One isolated sandbox: its records, clock, jobs, journal, faults and outbox. Everything that changes it goes through
 * `transact`, one transaction after another; jobs that are due run first, so that nobody meets a state that is overdue.
 */
export class Tenant {
  readonly id: string;
  readonly journal = new Journal();
  readonly deliveries: Deliveries;
  readonly #ports: TenantPorts;
  readonly #queue = new SerialQueue();
  #clock: TenantClock;
  #settings: TenantSettings;
  #faults: readonly FaultRule[] = [];
  #nextDue: EpochMs | null = null;
  #lastAt: EpochMs = 0;
  #observer: ((fired: Fired) => void) | null = null;
  #exchanges = 0;
  #isClosed = false;
  #isRunningJobs = false;
  #life = 1;

  private constructor(id: string, ports: TenantPorts, beginning: ChosenBeginning) {
    this.id = id;
    this.#ports = ports;
    const { seed, clock } = ports.beginning(beginning);
    this.#clock = new TenantClock(clock, ports.wall);
    this.#settings = { name: "settings", seed, createdAt: this.#clock.now(), options: {}, beginning };
    this.deliveries = new Deliveries(this, ports.send);
  }

  /** Opens a tenant: begins its life or takes up the stored one, and runs what fell due in the meantime. */
  static async open(id: string, ports: TenantPorts, chosen: ChosenBeginning = {}): Promise<Tenant> {
    const tenant = new Tenant(id, ports, chosen);
    await tenant.#queue.run(() => tenant.#begin());
    await tenant.runDueJobs();
    return tenant;
  }

  get clock(): Pick<TenantClock, "now" | "isRunning" | "state" | "wallMsUntil"> {
    return this.#clock;
  }

  get seed(): number {
    return this.#settings.seed;
  }

  get createdAt(): EpochMs {
    return this.#settings.createdAt;
  }

  get faults(): readonly FaultRule[] {
    return this.#faults;
  }

  /** The instant of the next job, or null when none waits. */
  get nextDue(): EpochMs | null {
    return this.#nextDue;
  }

  /** Rises with each reset, so that whoever waits in between can tell that nothing is as it was. */
  get life(): number {
    return this.#life;
  }

  /** True once `close` was called: from then on no job runs. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Options of a provider that were set while running. */
  options(provider: string): Readonly<Record<string, OptionValue>> {
    return this.#settings.options[provider] ?? NONE;
  }

  /** Runs `work` as one transaction at the present instant, after everything that is due; `watch` sees what it did. */
  transact<T>(work: (tx: Transaction) => Promise<T>, watch?: UnitWatch): Promise<T> {
    this.deliveries.retryRecording();
    return this.#queue.run(async () => {
      if (this.#isOverdue(limits.jobSlackMs)) await this.#runDue(this.#clock.now());
      return this.#commit(work, this.#clock.now(), watch);
    });
  }

  /** Runs what is due at the present instant. */
  runDueJobs(): Promise<void> {
    return this.#queue.run(() => this.#runDue(this.#clock.now()));
  }

  /** Waits until nothing is due at the present instant and no delivery is in flight. */
  async idle(): Promise<void> {
    do {
      await this.deliveries.ended();
      await this.runDueJobs();
    } while (!this.#isClosed && (this.deliveries.inFlight > 0 || this.#isOverdue()));
  }

  /**
   * Moves the clock towards `latest`, at most to the next instant at which something is due, and runs that. For clock
   * commands only.
   */
  moveTowards(latest: EpochMs): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isClosed) return;
      // Decided here and not by the caller: a call served in the meantime may have planned something earlier.
      const at = Math.max(this.#clock.now(), Math.min(latest, this.#nextDue ?? latest));
      if (at > this.#clock.now()) await this.#moveClock(at);
      await this.#runDue(at);
    });
  }

  /** Stores another state of the clock at the present instant. */
  changeClock(change: (clock: TenantClock) => ClockState): Promise<void> {
    return this.#queue.run(async () => {
      await this.#runDue(this.#clock.now());
      const before = this.#clock.state;
      // Taken over at once: a fast clock would otherwise run past the instant that is being stored.
      this.#clock.adopt(change(this.#clock));
      try {
        await this.#storeClock(this.#clock.state, this.#clock.now());
      } catch (error) {
        this.#clock.adopt(before); // the store refused: the clock goes on as it was
        throw error;
      }
      this.#clockChanged();
    });
  }

  /** The number of the next exchange since this start: 1, 2, 3 and so on. */
  nextExchange(): number {
    this.#exchanges += 1;
    return this.#exchanges;
  }

  /** Reports each job and delivery to `observer` until the returned function is called. */
  observe(observer: (fired: Fired) => void): () => void {
    this.#observer = observer;
    return () => {
      this.#observer = null;
    };
  }

  /** Called by the outbox when an attempt has ended. */
  fired(fired: Fired): void {
    this.#observer?.(fired);
  }

  /** Changes stored options of a provider; the values have been checked. */
  changeOptions(provider: string, values: Readonly<Record<string, OptionValue>>): Promise<void> {
    return this.#changeSettings(
      () => ({ options: { ...this.#settings.options, [provider]: { ...this.options(provider), ...values } } }),
      { kind: "options-changed", provider, values },
    );
  }

  /** Decides how the next lives begin; what is left out stays as it was. The values have been checked. */
  chooseBeginning(chosen: ChosenBeginning): Promise<void> {
    return this.#changeSettings(() => ({ beginning: { ...this.#settings.beginning, ...chosen } }), {
      kind: "beginning-chosen",
      ...chosen,
    });
  }

  /** Runs `work` on the fault rules and takes over what it leaves. */
  changeFaults<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transact(async (tx) => {
      const outcome = await work(tx);
      const rules = await tx.table(faultTable).all();
      tx.afterCommit(() => {
        this.#faults = rules;
      });
      return outcome;
    });
  }

  /** Forgets everything and begins a new life. */
  reset(): Promise<void> {
    return this.#queue.run(async () => {
      await this.#ports.store.clear();
      this.deliveries.forget();
      this.journal.clear();
      this.#exchanges = 0;
      this.#life += 1;
      await this.#begin();
      this.#ports.onClockChange?.(this);
    });
  }

  /** Ends the life of this object: no more jobs run; deliveries in flight are waited for. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.journal.release();
    this.deliveries.stop();
    await this.deliveries.ended();
    await this.#queue.run(async () => undefined);
  }

  #changeSettings(change: () => Partial<TenantSettings>, event: JournalEvent): Promise<void> {
    return this.transact(async (tx) => {
      const settings: TenantSettings = { ...this.#settings, ...change() };
      await tx.table(tenantTable).put(settings);
      tx.record(event);
      tx.afterCommit(() => {
        this.#settings = settings;
      });
    });
  }

  async #begin(): Promise<void> {
    let unit: UnitOfWork | null = null;
    this.#nextDue = null; // should the store refuse, nothing of an earlier life is due any more
    const begun = await this.#ports.store.transact(async (tables) => {
      const { clock, settings, isNew } = await this.#lifeIn(tables);
      unit = new UnitOfWork(tables, { at: clock.now(), tenantId: this.id, settings });
      if (isNew) await this.#ports.seed(unit);
      else await resumeInterrupted(unit);
      const nextDue = (await tables.table(jobTable).first())?.dueAt ?? null;
      return { clock, settings, nextDue, faults: await tables.table(faultTable).all() };
    });
    this.#clock = begun.clock;
    this.#settings = begun.settings;
    this.#faults = begun.faults;
    this.#nextDue = begun.nextDue;
    if (unit !== null) this.#publish(unit);
    this.#lastAt = 0; // what fell due while nobody was there happens at its own instants
    this.#plan();
  }

  /** The stored clock and settings, or those of a new life, which are stored. */
  async #lifeIn(tables: Tables): Promise<{ clock: TenantClock; settings: TenantSettings; isNew: boolean }> {
    const own = tables.table(tenantTable);
    const settings = await own.get("settings");
    const stored = await own.get("clock");
    if (settings?.name === "settings" && stored?.name === "clock") {
      return { clock: new TenantClock(stored.state, this.#ports.wall), settings, isNew: false };
    }
    const beginning = this.#settings.beginning ?? {};
    const { seed, clock: state } = this.#ports.beginning(beginning);
    const clock = new TenantClock(state, this.#ports.wall);
    const first: TenantSettings = { name: "settings", seed, createdAt: clock.now(), options: {}, beginning };
    await own.put(first);
    await own.put({ name: "clock", state });
    return { clock, settings: first, isNew: true };
  }

  /** Whether a job waits that should have run; `slackMs` is what a running clock may be late. */
  #isOverdue(slackMs = 0): boolean {
    const late = this.#clock.isRunning ? slackMs : 0;
    return this.#nextDue !== null && this.#nextDue + late <= this.#clock.now();
  }

  async #runDue(until: EpochMs): Promise<void> {
    if (this.#nextDue === null || this.#nextDue > until) return;
    this.#isRunningJobs = true;
    try {
      while (!this.#isClosed && this.#nextDue !== null && this.#nextDue <= until) await this.#runJobs(until);
    } finally {
      this.#isRunningJobs = false;
    }
    this.#plan();
  }

  /** Runs jobs together; when one of them throws, that one is removed and the others are run again without it. */
  async #runJobs(until: EpochMs): Promise<void> {
    try {
      const { units, nextDue } = await this.#ports.store.transact((tables) =>
        runJobBatch(
          tables,
          { until },
          {
            unitAt: (at) => this.#unit(tables, at),
            handle: (unit, job) => this.#handle(unit, job),
          },
        ),
      );
      this.#nextDue = nextDue;
      for (const unit of units) this.#publish(unit);
    } catch (error) {
      if (!(error instanceof JobFailed)) throw error;
      await this.#discard(error.job, error.cause);
    }
  }

  #unit(tables: Tables, instant: EpochMs): UnitOfWork {
    return new UnitOfWork(tables, {
      at: Math.max(instant, this.#lastAt),
      tenantId: this.id,
      settings: this.#settings,
    });
  }

  async #handle(tx: Transaction, job: Job): Promise<void> {
    if (job.kind === DELIVER_JOB) return this.deliveries.begin(tx, String(job.payload["notificationId"]));
    const handler = this.#ports.jobs[job.kind];
    if (handler === undefined) throw new Error(`no handler for jobs of kind ${job.kind}`);
    await handler(tx, job);
    tx.afterCommit(() => this.fired({ at: tx.at, kind: job.kind, id: job.id }));
  }

  /** A job that throws is a defect of ours: it is journalled and removed, so that the others go on. */
  async #discard(job: Job, error: unknown): Promise<void> {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await this.#commit(async (tx) => {
      await tx.unschedule(job.id);
      tx.record({ kind: "job-failed", jobId: job.id, jobKind: job.kind, cause });
    }, job.dueAt);
  }

  async #commit<T>(work: (tx: Transaction) => Promise<T>, instant: EpochMs, watch?: UnitWatch): Promise<T> {
    let unit: UnitOfWork | null = null;
    let nextDue = this.#nextDue;
    const outcome = await this.#ports.store.transact(async (tables) => {
      unit = this.#unit(tables, instant);
      const result = await work(unit);
      watch?.(unit, result);
      if (unit.touchedJobs) nextDue = (await tables.table(jobTable).first())?.dueAt ?? null;
      return result;
    });
    if (unit === null || isRefusal(outcome)) return outcome;
    this.#settle(unit, nextDue);
    return outcome;
  }

  #publish(unit: UnitOfWork): void {
    this.#lastAt = unit.at;
    for (const event of unit.events) this.journal.append(unit.at, event);
    for (const action of unit.afterwards) action();
  }

  #settle(unit: UnitOfWork, nextDue: EpochMs | null): void {
    this.#publish(unit);
    if (!unit.touchedJobs) return;
    this.#nextDue = nextDue;
    this.#plan();
  }

  /** Work that is due at the present instant is done at once, or, while the clock runs, by whoever keeps real time. */
  #plan(): void {
    if (this.#isClosed || this.#isRunningJobs) return; // whoever runs jobs plans when it is done
    if (this.#isOverdue() && !this.#clock.isRunning) {
      this.runDueJobs().catch((error: unknown) => {
        this.journal.append(this.#clock.now(), { kind: "jobs-halted", cause: String(error) });
        this.#ports.onPlan?.(this);
      });
      return;
    }
    this.#ports.onPlan?.(this);
  }

  /** Moves the clock to `at`, which takes effect once it is stored. */
  async #moveClock(at: EpochMs): Promise<void> {
    const state = this.#clock.movedTo(at);
    await this.#storeClock(state, at);
    this.#clock.adopt(state);
    this.#clockChanged();
  }

  #storeClock(state: ClockState, at: EpochMs): Promise<void> {
    return this.#commit((tx) => tx.table(tenantTable).put({ name: "clock", state }), at);
  }

  #clockChanged(): void {
    this.#ports.onClockChange?.(this);
    this.#plan();
  }
}
