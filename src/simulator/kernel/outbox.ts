import type { NewJob } from "./jobs.ts";
import { limits } from "./limits.ts";
import type { TableDefinition } from "./store.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";
import {
  type Handling,
  isDisabled,
  type NotificationVariant,
  type Treatment,
  unhandled,
  untouchedDesk,
  type WebhookDesk,
  webhookDeskTable,
  webhookEndpointTable,
} from "./webhook-desk.ts";
import { countOutcome, planRetry } from "./webhook-retries.ts";
import { applyWebhookRules, type Treated } from "./webhook-rules.ts";

/** When to try again and what counts as success; simulator policy, since the providers publish none. */
export interface DeliveryPolicy {
  /** Waiting times before the second, third and further attempts, in milliseconds; empty for a single attempt. */
  readonly retryDelaysMs: readonly number[];
  /** Wall milliseconds after which an attempt without an answer has failed. */
  readonly timeoutMs: number;
  /** Which HTTP status counts as accepted. */
  readonly accepts: "2xx" | "200";
}

/** A notification before the outbox has taken it. */
export interface NewNotification {
  readonly provider: string;
  /** Provider's name of the event. */
  readonly type: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Gives the body for the id that the outbox draws. */
  readonly bodyOf: (id: string) => string;
  /** Notifications of one lane are delivered one after another, in order. */
  readonly lane: string;
  readonly policy: DeliveryPolicy;
  /** What the notification is about, for queries: record ids by name. */
  readonly about: Readonly<Record<string, string>>;
  /** Other forms that the provider knows for it, by name: older generations, signatures. */
  readonly variants?: Readonly<Record<string, NotificationVariant>>;
}

/** One try to deliver. Times are simulated; `wallMs` is the real time it took. */
export interface DeliveryAttempt {
  readonly at: EpochMs;
  readonly outcome: "accepted" | "refused" | "failed";
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  readonly detail: string | null;
  readonly wallMs: number;
}

/** A notification on its way or settled. */
export interface Notification {
  readonly id: string;
  readonly seq: number;
  readonly provider: string;
  readonly type: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly lane: string;
  readonly policy: DeliveryPolicy;
  readonly about: Readonly<Record<string, string>>;
  readonly createdAt: EpochMs;
  readonly state: NotificationState;
  readonly attempts: readonly DeliveryAttempt[];
  /** What rules and hands did to it; absent when nothing. */
  readonly handling?: Handling;
}

/**
 * `queued`: an earlier one of its lane is not settled; `waiting`: its next attempt is a job; `sending`: in flight; `held`: in the
 * inbox until somebody releases it; `held-back`: others of its lane go first. Settled are `delivered`, `given-up` and `dropped`.
 */
type NotificationState = "queued" | "waiting" | "sending" | "held" | "held-back" | "delivered" | "given-up" | "dropped";

/** A POST that leaves the sandbox. */
export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Wall milliseconds until it counts as failed. */
  readonly timeoutMs: number;
}

/** Sends one notification; never throws. Implemented in `system/`. */
export type NotificationSender = (notification: Notification) => Promise<Omit<DeliveryAttempt, "at">>;

/** A mail before the mailbox has taken it. */
export interface NewMail {
  readonly provider: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Files by reference: a path that the sandbox serves. */
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly path: string }[];
}

/** A mail in the tenant's mailbox; the sandbox hands mail to nobody. */
export interface Mail extends NewMail {
  readonly id: string;
  readonly seq: number;
  readonly sentAt: EpochMs;
}

export const notificationTable: TableDefinition<Notification> = {
  name: "notifications",
  keyOf: (notification) => notification.id,
  indexes: {
    /** Not yet settled, by lane, in order of creation. */
    openLane: (n) => (n.state === "queued" || n.state === "waiting" || n.state === "sending" ? n.lane : null),
    /** In the inbox. */
    held: (n) => (n.state === "held" ? "held" : null),
    /** Behind others, by lane. */
    heldBack: (n) => (n.state === "held-back" ? n.lane : null),
    sending: (n) => (n.state === "sending" ? "sending" : null),
    seq: (n) => String(n.seq),
  },
};

export const mailTable: TableDefinition<Mail> = {
  name: "mails",
  keyOf: (mail) => mail.id,
  indexes: { seq: (mail) => String(mail.seq) },
};

/** The kind of job that makes an attempt to deliver a notification. */
export const DELIVER_JOB = "deliver-notification";

function deliveryJob(id: string, dueAt: EpochMs): NewJob {
  return { id: `deliver/${id}`, kind: DELIVER_JOB, dueAt, payload: { notificationId: id } };
}

/** Says whether nothing more happens to a notification by itself. */
function isSettled({ state }: Pick<Notification, "state">): boolean {
  return state === "delivered" || state === "given-up" || state === "dropped";
}

/** What the webhook desk of the tenant is set to. */
export async function deskOf(tx: Transaction): Promise<WebhookDesk> {
  return (await tx.table(webhookDeskTable).get("desk")) ?? untouchedDesk;
}

