import { expect } from "vitest";
import type { Store, TableDefinition } from "../../kernel/store.ts";
import { type DataDirectory, openDataDirectory } from "../data-directory.ts";
import type { DirectoryTuning } from "../file-directory.ts";

/** A record as small as can be. */
interface Note {
  readonly id: string;
  readonly text: string;
}

/** The table of notes. */
const notes: TableDefinition<Note> = { name: "notes", keyOf: (note) => note.id };

/** An open directory and what it reported. */
interface OpenDirectory {
  readonly directory: DataDirectory;
  readonly reports: string[];
}

/** Opens a data directory that must open; wall time stands at 0 unless told. */
export async function openDirectory(
  dir: string,
  tuning: Partial<DirectoryTuning> = {},
  now: () => number = () => 0,
): Promise<OpenDirectory> {
  const reports: string[] = [];
  const opened = await openDataDirectory(dir, { now, report: (message) => reports.push(message) }, tuning);
  if (!opened.ok) expect.fail(`refused: ${JSON.stringify(opened.error)}`);
  return { directory: opened.value, reports };
}

/** Writes one note in one transaction. */
export function write(store: Store, id: string, text = id): Promise<void> {
  return store.transact((tables) => tables.table(notes).put({ id, text }));
}

/** The ids of all notes. */
export async function idsIn(store: Store): Promise<string[]> {
  return (await store.transact((tables) => tables.table(notes).all())).map(({ id }) => id);
}
