import type { ResetAspect } from "../client/tenant-control.ts";
import type { ControlSchemas } from "../client/transport.ts";
import { CommandRefused, driveSandbox } from "./control-call.ts";
import type { GivenFlags } from "./flags.ts";

type Tenant = ControlSchemas["Tenant"];

/** Lists the tenants of a sandbox. */
export function listTenants(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ client }) => {
    const record = await client.tenants.list();
    return { record, lines: record.map(lineOf) };
  });
}

/** Creates a tenant as the flags say; one that exists takes over what was chosen at its next reset. */
export function createTenant(flags: GivenFlags, id: string): Promise<number> {
  return driveSandbox(flags, async ({ client }) => {
    const record = await client.tenants.put(id, choiceOf(flags));
    return { record, lines: [lineOf(record)] };
  });
}

/** Shows a tenant with what its clients authenticate with. */
export function showTenant(flags: GivenFlags, id: string): Promise<number> {
  return driveSandbox(flags, async ({ client }) => {
    const record = await client.tenants.get(id);
    const credentials = Object.entries(record.credentials).flatMap(([provider, values]) =>
      Object.entries(values).map(([name, value]) => `  ${`${provider} ${name}`.padEnd(24)}${value}`),
    );
    return { record, lines: [lineOf(record), ...credentials] };
  });
}

/** Gives a tenant a new life, or lets some of its parts begin anew. */
export function resetTenant(flags: GivenFlags, id: string, aspects: readonly string[]): Promise<number> {
  return driveSandbox(flags, async ({ client }) => {
    const record = await client.tenant(id).reset(...(aspects as readonly ResetAspect[])); // the sandbox says which there are
    const what = aspects.length === 0 ? "begins anew" : `begins anew in ${aspects.join(", ")}`;
    return { record, lines: [`${id} ${what}; its clock shows ${record.now}`] };
  });
}

/** Deletes a tenant. */
export function removeTenant(flags: GivenFlags, id: string): Promise<number> {
  return driveSandbox(flags, async ({ client }) => {
    return { record: await client.tenants.remove(id), lines: [`${id} is deleted`] };
  });
}

/** Makes a tenant that is what another one is now. */
export function forkTenant(flags: GivenFlags, of: string, id: string): Promise<number> {
  return driveSandbox(flags, async ({ client }) => {
    const record = await client.tenants.fork(of, id);
    return { record, lines: [lineOf(record)] };
  });
}

function lineOf({ id, seed, clock, credentials }: Tenant): string {
  const keys = Object.values(credentials).flatMap((values) => Object.values(values).slice(0, 1));
  return `${id.padEnd(20)} ${clock.now}  ${clock.mode.padEnd(8)} seed ${seed}  ${keys.join("  ")}`;
}

function choiceOf(flags: GivenFlags): ControlSchemas["TenantChoice"] {
  const { seed, clock, time, world } = flags;
  if (clock !== undefined && clock !== "frozen" && clock !== "running") {
    throw new CommandRefused(`--clock must be frozen or running, got ${JSON.stringify(clock)}`);
  }
  if (seed !== undefined && !/^\d{1,16}$/.test(String(seed))) {
    throw new CommandRefused(`--seed must be a whole number from 0, got ${JSON.stringify(seed)}`);
  }
  return {
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(clock === undefined ? {} : { clock }),
    ...(typeof time === "string" ? { time } : {}),
    ...(typeof world === "string" ? { world } : {}),
  };
}
