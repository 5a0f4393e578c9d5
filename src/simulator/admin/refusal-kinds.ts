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
  "not-ready": [503, "Not ready"],
  "malformed-body": [400, "Malformed body"],
  "body-too-large": [413, "Body too large"],
  "not-json": [415, "Not JSON"],
  "invalid-request": [422, "Invalid request"],
  "wrong-duration": [422, "Wrong duration"],
  "unknown-provider": [422, "Unknown provider"],
  "unknown-operation": [422, "Unknown operation"],
  "unknown-provider-code": [422, "Unknown provider code"],
  "incomplete-fault": [422, "Incomplete fault"],
  "too-many-faults": [409, "Too many faults"],
  "unknown-fault": [404, "Unknown fault"],
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
