/** How a command ends; what waits for it can tell the cases apart. */
export const exitCodes = {
  ok: 0,
  /** Checks have failed: the backend breaks the contract. */
  failed: 1,
  /** An option, a value or a file is wrong, or the data directory is refused. */
  usage: 2,
  /** No sandbox answers where one was expected. */
  unreachable: 3,
  /** The address cannot be listened on. */
  cannotBind: 4,
  /** The sandbox was not ready in time. */
  notReady: 5,
  /** Something of ours broke. */
  internal: 70,
  /** The command of `exec` is there, but cannot be run. */
  commandRefused: 126,
  /** The command of `exec` does not exist. */
  commandMissing: 127,
  /** Added to the number of the signal that ended a process. */
  signal: 128,
} as const;

/** Why a command ends before its time: the code, and one sentence for a person. */
export interface Ending {
  readonly exitCode: number;
  readonly message: string;
}
