import { problem } from "../http/problem.ts";
import type { ControlCode, ControlRefusal } from "./control/refusal.ts";

/** HTTP status and title of each refusal. */
export const refusalKinds = {
  "forbidden-host": [403, "Foreign host"],
  "forbidden-origin": [403, "Foreign origin"],
  unauthorized: [401, "Admin token needed"],
  "unknown-path": [404, "Unknown path"],
  "wrong-method": [405, "Wrong method"],
  "unknown-tenant": [404, "Unknown tenant"],
  "too-many-tenants": [409, "Too many tenants"],
  "unknown-snapshot": [404, "Unknown snapshot"],
  "snapshot-misfit": [422, "Snapshot that does not fit"],
  "snapshot-newer": [422, "Snapshot of a later version"],
  "too-many-snapshots": [409, "Too many snapshots"],
  "snapshot-too-large": [413, "Snapshot too large"],
  "tenant-exists": [409, "Tenant exists"],
  "default-tenant": [409, "Default tenant"],
  "unknown-world": [422, "Unknown world"],
  "impossible-world": [422, "Impossible world"],
  "not-ready": [503, "Not ready"],
  "malformed-body": [400, "Malformed body"],
  "body-too-large": [413, "Body too large"],
  "not-json": [415, "Not JSON"],
  "invalid-request": [422, "Invalid request"],
  "wrong-duration": [422, "Wrong duration"],
  "wrong-instant": [422, "Wrong instant"],
  "unknown-provider": [422, "Unknown provider"],
  "unknown-operation": [422, "Unknown operation"],
  "unknown-provider-code": [422, "Unknown provider code"],
  "incomplete-fault": [422, "Incomplete fault"],
  "impossible-fault": [422, "Impossible fault"],
  "too-many-faults": [409, "Too many faults"],
  "unknown-fault": [404, "Unknown fault"],
  "too-many-webhook-rules": [409, "Too many webhook rules"],
  "unknown-webhook-rule": [404, "Unknown webhook rule"],
  "unknown-delivery": [404, "Unknown delivery"],
  "impossible-delivery-step": [409, "Impossible delivery step"],
  "unknown-webhook-address": [404, "Unknown webhook address"],
  "unknown-event": [422, "Unknown event"],
  "unknown-subject": [404, "Unknown subject"],
  "no-webhook-address": [409, "No webhook address"],
  "impossible-event": [409, "Impossible event"],
  "unknown-option": [422, "Unknown option"],
  "wrong-option-value": [422, "Wrong option value"],
  "unknown-account": [404, "Unknown account"],
  "unknown-package": [404, "Unknown package"],
  "unknown-esim": [404, "Unknown eSIM"],
  "impossible-device-event": [409, "Impossible device event"],
  "profile-on-other-device": [409, "Profile on another device"],
  "esim-not-connected": [409, "eSIM not connected"],
  "wrong-query": [422, "Wrong query"],
  "too-many-waits": [409, "Too many waits"],
  "entry-missing": [404, "Entry missing"],
  "unknown-trace": [404, "Unknown trace"],
  "clock-busy": [409, "Clock busy"],
  "clock-beyond-range": [422, "Clock beyond its range"],
  "instant-passed": [409, "Instant passed"],
  "store-unavailable": [500, "Store unavailable"],
  "internal-error": [500, "Internal error"],
} as const satisfies Record<ControlCode, readonly [status: number, title: string]>;

/** Answers a refusal with its problem document. */
export function problemOf(refusal: ControlRefusal): Response {
  const { code, message: detail, errors } = refusal;
  const [status, title] = refusalKinds[code];
  const response = problem(status, { code, title, detail, errors });
  if (status === 401) response.headers.set("www-authenticate", 'Bearer realm="esim-sandbox"');
  return response;
}
