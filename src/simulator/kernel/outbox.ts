import type { NewJob } from "./jobs.ts";
import { limits } from "./limits.ts";
import type { TableDefinition } from "./store.ts";
import type { EpochMs } from "./time.ts";
import type { Transaction } from "./transaction.ts";

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
  /** `queued`: an earlier one of its lane is not settled; `waiting`: its next attempt is a job; `sending`: in flight. */
  readonly state: "queued" | "waiting" | "sending" | "delivered" | "given-up";
  readonly attempts: readonly DeliveryAttempt[];
}

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
    openLane: (n) => (n.state === "delivered" || n.state === "given-up" ? null : n.lane),
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

/** Stores a notification; its first attempt is due at once unless an earlier one of its lane is still open. */
export async function queueNotification(
  tx: Transaction,
  draft: { readonly id: string; readonly seq: number; readonly notification: NewNotification },
): Promise<void> {
  const { id, seq } = draft;
  const { provider, type, url, headers, bodyOf, lane, policy, about } = draft.notification;
  await dropOldest(tx, seq - limits.outboxMessages);
  const open = await tx.table(notificationTable).findBy("openLane", lane);
  const state = open.length === 0 ? "waiting" : "queued";
  const body = bodyOf(id);
  const sent = { provider, type, url, headers, body, lane, policy, about };
  await tx.table(notificationTable).put({ ...sent, id, seq, createdAt: tx.at, state, attempts: [] });
  if (state === "waiting") await tx.schedule(deliveryJob(id, tx.at));
}

/** Marks a notification as being sent. Null when it is gone or settled, so that nothing is sent. */
export async function beginAttempt(tx: Transaction, id: string): Promise<Notification | null> {
  const found = await tx.table(notificationTable).get(id);
  if (found === null || found.state !== "waiting") return null;
  const sending: Notification = { ...found, state: "sending" };
  await tx.table(notificationTable).put(sending);
  return sending;
}

/** Records the outcome of an attempt: the notification is settled, or its retry is planned from this instant on. */
export async function endAttempt(tx: Transaction, id: string, attempt: DeliveryAttempt): Promise<Notification | null> {
  const found = await tx.table(notificationTable).get(id);
  if (found === null || found.state !== "sending") return null;
  const attempts = [...found.attempts, attempt];
  const delayMs = found.policy.retryDelaysMs[attempts.length - 1];
  if (attempt.outcome === "accepted" || delayMs === undefined) {
    const state = attempt.outcome === "accepted" ? "delivered" : "given-up";
    const settled: Notification = { ...found, attempts, state };
    await tx.table(notificationTable).put(settled);
    await openNextOfLane(tx, found.lane);
    return settled;
  }
  const waiting: Notification = { ...found, attempts, state: "waiting" };
  await tx.table(notificationTable).put(waiting);
  await tx.schedule(deliveryJob(id, tx.at + delayMs));
  return waiting;
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

async function openNextOfLane(tx: Transaction, lane: string): Promise<void> {
  const [next] = await tx.table(notificationTable).findBy("openLane", lane);
  if (next === undefined || next.state !== "queued") return;
  await tx.table(notificationTable).put({ ...next, state: "waiting" });
  await tx.schedule(deliveryJob(next.id, tx.at));
}

async function dropOldest(tx: Transaction, seq: number): Promise<void> {
  for (const old of await tx.table(notificationTable).findBy("seq", String(seq))) {
    await tx.table(notificationTable).delete(old.id);
    await tx.unschedule(`deliver/${old.id}`);
    if (old.state === "delivered" || old.state === "given-up") continue;
    tx.record({ kind: "notification-dropped", notificationId: old.id, reason: "outbox full" });
    await openNextOfLane(tx, old.lane);
  }
}
