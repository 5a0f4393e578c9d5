import type { Answer, TenantCall } from "../../http/call.ts";
import { violationText } from "../../http/contract-words.ts";
import { withoutTolerated } from "../../http/lenience.ts";
import type { ProviderOperation, ProviderPorts } from "../../http/provider.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { cancelEsims } from "./operations/cancel-esims.ts";
import { listPackages, saleStateOf } from "./operations/list-packages.ts";
import { placeOrder } from "./operations/place-order.ts";
import type { Ports } from "./operations/ports.ts";
import { queryEsims } from "./operations/query-esims.ts";
import { PRIVATE_REQUESTS_PER_WINDOW, REQUESTS_PER_WINDOW, SlidingWindow } from "./operations/rate-limit.ts";
import { readRealtimeBalance, readUsage } from "./operations/read-usage.ts";
import { accountOf, PROVIDER, webhookUrlOf } from "./operations/records.ts";
import type { Refusal } from "./operations/refusals.ts";
import { revokeEsim } from "./operations/revoke-esim.ts";
import { beginHealthCheck, saveCheckedAddress } from "./operations/save-webhook.ts";
import { sendSms } from "./operations/send-sms.ts";
import { resumeEsim, suspendEsim } from "./operations/suspend-esim.ts";
import { topUpEsim } from "./operations/top-up-esim.ts";
import type { EsimAccessOptions, OptionsOf } from "./options.ts";
import { checkSignature } from "./wire/auth.ts";
import { failureAnswer, successAnswer } from "./wire/envelope.ts";
import { codeAnswer, refusalAnswer, tooManyRequests, violationAnswer } from "./wire/errors.ts";
import { healthCheckBody, notificationHeaders, reportViolation } from "./wire/notifications.ts";
import type { RequestBodies, WrongMember } from "./wire/requests.ts";
import * as requests from "./wire/requests.ts";
import * as responses from "./wire/responses.ts";

const PREFIX = "/api/v1/open";

/** Wall milliseconds that an address has for the check before it is saved (DEC-36). */
const HEALTH_CHECK_MS = 5000;

/** What the routes need. */
export interface Edge {
  readonly ports: ProviderPorts;
  readonly rules: Ports;
  readonly optionsOf: OptionsOf;
}

/** A call that was admitted and whose body keeps the contract. */
interface Admitted<B> {
  readonly call: TenantCall;
  readonly body: B;
  readonly options: EsimAccessOptions;
}

/** Every operation of the API. */
export function esimAccessOperations(edge: Edge): ProviderOperation[] {
  const { rules } = edge;
  const { catalogue } = rules;
  const route = createRoute(edge);
  const packages = new responses.PackageAnswers(catalogue);
  const locations = responses.locationListOf(catalogue);
  const onEsim = (
    operationId: string,
    path: string,
    operation: (
      tx: Transaction,
      keys: ReturnType<typeof requests.esimKeysOf>,
      rules: Ports,
    ) => Promise<Result<null, Refusal>>,
  ): ProviderOperation =>
    route<RequestBodies["esimKeys"]>(operationId, path, (admitted) =>
      answer(admitted, (tx) => operation(tx, requests.esimKeysOf(admitted.body), rules), nothing),
    );
  return [
    route("balanceQuery", "/balance/query", (admitted) =>
      answer(admitted, async (tx) => ok(await accountOf(tx)), responses.balanceOf),
    ),
    route<RequestBodies["packageList"]>("packageList", "/package/list", (admitted) =>
      admitted.call.tenant.transact((tx) => listing(tx, admitted, { packages, rules }), admitted.call.trace.watch),
    ),
    route("locationList", "/location/list", async ({ options }) => successAnswer(locations, options)),
    route<RequestBodies["esimOrder"]>("esimOrder", "/esim/order", (admitted) => {
      const command = requests.placeOrderOf(admitted.body);
      return answer(admitted, (tx) => placeOrder(tx, command, rules), responses.orderAcceptedOf);
    }),
    route<RequestBodies["esimQuery"]>("esimQuery", "/esim/query", (admitted) => query(admitted, edge)),
    route<RequestBodies["esimCancel"]>("esimCancel", "/esim/cancel", (admitted) =>
      answer(admitted, (tx) => cancelEsims(tx, requests.cancelEsimsOf(admitted.body), rules), nothing),
    ),
    onEsim("esimSuspend", "/esim/suspend", suspendEsim),
    onEsim("esimUnsuspend", "/esim/unsuspend", resumeEsim),
    onEsim("esimRevoke", "/esim/revoke", revokeEsim),
    route<RequestBodies["esimTopup"]>("esimTopup", "/esim/topup", async (admitted) => {
      if (admitted.options.strictTopupAmount && typeof admitted.body.amount === "number") return codeAnswer("000104");
      const command = requests.topUpEsimOf(admitted.body);
      return answer(admitted, (tx) => topUpEsim(tx, command, rules), responses.topUpResultOf);
    }),
    route<RequestBodies["esimSendSms"]>("esimSendSms", "/esim/sendSms", (admitted) =>
      answer(admitted, (tx) => sendSms(tx, requests.sendSmsOf(admitted.body), rules), nothing),
    ),
    route<RequestBodies["esimUsageQuery"]>("esimUsageQuery", "/esim/usage/query", (admitted) => {
      const query = requests.readUsageOf(admitted.body);
      return answer(admitted, (tx) => readUsage(tx, query, rules), responses.usageListOf);
    }),
    route<RequestBodies["webhookSave"]>("webhookSave", "/webhook/save", (admitted) => saveWebhook(admitted, edge)),
    route("webhookQuery", "/webhook/query", (admitted) =>
      answer(
        admitted,
        async (tx) => ok({ webhook: await webhookUrlOf(tx) }),
        (setting) => setting,
      ),
    ),
    realtimeBalance(edge),
  ];
}

