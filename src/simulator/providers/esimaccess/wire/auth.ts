import { createHmac, timingSafeEqual } from "node:crypto";
import type { Answer, Call, TenantCall } from "../../../http/call.ts";
import type { TenantDirectory, TenantFound } from "../../../http/provider.ts";
import type { WallClock } from "../../../kernel/clock.ts";
import { hashHex } from "../../../kernel/random.ts";
import { isTenantId } from "../../../kernel/tenant-id.ts";
import { type EpochMs, SECOND_MS } from "../../../kernel/time.ts";
import { PROVIDER } from "../operations/records.ts";
import type { EsimAccessOptions, OptionsOf } from "../options.ts";
import { failureAnswer } from "./envelope.ts";

const ACCESS_CODE = "test-access-code";
const SECRET_KEY = "test-secret-key";
const DEFAULT_TENANT = "default";

/** The credentials of a tenant's account. They are derived from its id, so that a request leads to its tenant without a lookup. */
export function credentialsOf(tenantId: string): { readonly accessCode: string; readonly secretKey: string } {
  const suffix = tenantId === DEFAULT_TENANT ? "" : `-${tenantId}`;
  return { accessCode: ACCESS_CODE + suffix, secretKey: SECRET_KEY + suffix };
}

/**
 * Finds the tenant by access code. Without one, or with one that nobody has, the call belongs to the tenant that `X-Sim-Tenant`
 * names, else to the default one, and is refused (DEC-45).
 */
export function findTenant(
  call: Call,
  tenants: TenantDirectory,
  { optionsOf, autoTenants }: { readonly optionsOf: OptionsOf; readonly autoTenants: boolean },
): TenantFound {
  const accessCode = filled(call.header("rt-accesscode"));
  const id = autoTenants ? ownTenantId(call) : accessCode === null ? null : tenantIdOf(accessCode);
  const owner = id === null ? null : tenants.byId(id);
  if (owner !== null) return { tenant: owner, refusal: null, by: "access code" };
  const named = tenants.byId(call.header("x-sim-tenant") ?? "");
  const tenant = named ?? tenants.default;
  const by = named === null ? "nothing: the default tenant" : "X-Sim-Tenant";
  if (accessCode === null) return { tenant, refusal: headerMissing("RT-AccessCode"), by };
  const isLenient = optionsOf(tenant.options(PROVIDER)).unknownAccessCode === "401001";
  const refusal = isLenient
    ? failureAnswer("401001", "authentication failed")
    : failureAnswer("000101", "Req Header:[RT-AccessCode] is invalid");
  return { tenant, refusal, by };
}

/**
 * The tenant that an access code belongs to where tenants are made on the fly: the one it is derived from, else the one whose id it is, else
 * one that is named by its hash.
 */
export function ownTenantId(call: Call): string | null {
  const accessCode = filled(call.header("rt-accesscode"));
  if (accessCode === null) return null;
  const derived = tenantIdOf(accessCode);
  if (derived !== null && isTenantId(derived)) return derived;
  return isTenantId(accessCode) && accessCode !== DEFAULT_TENANT ? accessCode : `auto-${hashHex(accessCode, 16)}`;
}

function tenantIdOf(accessCode: string): string | null {
  if (accessCode === ACCESS_CODE) return DEFAULT_TENANT;
  const id = accessCode.startsWith(`${ACCESS_CODE}-`) ? accessCode.slice(ACCESS_CODE.length + 1) : "";
  return id === "" || id === DEFAULT_TENANT ? null : id;
}

/** What a signature covers: the body as its bytes were sent, the other parts as text. */
export interface SignedParts {
  readonly timestamp: string;
  readonly requestId: string;
  readonly accessCode: string;
  readonly body: Uint8Array;
}

/** The signature of a request: HMAC-SHA256 over time, request id, access code and body, one directly after the other. */
export function signatureOf(parts: SignedParts, key: string): Buffer {
  const hmac = createHmac("sha256", key).update(parts.timestamp + parts.requestId + parts.accessCode, "utf8");
  return hmac.update(parts.body).digest();
}

/** The four headers of a signed message, as a partner sends them; several receivers expect them of notifications, too (DEC-35). */
export function signedHeaders(
  message: { readonly tenantId: string; readonly id: string; readonly at: EpochMs; readonly body: string },
  keyOf: (credentials: ReturnType<typeof credentialsOf>) => string,
): Record<string, string> {
  const credentials = credentialsOf(message.tenantId);
  const { accessCode } = credentials;
  const timestamp = String(message.at);
  const body = new TextEncoder().encode(message.body);
  const signature = signatureOf({ timestamp, requestId: message.id, accessCode, body }, keyOf(credentials));
  return {
    "rt-accesscode": accessCode,
    "rt-requestid": message.id,
    "rt-timestamp": timestamp,
    "rt-signature": signature.toString("hex"),
  };
}

const REQUEST_ID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const TIMESTAMP = /^(?:\d{10}|\d{13})$/;
const SIGNATURE = /^[0-9a-f]{64}$/i;

/**
 * Checks the signature headers where the options ask for it (DEC-08, DEC-09): each must be there, then have its form, then be of
 * this time, then fit. Null when the call may go on.
 */
export function checkSignature(call: TenantCall, options: EsimAccessOptions, wall: WallClock): Answer | null {
  if (!options.enforceSignature && !options.requireSignature) return null;
  const requestId = filled(call.header("rt-requestid"));
  const timestamp = filled(call.header("rt-timestamp"));
  const signature = filled(call.header("rt-signature"));
  const isUnsigned = requestId === null && timestamp === null && signature === null;
  if (isUnsigned && !options.requireSignature) return null;
  if (requestId === null) return headerMissing("RT-RequestID");
  if (timestamp === null) return headerMissing("RT-Timestamp");
  if (signature === null) return headerMissing("RT-Signature");
  if (!REQUEST_ID.test(requestId)) return headerMalformed("RT-RequestID");
  if (!TIMESTAMP.test(timestamp)) return headerMalformed("RT-Timestamp");
  if (!SIGNATURE.test(signature)) return headerMalformed("RT-Signature");
  const sentAt = timestamp.length === 10 ? Number(timestamp) * SECOND_MS : Number(timestamp);
  const now = options.timestampReference === "wall" ? wall.now() : call.tenant.clock.now();
  if (Math.abs(now - sentAt) > options.signatureToleranceSeconds * SECOND_MS) {
    return failureAnswer("101001", "the request timestamp is expired");
  }
  const { accessCode, secretKey } = credentialsOf(call.tenant.id);
  const sent = Buffer.from(signature, "hex");
  const parts = { timestamp, requestId, accessCode, body: call.bytes };
  if (timingSafeEqual(sent, signatureOf(parts, secretKey))) return null;
  if (options.allowAccessCodeKey && timingSafeEqual(sent, signatureOf(parts, accessCode))) return null;
  return failureAnswer("101003", "the signature does not match");
}

/** The value of a header; an empty or blank one counts as absent. */
function filled(value: string | null): string | null {
  return value === null || value.trim() === "" ? null : value.trim();
}

function headerMissing(name: string): Answer {
  return failureAnswer("000101", `Req Header:[${name}] is null`);
}

function headerMalformed(name: string): Answer {
  return failureAnswer("000102", `Req Header:[${name}] format error`);
}
