import type { ControlClient } from "../../client/control-client.ts";
import type { Capability, ProviderName } from "../plan/case.ts";
import type { Control, Credentials } from "./target.ts";

/** What a case may need that our control API gives. Leave to spend is the profile's to give, never a target's. */
export const CONTROL_CAPABILITIES: readonly Capability[] = [
  "clock",
  "device",
  "options",
  "account",
  "catalogue",
  "faults",
  "outbox",
  "tenants",
  "reset",
  "webhooks",
];

/** The world around a sandbox, driven through its control API. */
export function createControl(client: ControlClient): Control {
  const tenant = (id: string): ReturnType<ControlClient["tenant"]> => client.tenant(id);
  return {
    reset: async (id) => (await tenant(id).reset()).nowMs,
    now: async (id) => (await tenant(id).clock.show()).nowMs,
    advance: async (id, by) => (await tenant(id).clock.advance(by)).nowMs,
    run: async (id, speed) => void (await (speed === 0 ? tenant(id).clock.freeze() : tenant(id).clock.resume(speed))),
    device: async (id, esim, event) => {
      const path = `esims/${encodeURIComponent(esim)}/${encodeURIComponent(event)}`;
      await tenant(id).send({ method: "POST", path });
    },
    use: async (id, esim, bytes) => void (await tenant(id).esims.use(esim, bytes)),
    setOptions: async (id, provider, values) => {
      await tenant(id).send({ method: "PATCH", path: "options", body: { [provider]: values } });
    },
    setBalance: async (id, balance) => void (await tenant(id).account.set(balance)),
    balance: async (id) => (await tenant(id).account.get()).balance,
    setPackage: async (id, provider, code, change) => {
      const path = `packages/${provider}/${encodeURIComponent(code)}`;
      await tenant(id).send({ method: "PATCH", path, body: change });
    },
    read: (id, path) => tenant(id).send({ method: "GET", path }),
    addFault: async (id, fault) => void (await tenant(id).send({ method: "POST", path: "faults", body: fault })),
  };
}

/** By this header a call without credentials finds its tenant in a sandbox. */
export const TENANT_HEADER = "x-sim-tenant";

/** The tenants of a run: the one that calls, and another one; further workers have further ones. */
const TENANTS = { usual: "contract-a", other: "contract-b" } as const;

/** Where the clocks of a run begin. */
const FIRST_INSTANT = "2026-01-01T00:00:00Z";

/** Finds credentials of the tenants of a run. */
export type FindCredentials = (provider: ProviderName, who: keyof typeof TENANTS) => Credentials | null;

/**
 * Gives the tenants of a worker a new life, creating them where they are missing. Their seeds differ, so that nothing of the one can be
 * taken for the other's.
 */
export async function beginTenants(client: ControlClient, seed: number, worker = 0): Promise<FindCredentials> {
  const idOf = (who: keyof typeof TENANTS): string => TENANTS[who] + (worker === 0 ? "" : `-${worker}`);
  const values = new Map<string, Readonly<Record<string, Readonly<Record<string, string>>>>>();
  for (const who of ["usual", "other"] as const) {
    const id = idOf(who);
    const own = who === "usual" ? seed : seed === Number.MAX_SAFE_INTEGER ? seed - 1 : seed + 1;
    const { credentials } = await client.tenants.put(id, { seed: own, clock: "frozen", time: FIRST_INSTANT });
    await client.tenant(id).reset(); // one that was there takes over what was chosen
    values.set(id, credentials);
  }
  return (provider, who) => {
    const tenantId = idOf(who);
    const found = values.get(tenantId)?.[provider];
    return found === undefined ? null : { tenantId, values: found };
  };
}
