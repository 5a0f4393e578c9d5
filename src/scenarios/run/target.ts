import { type ControlClient, createControlClient } from "../../client/control-client.ts";
import { ControlFailed } from "../../client/control-failed.ts";
import type { TenantControl } from "../../client/tenant-control.ts";
import type { ControlSchemas } from "../../client/transport.ts";

/** A sandbox that scenarios are played in. */
export interface ScenarioTarget {
  /** Its name in reports: `in-process`, or a URL. */
  readonly name: string;
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly adminToken: string | null;
  /** Whether it ends with the run, and every tenant with it. */
  readonly isOwn: boolean;
  close(): Promise<void>;
}

/** A tenant at the beginning of its life, with what its clients send. */
export interface ScenarioTenant {
  readonly control: TenantControl;
  readonly credentials: ControlSchemas["Tenant"]["credentials"];
  /** Where its clock stands, in milliseconds since 1970. */
  readonly beginsAt: number;
}

/** How the lives of a scenario's tenant begin. */
export interface ScenarioBeginning {
  readonly seed: number;
  readonly time: string;
  readonly clock: "frozen" | "running";
  readonly world?: string;
}

/** Gives the tenant of a scenario a new life at the scenario's instant. @throws ControlFailed */
export async function beginTenant(
  target: ScenarioTarget,
  id: string,
  beginning: ScenarioBeginning,
): Promise<ScenarioTenant> {
  const client = clientOf(target);
  const { credentials } = await client.tenants.put(id, beginning);
  const control = client.tenant(id);
  const { nowMs } = await control.reset();
  return { control, credentials, beginsAt: nowMs };
}

/** Whether the sandbox has this tenant. @throws ControlFailed when it does not say */
export async function hasTenant(target: ScenarioTarget, id: string): Promise<boolean> {
  try {
    await clientOf(target).tenants.get(id);
    return true;
  } catch (error) {
    if (error instanceof ControlFailed && error.code === "unknown-tenant") return false;
    throw error;
  }
}

/** What became of the tenant of a run: `left` is one that could not be deleted. */
export type TenantEnd = "deleted" | "kept" | "left";

/** Deletes the tenant of a run. A sandbox that refuses or is gone is no failure: what the run has found counts for more than what remains of it. */
export async function endTenant(target: ScenarioTarget, id: string): Promise<TenantEnd> {
  try {
    await clientOf(target).tenants.remove(id);
    return "deleted";
  } catch (error) {
    if (!(error instanceof ControlFailed)) throw error;
    return error.code === "unknown-tenant" ? "deleted" : "left";
  }
}

function clientOf({ fetch, url, adminToken }: ScenarioTarget): ControlClient {
  return createControlClient({ fetch, url, adminToken });
}

/** The same sandbox, of which nothing more is asked once the signal has come. */
export function interruptible(target: ScenarioTarget, signal: AbortSignal): ScenarioTarget {
  return {
    ...target,
    fetch: async (url, init) => {
      signal.throwIfAborted();
      const own = init.signal ?? null;
      // Node collects a time-out that only `AbortSignal.any` listens to, and the request would never end.
      own?.addEventListener("abort", () => undefined, { once: true });
      return target.fetch(url, { ...init, signal: own === null ? signal : AbortSignal.any([own, signal]) });
    },
  };
}

/** A sandbox that runs elsewhere. */
export function remoteTarget(url: string, adminToken: string | null): ScenarioTarget {
  const base = url.replace(/\/+$/, "").replace(/\/__admin$/, "");
  return {
    name: base,
    url: base,
    fetch: (address, init) => fetch(address, init),
    adminToken,
    isOwn: false,
    close: async () => undefined,
  };
}
