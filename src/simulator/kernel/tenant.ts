import type { ClockState, TenantClock } from "./clock.ts";
import { Deliveries } from "./deliveries.ts";
import { type FaultRule, faultTable } from "./faults.ts";
import type { Fired } from "./fired.ts";
import { discardJob, handleJob, JobFailed, runJobBatch } from "./job-batch.ts";
import { jobTable } from "./jobs.ts";
import { Journal, type JournalEvent } from "./journal.ts";
import { limits } from "./limits.ts";
import type { OptionValue } from "./options.ts";
import { SerialQueue } from "./serial-queue.ts";
import { StandingFaults } from "./standing-faults.ts";
import { isRefusal, StoreUnavailable, type Tables } from "./store.ts";
import type { ChosenBeginning } from "./tenant-beginning.ts";
import { beginLife, firstLife } from "./tenant-life.ts";
import type { TenantPorts } from "./tenant-ports.ts";
import type { Lent, OwnRecords } from "./tenant-records.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import { type TenantSettings, tenantTable, UnitOfWork, type UnitWatch } from "./unit-of-work.ts";

const NONE: Readonly<Record<string, OptionValue>> = {};

/**
 * One isolated sandbox: its records, clock, jobs, journal, faults and outbox. Everything that changes it goes through
 * `transact`, one transaction after another; jobs that are due run first, so that nobody meets a state that is overdue.
 */
export class Tenant {
  readonly id: string;
  readonly journal = new Journal();
  readonly deliveries: Deliveries;
  readonly standingFaults = new StandingFaults();
  readonly #ports: TenantPorts;
  readonly #queue = new SerialQueue();
  #clock: TenantClock;
  #settings: TenantSettings;
  #nextDue: EpochMs | null = null;
  #lastAt: EpochMs = 0;
  #observer: ((fired: Fired) => void) | null = null;
  #exchanges = 0;
  #isClosed = false;
  #isEnded = false;
  #isRunningJobs = false;
  #life = 1;

  private constructor(id: string, ports: TenantPorts, beginning: ChosenBeginning) {
    this.id = id;
    this.#ports = ports;
    const { clock, settings } = firstLife(ports, beginning);
    this.#clock = clock;
    this.#settings = settings;
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

  /** How its lives were chosen to begin. */
  get beginning(): ChosenBeginning {
    return this.#settings.beginning ?? {};
  }

  get faults(): readonly FaultRule[] {
    return this.standingFaults.rules;
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
      const now = this.#clock.now();
      const at = Math.max(now, Math.min(latest, this.#nextDue ?? latest));
      if (at <= now) return this.#runDue(at);
      const state = this.#clock.movedTo(at);
      if (this.#isDueBy(at)) await this.#runDue(at, state);
      else await this.#moveClock(state, at);
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
        await this.#commit(
          (tx) => tx.table(tenantTable).put({ name: "clock", state: this.#clock.state }),
          this.#clock.now(),
        );
      } catch (error) {
        this.#clock.adopt(before); // the store refused: the clock goes on as it was
        throw error;
      }
      this.#ports.onClockChange?.(this);
      this.#plan();
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
    return this.changeSettings(
      () => ({ options: { ...this.#settings.options, [provider]: { ...this.options(provider), ...values } } }),
      { kind: "options-changed", provider, values },
    );
  }

  /** Runs `work` on the fault rules and takes over what it leaves. */
  changeFaults<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transact(async (tx) => {
      const outcome = await work(tx);
      const rules = await tx.table(faultTable).all();
      tx.afterCommit(() => this.standingFaults.become(rules));
      return outcome;
    });
  }

  /** Forgets everything and begins a new life. */
  reset(): Promise<void> {
    return this.#queue.run(async () => {
      this.#requireLife();
      await this.#ports.store.clear();
      await this.#beginAnew("new-life");
    });
  }

  /**
   * Lends the records themselves between two transactions, after what is due has been done; then the tenant goes on, takes them up anew, or
   * is over. For snapshots, resets and deletion only.
   */
  withRecords<T>(work: (own: OwnRecords) => Promise<Lent<T>>): Promise<T> {
    return this.#queue.run(async () => {
      this.#requireLife();
      const at = this.#clock.now();
      await this.#runDue(at);
      const { store, wall } = this.#ports;
      const settings = this.#settings;
      const firstClock = firstLife(this.#ports, this.beginning).clock.state;
      const worldOf = this.#ports.worldOf ?? (() => null);
      const { given, next } = await work({ store, at, wallAt: wall.now(), settings, firstClock, worldOf });
      if (next === "end") this.#isEnded = true;
      else if (next !== "go-on") await this.#beginAnew(next);
      return given;
    });
  }

  /** Ends the life of this object: no more jobs run; deliveries in flight are waited for. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.journal.release();
    this.standingFaults.stop();
    this.deliveries.stop();
    await this.deliveries.ended();
    await this.#queue.run(async () => undefined);
  }

  /** Changes what the tenant stores about itself; the values have been checked. */
  changeSettings(change: () => Partial<TenantSettings>, event: JournalEvent): Promise<void> {
    return this.transact(async (tx) => {
      const settings: TenantSettings = { ...this.#settings, ...change() };
      await tx.table(tenantTable).put(settings);
      tx.record(event);
      tx.afterCommit(() => {
        this.#settings = settings;
      });
    });
  }

  #requireLife(): void {
    if (this.#isEnded) throw new StoreUnavailable(`tenant ${this.id} was deleted`);
  }

  async #beginAnew(how: "new-life" | "take-up" | "take-up-seeded"): Promise<void> {
    this.deliveries.forget();
    this.#life += 1;
    if (how === "new-life") {
      this.journal.clear();
      this.standingFaults.forget();
      this.#exchanges = 0;
    }
    await this.#begin(how === "take-up-seeded");
    this.#ports.onClockChange?.(this);
  }

  async #begin(isSeeded = false): Promise<void> {
    this.#nextDue = null; // should the store refuse, nothing of an earlier life is due any more
    const begun = await beginLife(
      { id: this.id, beginning: this.beginning, isSeeded, resume: (tx) => this.deliveries.resume(tx) },
      this.#ports,
    );
    this.#clock = begun.clock;
    this.#settings = begun.settings;
    this.standingFaults.become(begun.faults);
    this.#nextDue = begun.nextDue;
    this.#publish(begun.unit);
    this.#lastAt = 0; // what fell due while nobody was there happens at its own instants
    this.#plan();
  }

  /** Whether a job waits that should have run; `slackMs` is what a running clock may be late. */
  #isOverdue(slackMs = 0): boolean {
    const late = this.#clock.isRunning ? slackMs : 0;
    return this.#nextDue !== null && this.#nextDue + late <= this.#clock.now();
  }

  #isDueBy(until: EpochMs): boolean {
    return this.#nextDue !== null && this.#nextDue <= until;
  }

