import { forTenant } from "../../esim/retag.ts";
import { jsonPlace, syntaxPlace } from "../../kernel/json-places.ts";
import { limits } from "../../kernel/limits.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import {
  differencesOf,
  type RecordDifference,
  readSnapshot,
  type SnapshotRefused,
  snapshotText,
  type TenantSnapshot,
} from "../../kernel/snapshot.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { loadSnapshot, takeSnapshot } from "../../kernel/tenant-snapshots.ts";
import { type ClockView, clockBusy, isMoving, showClock } from "./clock.ts";
import { isoOf, type Listing, type Page, pageOf } from "./listing.ts";
import type { StatePorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue, shown } from "./refusal.ts";

/** A snapshot as it is listed. */
export interface SnapshotView {
  readonly name: string;
  readonly characters: number;
}

/** A snapshot that has just been saved or imported. */
export interface SavedSnapshot extends SnapshotView {
  /** The tenant it was taken of. */
  readonly tenant: string;
  /** The instant its clock showed. */
  readonly at: string;
  readonly records: number;
}

const NAME = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;
const NAME_SAYS = "1 to 64 lower-case letters, digits, dots, dashes and underscores";

/** Lists a tenant's snapshots by name. */
export function listSnapshots(tenant: Tenant, { shelf }: StatePorts): Listing<SnapshotView> {
  const items = shelf.list(tenant.id);
  return { items, total: items.length };
}

/** Saves what the tenant is now under a name, in place of an earlier one of that name. */
export async function saveSnapshot(
  tenant: Tenant,
  name: string,
  ports: StatePorts,
): Promise<Controlled<SavedSnapshot>> {
  const admitted = admit(tenant, name, ports);
  return admitted.ok ? keep(tenant, name, { snapshot: await takeSnapshot(tenant), ports }) : admitted;
}

/** Keeps a document that was exported elsewhere under a name; refused as a whole when anything in it is wrong. */
export async function importSnapshot(
  tenant: Tenant,
  imported: { readonly name: string; readonly document: unknown },
  ports: StatePorts,
): Promise<Controlled<SavedSnapshot>> {
  const admitted = admit(tenant, imported.name, ports);
  if (!admitted.ok) return admitted;
  const read = readSnapshot(imported.document, ports.tables);
  if (!read.ok) return misfit(read.error, "body");
  return keep(tenant, imported.name, { snapshot: read.value, ports });
}

/** The snapshot of that name as a document. */
export async function exportSnapshot(
  tenant: Tenant,
  name: string,
  ports: StatePorts,
): Promise<Controlled<TenantSnapshot>> {
  const text = NAME.test(name) ? ports.shelf.read(tenant.id, name) : null; // names become file names
  return text === null ? unknownSnapshot(tenant, name, ports) : parseSnapshot(text, `snapshot ${name}`, ports);
}

/** Takes the tenant back, or elsewhere, to what the snapshot of that name holds. */
export async function loadNamedSnapshot(
  tenant: Tenant,
  name: string,
  ports: StatePorts,
): Promise<Controlled<ClockView>> {
  const read = await exportSnapshot(tenant, name, ports);
  return read.ok ? restoreSnapshot(tenant, { snapshot: read.value, name }, ports) : read;
}

/** Takes the tenant to what a snapshot holds that has been read. */
export async function restoreSnapshot(
  tenant: Tenant,
  { snapshot, name }: { readonly snapshot: TenantSnapshot; readonly name: string | null },
  { tables }: StatePorts,
): Promise<Controlled<ClockView>> {
  if (isMoving(tenant)) return clockBusy();
  await loadSnapshot(tenant, forTenant(snapshot, tenant.id), tables);
  const { at, tenant: of } = snapshot;
  tenant.journal.append(tenant.clock.now(), { kind: "snapshot-loaded", name, of, takenAt: isoOf(at) });
  return ok(showClock(tenant));
}

