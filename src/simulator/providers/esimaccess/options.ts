import {
  decimal,
  flag,
  integer,
  type OptionsReader,
  type OptionTable,
  type OptionValues,
  oneOf,
} from "../../kernel/options.ts";

const DAY_SECONDS = 86_400;

/** A waiting time between two attempts to deliver a notification. */
function retryDelay(seconds: number, which: string): ReturnType<typeof integer> {
  const says = `Seconds between a failed ${which} attempt to deliver a notification and the next one; 0 means no further attempt.`;
  return integer({ minimum: 0, maximum: 7 * DAY_SECONDS, default: seconds }, "DEC-33", says);
}

/** The ambiguities and silences of the eSIM Access sources that can be switched. */
export const esimAccessOptions = {
  successErrorCode: oneOf(["0", "null"], "0", "DEC-02", "What `errorCode` says in a successful answer."),
  rateLimitAnswer: oneOf(
    ["101013", "429", "900001"],
    "101013",
    "DEC-05",
    "How too many requests are refused: a code at status 200, or status 429 with Retry-After.",
  ),
  strictDuplicates: flag(
    false,
    "DEC-06",
    "Refuses a repeated transactionId with 310402 instead of repeating the answer.",
  ),
  chargeFactor: decimal(
    { minimum: 0, maximum: 10, default: 1 },
    "DEC-07",
    "What is charged as a multiple of the listed price, rounded per eSIM; price checks keep to the listed price.",
  ),
  enforceSignature: flag(false, "DEC-08", "Verifies the signature of requests that carry any of its three headers."),
  requireSignature: flag(false, "DEC-08", "Demands and verifies a signature on every request."),
  allowAccessCodeKey: flag(false, "DEC-08", "Accepts signatures made with the access code as key as well."),
  signatureToleranceSeconds: integer(
    { minimum: 0, maximum: 365 * DAY_SECONDS, default: 300 },
    "DEC-09",
    "Seconds by which RT-Timestamp may differ from the reference; beyond it 101001.",
  ),
  timestampReference: oneOf(
    ["wall", "tenant"],
    "wall",
    "DEC-09",
    "Whether RT-Timestamp is compared with real time or with the tenant's clock.",
  ),
  includeRegionalPackages: flag(
    false,
    "DEC-10",
    "A country filter also finds regional packages that cover the country.",
  ),
  strictPager: flag(
    false,
    "DEC-13",
    "Refuses a query without a complete pager, or with a page size outside 5 to 500, with 000105.",
  ),
  dataThresholds: oneOf(
    ["0.5,0.2,0.1", "0.25,0.1", "100MB"],
    "0.5,0.2,0.1",
    "DEC-16",
    "When DATA_USAGE is sent: at these fractions left, or at 100 MB left.",
  ),
  cancelByOrder: flag(
    false,
    "DEC-18",
    "Cancelling by orderNo alone cancels every new eSIM of the order instead of being refused with 200042.",
  ),
  strictTopupIds: flag(false, "DEC-21", "Refuses a top-up that names its eSIM by both keys with 000104."),
  strictTopupAmount: flag(false, "DEC-22", "Refuses a top-up whose amount is a number with 000104."),
  notifyRevival: flag(true, "DEC-26", "Sends ESIM_STATUS IN_USE when a top-up revives a used-up eSIM."),
  webhookRetry1Seconds: retryDelay(10, "first"),
  webhookRetry2Seconds: retryDelay(60, "second"),
  webhookRetry3Seconds: retryDelay(300, "third"),
  webhookTimeoutSeconds: integer(
    { minimum: 1, maximum: 120, default: 10 },
    "DEC-33",
    "Seconds of real time after which an attempt to deliver a notification has failed.",
  ),
  webhookAccessCodeHeader: flag(true, "DEC-35", "Sends the header rt-accesscode with notifications."),
  strictWebhookReply: flag(false, "DEC-37", "Counts only HTTP 200 as acceptance of a notification, not every 2xx."),
  dayPassVolumes: oneOf(
    ["total", "per-day"],
    "total",
    "DEC-39",
    "Whether the total volume of a day pass is that of all its days or that of one day.",
  ),
  strictHttpStatus: flag(false, "DEC-44", "Answers unknown paths with HTTP 404 and other methods with HTTP 405."),
  unknownAccessCode: oneOf(["401001", "000101"], "401001", "DEC-45", "The code for an access code that nobody has."),
  webhookTimeNotation: oneOf(["Z", "+0000"], "Z", "DEC-46", "How times in notifications write UTC."),
  omitUnusedFromUsage: flag(false, "DEC-56", "Leaves eSIMs without reported usage out of usage queries."),
  deletedSmdpStatus: oneOf(
    ["DELETED", "NOT_SUPPORTED"],
    "DELETED",
    "DEC-57",
    "What a profile that was deleted on the device shows as its state.",
  ),
  usageLagSeconds: integer(
    { minimum: 0, maximum: 7 * DAY_SECONDS, default: 7200 },
    "DEC-58",
    "Seconds after which the network reports what was used.",
  ),
  allocationDelaySeconds: integer(
    { minimum: 0, maximum: DAY_SECONDS, default: 2 },
    "DEC-59",
    "Seconds from an order until its whole batch is allocated.",
  ),
  servePrivateEndpoints: flag(
    false,
    "docs-private",
    "Serves esim/realtimeBalance/query, which the provider gives on request only.",
  ),
} as const satisfies OptionTable;

/** The options in force. */
export type EsimAccessOptions = OptionValues<typeof esimAccessOptions>;

/** Gives the options in force for the values that a tenant has stored. */
export type OptionsOf = OptionsReader<typeof esimAccessOptions>;