/**
 * Stores a notification, treated as the tenant's rules say; its first attempt is due at once unless an earlier one of its lane is still
 * open, or a rule or a hold keeps it.
 */
export async function queueNotification(
  tx: Transaction,
  draft: { readonly id: string; readonly seq: number; readonly notification: NewNotification },
): Promise<void> {
  const { id, seq } = draft;
  const { provider, type, url, headers, bodyOf, lane, policy, about, variants = {} } = draft.notification;
  await dropOldest(tx, seq - limits.outboxMessages);
  const body = bodyOf(id);
  const treated = await applyWebhookRules(tx, { id, provider, type, about, headers, body, variants });
  const [createdAt, state, attempts]: [EpochMs, NotificationState, []] = [tx.at, "queued", []];
  // Written out, so that all have one shape in memory: each is copied four times on its way.
  const queued: Notification = {
    id,
    seq,
    provider,
    type,
    url,
    headers,
    body,
    lane,
    policy,
    about,
    createdAt,
    state,
    attempts,
  };
  if (treated === null) await place(tx, queued);
  else await placeTreated(tx, queued, treated);
}

async function placeTreated(tx: Transaction, queued: Notification, treated: Treated): Promise<void> {
  const { headers, body, handling, isDropped, isHeldBack, heldBackMs, leavesLane } = treated;
  const lane = leavesLane && !isHeldBack ? `${queued.lane}#${queued.id}` : queued.lane;
  const sent: Notification = { ...queued, headers, body, handling, lane };
  if (isDropped) return tx.table(notificationTable).put({ ...sent, state: "dropped" });
  if (!isHeldBack) return place(tx, sent);
  await tx.table(notificationTable).put({ ...sent, state: "held-back" });
  await tx.schedule(deliveryJob(sent.id, tx.at + heldBackMs));
}

/** Puts an open notification where it belongs: among the dropped, into the inbox, or into its lane. */
async function place(tx: Transaction, sent: Notification): Promise<void> {
  const desk = await deskOf(tx);
  if (isHeld(desk, sent)) return hold(tx, sent);
  if (isDisabled(await tx.table(webhookEndpointTable).get(sent.url), tx.at)) {
    return settleUnsent(tx, sent, "dropped");
  }
  await joinLane(tx, sent);
}

function isHeld({ hold }: WebhookDesk, { type, handling }: Notification): boolean {
  return hold !== null && handling?.isReleased !== true && (hold.types === null || hold.types.includes(type));
}

async function hold(tx: Transaction, sent: Notification): Promise<void> {
  await tx.table(notificationTable).put({ ...sent, state: "held" });
  tx.record({ kind: "webhook-held", notificationId: sent.id, type: sent.type });
}

/** Ends a notification without an attempt because its address is disabled. */
async function settleUnsent(tx: Transaction, sent: Notification, state: "dropped" | "given-up"): Promise<void> {
  const detail = `${sent.url} is disabled`;
  const handling = treat(sent, { ruleId: null, effect: "endpoint-disabled", detail });
  await tx.table(notificationTable).put({ ...sent, state, handling });
  tx.record({ kind: "webhook-not-sent", notificationId: sent.id, type: sent.type, state, reason: "endpoint-disabled" });
}

/** What was done to a notification, with one more thing. */
export function treat(sent: Notification, treatment: Treatment): Handling {
  const handling = sent.handling ?? unhandled;
  const kept = handling.treatments.slice(-limits.webhookTreatments + 1);
  return { ...handling, treatments: [...kept, treatment] };
}

/** Lets a notification take its place in its lane: its attempt is due at once, or once those before it are settled. */
export async function joinLane(tx: Transaction, sent: Notification): Promise<void> {
  const open = await tx.table(notificationTable).findBy("openLane", sent.lane);
  if (open.length === 0) await planAttempt(tx, sent);
  else await tx.table(notificationTable).put({ ...sent, state: "queued" });
}

/** Plans the attempt of the first of a lane: at once, or from the instant on that a rule has set. */
export async function planAttempt(tx: Transaction, sent: Notification): Promise<void> {
  await tx.table(notificationTable).put({ ...sent, state: "waiting" });
  await tx.schedule(deliveryJob(sent.id, dueFrom(sent, tx.at)));
}

function dueFrom({ handling }: Notification, at: EpochMs): EpochMs {
  return Math.max(at, handling?.notBefore ?? 0);
}

/** Marks a notification as being sent. Null when it is gone, settled or kept, so that nothing is sent. */
export async function beginAttempt(tx: Transaction, id: string): Promise<Notification | null> {
  const found = await tx.table(notificationTable).get(id);
  if (found?.state === "held-back") await place(tx, found); // those that were to go first did not come in time
  if (found === null || found.state !== "waiting") return null;
  if (await isKept(tx, found)) {
    await openNextOfLane(tx, found.lane);
    return null;
  }
  const sending: Notification = { ...found, state: "sending" };
  await tx.table(notificationTable).put(sending);
  return sending;
}

