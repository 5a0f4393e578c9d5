import type { Answer, TenantCall } from "../../http/call.ts";
import type { Contract } from "../../http/contract.ts";
import type { ProviderOperation } from "../../http/provider.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { logIn, register, resetPassword, type Session } from "./operations/accounts.ts";
import { type Catalogue, continents } from "./operations/catalogue.ts";
import {
  listContinentPackages,
  listCountries,
  listHotPackages,
  listPackages,
  showPackage,
} from "./operations/find-packages.ts";
import { FMS, type Offer } from "./operations/offers.ts";
import { placeOrder, placeTopUp } from "./operations/place-order.ts";
import { askStatus, showEsim } from "./operations/show-order.ts";
import { takeNotice } from "./operations/take-notice.ts";
import { listTopUps } from "./operations/top-ups.ts";
import { userOfToken } from "./operations/users.ts";
import { sendCode } from "./operations/verification.ts";
import type { FmsOptions, OptionsOf } from "./options.ts";
import { credentialsOf, partnerCodeOf, tokenOf } from "./wire/auth.ts";
import { successAnswer } from "./wire/envelope.ts";
import { type FmsRefused, refusalAnswer, unreadableAnswer } from "./wire/errors.ts";
import { mailTexts } from "./wire/notifications.ts";
import * as requests from "./wire/requests.ts";
import * as responses from "./wire/responses.ts";

/** What every operation of FMS works with. */
export interface FmsPorts {
  readonly contract: Contract;
  readonly catalogue: Catalogue;
  readonly optionsOf: OptionsOf;
}

/** A call that has passed authentication. */
interface Caller {
  /** The user of the token; empty for an operation that asks for none. */
  readonly userId: string;
  readonly options: FmsOptions;
}

/** Turns a call into a command, or says what is wrong with it. */
type Reader<C> = (call: TenantCall, operationId: string) => Result<C, FmsRefused>;

/** One operation: how its request is read, what it does and how it answers. */
interface Route<C, V> {
  readonly operationId: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** `v10`: only while the option asks for a token as version 1.0 did. */
  readonly token: "none" | "needed" | "v10";
  /** Whether the option that goes with the path is on; absent for most. */
  readonly isSwitchedOn?: (options: FmsOptions) => boolean;
  /** The body of the tolerated POST is not described, so its refusal cannot be checked. */
  readonly isUndescribed?: boolean;
  readonly run: (tx: Transaction, command: C, caller: Caller) => Promise<Result<V, FmsRefused>>;
  readonly answer: (value: V) => Answer;
}

/** Where the test system of FMS keeps the same paths. */
const CONTEXT_PATH = "/fms";

/** All operations of FMS, at each path under which they are served. */
export function fmsOperations(ports: FmsPorts): ProviderOperation[] {
  return [
    ...userOperations(ports),
    ...catalogueOperations(ports),
    ...orderOperations(ports),
    ...paymentOperations(ports),
  ];
}

function userOperations(ports: FmsPorts): ProviderOperation[] {
  const shared = { method: "POST", token: "none" } as const;
  const sessionAnswer = (session: Session): Answer =>
    successAnswer(responses.sessionView(session), responses.sessionHeaders(session));
  const login = {
    ...shared,
    read: fromBody(ports, requests.readLogin),
    run: (tx: Transaction, command: { readonly email: string; readonly passwordDigest: string }) => logIn(tx, command),
    answer: sessionAnswer,
  };
  return [
    ...served(ports, fromBody(ports, requests.readCodeRequest), {
      ...shared,
      operationId: "emailVerificationCode",
      path: "/user/emailVerificationCode",
      run: async (tx, command) => {
        await sendCode(tx, command, mailTexts);
        return ok(null);
      },
      answer: acknowledge,
    }),
    ...served(ports, fromBody(ports, requests.readRegistration), {
      ...shared,
      operationId: "emailRegister",
      path: "/user/emailRegister",
      run: (tx, command, { options }) => register(tx, command, options),
      answer: sessionAnswer,
    }),
    ...served(ports, login.read, { ...login, operationId: "emailLogin", path: "/user/emailLogin" }),
    ...served(ports, login.read, { ...login, operationId: "login", path: "/user/login" }),
    ...served(ports, fromBody(ports, requests.readPasswordReset), {
      ...shared,
      operationId: "passwordReset",
      path: "/user/passwordReset",
      run: (tx, command, { options }) => resetPassword(tx, command, options),
      answer: acknowledge,
    }),
  ];
}

