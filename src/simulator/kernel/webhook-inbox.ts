import { limits } from "./limits.ts";
import {
  comesFirst,
  drawNotificationId,
  dropOldest,
  joinLane,
  type Notification,
  notificationTable,
  openNextOfLane,
  planAttempt,
  treat,
} from "./outbox.ts";
import { err, ok, type Result } from "./result.ts";
import type { Transaction } from "./transaction.ts";

/** No notification has that id. */
interface NotificationUnknown {
  readonly code: "unknown-delivery";
  readonly id: string;
}

/** A notification is not in a state that allows what was asked for. */
interface NotificationElsewhere {
  readonly code: "impossible-delivery-step";
  readonly id: string;
  readonly state: Notification["state"];
  readonly needed: readonly Notification["state"][];
}

export type InboxRefused = NotificationUnknown | NotificationElsewhere;

/** Not yet on its way: it can still be changed or taken out. */
const UNSENT = ["queued", "waiting", "held", "held-back"] as const;

const SETTLED = ["delivered", "given-up", "dropped"] as const;

/** What waits in the inbox, in the order in which it is released. */
export async function inboxOf(tx: Transaction): Promise<Notification[]> {
  const held = await tx.table(notificationTable).findBy("held", "held");
  return held.toSorted((one, other) => (comesFirst(one, other) ? -1 : 1));
}

/** Sends a held notification, after whatever of its lane is on its way. Also lets go at once what a rule delays or holds back. */
export async function release(tx: Transaction, id: string): Promise<Result<Notification, InboxRefused>> {
  const found = await inState(tx, id, ["held", "held-back", "waiting"]);
  if (!found.ok) return found;
  return ok(await sendNow(tx, found.value, "released"));
}

/** Sends a settled notification once more, with the same id, body and headers; refusals are tried again as ever. */
export async function resend(tx: Transaction, id: string): Promise<Result<Notification, InboxRefused>> {
  const found = await inState(tx, id, SETTLED);
  if (!found.ok) return found;
  return ok(await sendNow(tx, found.value, "resent"));
}

async function sendNow(tx: Transaction, found: Notification, effect: "released" | "resent"): Promise<Notification> {
  const handling = {
    ...treat(found, { ruleId: null, effect, detail: "by hand" }),
    isReleased: true,
    notBefore: null,
    earlierAttempts: found.attempts.length,
  };
  tx.record({ kind: `webhook-${effect}`, notificationId: found.id, type: found.type });
  await tx.unschedule(`deliver/${found.id}`);
  if (found.state === "waiting") {
    await planAttempt(tx, { ...found, handling }); // it is the first of its lane already
  } else {
    await joinLane(tx, { ...found, handling: { ...handling, rank: await nextRank(tx, found) } });
  }
  return tx.table(notificationTable).require(found.id);
}

/** What was held or is sent again goes behind whatever came up before; what was held back keeps its place. */
async function nextRank(tx: Transaction, { state, handling }: Notification): Promise<number | null> {
  if (state === "held-back") return handling?.rank ?? null;
  const { seq } = await drawNotificationId(tx);
  await dropOldest(tx, seq - limits.outboxMessages);
  return seq;
}

/** Takes a notification that has not been sent out of the way for good. */
export async function dropByHand(tx: Transaction, id: string): Promise<Result<Notification, InboxRefused>> {
  const found = await inState(tx, id, UNSENT);
  if (!found.ok) return found;
  const handling = treat(found.value, { ruleId: null, effect: "dropped", detail: "by hand" });
  const dropped: Notification = { ...found.value, state: "dropped", handling };
  await tx.table(notificationTable).put(dropped);
  await tx.unschedule(`deliver/${id}`);
  await openNextOfLane(tx, dropped.lane);
  tx.record({ kind: "webhook-dropped", notificationId: id, type: dropped.type });
  return ok(dropped);
}

/** What is changed about a notification before it is sent; what is left out stays. */
export interface Edit {
  readonly body?: string;
  /** Headers that are set, or taken away by null. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Changes what will be sent. Signatures are not made anew. */
export async function edit(tx: Transaction, id: string, change: Edit): Promise<Result<Notification, InboxRefused>> {
  const found = await inState(tx, id, UNSENT);
  if (!found.ok) return found;
  const { body = found.value.body } = change;
  const headers = new Map(Object.entries(found.value.headers));
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === null) headers.delete(name.toLowerCase());
    else headers.set(name.toLowerCase(), value);
  }
  const handling = {
    ...treat(found.value, { ruleId: null, effect: "edited", detail: "by hand" }),
    isEdited: true,
  };
  const edited: Notification = { ...found.value, body, headers: Object.fromEntries(headers), handling };
  await tx.table(notificationTable).put(edited);
  tx.record({ kind: "webhook-edited", notificationId: id, type: edited.type });
  return ok(edited);
}

/** Puts held notifications in front of the inbox in the order given; the others follow as they were. */
export async function reorderInbox(
  tx: Transaction,
  ids: readonly string[],
): Promise<Result<Notification[], InboxRefused>> {
  const held = await inboxOf(tx);
  for (const id of ids) {
    const found = await inState(tx, id, ["held"]);
    if (!found.ok) return found;
  }
  const order = [...ids, ...held.map(({ id }) => id).filter((id) => !ids.includes(id))];
  const ranks = held.map(({ handling, seq }) => handling?.rank ?? seq);
  const ordered: Notification[] = [];
  for (const [index, id] of order.entries()) {
    const found = held.find((one) => one.id === id);
    if (found === undefined) continue;
    const handling = {
      ...treat(found, { ruleId: null, effect: "reordered", detail: `to place ${index + 1}` }),
      rank: ranks[index] ?? null,
    };
    const placed: Notification = { ...found, handling };
    await tx.table(notificationTable).put(placed);
    ordered.push(placed);
  }
  tx.record({ kind: "webhook-inbox-reordered", notificationIds: ordered.map(({ id }) => id) });
  return ok(ordered);
}

async function inState(
  tx: Transaction,
  id: string,
  needed: readonly Notification["state"][],
): Promise<Result<Notification, InboxRefused>> {
  const found = await tx.table(notificationTable).get(id);
  if (found === null) return err({ code: "unknown-delivery", id });
  if (needed.includes(found.state)) return ok(found);
  return err({ code: "impossible-delivery-step", id, state: found.state, needed });
}
