import { applyDeviceEvent, type DeviceEvent, type Esim } from "../../esim/esim.ts";
import { type EsimReactions, playDeviceEvent, useData } from "../../esim/esim-life.ts";
import { isEid } from "../../esim/identity.ts";
import { esimTable } from "../../esim/tables.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { bounds, isWithin, wholeNumber } from "./bounds.ts";
import { type EsimView, viewOfEsim } from "./esim-view.ts";
import { type Listing, type Page, pageOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { namedProviders } from "./providers.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

/** Which eSIMs to list, oldest first. */
export interface EsimQuery extends Page {
  readonly provider?: string;
  readonly order?: string;
  readonly status?: string;
  readonly profile?: string;
}

/** Everything a device can do with a profile. */
const deviceEvents = [
  "download",
  "install",
  "enable",
  "disable",
  "delete",
  "attach",
  "reinstall",
] as const satisfies DeviceEvent[];

/** What a device does, to which eSIM. `eid` names the device; without it the EID is drawn from the seed, or stays. */
export interface DevicePlay {
  readonly id: string;
  readonly event: DeviceEvent;
  readonly eid?: string;
}

/** Lists eSIMs of both providers. */
export async function listEsims(
  tenant: Tenant,
  query: EsimQuery,
  ports: ControlPorts,
): Promise<Controlled<Listing<EsimView>>> {
  const named = namedProviders(query.provider, ports);
  if (!named.ok) return named;
  const names = new Set(named.value.map(({ name }) => name));
  const found = await tenant.transact(async (tx) => {
    const table = tx.table(esimTable);
    const listed = query.order === undefined ? await table.all() : await table.findBy("order", query.order);
    return listed.filter(
      (esim) =>
        names.has(esim.provider) &&
        (query.status === undefined || esim.status === query.status) &&
        (query.profile === undefined || esim.profile === query.profile),
    );
  });
  return ok(pageOf(found, query, (esim) => viewOfEsim(esim, ports)));
}

/** Shows one eSIM, found by its id or, among those that ever had it the latest, by its ICCID. */
export function showEsim(tenant: Tenant, id: string, ports: ControlPorts): Promise<Controlled<EsimView>> {
  return tenant.transact(async (tx) => {
    const found = await findEsim(tx, id);
    return found.ok ? ok(viewOfEsim(found.value, ports)) : found;
  });
}

/** Plays a device event on an eSIM; what the provider does about it happens in the same transaction. */
export async function playDevice(
  tenant: Tenant,
  played: DevicePlay,
  ports: ControlPorts,
): Promise<Controlled<EsimView>> {
  const { event, eid } = played;
  if (eid !== undefined && !isEid(eid)) {
    return refuseValue({ path: "body.eid", expected: "32 digits whose number modulo 97 is 1", got: eid });
  }
  return tenant.transact(async (tx) => {
    const found = await findEsim(tx, played.id);
    if (!found.ok) return found;
    const esim = found.value;
    if (event !== "download" && eid !== undefined && eid !== esim.eid) {
      const expected = esim.eid === null ? "left out: no device has downloaded the profile" : esim.eid;
      return refuseValue({ path: "body.eid", expected, got: eid }, "profile-on-other-device");
    }
    const done = await playDeviceEvent(tx, { esim, event, eid: eid ?? null }, reactionsOf(esim, ports));
    return done.ok ? ok(viewOfEsim(done.value, ports)) : impossible(esim, event);
  });
}

/** Lets the traveller use data; the provider learns of it after the reporting lag. */
export async function consumeData(
  tenant: Tenant,
  consumed: { readonly id: string; readonly bytes: number },
  ports: ControlPorts,
): Promise<Controlled<EsimView>> {
  const { id, bytes } = consumed;
  if (!isWithin(bytes, bounds.usage)) {
    return refuseValue({ path: "body.bytes", expected: wholeNumber(bounds.usage), got: bytes });
  }
  const used = await tenant.transact(async (tx): Promise<Controlled<null>> => {
    const found = await findEsim(tx, id);
    if (!found.ok) return found;
    const esim = found.value;
    const done = await useData(tx, { esim, bytes }, reactionsOf(esim, ports));
    if (done.ok) return ok(null);
    const { profile, status } = done.error;
    const needed = "data flows while the profile is enabled and the eSIM is in use (attach starts that)";
    return refuse("esim-not-connected", `${needed}; the profile of ${esim.id} is ${profile} and the eSIM ${status}`);
  });
  if (!used.ok) return used;
  await tenant.runDueJobs(); // without a lag the report is due now, and the answer shows what it says
  return tenant.transact(async (tx) => {
    const found = await findEsim(tx, id);
    return found.ok ? ok(viewOfEsim(found.value, ports)) : found;
  });
}

async function findEsim(tx: Transaction, id: string): Promise<Controlled<Esim>> {
  const table = tx.table(esimTable);
  const found = (await table.get(id)) ?? (await table.findBy("iccid", id)).at(-1);
  if (found !== undefined) return ok(found);
  return refuseValue(
    { path: "path.id", expected: "the id or ICCID of an eSIM, as GET esims lists them", got: id },
    "unknown-esim",
  );
}

function reactionsOf(esim: Esim, ports: ControlPorts): EsimReactions {
  const provider = ports.providers.find(({ name }) => name === esim.provider);
  if (provider === undefined) throw new Error(`no provider ${esim.provider} for eSIM ${esim.id}`);
  return provider.control.reactions;
}

function impossible(esim: Esim, event: DeviceEvent): Controlled<never> {
  const happening = { at: 0, eid: "" }; // only asks whether the event could happen
  const possible = deviceEvents.filter((other) => applyDeviceEvent(esim, other, happening).ok);
  const list = possible.length === 0 ? "nothing" : possible.join(", ");
  const state = `its profile is ${esim.profile} and it is ${esim.status}`;
  return refuse(
    "impossible-device-event",
    `${event} cannot happen to eSIM ${esim.id}: ${state}; possible now: ${list}`,
  );
}