function catalogueOperations(ports: FmsPorts): ProviderOperation[] {
  const { catalogue } = ports;
  const shared = { method: "POST", token: "v10" } as const;
  const packageList = {
    method: "POST",
    read: fromBody(ports, requests.readPackageSearch),
    run: (tx: Transaction, command: Parameters<typeof listPackages>[1]) => listPackages(tx, command, catalogue),
    answer: answerPackages,
  } as const;
  return [
    ...served(ports, fromBody(ports, requests.readCountrySearch), {
      ...shared,
      operationId: "countryPackageList",
      path: "/package/countryPackageList",
      run: async (tx, command) => ok(await listCountries(tx, command, catalogue)),
      answer: (countries) => successAnswer(responses.listedCountries(countries)),
    }),
    ...served(ports, packageList.read, {
      ...packageList,
      token: "v10",
      operationId: "packageList",
      path: "/package/packageList",
    }),
    ...served(ports, packageList.read, {
      ...packageList,
      token: "none",
      operationId: "packageListV11",
      path: "/v1.1/package/packageList",
    }),
    ...detailOperations(ports),
    ...served(ports, fromBody(ports, noCommand), {
      ...shared,
      operationId: "queryCountry",
      path: "/package/queryCountry",
      run: async () => ok(catalogue.countries),
      answer: (countries) => successAnswer(responses.dictionary(countries)),
    }),
    ...served(ports, fromBody(ports, noCommand), {
      ...shared,
      operationId: "selectContinentsCode",
      path: "/package/selectContinentsCode",
      run: async () => ok(continents),
      answer: (listed) => successAnswer(responses.continentList(listed)),
    }),
    ...served(ports, fromBody(ports, requests.readContinent), {
      ...shared,
      operationId: "selectPackageByContinents",
      path: "/package/selectPackageByContinents",
      run: async (tx, command) => ok(await listContinentPackages(tx, command, catalogue)),
      answer: answerPackages,
    }),
    ...served(ports, fromBody(ports, noCommand), {
      ...shared,
      operationId: "selectHotPackage",
      path: "/package/selectHotPackage",
      run: async (tx) => ok(await listHotPackages(tx, catalogue)),
      answer: answerPackages,
    }),
  ];
}

/** FMS-P12: the query is the contract; a POST with the same members as JSON is tolerated. */
function detailOperations(ports: FmsPorts): ProviderOperation[] {
  const detail = {
    read: (call: TenantCall, operationId: string) => requests.readPackageDetail(ports.contract, operationId, call),
    run: (tx: Transaction, command: { readonly packageId: number }) => showPackage(tx, command, ports.catalogue),
    answer: (offer: Offer) => successAnswer(responses.packageView(offer)),
  };
  const plain = { ...detail, operationId: "packageDetail", path: "/package/detail", token: "v10" } as const;
  const v11 = { ...detail, operationId: "packageDetailV11", path: "/v1.1/package/detail", token: "none" } as const;
  return [plain, v11].flatMap((route) => [
    ...served(ports, route.read, { ...route, method: "GET" }),
    ...served(ports, route.read, { ...route, method: "POST", isUndescribed: true }),
  ]);
}

function orderOperations(ports: FmsPorts): ProviderOperation[] {
  const { catalogue } = ports;
  const shared = { method: "POST", token: "needed" } as const;
  const preOrder = {
    ...shared,
    read: fromBody(ports, requests.readPurchase),
    run: (tx: Transaction, command: Parameters<typeof placeOrder>[1], caller: Caller) =>
      placeOrder(tx, command, { ...caller, catalogue }),
    answer: (order: Parameters<typeof responses.placedOrder>[0]) => successAnswer(responses.placedOrder(order)),
  };
  const esimDetail = {
    ...shared,
    read: fromBody(ports, requests.readOrderReference),
    run: (tx: Transaction, { orderId }: { readonly orderId: string }, { userId, options }: Caller) =>
      showEsim(tx, { orderId, userId }, { catalogue, options }),
    answer: (esim: Parameters<typeof responses.esimView>[0]) => successAnswer(responses.esimView(esim)),
  };
  return [
    ...served(ports, preOrder.read, { ...preOrder, operationId: "preOrderPackage", path: "/package/preOrderPackage" }),
    ...served(ports, preOrder.read, {
      ...preOrder,
      operationId: "preOrderPackageV11",
      path: "/v1.1/package/preOrderPackage",
    }),
    ...served(ports, fromBody(ports, requests.readOrderReference), {
      ...shared,
      operationId: "queryOrdStatusAndEmail",
      path: "/package/queryOrdStatusAndEmail",
      run: (tx, { orderId }, { userId, options }) =>
        askStatus(tx, { orderId, userId }, { catalogue, options, mails: mailTexts }),
      answer: (status) => successAnswer(responses.statusView(status)),
    }),
    ...served(ports, esimDetail.read, { ...esimDetail, operationId: "myEsimDetail", path: "/order/myEsimDetail" }),
    ...served(ports, esimDetail.read, {
      ...esimDetail,
      operationId: "myEsimDetailV11",
      path: "/v1.1/order/myEsimDetail",
    }),
    ...served(ports, fromBody(ports, requests.readOrderReference), {
      ...shared,
      operationId: "selectTopUpList",
      path: "/package/selectTopUpList",
      run: (tx, { orderId }, { userId, options }) => listTopUps(tx, { orderId, userId }, { catalogue, options }),
      answer: answerPackages,
    }),
    ...served(ports, fromBody(ports, requests.readTopUp), {
      ...shared,
      operationId: "topUpOrder",
      path: "/package/topUpOrder",
      run: (tx, command, caller) => placeTopUp(tx, command, { ...caller, catalogue }),
      answer: (order) => successAnswer(responses.placedOrder(order)),
    }),
  ];
}