  /** Runs what is due; `clock` is the state in which the clock shows `until`, where it has to be moved there first. */
  async #runDue(until: EpochMs, clock: ClockState | null = null): Promise<void> {
    let move = clock;
    if (!this.#isDueBy(until)) return;
    this.#isRunningJobs = true;
    try {
      while (!this.#isClosed && this.#isDueBy(until)) if (await this.#runJobs(until, move)) move = null;
      if (move !== null) await this.#moveClock(move, until);
    } finally {
      this.#isRunningJobs = false;
    }
    this.#plan();
  }

  /**
   * Runs jobs together, in one transaction with the move of the clock; when one of them throws, that one is removed, the others are run
   * again without it, and the answer is false.
   */
  async #runJobs(until: EpochMs, move: ClockState | null): Promise<boolean> {
    try {
      const { units, nextDue } = await this.#ports.store.transact(async (tables) => {
        if (move !== null) await tables.table(tenantTable).put({ name: "clock", state: move });
        return runJobBatch(
          tables,
          { until },
          {
            unitAt: (at) => this.#unit(tables, at),
            handle: (unit, job) => handleJob(unit, job, { handlers: this.#ports.jobs, tenant: this }),
          },
        );
      });
      this.#nextDue = nextDue;
      if (move !== null) this.#adopt(move); // before anybody hears of the jobs: a receiver may ask for the time
      for (const unit of units) this.#publish(unit);
      return true;
    } catch (error) {
      if (!(error instanceof JobFailed)) throw error;
      await this.#commit((tx) => discardJob(tx, error), error.job.dueAt);
      return false;
    }
  }

  #unit(tables: Tables, instant: EpochMs): UnitOfWork {
    return new UnitOfWork(tables, {
      at: Math.max(instant, this.#lastAt),
      tenantId: this.id,
      settings: this.#settings,
    });
  }

  async #commit<T>(work: (tx: Transaction) => Promise<T>, instant: EpochMs, watch?: UnitWatch): Promise<T> {
    this.#requireLife();
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
  async #moveClock(state: ClockState, at: EpochMs): Promise<void> {
    await this.#commit((tx) => tx.table(tenantTable).put({ name: "clock", state }), at);
    this.#adopt(state);
  }

  #adopt(state: ClockState): void {
    this.#clock.adopt(state);
    this.#ports.onClockChange?.(this);
    this.#plan();
  }
}
