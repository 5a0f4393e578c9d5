import { createControlClient } from "../../client/control-client.ts";
import type { TenantControl } from "../../client/tenant-control.ts";
import type { ControlSchemas } from "../../client/transport.ts";

/** A sandbox that scenarios are played in. */
export interface ScenarioTarget {
  /** Its name in reports: `in-process`, or a URL. */
  readonly name: string;
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly adminToken: string | null;
  /** Whether tenants end with the sandbox; else the tenant of a scenario stays for whoever wants to look. */
  close(): Promise<void>;
}

/** A tenant at the beginning of its life, with what its clients send. */
export interface ScenarioTenant {
  readonly control: TenantControl;
  readonly credentials: ControlSchemas["Tenant"]["credentials"];
  /** Where its clock stands, in milliseconds since 1970. */
  readonly beginsAt: number;
}

/** Gives the tenant of a scenario a new life at the scenario's instant, its clock standing. @throws ControlFailed */
export async function beginTenant(
  target: ScenarioTarget,
  { id, ...beginning }: { readonly id: string; readonly seed: number; readonly time: string; readonly world?: string },
): Promise<ScenarioTenant> {
  const { fetch, url, adminToken } = target;
  const client = createControlClient({ fetch, url, adminToken });
  const { credentials } = await client.tenants.put(id, { ...beginning, clock: "frozen" });
  const control = client.tenant(id);
  const { nowMs } = await control.reset();
  return { control, credentials, beginsAt: nowMs };
}

/** A sandbox that runs elsewhere. */
export function remoteTarget(url: string, adminToken: string | null): ScenarioTarget {
  const base = url.replace(/\/+$/, "").replace(/\/__admin$/, "");
  return {
    name: base,
    url: base,
    fetch: (address, init) => fetch(address, init),
    adminToken,
    close: async () => undefined,
  };
}
