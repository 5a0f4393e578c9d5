import { jobTable } from "../kernel/jobs.ts";
import { limits } from "../kernel/limits.ts";
import { notificationTable } from "../kernel/outbox.ts";
import { isRefusal, type WrittenRecord } from "../kernel/store.ts";
import type { Tenant } from "../kernel/tenant.ts";
import type { EpochMs } from "../kernel/time.ts";
import type { UnitOfWork, UnitWatch } from "../kernel/unit-of-work.ts";

/** What a call did to one record. */
export interface TracedEffect {
  readonly table: string;
  readonly key: string;
  readonly did: "created" | "changed" | "deleted" | "planned" | "queued";
  /** Members that changed and hold plain values, each with what it was and what it is. */
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  /** The instant of a job that was planned, the type of a notification that was queued; else null. */
  readonly detail: EpochMs | string | null;
}

/** A refusal of an operation, as the operation gave it: a code, and what a reader needs to act. */
export interface TracedRefusal {
  readonly code: string;
  readonly [detail: string]: unknown;
}

/** A stage of a call that refused it. */
interface Stopped {
  readonly stage: string;
  readonly reason: unknown;
}

/** A fault rule as it stood before a call. */
interface ArmedFault {
  readonly id: string;
  readonly provider: string;
  readonly operationId: string | null;
  readonly phase: string;
  readonly times: number | null;
  readonly hits: number;
}

/**
 * What decided about one call. It is written on the way and holds little more than references to what is there anyway, so that it costs
 * nothing while nobody looks; whoever asks for it turns it into words.
 */
export class DecisionTrace {
  readonly requestId: string;
  readonly operationId: string;
  readonly provider: string;
  readonly at: EpochMs;
  /** How the tenant was found. */
  readonly foundBy: string;
  /** Stages that let the call pass, in order. */
  readonly passed: string[] = [];
  stopped: Stopped | null = null;
  refusal: TracedRefusal | null = null;
  /** What its transactions wrote, as records that are never changed. */
  #writes: WrittenRecord[] | null = null;
  /** The numbers of the journal entries of its domain events; 0 for none. */
  firstEvent = 0;
  lastEvent = 0;
  /** Rules that were there before the call; null when there was none. */
  faults: readonly ArmedFault[] | null = null;
  struck: readonly string[] = [];
  isSuccess = false;
  code = "";
  #tenant: Tenant | null;

  constructor(tenant: Tenant, call: Pick<DecisionTrace, "requestId" | "operationId" | "provider" | "foundBy">) {
    this.requestId = call.requestId;
    this.operationId = call.operationId;
    this.provider = call.provider;
    this.foundBy = call.foundBy;
    this.at = tenant.clock.now();
    this.#tenant = tenant;
  }

  /** What the call did to records, put into words now. */
  get effects(): readonly TracedEffect[] {
    return (this.#writes ?? []).flatMap((written) => effectOf(written) ?? []);
  }

  /** A stage let the call pass. */
  pass(stage: string): void {
    this.passed.push(stage);
  }

  /** A stage refused the call; `reason` is a value without secrets. */
  stop(stage: string, reason: unknown): void {
    this.stopped ??= { stage, reason };
  }

  /** The call was answered. */
  ended(how: Pick<DecisionTrace, "struck" | "code" | "isSuccess">): this {
    this.struck = how.struck;
    this.code = how.code;
    this.isSuccess = how.isSuccess;
    this.#tenant = null; // a kept trace must not keep a tenant that is gone
    return this;
  }

  /** Notes what a transaction of the call did. To be handed to `tenant.transact`. */
  get watch(): UnitWatch {
    return (unit, outcome) => this.#note(unit, outcome);
  }

  #note(unit: UnitOfWork, outcome: unknown): void {
    if (isRefusal(outcome)) {
      this.refusal = refusalOf(outcome);
      return;
    }
    const written = unit.written().filter(({ table }) => !INTERNAL.includes(table));
    if (written.length > 0) this.#writes = this.#writes === null ? written : [...this.#writes, ...written];
    const { length } = unit.events;
    if (length === 0) return;
    unit.afterCommit(() => {
      this.lastEvent = this.#tenant?.journal.counts.written ?? 0;
      this.firstEvent = this.lastEvent - length + 1;
    });
  }
}

function refusalOf(outcome: unknown): TracedRefusal | null {
  if (typeof outcome !== "object" || outcome === null || !("error" in outcome)) return null;
  const { error } = outcome;
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return { ...error, code: String(error.code) };
}

/** Tables that only serve the sandbox itself. */
const INTERNAL: readonly string[] = ["counters", "tenant", "faults"];

const NONE: TracedEffect["changes"] = {};

function effectOf({ table, key, before, after }: WrittenRecord): TracedEffect | null {
  if (after === null) return before === null ? null : { table, key, did: "deleted", changes: NONE, detail: null };
  if (before !== null) return { table, key, did: "changed", changes: changesOf(before, after), detail: null };
  if (table === jobTable.name) return { table, key, did: "planned", changes: NONE, detail: memberOf(after, "dueAt") };
  if (table === notificationTable.name) {
    return { table, key, did: "queued", changes: NONE, detail: memberOf(after, "type") };
  }
  return { table, key, did: "created", changes: NONE, detail: null };
}

function memberOf(record: unknown, name: string): number | string | null {
  const value: unknown = typeof record === "object" && record !== null ? Reflect.get(record, name) : null;
  return typeof value === "number" || typeof value === "string" ? value : null;
}

/** Members that differ, those of an object inside by `name.member`: the amount of a balance, not all of a list. */
function changesOf(before: unknown, after: unknown): TracedEffect["changes"] {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  compare("", before, after, changes);
  return Object.keys(changes).length === 0 ? NONE : changes;
}

function compare(
  prefix: string,
  before: unknown,
  after: unknown,
  changes: Record<string, { from: unknown; to: unknown }>,
): void {
  if (!isObject(before) || !isObject(after)) return;
  for (const [name, to] of Object.entries(after)) {
    const from: unknown = Reflect.get(before, name);
    if (from === to) continue;
    if (typeof to === "object" && to !== null) {
      if (prefix === "") compare(`${name}.`, from, to, changes);
    } else changes[prefix + name] = { from: isObject(from) ? null : from, to };
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The last traces of a tenant's present life by request, oldest first. */
interface Kept {
  readonly life: number;
  readonly traces: Map<string, DecisionTrace>;
}

const kept = new WeakMap<Tenant, Kept>();

/** The last traces of all tenants, each with where it is kept. */
const all = { ring: [] as { readonly requestId: string; readonly own: Kept }[], next: 0 };

/** Keeps the trace of a call that has been answered; the oldest one goes when there are too many. */
export function keepTrace(tenant: Tenant, trace: DecisionTrace): void {
  let own = kept.get(tenant);
  if (own === undefined || own.life !== tenant.life) {
    own = { life: tenant.life, traces: new Map() };
    kept.set(tenant, own);
  }
  const { requestId } = trace;
  const oldest = all.ring[all.next];
  oldest?.own.traces.delete(oldest.requestId);
  all.ring[all.next] = { requestId, own };
  all.next = (all.next + 1) % limits.decisionTracesInAll;
  own.traces.set(requestId, trace);
  const [first] = own.traces.keys();
  if (own.traces.size > limits.decisionTraces && first !== undefined) own.traces.delete(first);
}

/** The trace of a request, or null when it is unknown or gone. */
export function traceOf(tenant: Tenant, requestId: string): DecisionTrace | null {
  const own = kept.get(tenant);
  return own?.life === tenant.life ? (own.traces.get(requestId) ?? null) : null;
}