/** Forgets the snapshot of that name. */
export async function removeSnapshot(
  tenant: Tenant,
  name: string,
  ports: StatePorts,
): Promise<Controlled<{ readonly removed: number }>> {
  return NAME.test(name) && ports.shelf.remove(tenant.id, name)
    ? ok({ removed: 1 })
    : unknownSnapshot(tenant, name, ports);
}

/** Lists the records that differ from a snapshot to another one, by default to what the tenant is now. */
export async function diffSnapshots(
  tenant: Tenant,
  { from, to, ...page }: Page & { readonly from: string; readonly to: string | null },
  ports: StatePorts,
): Promise<Controlled<Listing<RecordDifference>>> {
  const before = await exportSnapshot(tenant, from, ports);
  if (!before.ok) return before;
  const after = to === null ? ok(await takeSnapshot(tenant)) : await exportSnapshot(tenant, to, ports);
  if (!after.ok) return after;
  return ok(pageOf(differencesOf(before.value, after.value, ports.tables), page, (difference) => difference));
}

/** Reads the text of a snapshot; a refusal says in which line and column of `file` what was expected. */
export function parseSnapshot(
  text: string,
  file: string,
  { tables }: Pick<StatePorts, "tables">,
): Controlled<TenantSnapshot> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    // The parser says what is wrong with the text; where, in lines, is for us to find.
    const message = error instanceof Error ? error.message : String(error);
    const { line, column } = syntaxPlace(text, message);
    return refuse("snapshot-misfit", `${file}:${line}:${column}: must be JSON, got a syntax error: ${message}`);
  }
  const read = readSnapshot(document, tables);
  if (read.ok) return read;
  const { line, column } = jsonPlace(text, read.error.misfit.path);
  return misfit(read.error, `${file}:${line}:${column}:`);
}

function misfit({ code, misfit: found }: SnapshotRefused, root: string): ReturnType<typeof refuse> {
  const { expected, got } = found;
  const path = found.path.join(".");
  const place = root.endsWith(":") ? `${root} ${path === "" ? "the document" : path}` : [root, ...found.path].join(".");
  return refuse(code, `${place} must be ${expected}, got ${shown(got) ?? "nothing"}; nothing was changed`, [
    { path: place, expected, got: shown(got) },
  ]);
}

function admit(tenant: Tenant, name: string, { shelf }: StatePorts): Controlled<null> {
  if (!NAME.test(name)) return refuseValue({ path: "path.name", expected: NAME_SAYS, got: name });
  const kept = shelf.list(tenant.id);
  const isFull = kept.length >= limits.snapshotsPerTenant && !kept.some((one) => one.name === name);
  const most = `a tenant has at most ${limits.snapshotsPerTenant} snapshots; remove one, or reuse a name`;
  return isFull ? refuse("too-many-snapshots", most) : ok(null);
}

function keep(
  tenant: Tenant,
  name: string,
  { snapshot, ports }: { readonly snapshot: TenantSnapshot; readonly ports: StatePorts },
): Controlled<SavedSnapshot> {
  const text = snapshotText(snapshot);
  const characters = text.length;
  const most = limits.snapshotCharacters;
  if (characters > most)
    return refuse("snapshot-too-large", `a snapshot has at most ${most} characters, this one ${characters}`);
  ports.shelf.write(tenant.id, name, text);
  const records = Object.values(snapshot.tables).reduce((sum, own) => sum + own.length, 0);
  return ok({ name, characters, tenant: snapshot.tenant, at: isoOf(snapshot.at), records });
}

function unknownSnapshot(tenant: Tenant, name: string, { shelf }: StatePorts): ReturnType<typeof refuse> {
  const known = shelf.list(tenant.id).map((one) => one.name);
  const expected = known.length === 0 ? "saved before (there is none yet)" : validNames(name, known);
  return refuseValue({ path: "path.name", expected, got: name }, "unknown-snapshot");
}
