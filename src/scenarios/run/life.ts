import { ControlFailed } from "../../client/control-failed.ts";
import type { TenantControl } from "../../client/tenant-control.ts";
import type { ControlSchemas } from "../../client/transport.ts";
import { createReceiver, type Receiver } from "../../contracts/run/receiver.ts";
import { shownDuration } from "../format/durations.ts";
import { valueAtPath } from "../format/paths.ts";
import { filled } from "../format/references.ts";
import type { CheckedScenario, ProviderName } from "../format/scenario.ts";
import type { ScenarioTarget, ScenarioTenant } from "./target.ts";
import { Timeline } from "./timeline.ts";
import { unlessBusy } from "./unless-busy.ts";

export type JournalEntry = ControlSchemas["JournalEntry"];

/** Where the journal of a run says that webhooks went, whatever port it was. */
const SHOWN_RECEIVER = "http://receiver.test";

/** Entries of a journal that one question gives at most. */
const JOURNAL_PAGE = 1_000;

/** The last instant that a clock can show. */
const LAST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");

/** Real milliseconds between two questions to a clock that another command moves. */
const BUSY_PAUSE_MS = 100;

/** Something that a scenario cannot go on after; the message says what was expected and what came. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}

/** What a clock shows. */
export interface ClockReading {
  readonly nowMs: number;
  readonly mode: "frozen" | "running";
  /** Simulated time per real time; null while it stands. */
  readonly speed: number | null;
  /** When something is due next; null when nothing is. */
  readonly nextDueMs: number | null;
}

/** How far journal and receiver had come when a step began. */
export interface Mark {
  readonly arrivals: number;
  readonly seq: number;
}

/** One run of a scenario: its tenant, what was saved and what has happened so far. */
export class ScenarioLife {
  readonly checked: CheckedScenario;
  readonly target: ScenarioTarget;
  readonly timeline: Timeline;
  /** When steps with a name were done. */
  readonly moments = new Map<string, number>();
  /** What answers gave as credentials, by header: FMS hands out tokens. */
  readonly tokens = new Map<string, string>();
  /** Requests of the scenario itself, by the id that the sandbox gave them. */
  readonly ownRequests = new Set<string>();
  readonly #tenant: ScenarioTenant;
  readonly #values = new Map<string, unknown>();
  readonly #journal: JournalEntry[] = [];
  #receiver: Receiver | null = null;
  #mark: Mark = { arrivals: 0, seq: 0 };
  #nowMs: number;
  #isRunning = false;

  /** Real milliseconds that one wait takes at most where the clock runs or is busy. */
  readonly maxWaitMs: number;

  constructor(
    checked: CheckedScenario,
    target: ScenarioTarget,
    { tenant, maxWaitMs }: { readonly tenant: ScenarioTenant; readonly maxWaitMs: number },
  ) {
    this.checked = checked;
    this.target = target;
    this.maxWaitMs = maxWaitMs;
    this.#tenant = tenant;
    this.#nowMs = tenant.beginsAt;
    this.timeline = new Timeline(tenant.beginsAt);
  }

  get control(): TenantControl {
    return this.#tenant.control;
  }

