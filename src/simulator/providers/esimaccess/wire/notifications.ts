import type { Esim } from "../../../esim/esim.ts";
import type { Contract } from "../../../http/contract.ts";
import type { DeliveryPolicy } from "../../../kernel/outbox.ts";
import { DAY_MS, type EpochMs, SECOND_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Announcer } from "../operations/ports.ts";
import { countedUpTo } from "../operations/read-usage.ts";
import { PROVIDER, webhookUrlOf } from "../operations/records.ts";
import type { EsimAccessOptions } from "../options.ts";
import { credentialsOf } from "./auth.ts";
import type { components } from "./generated.ts";
import { notificationVariants } from "./notification-variants.ts";
import { esimStatusOf, smdpStatusOf } from "./responses.ts";

type Schemas = components["schemas"];

/** An event before it has an id. `name` is its key in the contract. */
interface Event {
  readonly name: string;
  readonly type: string;
  readonly content: object;
  /** Notifications of one lane go one after another. */
  readonly lane: string;
  readonly about: Readonly<Record<string, string>>;
}

/** The headers of a notification; nothing in it is signed (DEC-35). */
export function notificationHeaders(tenantId: string, options: EsimAccessOptions): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (options.webhookAccessCodeHeader) headers["rt-accesscode"] = credentialsOf(tenantId).accessCode;
  return headers;
}

/** An instant as notifications write it (DEC-46). */
function notificationTime(at: EpochMs, options: EsimAccessOptions): string {
  return new Date(at).toISOString().slice(0, 19) + options.webhookTimeNotation;
}

/** The check that an address must accept before it is saved. */
export function healthCheckBody(
  check: { readonly id: string; readonly at: EpochMs },
  options: EsimAccessOptions,
): string {
  const body: Schemas["CheckHealthNotification"] = {
    notifyType: "CHECK_HEALTH",
    notifyId: check.id,
    eventGenerateTime: notificationTime(check.at, options),
    content: { orderNo: "1234567890", orderStatus: "Test" },
  };
  return JSON.stringify(body);
}

/** What is tried again and when (DEC-33), and what a receiver must answer (DEC-37). A waiting time of 0 ends the attempts. */
function deliveryPolicy(options: EsimAccessOptions): DeliveryPolicy {
  const delays = [options.webhookRetry1Seconds, options.webhookRetry2Seconds, options.webhookRetry3Seconds];
  const end = delays.indexOf(0);
  const retryDelaysMs = (end === -1 ? delays : delays.slice(0, end)).map((seconds) => seconds * SECOND_MS);
  const timeoutMs = options.webhookTimeoutSeconds * SECOND_MS;
  return { retryDelaysMs, timeoutMs, accepts: options.strictWebhookReply ? "200" : "2xx" };
}

/**
 * Writes events as notifications and hands them to the outbox; without a saved address nothing is sent. `chosen` are members that stand
 * in the content as somebody wants them: what they make of it is not ours, so that it is not checked against our contract.
 */
