import type { FaultEffect, MemberType } from "../kernel/fault-effects.ts";
import { editMembers, type MemberEdit, parsePointer } from "../kernel/json-pointer.ts";
import type { Answer, TenantCall } from "./call.ts";
import type { Provider } from "./provider.ts";
import { LEFT_OUT, MASK, redactQuery, redactText } from "./redaction.ts";

/** An answer that no provider gave: it is outside of every contract. */
function foreignAnswer(answer: Pick<Answer, "status" | "text" | "headers" | "code">): Answer {
  return { ...answer, isSuccess: false, isChecked: true };
}

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  408: "Request Timeout",
  409: "Conflict",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Time-out",
};

/** The answer that an effect puts in the place of the provider's; null for effects that do not, and for a code of nobody. */
export function answerInstead(effect: FaultEffect, provider: Provider): Answer | null {
  switch (effect.kind) {
    case "provider-error": {
      const rendered = provider.errorAnswer(effect.code);
      return rendered.ok ? rendered.value : null;
    }
    case "status":
      return statusAnswer(effect);
    case "proxy-page":
      return proxyPage(effect.status);
    default:
      return null;
  }
}

function statusAnswer(effect: Extract<FaultEffect, { kind: "status" }>): Answer {
  const { status, body = REASONS[status] ?? "", contentType = "text/plain; charset=utf-8" } = effect;
  const { retryAfterSeconds } = effect;
  const retry = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return foreignAnswer({
    status,
    text: body,
    code: `http-${status}`,
    headers: { "content-type": contentType, ...retry },
  });
}

/** What a proxy in front of the provider says while that is away, in the form that nginx made familiar. */
function proxyPage(status: 502 | 503 | 504): Answer {
  const title = `${status} ${REASONS[status] ?? ""}`;
  const head = `<head><title>${title}</title></head>`;
  const text = `<html>\r\n${head}\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n`;
  return foreignAnswer({ status, text, code: `http-${status}`, headers: { "content-type": "text/html" } });
}

/** Random bytes where JSON was announced. */
export function garbageAnswer(hex: string): Answer {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  const text = `(${bytes.length} bytes of garbage)`;
  return { ...foreignAnswer({ status: 200, text, code: "garbage" }), bytes };
}

/**
 * The latest answer to the same call that is at least `olderThanMs` of the tenant's time old, as the journal keeps it; null when
 * there is none, or none that is kept whole.
 */
export function staleAnswer(call: TenantCall, olderThanMs: number): Answer | null {
  const { journal, clock } = call.tenant;
  const latest = clock.now() - olderThanMs;
  const request = redactText(call.text);
  const query = redactQuery(call.url);
  const found = journal.list({ kind: "exchange" }).findLast((entry) => {
    if (entry.at > latest || entry["operationId"] !== call.operationId || entry["path"] !== call.path) return false;
    const isSame = entry["request"] === request && (entry["query"] ?? "") === query && entry["method"] === call.method;
    const { faults } = entry;
    return isSame && Array.isArray(faults) && faults.length === 0 && isWhole(entry["response"]);
  });
  if (found === undefined || typeof found["status"] !== "number") return null;
  return {
    status: found["status"],
    text: String(found["response"]),
    code: String(found["code"]),
    isSuccess: true,
    isChecked: true,
  };
}

/** Whether the journal kept a text as it was sent. */
function isWhole(text: unknown): boolean {
  return (
    typeof text === "string" &&
    text !== "" &&
    !text.includes(`"${MASK}"`) &&
    !/… \(\d+ characters\)$/.test(text) &&
    text !== LEFT_OUT
  );
}

/** The answer with an effect's damage; null when there is nothing that it could damage. */
export function damagedAnswer(effect: FaultEffect, answer: Answer): Answer | null {
  switch (effect.kind) {
    case "malformed-json":
      return answer.text.length < 2 ? null : changed(answer, brokenJson(answer.text));
    case "bom":
      return changed(answer, `\uFEFF${answer.text}`);
    case "wrong-content-type":
      return { ...answer, headers: { ...answer.headers, "content-type": effect.contentType ?? "text/html" } };
    case "drop-member":
      return edited(answer, effect.pointer, { kind: "drop" });
    case "rename-member":
      return edited(answer, effect.pointer, { kind: "rename", to: effect.to });
    case "retype-member":
      return edited(answer, effect.pointer, { kind: "replace", with: (present) => retyped(present, effect.to) });
    default:
      return null;
  }
}

function changed(answer: Answer, text: string): Answer {
  const { bytes: _bytes, value: _value, ...others } = answer;
  return { ...others, text };
}

/** As a serializer leaves it that fails half-way: a comma too many where the last bracket should be. */
function brokenJson(text: string): string {
  return `${text.trimEnd().slice(0, -1)},`;
}

function edited(answer: Answer, pointer: string, edit: MemberEdit): Answer | null {
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch {
    return null; // not JSON: a page of a proxy, or what another fault has broken
  }
  const done = editMembers(value, parsePointer(pointer) ?? [], edit);
  return done.edited === 0 ? null : changed(answer, JSON.stringify(done.value));
}

/** The same content as another JSON type, as far as it can be told. */
function retyped(present: unknown, to: MemberType): unknown {
  switch (to) {
    case "string":
      return typeof present === "object" ? JSON.stringify(present) : String(present);
    case "number":
      return typeof present === "string" && /^-?\d{1,15}(\.\d+)?$/.test(present)
        ? Number(present)
        : Number(present === true);
    case "boolean":
      return present !== false && present !== 0 && present !== "" && present !== null;
    case "null":
      return null;
    case "object":
      return { value: present };
    case "array":
      return [present];
  }
}