  get beginsAt(): number {
    return this.#tenant.beginsAt;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** How things stood when the step before this one began. */
  get mark(): Mark {
    return this.#mark;
  }

  setMark(): void {
    this.#mark = { arrivals: this.arrivals().length, seq: this.#journal.at(-1)?.seq ?? 0 };
  }

  credential(provider: ProviderName, name: string): string {
    return this.#tenant.credentials[provider]?.[name] ?? "";
  }

  save(name: string, value: unknown): void {
    this.#values.set(name, value);
  }

  /** Puts values in the place of references. @throws StepFailed for one that leads nowhere */
  async fill<T>(template: T): Promise<T> {
    if (this.#receiver === null && JSON.stringify(template ?? null).includes("receiver.url")) await this.receiver();
    return filled(template, (name) => this.#valueOf(name));
  }

  /** The receiver of webhooks, opened when it is first needed. */
  async receiver(): Promise<Receiver> {
    this.#receiver ??= await createReceiver();
    return this.#receiver;
  }

  /** What has arrived at the receiver; nothing when there is none. */
  arrivals(): ReturnType<Receiver["arrived"]> {
    return this.#receiver?.arrived() ?? [];
  }

  /** Moves the clock ahead by so much, whether it stands or runs, and waits until everything due by then has happened. */
  async moveBy(ms: number): Promise<void> {
    await this.#move(() => this.control.clock.advance(`${ms}ms`), this.#nowMs + ms);
  }

  /** Moves the clock ahead and waits until everything that is due by then has happened. @throws StepFailed for the past */
  async moveTo(instantMs: number): Promise<void> {
    await this.readClock();
    if (instantMs < this.#nowMs) throw this.#passed(instantMs);
    await this.#move(() => this.control.clock.set(new Date(instantMs).toISOString()), instantMs);
  }

  /** Reads where the clock is: while it runs, and where others move it, it goes on without being told. */
  async readClock(): Promise<ClockReading> {
    const { nowMs, mode, speed, nextDue } = await this.control.clock.show();
    this.#nowMs = nowMs;
    this.#isRunning = mode === "running";
    return { nowMs, mode, speed, nextDueMs: nextDue === null ? null : Date.parse(nextDue) };
  }

  /** Waits until the journal has something new, or so long in real time or on the clock, and reads it. */
  async nextEntry({ wallMs, virtualMs }: { readonly wallMs: number; readonly virtualMs: number }): Promise<void> {
    const since = this.#journal.at(-1)?.seq ?? 0;
    const { reason } = await this.control.journal.wait({
      match: { seq: { gt: since } },
      since,
      withinVirtual: `${virtualMs}ms`,
      timeoutMs: wallMs,
    });
    if (reason === "reset" || reason === "closed") {
      throw new StepFailed(
        `the tenant ${this.control.id} must stay as it is during the run; somebody has reset or ended it`,
      );
    }
    await this.catchUp();
  }

  /** Reads the clock after something that may have moved it, lets what is due now happen, and reads the journal. */
  async settle(): Promise<void> {
    await this.#move(() => this.control.clock.advance("0ms"), this.#nowMs);
  }

  /** Reads what the journal has got since it was last read. */
  async catchUp(): Promise<void> {
    let page: readonly JournalEntry[];
    do {
      const since = this.#journal.at(-1)?.seq ?? 0;
      page = await this.control.journal.list({ since, limit: JOURNAL_PAGE });
      for (const entry of page) {
        this.#journal.push(entry);
        this.timeline.happened(entry, this.ownRequests);
      }
    } while (page.length === JOURNAL_PAGE);
  }

  /** Everything that the journal has said since the beginning. */
  journal(): readonly JournalEntry[] {
    return this.#journal;
  }

  /** The journal without what real time and the machine decide: the same for the same scenario and seed. */
  comparableJournal(): string {
    const origin = this.#receiver === null ? null : new URL(this.#receiver.url).origin;
    const lines = this.#journal.map((entry) => JSON.stringify(entry, (name, value) => (name === "wallMs" ? 0 : value)));
    const text = lines.map((line) => `${line}\n`).join("");
    return origin === null ? text : text.replaceAll(origin, SHOWN_RECEIVER);
  }

  async close(): Promise<void> {
    await this.#receiver?.close();
  }

  async #move(ask: () => Promise<ControlSchemas["ClockMoved"]>, instantMs: number): Promise<void> {
    if (instantMs > LAST_INSTANT) throw new StepFailed("the clock must not come beyond the year 9999");
    const moved = await this.#movedOrPassed(ask, instantMs);
    if (moved === null) {
      const told = shownDuration(this.maxWaitMs);
      throw new StepFailed(`the clock must be free to be moved; another command has been moving it for ${told}`);
    }
    this.#nowMs = moved.nowMs;
    if (moved.isCut) throw new StepFailed("the clock stopped on the way: too much was due");
    await this.catchUp();
  }

  async #movedOrPassed(
    ask: () => Promise<ControlSchemas["ClockMoved"]>,
    instantMs: number,
  ): Promise<ControlSchemas["ClockMoved"] | null> {
    const givenUpAt = performance.now() + this.maxWaitMs;
    const match = { kind: "clock-moved" }; // with this the other command ends
    const pause = (): Promise<unknown> =>
      this.control.journal.wait({ match, since: "now", timeoutMs: BUSY_PAUSE_MS, autoAdvance: false });
    try {
      return await unlessBusy(ask, { pause, isOver: () => performance.now() >= givenUpAt });
    } catch (error) {
      // A clock that runs, or that somebody else moves, may pass the instant on the way to it.
      if (!(error instanceof ControlFailed) || error.code !== "instant-passed") throw error;
      await this.readClock();
      throw this.#passed(instantMs);
    }
  }

  #passed(instantMs: number): StepFailed {
    const [want, now] = [instantMs, this.#nowMs].map((ms) => new Date(ms).toISOString());
    const shows = this.#isRunning ? "runs and shows" : "stands at";
    return new StepFailed(`the clock must come to ${want}, but it ${shows} ${now} already and never goes back`);
  }

  #valueOf(name: string): unknown {
    const built = this.#builtIn(name);
    if (built !== undefined) return built;
    const root = /^[^.[]+/.exec(name)?.[0] ?? "";
    if (!this.#values.has(root)) throw new StepFailed(`nothing has saved ${name}`);
    const saved = this.#values.get(root);
    const found = root === name ? saved : valueAtPath(saved, name.slice(root.length).replace(/^\./, ""));
    if (found === undefined) throw new StepFailed(`\${${name}} leads nowhere: ${root} is ${JSON.stringify(saved)}`);
    return found;
  }

  #builtIn(name: string): unknown {
    switch (name) {
      case "clock.now":
        return new Date(this.#nowMs).toISOString();
      case "clock.ms":
        return this.#nowMs;
      case "clock.seconds":
        return Math.floor(this.#nowMs / 1000);
      case "receiver.url":
        return this.#receiver?.url;
      case "esimaccess.accessCode":
      case "esimaccess.secretKey":
        return this.credential("esimaccess", name.slice("esimaccess.".length));
      case "fms.partnerCode":
        return this.credential("fms", "partnerCode");
      default:
        return undefined;
    }
  }
}