function paymentOperations(ports: FmsPorts): ProviderOperation[] {
  const notice = {
    method: "POST",
    token: "none",
    read: fromBody(ports, requests.readNotice),
    run: (tx: Transaction, command: Parameters<typeof takeNotice>[1], { options }: Caller) =>
      takeNotice(tx, command, options),
    answer: acknowledge,
  } as const;
  return [
    ...served(ports, notice.read, { ...notice, operationId: "paymentWebhook", path: "/payment/webhook" }),
    ...served(ports, notice.read, {
      ...notice,
      operationId: "paymentWebhookV11",
      path: "/v1.1/payment/webhook",
      isSwitchedOn: (options) => options.serveV11Webhook,
    }),
  ];
}

function acknowledge(): Answer {
  return successAnswer(null);
}

function answerPackages(offers: readonly Offer[]): Answer {
  return successAnswer(responses.packageViews(offers));
}

function noCommand(): Result<null, never> {
  return ok(null);
}

/** Reads a body by its contract and hands it to `reader`. */
function fromBody<B, C>(ports: FmsPorts, reader: (body: B) => Result<C, FmsRefused>): Reader<C> {
  return (call, operationId) => {
    const body = requests.checkedBody<B>(ports.contract, operationId, call);
    return body.ok ? reader(body.value) : body;
  };
}

/** Serves a route at the root and under the context path, as the option says. */
function served<C, V>(ports: FmsPorts, read: Reader<C>, route: Route<C, V>): ProviderOperation[] {
  const { operationId, method, path } = route;
  const isOn = (tenant: Tenant, isAtRoot: boolean): boolean => {
    const options = ports.optionsOf(tenant.options(FMS));
    return (!isAtRoot || options.contextPath === "") && route.isSwitchedOn?.(options) !== false;
  };
  const readable = { ...route, read };
  const run = (call: TenantCall): Promise<Answer> => answerCall(call, readable, ports);
  return [
    { operationId, method, path, isServed: (tenant) => isOn(tenant, true), run },
    { operationId, method, path: CONTEXT_PATH + path, isServed: (tenant) => isOn(tenant, false), run },
  ];
}

/**
 * Answers a call. Which refusal wins is fixed here, for all operations: unreadable body (400), token (7), form of the members and
 * partner (2), then the operation's own order.
 */
async function answerCall<C, V>(
  call: TenantCall,
  route: Route<C, V> & { readonly read: Reader<C> },
  ports: FmsPorts,
): Promise<Answer> {
  const { trace } = call;
  const reason = route.method === "GET" ? null : unreadableBecause(call);
  if (reason !== null) {
    trace.stop("body", reason);
    return { ...unreadableAnswer(reason), isChecked: route.isUndescribed === true };
  }
  trace.pass("body");
  const outcome = await call.tenant.transact(async (tx): Promise<Result<V, FmsRefused>> => {
    const options = ports.optionsOf(tx.options(FMS));
    const caller = await authenticate(tx, { call, route, options });
    if (!caller.ok) return stopped(trace, "token", caller);
    trace.pass("token");
    const command = route.read(call, route.operationId);
    if (!command.ok) return stopped(trace, "validation", command);
    trace.pass("validation");
    const partnerCode = partnerCodeOf(call);
    const isForeign = partnerCode !== null && partnerCode !== credentialsOf(call.tenant.id).partnerCode;
    if (isForeign) return stopped(trace, "partner", err({ code: "partner-unknown" }));
    trace.pass("partner");
    return route.run(tx, command.value, caller.value);
  }, trace.watch);
  return outcome.ok ? route.answer(outcome.value) : refusalAnswer(outcome.error);
}

function stopped<R extends { readonly error: FmsRefused }>(trace: TenantCall["trace"], stage: string, refusal: R): R {
  trace.stop(stage, refusal.error.code);
  return refusal;
}

async function authenticate(
  tx: Transaction,
  context: {
    readonly call: TenantCall;
    readonly route: Pick<Route<never, never>, "token">;
    readonly options: FmsOptions;
  },
): Promise<Result<Caller, FmsRefused>> {
  const { call, route, options } = context;
  const isNeeded = route.token === "needed" || (route.token === "v10" && options.requireTokenLikeV10);
  if (!isNeeded) return ok({ userId: "", options });
  const user = await userOfToken(tx, tokenOf(call), options.tokenLifetimeSeconds);
  return user.ok ? ok({ userId: user.value.id, options }) : user;
}

/** Why a body cannot be read, or null when it can. */
function unreadableBecause(call: TenantCall): string | null {
  switch (call.body.kind) {
    case "empty":
      return "request body is empty";
    case "too-large":
      return "request body is too large";
    case "malformed":
      return "request body is not readable JSON";
    case "json":
      return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(call.header("content-type") ?? "")
        ? null
        : "request body is not declared as application/json";
  }
}
