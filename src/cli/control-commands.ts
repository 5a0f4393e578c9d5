import type { Command } from "commander";
import { addTenantFlags, type GivenFlags, givenFlags } from "./flags.ts";

/** Called with the exit code when a command has ended. */
type Finished = (exitCode: number) => void;

/** Adds the parts of `clock`; what they do is imported when one runs, so that help comes at once. */
export function addClockCommands(clock: Command, finished: Finished): void {
  const sub = subcommandsOf(clock);
  const moves = async (flags: GivenFlags, how: "next" | "runUntilIdle" | "freeze"): Promise<number> => {
    const { moveClock } = await import("./clock.ts");
    return moveClock(flags, (moved) => moved[how]());
  };
  sub("show", "say how a tenant's clock stands").action(async (_, command: Command) => {
    const { showClock } = await import("./clock.ts");
    finished(await showClock(givenFlags(command)));
  });
  sub("set", "move ahead to an instant, such as 2026-03-01T00:00:00Z; never back")
    .argument("<instant>", "ISO 8601 with its zone")
    .action(async (to: string, _, command: Command) => {
      const { moveClock } = await import("./clock.ts");
      finished(await moveClock(givenFlags(command), (moved) => moved.set(to)));
    });
  sub("advance", "move ahead by a duration, such as 30s, 2h, 180d or PT1H30M")
    .argument("<duration>", "how far")
    .action(async (by: string, _, command: Command) => {
      const { moveClock } = await import("./clock.ts");
      finished(await moveClock(givenFlags(command), (moved) => moved.advance(by)));
    });
  sub("next", "move to the next instant at which something is due").action(async (_, command: Command) => {
    finished(await moves(givenFlags(command), "next"));
  });
  sub("run-until-idle", "move on until nothing waits any more").action(async (_, command: Command) => {
    finished(await moves(givenFlags(command), "runUntilIdle"));
  });
  sub("freeze", "stop the clock where it is").action(async (_, command: Command) => {
    finished(await moves(givenFlags(command), "freeze"));
  });
  sub("resume", "let the clock run from where it is")
    .option("--speed <N>", "simulated seconds per second (1)")
    .action(async (_, command: Command) => {
      const { moveClock, speedOf } = await import("./clock.ts");
      const flags = givenFlags(command);
      finished(await moveClock(flags, (moved) => moved.resume(speedOf(flags))));
    });
}

function subcommandsOf(parent: Command): (name: string, says: string) => Command {
  return (name, says) => addTenantFlags(parent.command(name).description(says).exitOverride());
}