export function createAnnouncer(
  contract: Contract,
  optionsOf: (tx: Transaction) => EsimAccessOptions,
  chosen: Readonly<Record<string, unknown>> | null = null,
): Announcer {
  const announce = async (tx: Transaction, event: Event): Promise<void> => {
    const url = await webhookUrlOf(tx);
    if (url === null) return;
    const options = optionsOf(tx);
    const { name, type, content, lane, about } = event;
    await tx.notify({
      provider: PROVIDER,
      type,
      url,
      headers: notificationHeaders(tx.tenantId, options),
      bodyOf: (id) => {
        const eventGenerateTime = notificationTime(tx.at, options);
        const body = { notifyType: type, notifyId: id, eventGenerateTime, content: { ...content, ...chosen } };
        if (chosen === null) reportViolation(tx, contract, { name, body });
        return JSON.stringify(body);
      },
      lane: `${PROVIDER}/${lane}`, // DEC-34: an eSIM's events in order, one at a time; others do not wait for them
      policy: deliveryPolicy(options),
      about,
      variants: notificationVariants,
    });
  };
  const announceEsim = (
    tx: Transaction,
    esim: Esim,
    event: Pick<Event, "name" | "type" | "content">,
  ): Promise<void> => {
    const about = { esimId: esim.id, orderNumber: esim.orderNumber, ...idsOf(esim) };
    return announce(tx, { ...event, lane: esim.id, about });
  };
  return {
    orderAllocated: (tx, { number, transactionId, esimIds }) => {
      const content: Schemas["OrderStatusContent"] = { orderNo: number, orderStatus: "GOT_RESOURCE", transactionId };
      const about = { orderNumber: number, orderNo: number, transactionId };
      const lane = esimIds.length === 1 ? (esimIds[0] ?? number) : number; // in front of the events of an only eSIM
      return announce(tx, { name: "orderStatus", type: "ORDER_STATUS", content, lane, about });
    },
    statusChanged: (tx, esim) => {
      const content = esimStatusContent(esim, optionsOf(tx));
      return announceEsim(tx, esim, { name: "esimStatus", type: "ESIM_STATUS", content });
    },
    profileMoved: async (tx, esim) => {
      if ((await webhookUrlOf(tx)) === null) return; // no step is counted for nobody
      const content = smdpEventContent(esim, { at: tx.at, step: await tx.next("esimaccess-smdp-step") }, optionsOf(tx));
      return announceEsim(tx, esim, { name: "smdpEvent", type: "SMDP_EVENT", content });
    },
    dataThresholdCrossed: (tx, { esim, fraction }) => {
      const options = optionsOf(tx);
      const lastUpdateTime = notificationTime(countedUpTo(tx, esim, { options: optionsOf }), options);
      const content: Schemas["DataUsageContent"] = {
        ...idsOf(esim),
        totalVolume: esim.volumeBytes,
        orderUsage: esim.reportedBytes,
        remain: esim.volumeBytes - esim.reportedBytes,
        ...(fraction === null ? {} : { remainThreshold: fraction, lastUpdateTime }),
      };
      return announceEsim(tx, esim, { name: "dataUsage", type: "DATA_USAGE", content });
    },
    validityEnding: (tx, esim) => {
      const content: Schemas["ValidityUsageContent"] = {
        ...idsOf(esim),
        remain: Math.ceil((esim.expiresAt - tx.at) / DAY_MS),
        totalDuration: esim.validityDays,
        durationUnit: "DAY",
        expiredTime: notificationTime(esim.expiresAt, optionsOf(tx)),
      };
      return announceEsim(tx, esim, { name: "validityUsage", type: "VALIDITY_USAGE", content });
    },
  };
}

interface EsimIds {
  readonly iccid: string;
  readonly orderNo: string;
  readonly esimTranNo: string;
  readonly transactionId: string;
}

/** The number of the original order stands also after top-ups. */
function idsOf(esim: Esim): EsimIds {
  const { iccid, orderNumber, id, transactionId } = esim;
  return { iccid, orderNo: orderNumber, esimTranNo: id, transactionId: transactionId ?? "" };
}

/** The state of a plan as notifications spell it (DEC-27). */
function eventStatusOf(esim: Esim): Schemas["EventEsimStatus"] {
  const status = esimStatusOf(esim);
  return status === "REVOKE" ? "REVOKED" : status;
}

function esimStatusContent(esim: Esim, options: EsimAccessOptions): Schemas["EsimStatusContent"] {
  const { volumeBytes, reportedBytes } = esim;
  const volumes = { totalVolume: volumeBytes, orderUsage: reportedBytes, remainVolume: volumeBytes - reportedBytes };
  return {
    ...idsOf(esim),
    esimStatus: eventStatusOf(esim),
    smdpStatus: smdpStatusOf(esim, options),
    ...(esim.activatedAt === null ? {} : volumes), // documented as present only sometimes
  };
}

function smdpEventContent(
  esim: Esim,
  step: { readonly at: EpochMs; readonly step: number },
  options: EsimAccessOptions,
): Schemas["SmdpEventContent"] {
  return {
    ...idsOf(esim),
    eid: esim.eid ?? "",
    esimStatus: eventStatusOf(esim),
    smdpStatus: smdpStatusOf(esim, options),
    timestamp: notificationTime(step.at, options),
    seqNumber: step.step,
    notifyStatus: "Executed-Success",
  };
}

/** A violation of our own contract never changes a body: it is journalled. */
export function reportViolation(
  tx: Transaction,
  contract: Contract,
  notification: { readonly name: string; readonly body: unknown },
): void {
  const detail = contract.notificationViolation(notification.name, notification.body);
  if (detail !== null) tx.record({ kind: "contract-violation", notification: notification.name, detail });
}
