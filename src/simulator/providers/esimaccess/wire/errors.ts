import type { Answer } from "../../../http/call.ts";
import type { Violation } from "../../../http/contract.ts";
import type { UnknownProviderCode } from "../../../http/provider.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Refusal } from "../operations/refusals.ts";
import type { EsimAccessOptions } from "../options.ts";
import { type ErrorCode, failureAnswer } from "./envelope.ts";

/** The text of each code: the recorded wording where there is one, else our own. A fault answers with these. */
const texts = {
  "000001": "system error",
  "000101": "Req Header:[RT-AccessCode] is null",
  "000102": "Req Header:[RT-Timestamp] format error",
  "000103": "request method not supported",
  "000104": "request json invalid",
  "000105": "transactionId:must not be blank",
  "000106": "transactionId:must not be null",
  "000107": "transactionId:length must be between 1 and 50",
  "101001": "the request timestamp is expired",
  "101002": "the ip address is blocked",
  "101003": "the signature does not match",
  "101013": "the system is busy, please try again later, [1]",
  "200002": "the operation is not allowed in the current status",
  "200005": "the package price is wrong",
  "200006": "the batchOrder`s amount is wrong",
  "200007": "the balance is insufficient",
  "200008": "the order must not have more than 30 eSIMs",
  "200009": "the order status is abnormal",
  "200010": "the batchOrder has been getting resource, total:[1], success:[0]",
  "200011": "there are not enough profiles in stock",
  "200042": "iccid and esimTranNo must not both be blank",
  "310201": "the bundle code doesn't exist",
  "310211": "the data plan location doesn't exist",
  "310221": "the currency doesn't exist",
  "310231": "the carrier doesn't exist",
  "310241": "base data plan code:[XX_1_7] doesn`t exist.",
  "310242": "top up data plan code doesn't exist",
  "310243": "the data plan doesn't exist",
  "310251": "the vendor doesn't exist",
  "310272": "the orderNo doesn't exist",
  "310402": "the transactionId already exists",
  "310403": "the iccid doesn't belong to the order",
  "310409": "merchant doesn't have valid iccid",
  "400001": "invalid parameters",
  "401001": "authentication failed",
  "404": "path not found",
  "900001": "the system is busy, please try again later",
} as const satisfies Record<ErrorCode, string>;

/** The code by which each refusal of an operation is answered. */
const wireCodes = {
  "insufficient-balance": "200007",
  "out-of-stock": "200011",
  "unknown-esim": "310409",
  "package-code-unknown": "310241",
  "package-withdrawn": "310243",
  "too-many-esims": "200008",
  "day-count-out-of-range": "000105",
  "unit-price-differs": "200005",
  "order-amount-differs": "200006",
  "transaction-id-used": "310402",
  "order-unknown": "310272",
  "order-allocating": "200010",
  "esim-outside-order": "310403",
  "no-esim-named": "200042",
  "esim-keys-differ": "000104",
  "esim-state-forbids": "200002",
  "top-up-code-unknown": "310242",
} as const satisfies Record<Refusal["code"], ErrorCode>;

/** The answer for a refusal of an operation. */
export function refusalAnswer(refusal: Refusal): Answer {
  const code = wireCodes[refusal.code];
  return failureAnswer(code, textOf(refusal) ?? texts[code]);
}

function textOf(refusal: Refusal): string | null {
  switch (refusal.code) {
    case "package-code-unknown":
      return `base data plan code:[${refusal.packageCode}] doesn\`t exist.`;
    case "order-allocating":
      return `the batchOrder has been getting resource, total:[${refusal.total}], success:[${refusal.ready}]`;
    case "day-count-out-of-range": {
      const path = refusal.line === null ? "periodNum" : `packageInfoList[${refusal.line}].periodNum`;
      return `${path}:must be between 1 and 365`;
    }
    default:
      return null;
  }
}

/** The answer for a code with its usual text. */
export function codeAnswer(code: ErrorCode, status = 200): Answer {
  return failureAnswer(code, texts[code], status);
}

/** The answer for too many requests, in the form that the option asks for (DEC-05). */
export function tooManyRequests({ rateLimitAnswer }: EsimAccessOptions): Answer {
  if (rateLimitAnswer === "429") return { ...codeAnswer("101013", 429), headers: { "retry-after": "1" } };
  return codeAnswer(rateLimitAnswer);
}

/** The answer for a path that is not served (DEC-44). */
export function unknownPath({ strictHttpStatus }: EsimAccessOptions): Answer {
  return codeAnswer("404", strictHttpStatus ? 404 : 200);
}

/** The answer for another method than POST (DEC-44). */
export function wrongMethod({ strictHttpStatus }: EsimAccessOptions): Answer {
  return { ...codeAnswer("000103", strictHttpStatus ? 405 : 200), headers: { allow: "POST" } };
}