function realtimeBalance(edge: Edge): ProviderOperation {
  const route = createRoute(edge, PRIVATE_REQUESTS_PER_WINDOW);
  const isServed = (tenant: Tenant): boolean => edge.optionsOf(tenant.options(PROVIDER)).servePrivateEndpoints;
  type Body = RequestBodies["esimRealtimeBalanceQuery"];
  const operation = route<Body>("esimRealtimeBalanceQuery", "/esim/realtimeBalance/query", (admitted) => {
    const asked = requests.readRealtimeBalanceOf(admitted.body);
    return answer(admitted, (tx) => readRealtimeBalance(tx, asked, edge.rules), responses.realtimeBalanceOf);
  });
  return { ...operation, isServed };
}

/** A catalogue answer; from the kept ones when the same was asked before and no eSIM has a say in it. */
async function listing(
  tx: Transaction,
  { call, body, options }: Admitted<RequestBodies["packageList"]>,
  { packages, rules }: { readonly packages: responses.PackageAnswers; readonly rules: Ports },
): Promise<Answer> {
  const sale = await saleStateOf(tx);
  const requested = `${options.successErrorCode} ${options.includeRegionalPackages} ${sale.key} ${call.text}`;
  const kept = packages.kept(requested);
  if (kept !== null) return kept;
  const query = requests.listPackagesOf(body);
  const rows = await listPackages(tx, query, sale, rules);
  if (!rows.ok) return refusalAnswer(rows.error);
  const isKept = query.esimId === null && query.iccid === null;
  return packages.answerFor(rows.value, isKept ? requested : null, options);
}

function query(admitted: Admitted<RequestBodies["esimQuery"]>, edge: Edge): Promise<Answer> | Answer {
  const command = requests.queryEsimsOf(admitted.body);
  if ("member" in command) return wrongMemberAnswer(command);
  const rendering = { catalogue: edge.rules.catalogue, options: admitted.options, publicUrl: edge.ports.publicUrl() };
  return answer(
    admitted,
    (tx) => queryEsims(tx, command),
    (page) => responses.esimPageOf(page, rendering),
  );
}

/** Saves an address once it has accepted CHECK_HEALTH. No transaction is open while the check is on its way. */
async function saveWebhook(admitted: Admitted<RequestBodies["webhookSave"]>, edge: Edge): Promise<Answer> {
  const { call, options } = admitted;
  const wanted = requests.webhookUrlOf(admitted.body);
  if ("member" in wanted) return wrongMemberAnswer(wanted);
  const check = await call.tenant.transact(beginHealthCheck);
  const body = healthCheckBody(check, options);
  const request = {
    url: wanted.url,
    headers: notificationHeaders(call.tenant.id, options),
    body,
    timeoutMs: HEALTH_CHECK_MS,
  };
  const outcome = await edge.ports.sendNow(request);
  const isRefused = options.strictWebhookReply && outcome.status !== 200; // DEC-37
  const judged = outcome.outcome === "accepted" && isRefused ? { ...outcome, outcome: "refused" as const } : outcome;
  await call.tenant.transact((tx) => {
    reportViolation(tx, edge.ports.contract, { name: "checkHealth", body: JSON.parse(body) });
    return saveCheckedAddress(tx, { check, type: "CHECK_HEALTH", ...request, outcome: judged });
  });
  if (judged.outcome === "accepted") return successAnswer({}, options);
  return failureAnswer("000001", "the webhook did not answer CHECK_HEALTH with success");
}

