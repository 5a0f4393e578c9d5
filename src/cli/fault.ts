import type { ControlSchemas } from "../client/transport.ts";
import { driveSandbox } from "./control-call.ts";
import { faultOfFlags } from "./fault-flags.ts";
import { textFlag } from "./flag-values.ts";
import type { GivenFlags } from "./flags.ts";

type Fault = ControlSchemas["Fault"];

/** Arms a fault, under an id of the caller's choice when there is one. */
export function addFault(flags: GivenFlags, operation: string | null): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const fault = await faultOfFlags(flags, operation);
    const id = textFlag(flags, "id");
    const armed = id === null ? await tenant.faults.add(fault) : await tenant.faults.put(id, fault);
    return { record: armed, lines: [lineOf(armed)] };
  });
}

/** Lists faults in order of creation. */
export function listFaults(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const isUnfired = flags["unfired"] === true;
    const items = isUnfired ? await tenant.faults.unfired() : await tenant.faults.list();
    const none = isUnfired ? "every fault has struck" : "no fault is armed";
    const lines = items.flatMap((fault) => (isUnfired ? [lineOf(fault), ...missesOf(fault)] : [lineOf(fault)]));
    return { record: { items, total: items.length }, lines: items.length === 0 ? [none] : lines };
  });
}

/** Shows one fault with the reasons of its last misses. */
export function showFault(flags: GivenFlags, id: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const fault = await tenant.faults.get(id);
    const { match, createdAt, expiresAt } = fault;
    const more = [
      `  matches  ${JSON.stringify(match)}`,
      `  armed    ${createdAt} until ${expiresAt ?? "it is removed"}`,
    ];
    return { record: fault, lines: [lineOf(fault), ...more, ...missesOf(fault)] };
  });
}

/** Removes faults one by one; stops at the first that is not there. */
export function removeFaults(flags: GivenFlags, ids: readonly string[]): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    let removed = 0;
    for (const id of ids) removed += (await tenant.faults.remove(id)).removed;
    return { record: { removed }, lines: [`removed ${removed}`] };
  });
}

/** Removes every fault of the tenant. */
export function clearFaults(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.faults.clear();
    return { record, lines: [`removed ${record.removed}`] };
  });
}

function lineOf({ id, provider, operationId, phase, effect, times, state, hits, missed }: Fault): string {
  const { kind, ...members } = effect;
  const told = Object.keys(members).length === 0 ? kind : `${kind} ${JSON.stringify(members)}`;
  const struck = `struck ${hits}${times === null ? "" : ` of ${times}`}, missed ${missed}`;
  return `${id}  ${state}  ${provider} ${operationId ?? "(every operation)"}  ${phase} ${told}  ${struck}`;
}

function missesOf({ lastMisses }: Fault): string[] {
  return lastMisses.map(({ requestId, operationId, reason, detail }) => {
    return `  missed   ${requestId} ${operationId}: ${reason}, ${detail}`;
  });
}
