import type { FaultRule } from "../kernel/faults.ts";
import { faultTable, matchFaults } from "../kernel/faults.ts";
import type { Tenant } from "../kernel/tenant.ts";
import type { Answer, Call, TenantCall } from "./call.ts";
import type { Contract } from "./contract.ts";
import { DecisionTrace, keepTrace } from "./decision-trace.ts";
import type { Provider, ProviderOperation, TenantDirectory, TenantFound } from "./provider.ts";
import { cutText, redactText } from "./redaction.ts";
import { withTransportFault } from "./transport-fault.ts";

/** What serving an exchange needs besides the provider. */
export interface ExchangePorts {
  readonly tenants: TenantDirectory;
  readonly contract: Contract;
  /** Whether each answer is checked against the contract. */
  readonly selfCheck: boolean;
  /** Whether answers carry the X-Sim-* headers. */
  readonly simHeaders: boolean;
  /** Wall time in milliseconds with fractions, for durations only. */
  readonly stopwatch: () => number;
  /** Waits that many wall milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
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

/** How an exchange stands while faults are applied to it. */
interface Exchange {
  readonly call: TenantCall;
  readonly provider: Provider;
  readonly ports: ExchangePorts;
  readonly struck: FaultRule[];
  answer: Answer | null;
  resets: "instead" | "sent" | null;
  /** Wall milliseconds between the last byte of the answer and its end. */
  lingerMs: number;
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
  const found = findTenant(call, provider, ports.tenants);
  const { tenant } = found;
  const requestId = `${tenant.id}-${tenant.nextExchange()}`;
  const { operationId } = operation;
  const told = { requestId, operationId, provider: provider.name, foundBy: found.by ?? "" };
  const trace = new DecisionTrace(tenant, told);
  if (tenant.faults.length > 0) trace.faults = tenant.faults;
  const tenantCall: TenantCall = Object.assign(call, { tenant, requestId, operationId, trace }); // a call is served once
  const exchange: Exchange = { call: tenantCall, provider, ports, struck: [], answer: null, resets: null, lingerMs: 0 };
  const refusal = "run" in operation ? found.refusal : null; // what leads nowhere asks for no credentials
  if (tenant.faults.length === 0) exchange.answer = refusal ?? (await run(operation, exchange));
  else await runAmongFaults(exchange, operation, refusal);
  return finish(exchange, startedAt);
}

async function runAmongFaults(
  exchange: Exchange,
  operation: ProviderOperation | UnservedOperation,
  refusal: Answer | null,
): Promise<void> {
  const { call, provider } = exchange;
  const rules = matchFaults(call.tenant.faults, { provider: provider.name, operationId: operation.operationId });
  await strikeAll(exchange, rules, "before");
  if (exchange.answer === null && exchange.resets === null) {
    exchange.answer = refusal ?? (await run(operation, exchange));
    if (exchange.answer.isSuccess) await strikeAll(exchange, rules, "committed");
  }
  if (exchange.answer !== null && exchange.resets !== "instead") await strikeAll(exchange, rules, "after");
}

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
    return await operation.run(call);
  } catch (error) {
    // The one place where a provider's unexpected failures end: the client gets the system error, the journal the cause.
    journalBroken(call.tenant, call.requestId, error);
    return provider.systemError();
  }
}

/** Strikes with the rules of a phase in order. The first that decides the answer wins; the others keep their hits for later calls. */
async function strikeAll(exchange: Exchange, rules: readonly FaultRule[], phase: FaultRule["phase"]): Promise<void> {
  const { tenant, requestId } = exchange.call;
  let isDecided = false;
  for (const rule of rules) {
    if (rule.phase !== phase || (isDecided && rule.effect.kind !== "latency")) continue;
    try {
      if (!(await useUp(tenant, rule))) continue;
      await strike(exchange, rule);
      isDecided = phase !== "after" && rule.effect.kind !== "latency";
    } catch (error) {
      journalBroken(tenant, requestId, error); // the store refused: a fault that cannot be counted does not strike
    }
  }
}

