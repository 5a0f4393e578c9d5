import { readFileSync, writeFileSync } from "node:fs";
import { ControlFailed } from "../client/control-failed.ts";
import { jsonPlace, syntaxPlace, type TextPlace } from "../simulator/kernel/json-places.ts";
import { CommandRefused, driveSandbox } from "./control-call.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";

/** Keeps what the tenant is now under a name. */
export function saveSnapshot(flags: GivenFlags, name: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.snapshots.save(name);
    return { record, lines: [`${name}: ${record.records} records at ${record.at}`] };
  });
}

/** Takes the tenant to what a snapshot holds. */
export function loadSnapshot(flags: GivenFlags, name: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.snapshots.load(name);
    return { record, lines: [`${tenant.id} is what ${name} holds; its clock shows ${record.now}`] };
  });
}

/** Lists the snapshots of the tenant. */
export function listSnapshots(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.snapshots.list();
    return { record, lines: record.map(({ name, characters }) => `${name.padEnd(24)} ${characters} characters`) };
  });
}

/** Deletes a snapshot. */
export function removeSnapshot(flags: GivenFlags, name: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    return { record: await tenant.snapshots.remove(name), lines: [`${name} is deleted`] };
  });
}

/** Lists the records that differ; exit code 1 when some do, as diff has it. */
export function diffSnapshots(flags: GivenFlags, name: string, to: string | undefined): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.snapshots.diff(name, to);
    const signs = { added: "+", removed: "-", changed: "~" } as const;
    const lines = record.map(({ table, key, change, members }) =>
      `${signs[change]} ${table}/${key} ${members.join(", ")}`.trimEnd(),
    );
    return { record, lines, exitCode: record.length === 0 ? exitCodes.ok : exitCodes.failed };
  });
}

/** Writes a snapshot to a file, one record per line, or to standard output. */
export function exportSnapshot(flags: GivenFlags, name: string, file: string | undefined): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const document = await tenant.snapshots.export(name);
    if (file === undefined) return { record: document, lines: [JSON.stringify(document)] };
    try {
      writeFileSync(file, textOf(document));
    } catch (error) {
      // Whatever the system objects to, the file was not written.
      throw new CommandRefused(`${file} must be a file that can be written, got: ${reasonOf(error)}`);
    }
    return { record: { name, file }, lines: [`${name} stands in ${file}`] };
  });
}

/** Hands a file to the sandbox under a name. What is wrong in it is told with line and column. */
export function importSnapshot(flags: GivenFlags, name: string, file: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const text = read(file);
    try {
      const record = await tenant.snapshots.import(name, parse(text, file));
      return { record, lines: [`${name}: ${record.records} records of ${record.tenant} at ${record.at}`] };
    } catch (error) {
      const [place] = error instanceof ControlFailed ? error.errors : [];
      if (!(error instanceof ControlFailed) || place === undefined || !place.path.startsWith("body")) throw error;
      const path = place.path.split(".").slice(1);
      const at = jsonPlace(
        text,
        path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      );
      throw new CommandRefused(`${placed(file, at)}: ${error.message}`);
    }
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    // Whatever the system objects to, the file is of no use.
    throw new CommandRefused(`${file} must be a readable file, got: ${reasonOf(error)}`);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser says what is wrong; where, in lines, is for us to find.
    const message = reasonOf(error);
    throw new CommandRefused(
      `${placed(file, syntaxPlace(text, message))}: must be JSON, got a syntax error: ${message}`,
    );
  }
}

/** One record per line, so that people and version control can compare. */
function textOf({ tables, ...head }: Awaited<ReturnType<ExportOf>>): string {
  const parts = Object.entries(tables).map(([name, records]) => {
    return ` ${JSON.stringify(name)}: [\n${records.map((record) => `  ${JSON.stringify(record)}`).join(",\n")}\n ]`;
  });
  return `${JSON.stringify(head).slice(0, -1)},\n"tables": {\n${parts.join(",\n")}\n}}\n`;
}

type ExportOf = Parameters<Parameters<typeof driveSandbox>[1]>[0]["tenant"]["snapshots"]["export"];

function placed(file: string, { line, column }: TextPlace): string {
  return `${file}:${line}:${column}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
