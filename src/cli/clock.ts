import type { TenantControl } from "../client/tenant-control.ts";
import type { ControlSchemas } from "../client/transport.ts";
import { CommandRefused, driveSandbox, type Told } from "./control-call.ts";
import type { GivenFlags } from "./flags.ts";

type ClockMoved = ControlSchemas["ClockMoved"];

/** Says how a tenant's clock stands. */
export function showClock(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const record = await tenant.clock.show();
    const { now, mode, speed, nextDue } = record;
    const how = mode === "frozen" ? "stands still" : `runs at ${speed} simulated seconds per second`;
    return { record, lines: [`${now}  ${how}; next due: ${nextDue ?? "nothing"}`] };
  });
}

/** Moves a tenant's clock, or stops or starts it, and prints what fired. */
export function moveClock(
  flags: GivenFlags,
  move: (clock: TenantControl["clock"]) => Promise<ClockMoved>,
): Promise<number> {
  return driveSandbox(flags, async ({ tenant }): Promise<Told> => {
    const record = await move(tenant.clock);
    const { now, fired, count, isCut } = record;
    const rest = count - fired.length;
    return {
      record,
      lines: [
        ...fired.map(({ at, kind, id }) => `${at}  ${kind}  ${id}`),
        ...(rest > 0 ? [`(and ${rest} more)`] : []),
        `${now}  ${count} fired${isCut ? "; stopped before the end, give the command again to go on" : ""}`,
      ],
    };
  });
}

/** The speed that `--speed` names, else that of real time. @throws CommandRefused */
export function speedOf(flags: GivenFlags): number {
  const { speed } = flags;
  if (speed === undefined) return 1;
  const value = Number(speed);
  if (Number.isFinite(value) && value > 0) return value;
  throw new CommandRefused(`--speed must be a number above 0, got ${JSON.stringify(speed)}`);
}