/** Counts a hit; false when another call has taken the last one. */
function useUp(tenant: Tenant, rule: FaultRule): Promise<boolean> {
  return tenant.changeFaults(async (tx) => {
    const current = await tx.table(faultTable).get(rule.id);
    if (current === null || (current.times !== null && current.hits >= current.times)) return false;
    await tx.table(faultTable).put({ ...current, hits: current.hits + 1 });
    tx.record({ kind: "fault-applied", faultId: rule.id, phase: rule.phase, effect: rule.effect.kind });
    return true;
  });
}

async function strike(exchange: Exchange, rule: FaultRule): Promise<void> {
  const { effect, phase } = rule;
  exchange.struck.push(rule);
  switch (effect.kind) {
    case "latency":
      if (phase === "after") exchange.lingerMs += effect.ms;
      else await exchange.ports.sleep(effect.ms);
      return;
    case "provider-error": {
      if (phase === "after") return armForNextCall(exchange.call, rule);
      const rendered = exchange.provider.errorAnswer(effect.code);
      if (!rendered.ok) return;
      exchange.answer = rendered.value;
      return;
    }
    case "reset":
      exchange.resets = phase === "after" ? "sent" : "instead";
      return;
  }
}

/**
 * The answer is out: a provider error can only meet the next call of the operation, by a rule of its own. There is one such rule for
 * each rule and operation, so that they cannot pile up.
 */
async function armForNextCall(call: TenantCall, rule: FaultRule): Promise<void> {
  await call.tenant.changeFaults(async (tx) => {
    const { provider, effect } = rule;
    const { operationId } = call;
    const id = `${rule.id}-next-${operationId}`;
    const armed = await tx.table(faultTable).get(id);
    const seq = armed?.seq ?? (await tx.next("fault"));
    const [times, hits] = [(armed?.times ?? 0) + 1, armed?.hits ?? 0];
    const next: FaultRule = { id, seq, provider, operationId, phase: "before", effect, times, hits };
    await tx.table(faultTable).put(next);
  });
}

function finish(exchange: Exchange, startedAt: number): Response {
  const { call, provider, ports, struck, answer, resets } = exchange;
  const { tenant } = call;
  const faults = struck.map((rule) => rule.id);
  if (answer !== null) check(exchange, answer);
  const wallMs = ports.stopwatch() - startedAt;
  const status = answer === null || resets === "instead" ? null : answer.status;
  const code = answer === null ? "" : answer.code;
  journalExchange(exchange, { status, code, wallMs, faults });
  keepTrace(tenant, call.trace.ended({ struck: faults, code, isSuccess: answer?.isSuccess ?? false }));
  ports.onExchange({
    tenantId: tenant.id,
    provider: provider.name,
    operationId: call.operationId,
    method: call.method,
    path: call.path,
    status,
    code,
    isSuccess: answer?.isSuccess ?? false,
    wallMs,
  });
  const response = answer === null ? new Response(null, { status: 503 }) : respond(exchange, answer, faults);
  return resets === null ? response : withTransportFault(response, { kind: "reset", when: resets });
}

function respond(exchange: Exchange, answer: Answer, faults: readonly string[]): Response {
  const headers: Record<string, string> = { "content-type": "application/json", ...answer.headers };
  const { call, ports } = exchange;
  if (ports.simHeaders) {
    headers["x-sim-request-id"] = call.requestId;
    const operation = ports.contract.operations.get(call.operationId);
    headers["x-sim-evidence"] = operation?.evidence ?? "proposed";
    if (faults.length > 0) headers["x-sim-fault"] = faults.join(",");
  }
  const body = exchange.lingerMs === 0 ? (answer.bytes ?? answer.text) : lingering(answer.text, exchange);
  return new Response(body, { status: answer.status, headers });
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

function journalText(answer: Answer): string {
  return answer.isChecked === true ? cutText(answer.text) : redactText(answer.text);
}

function journalExchange(
  exchange: Exchange,
  outcome: {
    readonly status: number | null;
    readonly code: string;
    readonly wallMs: number;
    readonly faults: readonly string[];
  },
): void {
  const { call, provider, answer } = exchange;
  const request = redactText(call.text);
  const response = answer === null ? "" : journalText(answer);
  call.tenant.journal.append(
    call.tenant.clock.now(),
    {
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
      faults: outcome.faults,
      wallMs: outcome.wallMs,
    },
    300 + request.length + response.length,
  );
}