/** The answer for a code of the provider or a refusal by its name, as a fault names it. */
export function errorAnswer(code: string): Result<Answer, UnknownProviderCode> {
  if (isErrorCode(code)) return ok(codeAnswer(code));
  const named = Object.entries(wireCodes).find(([name]) => name === code)?.[1];
  if (named !== undefined) return ok(codeAnswer(named));
  return err({ code: "unknown-provider-code", known: Object.keys(texts), names: Object.keys(wireCodes) });
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(texts, code);
}

/** Members in the order of their schemas; one list fits all requests. */
const MEMBERS = [
  "locationCode",
  "type",
  "orderNo",
  "esimTranNo",
  "iccid",
  "startTime",
  "endTime",
  "packageCode",
  "transactionId",
  "count",
  "price",
  "amount",
  "packageInfoList",
  "periodNum",
  "slug",
  "dataType",
  "message",
  "esimTranNoList",
  "webhook",
  "webhookUrl",
  "pager",
  "pageSize",
  "pageNum",
];

const TIME_TEXT = "must be a time such as 2010-06-30T01:20+00:00";

/** What a member of a particular form must be. */
const MEMBER_TEXTS: ReadonlyMap<string | number | undefined, string> = new Map([
  ["type", "must be BASE or TOPUP"],
  ["dataType", "must be 1, 2, 3 or 4"],
  ["startTime", TIME_TEXT],
  ["endTime", TIME_TEXT],
  ["webhook", "must be an http or https URL"],
  ["webhookUrl", "must be an http or https URL"],
]);

/** Which kind of violation is answered when there are several: wrong type, then missing or wrong, then null, then too long. */
const PRECEDENCE: readonly ErrorCode[] = ["000104", "000105", "000106", "000107"];

/** The answer for violated constraints of a request: the code that goes first, within a code the schema's order; null for none. */
export function violationAnswer(violations: readonly Violation[]): Answer | null {
  const judged = violations
    .filter(({ schema, keyword }) => schema["x-checked-by"] !== "operation" || isTypeKeyword(keyword))
    .map((violation) => ({ violation, code: violationCode(violation) }))
    .sort((a, b) => PRECEDENCE.indexOf(a.code) - PRECEDENCE.indexOf(b.code) || comparePaths(a.violation, b.violation));
  const [first] = judged;
  if (first === undefined) return null;
  if (first.code === "000104") return codeAnswer("000104");
  return failureAnswer(first.code, `${pathText(first.violation.path)}:${violationText(first.violation)}`);
}

function isTypeKeyword(keyword: string): boolean {
  return keyword === "type" || keyword === "format";
}

function violationCode({ path, keyword, value, schema }: Violation): ErrorCode {
  const own = schema["x-code"];
  if (typeof own === "object" && own !== null) {
    const named = Object.entries(own).find(([name]) => name === keyword)?.[1];
    if (typeof named === "string" && isErrorCode(named)) return named;
  }
  if (isTypeKeyword(keyword)) return value === null && path.length > 0 ? "000106" : "000104";
  return keyword === "maxLength" || keyword === "maxItems" ? "000107" : "000105";
}

function violationText({ path, keyword, value, schema, limit }: Violation): string {
  const type = schema["type"];
  const member = path.at(-1);
  switch (keyword) {
    case "required":
    case "minLength":
    case "minItems":
      if (type === "string") return "must not be blank";
      return type === "array" ? "must not be empty" : "must not be null";
    case "type":
      return "must not be null";
    case "maxLength":
      return `length must be between ${String(schema["minLength"] ?? 0)} and ${String(limit)}`;
    case "maxItems":
      return `size must be between ${String(schema["minItems"] ?? 0)} and ${String(limit)}`;
    case "minimum":
    case "maximum":
      if (schema["maximum"] === undefined) return `must be greater than or equal to ${String(limit)}`;
      return `must be between ${String(schema["minimum"] ?? 0)} and ${String(schema["maximum"])}`;
    case "pattern":
    case "enum":
      if (typeof value === "string" && value.trim() === "") return "must not be blank";
      return MEMBER_TEXTS.get(member) ?? "format error";
    default:
      return "value error";
  }
}

function pathText(path: Violation["path"]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${part}`))
    .join("");
}

function comparePaths(a: Violation, b: Violation): number {
  for (let index = 0; index < Math.max(a.path.length, b.path.length); index += 1) {
    const difference = rankOf(a.path[index]) - rankOf(b.path[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rankOf(part: string | number | undefined): number {
  if (part === undefined) return -1;
  return typeof part === "number" ? part : MEMBERS.indexOf(part);
}
