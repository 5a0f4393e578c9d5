import type { Provider } from "../../http/provider.ts";
import type { EventRefused, EventStep, ProviderEvent, TakenStep, ToldEvent } from "../../http/provider-events.ts";
import { limits } from "../../kernel/limits.ts";
import { validNames } from "../../kernel/nearest.ts";
import { notificationTable } from "../../kernel/outbox.ts";
import { assertNever, ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { advanceClock } from "./clock.ts";
import { consumeData, playDevice } from "./esims.ts";
import { isoOf, type Listing } from "./listing.ts";
import { type DeliveryView, viewOfDelivery } from "./outbox.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** An event that can be triggered. */
export interface EventView {
  readonly provider: string;
  readonly event: string;
  readonly says: string;
  /** Options of its trigger by name, with what each takes. */
  readonly takes: Readonly<Record<string, string>>;
  readonly isEmittable: boolean;
}

/** What is to happen, to what. */
export interface TriggerGiven {
  readonly event: string;
  /** Needed only where two providers have an event of that name. */
  readonly provider?: string;
  /** An order or an eSIM; where it is left out, the partner orders one. */
  readonly for?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What is to be told about what. */
export interface EmitGiven {
  readonly event: string;
  readonly provider?: string;
  readonly for: string;
  /** Members of the webhook's content in place of its own, or besides them; they are sent as they are. */
  readonly content?: Readonly<Record<string, unknown>>;
}

/** A step that was taken, in words, with the answer of a call. */
interface StepView {
  readonly at: string;
  readonly step: string;
  readonly status: number | null;
  readonly body: string | null;
}

/** What a trigger did. */
export interface Triggered {
  readonly event: string;
  readonly provider: string;
  readonly steps: readonly StepView[];
  /** The webhooks that came up on the way, the event's own among them. */
  readonly deliveries: readonly DeliveryView[];
  readonly now: string;
}

/** Lists the events that can be triggered. */
export function listEvents(ports: ControlPorts): Listing<EventView> {
  const items = servedProviders(ports).flatMap(({ name: provider, control }) =>
    control.events.events.map(({ name: event, says, takes, emit }) => {
      return { provider, event, says, takes, isEmittable: emit !== null };
    }),
  );
  return { items, total: items.length };
}

/** Drives the provider, its partner, devices and time until the event has happened, and says how. */
export async function trigger(
  tenant: Tenant,
  given: TriggerGiven,
  ports: ControlPorts,
): Promise<Controlled<Triggered>> {
  const found = eventNamed(given, ports);
  if (!found.ok) return found;
  const { provider, event } = found.value;
  const options = given.with ?? {};
  const foreign = Object.keys(options).find((name) => !Object.hasOwn(event.takes, name));
  if (foreign !== undefined) {
    const known = Object.keys(event.takes);
    const expected =
      known.length === 0 ? `left out; ${event.name} takes no options` : `left out; ${validNames(foreign, known)}`;
    return refuseValue({ path: `body.with.${foreign.slice(0, 100)}`, expected, got: options[foreign] });
  }
  const since = await tenant.transact(latestSeq);
  tenant.journal.append(tenant.clock.now(), { kind: "trigger-begun", event: event.name, for: given.for ?? null });
  const gone = await goTowards(tenant, { event, given, options, since, ports });
  if (!gone.ok) return gone;
  await tenant.idle(); // as after a clock command, what came up has been tried
  const deliveries = await tenant.transact(async (tx) => {
    const all = await tx.table(notificationTable).all();
    return all.filter(({ seq, provider: of }) => seq > since && of === provider.name).map(viewOfDelivery);
  });
  const steps = gone.value.map(viewOfStep);
  tenant.journal.append(tenant.clock.now(), {
    kind: "triggered",
    event: event.name,
    steps: steps.map(({ step }) => step),
    notificationIds: deliveries.map(({ id }) => id),
  });
  return ok({ event: event.name, provider: provider.name, steps, deliveries, now: isoOf(tenant.clock.now()) });
}

/** Sends an event about an order or eSIM as that stands, or as `content` says, without its having happened. */
export async function emit(tenant: Tenant, given: EmitGiven, ports: ControlPorts): Promise<Controlled<DeliveryView>> {
  const found = eventNamed(given, ports);
  if (!found.ok) return found;
  const { event } = found.value;
  if (event.emit === null) {
    const can = listEvents(ports).items.filter(({ isEmittable }) => isEmittable);
    const expected = `one that can be emitted: ${can.map((one) => one.event).join(", ")}; trigger ${event.name} instead`;
    return refuseValue({ path: "body.event", expected, got: event.name }, "unknown-event");
  }
  const { emit: send } = event;
  const content = readContent(given.content);
  if (!content.ok) return content;
  return tenant.transact(async (tx): Promise<Controlled<DeliveryView>> => {
    const sent = await send(tx, { id: given.for, content: content.value });
    if (!sent.ok) return refusedEvent(sent.error, []);
    const chosen = Object.keys(content.value ?? {});
    tx.record({ kind: "event-emitted", event: event.name, for: given.for, notificationId: sent.value, chosen });
    return ok(viewOfDelivery(await tx.table(notificationTable).require(sent.value)));
  });
}

/** Checked here too: who calls in code has no schema. */
function readContent(given: EmitGiven["content"]): Controlled<ToldEvent["content"]> {
  if (given === undefined) return ok(null);
  const path = "body.content";
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return refuseValue({ path, expected: "an object of members", got: given });
  }
  const { length } = JSON.stringify(given);
  if (length <= limits.webhookBodyCharacters) return ok(given);
  return refuseValue({ path, expected: `at most ${limits.webhookBodyCharacters} characters long`, got: length });
}

function eventNamed(
  given: { readonly event: string; readonly provider?: string },
  ports: ControlPorts,
): Controlled<{ readonly provider: Provider; readonly event: ProviderEvent }> {
  const providers = servedProviders(ports);
  const served = providers.map(({ name }) => name);
  if (given.provider !== undefined && !served.includes(given.provider)) {
    return refuseValue(
      { path: "body.provider", expected: validNames(given.provider, served), got: given.provider },
      "unknown-provider",
    );
  }
  const known: string[] = [];
  for (const provider of providers) {
    if (given.provider !== undefined && provider.name !== given.provider) continue;
    for (const event of provider.control.events.events) {
      if (event.name === given.event) return ok({ provider, event });
      known.push(event.name);
    }
  }
  return refuseValue(
    { path: "body.event", expected: validNames(String(given.event), known), got: given.event },
    "unknown-event",
  );
}

/** Where no path leads to a provider, its events cannot come about. */
function servedProviders({ providers, servedProviders: served }: ControlPorts): readonly Provider[] {
  return served === undefined ? providers : providers.filter(({ name }) => served.includes(name));
}

async function latestSeq(tx: Parameters<ProviderEvent["next"]>[0]): Promise<number> {
  return (await tx.table(notificationTable).all()).reduce((latest, { seq }) => Math.max(latest, seq), 0);
}

interface Going {
  readonly event: ProviderEvent;
  readonly given: TriggerGiven;
  readonly options: Readonly<Record<string, unknown>>;
  readonly since: number;
  readonly ports: ControlPorts;
}

async function goTowards(tenant: Tenant, going: Going): Promise<Controlled<readonly TakenStep[]>> {
  const { event, given, options, since, ports } = going;
  const taken: TakenStep[] = [];
  while (taken.length < limits.triggerSteps) {
    const sought = { id: given.for ?? null, options, since, taken };
    const next = await tenant.transact((tx) => event.next(tx, sought));
    if (!next.ok) return refusedEvent(next.error, taken);
    if (next.value === null) return ok(taken);
    const done = await takeStep(tenant, next.value, ports);
    if (!done.ok) return done;
    taken.push({ step: next.value, at: tenant.clock.now(), answer: done.value });
    await tenant.runDueJobs();
  }
  return refusedEvent(
    { code: "impossible-event", says: `it did not happen within ${limits.triggerSteps} steps` },
    taken,
  );
}

async function takeStep(
  tenant: Tenant,
  step: EventStep,
  ports: ControlPorts,
): Promise<Controlled<TakenStep["answer"]>> {
  switch (step.kind) {
    case "call":
      return ok(await callOf(step, ports));
    case "device": {
      const played = await playDevice(tenant, { id: step.esimId, event: step.event }, ports);
      return played.ok ? ok(null) : played;
    }
    case "use-data": {
      const used = await consumeData(tenant, { id: step.esimId, bytes: step.bytes }, ports);
      return used.ok ? ok(null) : used;
    }
    case "clock": {
      const byMs = Math.max(0, step.to - tenant.clock.now());
      const moved = await advanceClock(tenant, `${byMs}ms`);
      return moved.ok ? ok(null) : moved;
    }
    default:
      return assertNever(step);
  }
}

async function callOf(
  step: Extract<EventStep, { readonly kind: "call" }>,
  ports: ControlPorts,
): Promise<TakenStep["answer"]> {
  if (ports.serve === undefined) throw new Error("no provider is served here");
  const headers = { ...step.headers, "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(step.body) };
  const response = await ports.serve(new Request(ports.publicUrl() + step.path, init));
  return { status: response.status, body: await response.text() };
}

function viewOfStep({ step, at, answer }: TakenStep): StepView {
  return { at: isoOf(at), step: wordsOf(step), status: answer?.status ?? null, body: answer?.body ?? null };
}

function wordsOf(step: EventStep): string {
  switch (step.kind) {
    case "call":
      return `POST ${step.path} ${JSON.stringify(step.body)}`;
    case "device":
      return `${step.event} eSIM ${step.esimId}`;
    case "use-data":
      return `use ${step.bytes} bytes of eSIM ${step.esimId}`;
    case "clock":
      return `clock to ${isoOf(step.to)}`;
    default:
      return assertNever(step);
  }
}

/** A way that ends before the event says how far it went, since those steps have been taken. */
function refusedEvent(refusal: EventRefused, taken: readonly TakenStep[]): Controlled<never> {
  const went = taken.length === 0 ? "" : `; taken before: ${taken.map(({ step }) => wordsOf(step)).join(", ")}`;
  switch (refusal.code) {
    case "unknown-subject":
      return refuseValue(
        { path: "body.for", expected: refusal.expected + went, got: refusal.got ?? undefined },
        refusal.code,
      );
    case "wrong-event-option":
      return refuseValue({ path: `body.with.${refusal.option}`, expected: refusal.expected, got: refusal.got });
    case "no-webhook-address":
    case "impossible-event":
      return refuse(refusal.code, refusal.says + went);
    default:
      return assertNever(refusal);
  }
}
