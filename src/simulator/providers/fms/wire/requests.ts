import { parseAmount } from "../../../esim/money.ts";
import type { Call } from "../../../http/call.ts";
import type { Contract, Violation } from "../../../http/contract.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { LAST_INSTANT, SECOND_MS } from "../../../kernel/time.ts";
import type { Credentials } from "../operations/accounts.ts";
import type { CountrySearch, SearchScope } from "../operations/find-packages.ts";
import type { Purchase } from "../operations/place-order.ts";
import type { PaymentNotice } from "../operations/take-notice.ts";
import type { MalformedRequest, TimeNotConvertible } from "./errors.ts";
import type { components } from "./generated.ts";

type Schemas = components["schemas"];

const DEFAULT_USER_TYPE = 4;

/** The last second that can be written as an instant; milliseconds sent by mistake lie beyond it. */
const LAST_SECOND = Math.floor(LAST_INSTANT / SECOND_MS);

/** A body that breaks nothing in the contract, or the refusal that names the first member that does. */
export function checkedBody<B>(contract: Contract, operationId: string, call: Call): Result<B, MalformedRequest> {
  const body = call.body.kind === "json" ? call.body.value : undefined;
  const violations = contract.requestViolations(operationId, body);
  return violations.length > 0 ? malformed(violations) : ok(body as B); // the contract has just been checked
}

/** The query of a package detail, or of the tolerated POST with the same members in its body (FMS-P12). */
export function readPackageDetail(
  contract: Contract,
  operationId: string,
  call: Call,
): Result<{ readonly packageId: number }, MalformedRequest> {
  const parameter = call.method === "POST" ? memberTexts(call) : (name: string) => call.query(name);
  const violations = contract.queryViolations(operationId, parameter);
  return violations.length > 0 ? malformed(violations) : ok({ packageId: Number(parameter("id")) });
}

/** Reads a registration; the kind of account is a customer unless given. */
export function readRegistration(
  body: Schemas["EmailRegisterRequest"],
): Result<Credentials & { userType: number; verificationCode: string | null }, never> {
  const userType = Number(body.userType ?? DEFAULT_USER_TYPE);
  return ok({ ...credentialsIn(body), userType, verificationCode: textOrNull(body.verifyCode) });
}

/** Reads a login. */
export function readLogin(body: Schemas["EmailLoginRequest"]): Result<Credentials, never> {
  return ok(credentialsIn(body));
}

/** Reads a password reset. */
export function readPasswordReset(
  body: Schemas["PasswordResetRequest"],
): Result<Credentials & { verificationCode: string | null }, never> {
  return ok({ ...credentialsIn(body), verificationCode: textOrNull(body.verifyCode) });
}

/** Reads the mailbox to which a verification code goes. */
export function readCodeRequest(body: Schemas["EmailVerificationCodeRequest"]): Result<{ email: string }, never> {
  return ok({ email: body.email });
}

/** Reads the filters of the country list; empty ones count as not given. */
export function readCountrySearch(
  body: Schemas["CountryPackageListRequest"],
): Result<{ mcc: string | null; scope: SearchScope | null }, never> {
  const type = textOrNull(body.type);
  return ok({ mcc: textOrNull(body.countryCode), scope: type === null ? null : scopeOf(type) });
}

/** Reads which packages of which country are looked for. */
export function readPackageSearch(body: Schemas["PackageListRequest"]): Result<CountrySearch, never> {
  const { countryCode, isoCountryName, type } = body;
  return ok({ mcc: textOrNull(countryCode), name: textOrNull(isoCountryName), scope: scopeOf(String(type)) });
}

/** Reads the continent whose packages are looked for. */
export function readContinent(body: Schemas["SelectPackageByContinentsRequest"]): Result<{ continent: string }, never> {
  return ok({ continent: body.continentsCode });
}

/** Reads a purchase; an amount with more than four decimal places is malformed. */
export function readPurchase(body: Schemas["PreOrderRequest"]): Result<Purchase, MalformedRequest> {
  const amount = parseAmount(body.money);
  if (amount === null) return err({ code: "malformed-request", member: "money" });
  return ok({
    packageId: Number(body.id),
    packageCode: body.packageCode ?? null,
    currencyId: Number(body.currencyId),
    currency: body.currency,
    validityDays: Number(body.periodNum),
    amount,
  });
}

/** Reads a purchase together with the order whose eSIM it is for. */
export function readTopUp(
  body: Schemas["TopUpOrderRequest"],
): Result<Purchase & { orderId: string }, MalformedRequest> {
  const purchase = readPurchase(body);
  return purchase.ok ? ok({ ...purchase.value, orderId: String(body.orderId) }) : purchase;
}

/** Reads the order that a call is about. */
export function readOrderReference(body: Schemas["OrderStatusRequest"]): Result<{ orderId: string }, never> {
  return ok({ orderId: String(body.orderId) });
}

/** Reads a payment notice. Its time is only checked: the limit is measured by the moment at which the notice arrives. */
export function readNotice(
  body: Schemas["PaymentWebhookRequest"],
): Result<PaymentNotice, MalformedRequest | TimeNotConvertible> {
  const amount = parseAmount(body.payAmount);
  if (amount === null) return err({ code: "malformed-request", member: "payAmount" });
  if (Number(body.dateTime) > LAST_SECOND) return err({ code: "time-not-convertible" });
  return ok({
    orderId: String(body.orderId),
    isPaid: body.type === "payment_intent.succeeded",
    amount,
    currency: body.payCurrency,
    reference: body.paypalId ?? null,
  });
}

function malformed(violations: readonly Violation[]): Result<never, MalformedRequest> {
  const where = violations.find((violation) => violation.path.length > 0)?.path[0];
  return err({ code: "malformed-request", member: where === undefined ? "the body is no object" : nameOf(where) });
}

/** Names of members come from the contract or from the request; a long one is cut. */
function nameOf(segment: string | number): string {
  return String(segment).slice(0, 40);
}

/** Absent, null and the empty text all mean: not given. */
function textOrNull(value: string | number | null | undefined): string | null {
  return value === undefined || value === null || value === "" ? null : String(value);
}

function scopeOf(type: string): SearchScope {
  return type === "2" ? "only" : "shown";
}

function credentialsIn(body: { readonly email: string; readonly passwd: string }): Credentials {
  return { email: body.email, passwordDigest: body.passwd };
}

/** Members of a JSON object as the texts that a query would hold. */
function memberTexts(call: Call): (name: string) => string | undefined {
  const value = call.body.kind === "json" ? call.body.value : null;
  const members = typeof value === "object" && value !== null ? value : {};
  return (name) => {
    const member: unknown = Object.hasOwn(members, name) ? Reflect.get(members, name) : undefined;
    if (member === undefined) return undefined;
    return typeof member === "number" || typeof member === "string" ? String(member) : "not a number";
  };
}
