import type { FaultRule } from "../kernel/faults.ts";
import type { JournalEvent } from "../kernel/journal.ts";
import type { Tenant } from "../kernel/tenant.ts";
import type { Answer, Call, TenantCall } from "./call.ts";
import { type CallerFaults, callerFaults } from "./caller-faults.ts";
import type { Contract } from "./contract.ts";
import { DecisionTrace, keepTrace } from "./decision-trace.ts";
import { answeredAfterEarly } from "./early-webhooks.ts";
import { type FaultedExchange, runAmongFaults } from "./exchange-faults.ts";
import { HeaderSets } from "./journal-headers.ts";
import type { Provider, ProviderOperation, TenantDirectory, TenantFound } from "./provider.ts";
import { cutText, redactQuery, redactText } from "./redaction.ts";
import { withTransportFault } from "./transport-fault.ts";

/** What serving an exchange needs besides the provider. */
export interface ExchangePorts {
  readonly tenants: TenantDirectory;
  readonly contract: Contract;
  /** Opens the tenant that a call's credentials would belong to, where such tenants are made on the fly. */
  readonly openTenantOf?: (provider: Provider, call: Call) => Promise<void>;
  /** Whether each answer is checked against the contract. */
  readonly selfCheck: boolean;
  /** Whether answers carry the X-Sim-* headers. */
  readonly simHeaders: boolean;
  /** Wall time in milliseconds with fractions, for durations only. */
  readonly stopwatch: () => number;
  /** Waits that many wall milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** What callers may ask for by themselves; nothing when left out. */
  readonly callerFaults?: CallerFaults;
  /** Called after each exchange, for the request log. */
  readonly onExchange: (seen: SeenExchange) => void;
}

/** One line of the request log. */
export interface SeenExchange {
  readonly tenantId: string;
  readonly provider: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly code: string;
  readonly isSuccess: boolean;
  readonly wallMs: number;
}

/** How an exchange stands while it is served. */
interface Exchange extends FaultedExchange {
  readonly ports: ExchangePorts;
  /** Why what the caller asked for by header was not done; null when nothing is wrong. */
  readonly preferRefused: string | null;
}

/**
 * Serves one call of a provider operation: faults before it, the operation, faults once it is committed, the check against the
 * contract, the journal, faults after the answer. What breaks inside is answered with the provider's system error.
 */
export async function serveExchange(
  call: Call,
  served: { readonly provider: Provider; readonly operation: ProviderOperation | UnservedOperation },
  ports: ExchangePorts,
): Promise<Response> {
  const startedAt = ports.stopwatch();
  const { provider, operation } = served;
  if (ports.openTenantOf !== undefined) await ports.openTenantOf(provider, call);
  const found = findTenant(call, provider, ports.tenants);
  const { tenant } = found;
  const requestId = `${tenant.id}-${tenant.nextExchange()}`;
  const { operationId } = operation;
  const told = { requestId, operationId, provider: provider.name, foundBy: found.by ?? "" };
  const trace = new DecisionTrace(tenant, told);
  if (tenant.faults.length > 0) trace.faults = tenant.faults;
  const tenantCall: TenantCall = Object.assign(call, { tenant, requestId, operationId, trace }); // a call is served once
  const asked =
    ports.callerFaults === undefined ? NOTHING_ASKED : callerFaults(tenantCall, provider, ports.callerFaults);
  const exchange: Exchange = {
    call: tenantCall,
    provider,
    ports,
    struck: [],
    answer: null,
    damaged: null,
    transport: null,
    lingerMs: 0,
    preferRefused: asked.refused,
  };
  const refusal = "run" in operation ? found.refusal : null; // what leads nowhere asks for no credentials
  const serve = async (): Promise<Answer> => refusal ?? run(operation, exchange);
  if (tenant.faults.length === 0 && asked.rules.length === 0) exchange.answer = await serve();
  else {
    const broken = (error: unknown): void => journalBroken(tenant, requestId, error);
    await runAmongFaults(exchange, { run: serve, ofCaller: asked.rules }, { sleep: ports.sleep, broken });
  }
  return finish(exchange, startedAt);
}

/** What the journal holds of headers is the same for all tenants, so that a thousand of them share it. */
const [requestHeaders, responseHeaders] = [new HeaderSets(), new HeaderSets()];

const NOTHING_ASKED: { readonly rules: readonly FaultRule[]; readonly refused: null } = { rules: [], refused: null };

/** A path or method that leads nowhere, served so that it is journalled like any other call. */
export interface UnservedOperation {
  readonly operationId: "unknownPath" | "wrongMethod";
}

/** A search that breaks must not leave the client without an answer: the call then belongs to the default tenant. */
function findTenant(call: Call, provider: Provider, tenants: TenantDirectory): TenantFound {
  try {
    return provider.findTenant(call, tenants);
  } catch (error) {
    journalBroken(tenants.default, null, error);
    return { tenant: tenants.default, refusal: provider.systemError() };
  }
}

function journalBroken(tenant: Tenant, requestId: string | null, error: unknown): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tenant.journal.append(tenant.clock.now(), { kind: "internal-error", requestId, cause });
}

