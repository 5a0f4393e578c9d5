import {
  type DeliveryAttempt,
  type Mail,
  mailTable,
  type Notification,
  notificationTable,
} from "../../kernel/outbox.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { type Treatment, unhandled } from "../../kernel/webhook-desk.ts";
import { isoOf, type Listing, pageOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { namedProviders } from "./providers.ts";
import type { Controlled } from "./refusal.ts";

/** A part of a numbered listing: records after the number `since`, at most `limit`. */
export interface Tail {
  readonly since?: number;
  readonly limit?: number;
}

/** Which mails to list; `to` is compared without regard to case. */
export interface MailQuery extends Tail {
  readonly provider?: string;
  readonly to?: string;
}

/** A mail in the tenant's mailbox. Attachments are absolute URLs that the sandbox serves. */
export interface MailView {
  readonly id: string;
  readonly seq: number;
  readonly provider: string;
  readonly sentAt: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly url: string }[];
}

/** Which deliveries to list. `about` is the id of anything a notification is about: an order, an eSIM. */
export interface DeliveryQuery extends Tail {
  readonly provider?: string;
  readonly type?: string;
  readonly state?: string;
  readonly about?: string;
}

/** One try to deliver. */
interface AttemptView extends Omit<DeliveryAttempt, "at"> {
  readonly at: string;
}

/** A webhook on its way or settled, with every attempt. */
export interface DeliveryView {
  readonly id: string;
  readonly seq: number;
  readonly provider: string;
  readonly type: string;
  readonly url: string;
  readonly state: Notification["state"];
  readonly createdAt: string;
  /** Credentials among them are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body exactly as it is sent. */
  readonly body: string;
  readonly about: Readonly<Record<string, string>>;
  readonly attempts: readonly AttemptView[];
  /** What rules and hands did to it, in order. */
  readonly treatments: readonly Treatment[];
  /** Whether its body or headers were edited by hand. */
  readonly isEdited: boolean;
  /** Copies that follow once it was accepted. */
  readonly copiesLeft: number;
}

const CREDENTIAL_HEADER = /access-?code|secret|token|signature|authorization|cookie/i;

/** Lists the mails that the providers have sent, oldest first. */
export async function listMails(
  tenant: Tenant,
  query: MailQuery,
  ports: ControlPorts,
): Promise<Controlled<Listing<MailView>>> {
  const named = namedProviders(query.provider, ports);
  if (!named.ok) return named;
  const to = query.to?.toLowerCase();
  const mails = await tenant.transact((tx) => tx.table(mailTable).all());
  const found = mails.filter(
    (mail) =>
      mail.seq > (query.since ?? 0) &&
      named.value.some(({ name }) => name === mail.provider) &&
      (to === undefined || mail.to.toLowerCase() === to),
  );
  return ok(pageOf(found, limitOf(query), (mail) => viewOfMail(mail, ports)));
}

/** Lists webhooks with their attempts, oldest first. */
export async function listDeliveries(
  tenant: Tenant,
  query: DeliveryQuery,
  ports: ControlPorts,
): Promise<Controlled<Listing<DeliveryView>>> {
  const named = namedProviders(query.provider, ports);
  if (!named.ok) return named;
  const notifications = await tenant.transact((tx) => tx.table(notificationTable).all());
  const found = notifications.filter(
    (sent) =>
      sent.seq > (query.since ?? 0) &&
      named.value.some(({ name }) => name === sent.provider) &&
      (query.type === undefined || sent.type === query.type) &&
      (query.state === undefined || sent.state === query.state) &&
      (query.about === undefined || Object.values(sent.about).includes(query.about)),
  );
  return ok(pageOf(found, limitOf(query), viewOfDelivery));
}

function limitOf({ limit }: Tail): { readonly limit?: number } {
  return limit === undefined ? {} : { limit };
}

function viewOfMail(mail: Mail, ports: ControlPorts): MailView {
  const { id, seq, provider, to, subject, text } = mail;
  const base = ports.publicUrl();
  const attachments = mail.attachments.map(({ name, contentType, path }) => ({ name, contentType, url: base + path }));
  return { id, seq, provider, sentAt: isoOf(mail.sentAt), to, subject, text, attachments };
}

/** A webhook as the control API shows it. */
export function viewOfDelivery(sent: Notification): DeliveryView {
  const { id, seq, provider, type, url, state, body, about } = sent;
  const headers = Object.fromEntries(
    Object.entries(sent.headers).map(([name, value]) => [name, CREDENTIAL_HEADER.test(name) ? "***" : value]),
  );
  const attempts = sent.attempts.map((attempt) => ({ ...attempt, at: isoOf(attempt.at) }));
  const { treatments, isEdited, copiesLeft } = sent.handling ?? unhandled;
  const createdAt = isoOf(sent.createdAt);
  const shown = { id, seq, provider, type, url, state, createdAt, headers, body, about, attempts };
  return { ...shown, treatments, isEdited, copiesLeft };
}
