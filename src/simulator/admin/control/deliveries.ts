import { limits } from "../../kernel/limits.ts";
import { type Notification, notificationTable } from "../../kernel/outbox.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import {
  dropByHand,
  edit,
  type InboxRefused,
  inboxOf,
  release,
  reorderInbox,
  resend,
} from "../../kernel/webhook-inbox.ts";
import type { Listing } from "./listing.ts";
import { type DeliveryView, viewOfDelivery } from "./outbox.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** What is changed about a delivery that was not sent yet. */
export interface DeliveryEdit {
  /** The whole body: text as it is to be sent, or a value that is written as JSON. */
  readonly body?: unknown;
  /** Headers that are set, or taken away by null. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

type Step = (tx: Transaction, id: string) => Promise<Result<Notification, InboxRefused>>;

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;

/** Visible characters, blanks and tabs: what Node sends. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]{0,8192}$/;

/** Shows one webhook with its attempts. */
export function showDelivery(tenant: Tenant, id: string): Promise<Controlled<DeliveryView>> {
  return tenant.transact(async (tx) => {
    const found = await tx.table(notificationTable).get(id);
    return found === null ? refused({ code: "unknown-delivery", id }) : ok(viewOfDelivery(found));
  });
}

/** Lists what waits in the inbox, in the order in which it is released. */
export function listInbox(tenant: Tenant): Promise<Listing<DeliveryView>> {
  return tenant.transact(async (tx) => listed(await inboxOf(tx)));
}

/** Sends a webhook from the inbox, or at once one that a rule delays or holds back. */
export function releaseDelivery(tenant: Tenant, id: string): Promise<Controlled<DeliveryView>> {
  return step(tenant, id, release);
}

/** Sends everything in the inbox, or what has one of some types, in its order. */
export function releaseInbox(
  tenant: Tenant,
  { types = null }: { readonly types?: readonly string[] | null } = {},
): Promise<Controlled<Listing<DeliveryView>>> {
  return tenant.transact(async (tx) => {
    const released: Notification[] = [];
    for (const { id, type } of await inboxOf(tx)) {
      if (types !== null && !types.includes(type)) continue;
      const done = await release(tx, id);
      if (done.ok) released.push(done.value);
    }
    return ok(listed(released));
  });
}

/** Puts webhooks in front of the inbox, in the order given. */
export function orderInbox(tenant: Tenant, ids: readonly string[]): Promise<Controlled<Listing<DeliveryView>>> {
  return tenant.transact(async (tx) => {
    const done = await reorderInbox(tx, ids);
    return done.ok ? ok(listed(done.value)) : refused(done.error);
  });
}

/** Takes a webhook that was not sent yet out of the way for good. */
export function dropDelivery(tenant: Tenant, id: string): Promise<Controlled<DeliveryView>> {
  return step(tenant, id, dropByHand);
}

/** Sends a settled webhook once more, with the same id and body. */
export function resendDelivery(tenant: Tenant, id: string): Promise<Controlled<DeliveryView>> {
  return step(tenant, id, resend);
}

/** Changes body or headers of a webhook that was not sent yet. */
export async function editDelivery(
  tenant: Tenant,
  changed: { readonly id: string; readonly edit: DeliveryEdit },
): Promise<Controlled<DeliveryView>> {
  const { body, headers = {} } = changed.edit;
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  if (text !== undefined && text.length > limits.webhookBodyCharacters) {
    const expected = `at most ${limits.webhookBodyCharacters} characters long`;
    return refuseValue({ path: "body.body", expected, got: text.length });
  }
  if (text === undefined && Object.keys(headers).length === 0) {
    return refuseValue({ path: "body", expected: "an object with body, headers or both", got: changed.edit });
  }
  for (const [name, value] of Object.entries(headers)) {
    const path = `body.headers.${name.slice(0, 100)}`;
    if (!HEADER_NAME.test(name)) return refuseValue({ path, expected: "named like a header", got: name });
    if (value !== null && !HEADER_VALUE.test(value))
      return refuseValue({ path, expected: "text a header can hold, or null", got: value });
  }
  return step(tenant, changed.id, (tx, id) => edit(tx, id, { ...(text === undefined ? {} : { body: text }), headers }));
}

function step(tenant: Tenant, id: string, take: Step): Promise<Controlled<DeliveryView>> {
  return tenant.transact(async (tx) => {
    const done = await take(tx, id);
    return done.ok ? ok(viewOfDelivery(done.value)) : refused(done.error);
  });
}

function refused(refusal: InboxRefused): Controlled<never> {
  if (refusal.code === "unknown-delivery") {
    const expected = "the id of a delivery, as GET deliveries lists them";
    return refuseValue({ path: "path.id", expected, got: refusal.id }, refusal.code);
  }
  const { id, state, needed } = refusal;
  return refuse(refusal.code, `delivery ${id} is ${state}; for this it must be ${needed.join(", ")}`);
}

function listed(found: readonly Notification[]): Listing<DeliveryView> {
  return { items: found.map(viewOfDelivery), total: found.length };
}
