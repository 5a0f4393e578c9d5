import type { OutOfStock } from "../../../esim/package-overlay.ts";
import type { Answer } from "../../../http/call.ts";
import type { UnknownProviderCode } from "../../../http/provider.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { AddressRegistered, CredentialsRefused, UserUnknown } from "../operations/accounts.ts";
import type { CountryMissing, PackageNotOffered } from "../operations/find-packages.ts";
import type { OrderNotFound } from "../operations/orders.ts";
import type { PackageNotAddable, PurchaseRefused } from "../operations/place-order.ts";
import type { QrCodeMissing } from "../operations/show-order.ts";
import type { NoticeRepeated, PaymentMismatch, PreOrderTimedOut } from "../operations/take-notice.ts";
import type { TokenRefused } from "../operations/users.ts";
import type { VerificationRefused } from "../operations/verification.ts";
import { failureAnswer } from "./envelope.ts";

/** A member is missing or breaks the contract; `member` says where, as far as it is known. */
export interface MalformedRequest {
  readonly code: "malformed-request";
  readonly member: string;
}

/** The partner code is that of no partner, or of another tenant than the token. */
interface PartnerUnknown {
  readonly code: "partner-unknown";
}

/** The time of a payment is no instant. */
export interface TimeNotConvertible {
  readonly code: "time-not-convertible";
}

/** Every reason for which a call of this provider is refused. */
export type FmsRefused =
  | MalformedRequest
  | PartnerUnknown
  | TokenRefused
  | AddressRegistered
  | CredentialsRefused
  | UserUnknown
  | VerificationRefused
  | CountryMissing
  | PurchaseRefused
  | PackageNotOffered
  | PackageNotAddable
  | OutOfStock
  | TimeNotConvertible
  | OrderNotFound
  | NoticeRepeated
  | PreOrderTimedOut
  | PaymentMismatch
  | QrCodeMissing;

/** The documented codes that a call can be refused with, and what the sandbox says along; the texts of 6006 and 10008 are documented. */
const messages = {
  2: "wrong parameters",
  7: "token expired",
  1102: "time conversion failed",
  3004: "order system exception",
  3005: "qr code is missing",
  6006: "PreOrder Timeout",
  9999: "error",
  10008: "paypal The callback has no order number",
  10009: "price inconsistent",
} as const;

type WireCode = keyof typeof messages;

const wireErrors = {
  "malformed-request": [2, "wrong parameters"],
  "partner-unknown": [2, "wrong parameters: no such partner"],
  "address-registered": [2, "wrong parameters: the address is registered already"],
  "credentials-refused": [2, "wrong parameters: unknown user or wrong password"],
  "user-unknown": [2, "wrong parameters: unknown user"],
  "verification-code-refused": [2, "wrong parameters: the verification code is wrong or too old"],
  "country-missing": [2, "wrong parameters: countryCode or isoCountryName is needed"],
  "package-not-offered": [2, "wrong parameters: no such package"],
  "package-code-mismatch": [2, "wrong parameters: packageCode belongs to another package"],
  "price-entry-unknown": [2, "wrong parameters: currency and currencyId are not of one price"],
  "period-mismatch": [2, "wrong parameters: periodNum is not the period of the package"],
  "package-not-addable": [2, "wrong parameters: the package cannot be added to this eSIM"],
  "token-refused": [7, messages[7]],
  "time-not-convertible": [1102, messages[1102]],
  "out-of-stock": [3004, "order system exception: no free profile"],
  "notice-repeated": [3004, "order system exception: the payment was notified before"],
  "qr-code-missing": [3005, messages[3005]],
  "pre-order-timed-out": [6006, messages[6006]],
  "order-not-found": [10008, messages[10008]],
  "price-mismatch": [10009, "price inconsistent: money is not the price"],
  "payment-mismatch": [10009, "price inconsistent: payAmount or payCurrency is not that of the order"],
} as const satisfies Record<FmsRefused["code"], readonly [code: WireCode, message: string]>;

/** The answer to a call that was refused. */
export function refusalAnswer(refused: FmsRefused): Answer {
  const [code, message] = wireErrors[refused.code];
  return failureAnswer(code, refused.code === "malformed-request" ? `${message}: ${refused.member}` : message);
}

/** The answer for one of the documented codes or for a refusal by its name, for faults; what FMS does not have is refused. */
export function answerOfCode(code: string): Result<Answer, UnknownProviderCode> {
  const found = Object.entries(messages).find(([known]) => known === code);
  if (found !== undefined) return ok(failureAnswer(Number(found[0]), found[1]));
  const named = Object.entries(wireErrors).find(([name]) => name === code)?.[1];
  if (named !== undefined) return ok(failureAnswer(named[0], named[1]));
  return err({ code: "unknown-provider-code", known: Object.keys(messages), names: Object.keys(wireErrors) });
}

/** The answer when something inside the sandbox broke. */
export function systemErrorAnswer(): Answer {
  return failureAnswer(9999, messages[9999]);
}

/** The answer to a body that cannot be read; no operation was begun (FMS-P27). */
export function unreadableAnswer(reason: string): Answer {
  return failureAnswer(2, reason, 400);
}

/** The answer for a path that is not served. */
export function unknownPathAnswer(): Answer {
  return failureAnswer(2, "no such path", 404);
}

/** The answer for a path that is served for another method. */
export function wrongMethodAnswer(): Answer {
  return failureAnswer(2, "method not allowed", 405);
}