/** Keeps back an attempt that is due while its type is held or its address disabled. */
async function isKept(tx: Transaction, found: Notification): Promise<boolean> {
  if (found.handling?.isReleased === true) return false;
  const desk = await deskOf(tx);
  if (isHeld(desk, found)) {
    await hold(tx, found);
    return true;
  }
  if (!isDisabled(await tx.table(webhookEndpointTable).get(found.url), tx.at)) return false;
  await settleUnsent(tx, found, found.attempts.length === 0 ? "dropped" : "given-up");
  return true;
}

/** Records the outcome of an attempt: the notification is settled, or its retry or copy is planned from this instant on. */
export async function endAttempt(tx: Transaction, id: string, attempt: DeliveryAttempt): Promise<Notification | null> {
  const found = await tx.table(notificationTable).get(id);
  if (found === null || found.state !== "sending") return null;
  const desk = await deskOf(tx);
  if (desk.plan !== null) await countOutcome(tx, { url: found.url, outcome: attempt.outcome, plan: desk.plan });
  const ended: Notification = { ...found, attempts: [...found.attempts, attempt] };
  const next = planRetry(tx, ended, desk.plan);
  if (next === null) {
    const settled: Notification = { ...ended, state: attempt.outcome === "accepted" ? "delivered" : "given-up" };
    await tx.table(notificationTable).put(settled);
    await letPass(tx, settled);
    await openNextOfLane(tx, found.lane);
    return settled;
  }
  const waiting: Notification = { ...next.notification, state: "waiting" };
  await tx.table(notificationTable).put(waiting);
  await tx.schedule(deliveryJob(id, tx.at + next.delayMs));
  return waiting;
}

/** Lets go what was held back behind a notification that has been sent. */
async function letPass(tx: Transaction, { lane, seq }: Notification): Promise<void> {
  for (const heldBack of await tx.table(notificationTable).findBy("heldBack", lane)) {
    if (heldBack.seq > seq) continue;
    const handling = heldBack.handling ?? unhandled;
    const behind = handling.behind - 1;
    const next: Notification = { ...heldBack, handling: { ...handling, behind } };
    if (behind > 0) await tx.table(notificationTable).put(next);
    else await place(tx, next);
  }
}

/** Plans anew the attempts that a killed process had begun; a receiver may then see the same id twice. */
export async function resumeInterrupted(tx: Transaction): Promise<void> {
  for (const sending of await tx.table(notificationTable).findBy("sending", "sending")) {
    await tx.table(notificationTable).put({ ...sending, state: "waiting" });
    await tx.schedule(deliveryJob(sending.id, tx.at));
  }
}

/** Draws the id of a notification that is sent outside the outbox. */
export async function drawNotificationId(tx: Transaction): Promise<{ readonly id: string; readonly seq: number }> {
  const seq = await tx.next("notification");
  return { id: tx.random(`notification/${seq}`).hex(32), seq };
}

/** Keeps a notification that was sent outside the outbox, so that it is listed with the others. */
export async function keepSettled(
  tx: Transaction,
  sent: Omit<Notification, "createdAt" | "state" | "attempts" | "lane" | "policy"> & { readonly timeoutMs: number },
  attempt: DeliveryAttempt,
): Promise<void> {
  const { timeoutMs, ...rest } = sent;
  await dropOldest(tx, rest.seq - limits.outboxMessages);
  const state = attempt.outcome === "accepted" ? "delivered" : "given-up";
  const policy: DeliveryPolicy = { retryDelaysMs: [], timeoutMs, accepts: "2xx" };
  await tx
    .table(notificationTable)
    .put({ ...rest, lane: "", policy, createdAt: attempt.at, state, attempts: [attempt] });
}

/** Plans the attempt of the first that waits in a lane for its turn. */
export async function openNextOfLane(tx: Transaction, lane: string): Promise<void> {
  const open = await tx.table(notificationTable).findBy("openLane", lane);
  if (open.some(({ state }) => state !== "queued")) return;
  const next = open.reduce<Notification | null>(
    (first, one) => (first === null || comesFirst(one, first) ? one : first),
    null,
  );
  if (next !== null) await planAttempt(tx, next);
}

/** Says whether a notification goes before another of its lane or of the inbox. */
export function comesFirst(one: Notification, other: Notification): boolean {
  return (one.handling?.rank ?? one.seq) < (other.handling?.rank ?? other.seq);
}

/** Removes the notification with that number; more than the outbox may hold are not kept. */
export async function dropOldest(tx: Transaction, seq: number): Promise<void> {
  for (const old of await tx.table(notificationTable).findBy("seq", String(seq))) {
    await tx.table(notificationTable).delete(old.id);
    if (isSettled(old)) continue;
    await tx.unschedule(`deliver/${old.id}`);
    tx.record({ kind: "notification-dropped", notificationId: old.id, reason: "outbox full" });
    await openNextOfLane(tx, old.lane);
  }
}
