import type { TenantControl } from "../../client/tenant-control.ts";
import type { ControlSchemas } from "../../client/transport.ts";
import { createReceiver, type Receiver } from "../../contracts/run/receiver.ts";
import { valueAtPath } from "../format/paths.ts";
import { filled } from "../format/references.ts";
import type { CheckedScenario, ProviderName } from "../format/scenario.ts";
import type { ScenarioTarget, ScenarioTenant } from "./target.ts";
import { Timeline } from "./timeline.ts";

export type JournalEntry = ControlSchemas["JournalEntry"];

/** Where the journal of a run says that webhooks went, whatever port it was. */
const SHOWN_RECEIVER = "http://receiver.test";

/** Entries of a journal that one question gives at most. */
const JOURNAL_PAGE = 1_000;

/** Something that a scenario cannot go on after; the message says what was expected and what came. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
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

  constructor(checked: CheckedScenario, target: ScenarioTarget, tenant: ScenarioTenant) {
    this.checked = checked;
    this.target = target;
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

  /** Moves the clock ahead and waits until everything that is due by then has happened. @throws StepFailed for the past */
  async moveTo(instantMs: number): Promise<void> {
    if (instantMs < this.#nowMs) {
      const [want, now] = [instantMs, this.#nowMs].map((ms) => new Date(ms).toISOString());
      throw new StepFailed(`the clock must come to ${want}, but it stands at ${now} already and never goes back`);
    }
    const { nowMs, isCut } = await this.control.clock.advance(`${instantMs - this.#nowMs}ms`);
    this.#nowMs = nowMs;
    if (isCut) throw new StepFailed("the clock stopped on the way: too much was due");
    await this.catchUp();
  }

  /** Moves the clock to the next instant at which something is due, or to `limitMs` when that comes first. Says whether it moved. */
  async moveOn(limitMs: number): Promise<boolean> {
    if (this.#nowMs >= limitMs) return false;
    const { nextDueMs } = dueOf(await this.control.clock.show());
    await this.moveTo(nextDueMs === null || nextDueMs > limitMs ? limitMs : Math.max(nextDueMs, this.#nowMs));
    return true;
  }

  /** Reads the clock after something that may have moved it, lets what is due now happen, and reads the journal. */
  async settle(): Promise<void> {
    this.#nowMs = (await this.control.clock.advance("0ms")).nowMs;
    await this.catchUp();
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

function dueOf(clock: ControlSchemas["Clock"]): { readonly nextDueMs: number | null } {
  const { nextDue } = clock;
  return { nextDueMs: typeof nextDue === "string" ? Date.parse(nextDue) : null };
}