function wrongMemberAnswer({ member, text }: WrongMember): Answer {
  return failureAnswer("000105", `${member}:${text}`);
}

function nothing(): object {
  return {};
}

/** Runs an operation in a transaction of the call's tenant and writes its outcome. */
async function answer<B, V>(
  { call, options }: Admitted<B>,
  operation: (tx: Transaction) => Promise<Result<V, Refusal>>,
  show: (value: V) => object,
): Promise<Answer> {
  const outcome = await call.tenant.transact(operation, call.trace.watch);
  return outcome.ok ? successAnswer(show(outcome.value), options) : refusalAnswer(outcome.error);
}

type Route = <B = unknown>(
  operationId: string,
  path: string,
  handle: (admitted: Admitted<B>) => Promise<Answer> | Answer,
) => ProviderOperation;

/** Makes routes that share one rate limit: authentication, limit and validation come before what the route does. */
function createRoute(edge: Edge, requestsPerWindow = REQUESTS_PER_WINDOW): Route {
  const { ports, optionsOf } = edge;
  const windows = new WeakMap<Tenant, LifeWindow>();
  return <B>(operationId: string, path: string, handle: (admitted: Admitted<B>) => Promise<Answer> | Answer) => ({
    operationId,
    method: "POST",
    path: PREFIX + path,
    isServed: null,
    run: async (call) => {
      const options = optionsOf(call.tenant.options(PROVIDER));
      const { trace } = call;
      const refusal = checkSignature(call, options, ports.wall);
      if (refusal !== null) return stopped(trace, "signature", refusal);
      trace.pass("signature");
      const isWithin = isWithinLimit(call, { mode: ports.rateLimit, windows, requestsPerWindow });
      if (!isWithin) return stopped(trace, "rate limit", tooManyRequests(options));
      trace.pass("rate limit");
      const body = readBody(call);
      if (body === null) return stopped(trace, "body", codeAnswer("000104"));
      trace.pass("body");
      const violations = ports.contract.requestViolations(operationId, body.value);
      const violated = violations.length === 0 ? null : violationAnswer(withoutTolerated(violations, options));
      if (violated !== null) {
        trace.stop("validation", violations.map(violationText));
        return violated;
      }
      trace.pass("validation");
      return handle({ call, body: body.value as B, options }); // the contract has just accepted it
    },
  });
}

function stopped(trace: TenantCall["trace"], stage: string, refusal: Answer): Answer {
  trace.stop(stage, refusal.code);
  return refusal;
}

/** The body as a value; an empty one counts as `{}`. Null when it is not JSON or says to be something else (DEC-54). */
function readBody(call: TenantCall): { readonly value: unknown } | null {
  const { body } = call;
  if (body.kind === "empty") return { value: {} };
  const type = call.header("content-type");
  const isJson = type === null || /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type);
  return isJson && body.kind === "json" ? { value: body.value } : null;
}

/** The calls of a tenant's present life. */
interface LifeWindow {
  readonly life: number;
  readonly window: SlidingWindow;
}

/** A refused call is not executed; where the limit is only reported, or the clock stands, a journal entry says so. */
function isWithinLimit(
  call: TenantCall,
  limit: {
    readonly mode: ProviderPorts["rateLimit"];
    readonly windows: WeakMap<Tenant, LifeWindow>;
    readonly requestsPerWindow: number;
  },
): boolean {
  const { tenant, requestId } = call;
  if (limit.mode === "off") return true;
  const known = limit.windows.get(tenant);
  const isOfThisLife = known !== undefined && known.life === tenant.life; // a reset begins anew, with an earlier clock too
  const counted = isOfThisLife ? known : { life: tenant.life, window: new SlidingWindow(limit.requestsPerWindow) };
  if (!isOfThisLife) limit.windows.set(tenant, counted);
  if (counted.window.admit(tenant.clock.now())) return true;
  const isEnforced = limit.mode === "enforce" || (limit.mode === null && tenant.clock.isRunning);
  if (!isEnforced)
    tenant.journal.append(tenant.clock.now(), { kind: "rate-limit-exceeded", provider: PROVIDER, requestId });
  return !isEnforced;
}
