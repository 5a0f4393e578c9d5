import { assertNever } from "../kernel/result.ts";

/** Why a data directory was not opened. Nothing in it has been changed. */
export type DataRefused =
  /** Another process that still runs has it; `pid` is null when the lock does not say whose it is. */
  | { readonly code: "data-locked"; readonly dir: string; readonly pid: number | null }
  /** It cannot be made, read or written; `cause` is what the system said. */
  | { readonly code: "data-unwritable"; readonly dir: string; readonly cause: string }
  /** A file was written by a later version than this one. */
  | { readonly code: "data-format-newer"; readonly file: string; readonly format: number; readonly supported: number }
  | { readonly code: "snapshot-damaged"; readonly file: string; readonly detail: string }
  /** A log is there whose snapshot is not. */
  | { readonly code: "snapshot-missing"; readonly file: string; readonly log: string }
  /** `offset` counts bytes from the beginning of the file to the damaged line. */
  | {
      readonly code: "log-damaged";
      readonly file: string;
      readonly line: number;
      readonly offset: number;
      readonly detail: string;
    }
  /** A log is gone without which the later one cannot be applied. */
  | { readonly code: "log-missing"; readonly file: string; readonly log: string };

/** Carries a refusal out of the readers; `openDataDirectory` turns it back into a value. */
export class DataRefusedError extends Error {
  override readonly name = "DataRefusedError";
  readonly refused: DataRefused;

  constructor(refused: DataRefused) {
    super(explainDataRefused(refused));
    this.refused = refused;
  }
}

const RECOVERY = "nothing was changed; restore it from a copy, or use another directory with --data DIR";

/** Says in one sentence what was expected, what came and what to do. */
export function explainDataRefused(refused: DataRefused): string {
  switch (refused.code) {
    case "data-locked":
      return (
        `the data directory ${refused.dir} is in use by ${refused.pid === null ? "another process" : `process ${refused.pid}`}; ` +
        "stop it first, or use another directory with --data DIR or none with --memory"
      );
    case "data-unwritable":
      return (
        `the data directory ${refused.dir} must be a directory that can be written, but ${refused.cause}; ` +
        "give it to this user, or use another directory with --data DIR or none with --memory"
      );
    case "data-format-newer":
      return (
        `${refused.file} has format ${refused.format}, this version reads up to format ${refused.supported}; ` +
        "use the version that wrote it, or another directory with --data DIR; nothing was changed"
      );
    case "snapshot-damaged":
      return `${refused.file} must be a snapshot as the sandbox writes it, but ${refused.detail}; ${RECOVERY}`;
    case "snapshot-missing":
      return (
        `${refused.log} continues ${refused.file}, which is missing; ` +
        "nothing was changed; restore the snapshot, or remove the log as well to begin anew"
      );
    case "log-damaged":
      return `${refused.file} is damaged at line ${refused.line}, byte ${refused.offset}: ${refused.detail}; ${RECOVERY}`;
    case "log-missing":
      return `${refused.log} continues ${refused.file}, which is missing; ${RECOVERY}`;
    default:
      return assertNever(refused);
  }
}
