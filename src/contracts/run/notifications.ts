import type { DeliveryRule } from "../documents/semantics.ts";
import type { AwaitedNotification } from "../plan/case.ts";
import { callOperation } from "./call.ts";
import { judgeExpectation } from "./expectation.ts";
import { durationOf } from "./expressions.ts";
import type { Inbox, Notification } from "./inbox.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";
import { isRecord } from "./values.ts";
import type { World } from "./world.ts";

/** A notification with the name that the document gives its type; null for a type that is not described. */
export interface NamedNotification {
  readonly name: string | null;
  readonly type: string;
  readonly id: string;
  readonly key: string;
  readonly notification: Notification;
}

/** Clears the receiver, says how it replies, and registers its address with the provider. */
export async function openReceiver(
  world: World,
  wanted: { readonly replies?: readonly number[]; readonly register?: boolean },
): Promise<StepProblem | null> {
  const rule = world.spec.delivery;
  if (rule === null) throw new Error("the document has no x-delivery");
  const inbox = await world.ports.inbox();
  inbox.clear();
  inbox.onArrival(world.ports.onNotification(world));
  world.saved["receiverUrl"] = inbox.url;
  world.saved["otherReceiverUrl"] = inbox.otherUrl;
  if (wanted.register !== false) {
    const exchange = await callOperation(world, { call: rule.register.call, with: { [rule.register.at]: inbox.url } });
    const problem = judgeExpectation(exchange, { outcome: "success" }, world.spec);
    if (problem !== null) return problem;
  }
  world.heard = inbox.arrived().length;
  inbox.replies(wanted.replies ?? []);
  return null;
}

/** Lets deliveries that are on their way end, so that none arrives in the next world. */
export async function closeReceiver(world: World): Promise<void> {
  await world.advance(0);
  (await world.ports.inbox()).onArrival(null);
}

/** Compares what arrived since the last such step with what had to arrive: these, in this order per key, and no other. */
export async function awaitNotifications(
  world: World,
  step: { readonly notified: readonly AwaitedNotification[]; readonly within?: string },
): Promise<StepProblem | null> {
  const inbox = await world.ports.inbox();
  await world.advance(step.within === undefined ? 0 : durationOf(step.within)); // deliveries of this instant end before it answers
  const arrived = await namedSince(world, inbox);
  world.heard = inbox.arrived().length;
  world.saved["notifications"] = arrived.map(({ name, notification }) => ({
    name,
    receivedAt: notification.path,
    ...bodyOf(notification),
  }));
  const problem = missingOrSpare(step.notified, arrived) ?? wrongOrder(step.notified, arrived);
  return problem ?? (await wrongContents(world, step.notified, arrived));
}

async function namedSince(world: World, inbox: Inbox): Promise<NamedNotification[]> {
  const named: NamedNotification[] = [];
  for (const notification of inbox.arrived().slice(world.heard)) named.push(await nameOf(world, notification));
  return named;
}

/** Finds out what a notification is, by the expressions of `x-delivery`. */
export async function nameOf(world: World, notification: Notification): Promise<NamedNotification> {
  const rule = world.spec.delivery;
  if (rule === null) return { name: null, type: "", id: "", key: "", notification };
  const body = bodyOf(notification);
  const [type, id, key] = [await textIn(rule.type, body), await textIn(rule.id, body), await textIn(rule.key, body)];
  return { name: (await typesOf(world, rule)).get(type) ?? null, type, id, key, notification };

  async function textIn(expression: string, variables: Readonly<Record<string, unknown>>): Promise<string> {
    const found = await world.evaluate(expression, { body: variables, ...variables });
    return found === undefined || found === null ? "" : String(found);
  }
}

const known = new WeakMap<DeliveryRule, Promise<Map<string, string>>>();

/** The types of notifications by the names of the document, read off their examples. */
function typesOf(world: World, rule: DeliveryRule): Promise<Map<string, string>> {
  const found = known.get(rule) ?? readTypes(world, rule);
  known.set(rule, found);
  return found;
}

async function readTypes(world: World, rule: DeliveryRule): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  for (const { name, pointer } of world.spec.notifications.values()) {
    const media = world.spec.at(pointer.replace(/\/schema$/, ""));
    const examples = isRecord(media) && isRecord(media["examples"]) ? Object.values(media["examples"]) : [];
    for (const example of examples) {
      const body = isRecord(example) && isRecord(example["value"]) ? example["value"] : {};
      types.set(String(await world.evaluate(rule.type, { body, ...body })), name);
    }
  }
  return types;
}

function missingOrSpare(
  expected: readonly AwaitedNotification[],
  arrived: readonly NamedNotification[],
): StepProblem | null {
  const waiting = expected.map(({ name }) => name);
  for (const { name, type } of arrived) {
    const at = name === null ? -1 : waiting.indexOf(name);
    if (at < 0) {
      return problemOf(`a notification ${name ?? type} arrives that nothing has caused`, {
        ...seen(expected, arrived),
        root: `notification ${name ?? type} too many`,
      });
    }
    waiting.splice(at, 1);
  }
  const [missing] = waiting;
  if (missing === undefined) return null;
  return problemOf(`the notification ${missing} does not arrive`, {
    ...seen(expected, arrived),
    root: `notification ${missing} missing`,
  });
}

function wrongOrder(
  expected: readonly AwaitedNotification[],
  arrived: readonly NamedNotification[],
): StepProblem | null {
  for (const key of new Set(arrived.map((one) => one.key))) {
    let at = 0;
    for (const { name } of arrived.filter((one) => one.key === key)) {
      while (at < expected.length && expected[at]?.name !== name) at += 1;
      if (at >= expected.length) {
        return problemOf("the notifications of one eSIM arrive in another order than they arose", {
          ...seen(expected, arrived),
          root: "notification order",
        });
      }
      at += 1;
    }
  }
  return null;
}

function seen(
  expected: readonly AwaitedNotification[],
  arrived: readonly NamedNotification[],
): { readonly expected: string; readonly got: string } {
  const list = (names: readonly string[]): string => (names.length === 0 ? "none" : names.join(", "));
  return { expected: list(expected.map(({ name }) => name)), got: list(arrived.map(({ name, type }) => name ?? type)) };
}

async function wrongContents(
  world: World,
  expected: readonly AwaitedNotification[],
  arrived: readonly NamedNotification[],
): Promise<StepProblem | null> {
  const left = [...arrived];
  for (const { name, holds, says } of expected) {
    const at = left.findIndex((one) => one.name === name);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found === undefined || holds === undefined) continue;
    const body = bodyOf(found.notification);
    if ((await world.evaluate(holds, { body, ...body })) === true) continue;
    return problemOf(says ?? `the notification ${name} does not say what happened`, {
      expected: holds,
      got: body,
      root: `notification ${name} contents`,
    });
  }
  return null;
}

/** The body of a notification as an object; empty for anything else. */
export function bodyOf(notification: Notification): Readonly<Record<string, unknown>> {
  return isRecord(notification.body) ? notification.body : {};
}
