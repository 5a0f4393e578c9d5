import { ControlFailed } from "../../client/control-failed.ts";

/** What waiting for a clock that somebody else moves needs. */
export interface BusyPorts {
  /** Lets a short real time pass. */
  readonly pause: () => Promise<unknown>;
  /** Whether it was asked long enough. */
  readonly isOver: () => boolean;
}

/**
 * Asks again while another command moves the tenant's clock: a backend under test may move it too, and one command at a time is served.
 * Null when the clock was busy until the time was over.
 */
export async function unlessBusy<T>(ask: () => Promise<T>, { pause, isOver }: BusyPorts): Promise<T | null> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ControlFailed) || error.code !== "clock-busy") throw error;
      if (isOver()) return null;
      await pause();
    }
  }
}