async function run(operation: ProviderOperation | UnservedOperation, exchange: Exchange): Promise<Answer> {
  const { call, provider } = exchange;
  try {
    if (!("run" in operation)) {
      return operation.operationId === "unknownPath" ? provider.unknownPath(call) : provider.wrongMethod(call);
    }
    if (operation.isServed !== null && !operation.isServed(call.tenant)) return provider.unknownPath(call);
    return await answeredAfterEarly(call.tenant, provider, () => operation.run(call));
  } catch (error) {
    // The one place where a provider's unexpected failures end: the client gets the system error, the journal the cause.
    journalBroken(call.tenant, call.requestId, error);
    return provider.systemError();
  }
}

function finish(exchange: Exchange, startedAt: number): Response {
  const { call, provider, ports, answer, transport } = exchange;
  if (answer !== null) check(exchange, answer);
  const wallMs = ports.stopwatch() - startedAt;
  const status = answer === null || transport?.when === "instead" ? null : answer.status;
  const code = answer === null ? "" : answer.code;
  const headers = answer === null ? {} : headersOf(exchange, exchange.damaged ?? answer);
  journalExchange(exchange, { status, code, headers, wallMs });
  keepTrace(call.tenant, call.trace.ended({ struck: exchange.struck, code, isSuccess: answer?.isSuccess ?? false }));
  ports.onExchange({
    tenantId: call.tenant.id,
    provider: provider.name,
    operationId: call.operationId,
    method: call.method,
    path: call.path,
    status,
    code,
    isSuccess: answer?.isSuccess ?? false,
    wallMs,
  });
  const response =
    answer === null ? new Response(null, { status: 503 }) : respond(exchange, exchange.damaged ?? answer, headers);
  return transport === null ? response : withTransportFault(response, transport);
}

function headersOf(exchange: Exchange, answer: Answer): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "application/json", ...answer.headers };
  const { call, ports, struck, preferRefused } = exchange;
  if (ports.simHeaders) {
    headers["x-sim-request-id"] = call.requestId;
    const operation = ports.contract.operations.get(call.operationId);
    headers["x-sim-evidence"] = operation?.evidence ?? "proposed";
    if (struck.length > 0) headers["x-sim-fault"] = struck.join(",");
    if (preferRefused !== null) headers["x-sim-prefer-refused"] = preferRefused;
  }
  return headers;
}

function respond(exchange: Exchange, answer: Answer, headers: Record<string, string>): Response {
  if (exchange.lingerMs !== 0)
    return new Response(lingering(answer.text, exchange), { status: answer.status, headers });
  const isBodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return new Response(isBodiless ? null : (answer.bytes ?? answer.text), { status: answer.status, headers });
}

/** A body whose end comes late. */
function lingering(text: string, exchange: Exchange): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      await exchange.ports.sleep(exchange.lingerMs);
      controller.close();
    },
  });
}

/** A violation of our own contract never changes an answer: it is journalled. */
function check(exchange: Exchange, answer: Answer): void {
  const { call, ports } = exchange;
  if (!ports.selfCheck || answer.isChecked === true || !ports.contract.operations.has(call.operationId)) return;
  const detail = violationOf(ports.contract, call.operationId, answer);
  if (detail === null) return;
  const { requestId, operationId } = call;
  call.tenant.journal.append(call.tenant.clock.now(), { kind: "contract-violation", requestId, operationId, detail });
}

function violationOf(contract: Contract, operationId: string, answer: Answer): string | null {
  try {
    return contract.answerViolation(operationId, answer.status, answer.value);
  } catch (error) {
    return `the answer cannot be checked: ${String(error)}`; // a document that does not compile is no reason to fail a call
  }
}

/** What was sent. Damage may have made a secret of what was none, so that such a text is looked at again. */
function journalText({ answer, damaged }: Exchange): string {
  if (damaged !== null) return redactText(damaged.text);
  if (answer === null) return "";
  return answer.isChecked === true ? cutText(answer.text) : redactText(answer.text);
}

function journalExchange(
  exchange: Exchange,
  outcome: {
    readonly status: number | null;
    readonly code: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly wallMs: number;
  },
): void {
  const { call, provider, struck } = exchange;
  const request = redactText(call.text);
  const response = journalText(exchange);
  const query = redactQuery(call.url);
  const [sent, received] = [requestHeaders.heldOf(call.headers()), responseHeaders.heldOf(outcome.headers)];
  const event: JournalEvent = {
    kind: "exchange",
    requestId: call.requestId,
    provider: provider.name,
    operationId: call.operationId,
    method: call.method,
    path: call.path,
    status: outcome.status,
    code: outcome.code,
    request,
    response,
    requestHeaders: sent.held,
    responseHeaders: received.held,
    faults: struck,
    wallMs: outcome.wallMs,
  };
  const told = query === "" ? event : { ...event, query };
  const characters = 300 + request.length + response.length + sent.characters + received.characters;
  call.tenant.journal.append(call.tenant.clock.now(), told, characters);
}
