import type { ProviderEvent, ProviderEvents, ToldEvent } from "../../../http/provider-events.ts";
import { err, ok } from "../../../kernel/result.ts";
import { ALLOCATE_JOB } from "../operations/place-order.ts";
import type { Announcer, Ports } from "../operations/ports.ts";
import { webhookUrlOf } from "../operations/records.ts";
import { type EsimPath, esimPaths } from "./event-paths.ts";
import {
  callStep,
  emitted,
  findEsim,
  findOrder,
  hasHappened,
  NO_ADDRESS,
  orderStep,
  soughtEsim,
  soughtOrder,
  unknownSubject,
} from "./event-subjects.ts";
import { variantsSay } from "./notification-variants.ts";

/** What this provider tells its partners, and how it comes about. */
export function esimAccessEvents(rules: Ports, announcerWith: AnnouncerWith): ProviderEvents {
  const events = [
    checkHealth(),
    orderStatus(rules, announcerWith),
    ...esimPaths.map((path) => esimEvent(path, rules, announcerWith)),
  ];
  return {
    events,
    types: events.map(({ name }) => name),
    variants: variantsSay,
    subjects: ["accountId", "orderNumber", "esimId"],
    ofJob: (kind) => (kind === ALLOCATE_JOB ? "ORDER_STATUS" : null),
  };
}

/** Gives what tells with members of the content that somebody has chosen; null for none. */
export type AnnouncerWith = (content: ToldEvent["content"]) => Announcer;

function checkHealth(): ProviderEvent {
  return {
    name: "CHECK_HEALTH",
    says: "the saved address is saved once more, which checks it",
    takes: {},
    emit: null,
    next: async (tx, { taken }) => {
      const webhook = await webhookUrlOf(tx);
      if (webhook === null) return NO_ADDRESS;
      return ok(taken.length > 0 ? null : callStep(tx, "/webhook/save", { webhook }));
    },
  };
}

function orderStatus(rules: Ports, announcerWith: AnnouncerWith): ProviderEvent {
  return {
    name: "ORDER_STATUS",
    says: "an order is allocated; one is placed unless an order that waits for that is named",
    takes: {},
    next: async (tx, sought) => {
      if ((await webhookUrlOf(tx)) === null) return NO_ADDRESS;
      const order = await soughtOrder(tx, sought);
      if (!order.ok) return order;
      if (order.value === null) return orderStep(tx, sought, rules);
      const { number, createdAt, allocationMs, isAllocated } = order.value;
      if (await hasHappened(tx, sought, { type: "ORDER_STATUS", id: number })) return ok(null);
      if (!isAllocated) return ok({ kind: "clock", to: createdAt + allocationMs });
      return err({ code: "impossible-event", says: `order ${number} is allocated already; emit tells of it again` });
    },
    emit: async (tx, { id, content }) => {
      const order = await findOrder(tx, id);
      if (order === null) return unknownSubject("the number of an order", id);
      return emitted(tx, () => announcerWith(content).orderAllocated(tx, order));
    },
  };
}

function esimEvent(path: EsimPath, rules: Ports, announcerWith: AnnouncerWith): ProviderEvent {
  const { name, says, takes } = path;
  return {
    name,
    says,
    takes,
    next: async (tx, sought) => {
      if ((await webhookUrlOf(tx)) === null) return NO_ADDRESS;
      const found = await soughtEsim(tx, sought, rules);
      if (!found.ok || found.value.esim === null) return found.ok ? ok(found.value.step) : found;
      return path.next(tx, found.value.esim, { sought, rules });
    },
    emit: async (tx, { id, content }) => {
      const esim = await findEsim(tx, id);
      if (esim === null) return unknownSubject("the id or ICCID of an eSIM, or the number of its order", id);
      const untellable = path.untellable?.(tx, esim) ?? null;
      if (untellable !== null) return err({ code: "impossible-event", says: untellable });
      return emitted(tx, () => path.tell(tx, esim, { ...rules, announcer: announcerWith(content) }));
    },
  };
}
