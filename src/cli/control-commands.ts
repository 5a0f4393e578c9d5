import type { Command } from "commander";
import { addTargetFlags, addTenantFlags, type GivenFlags, givenFlags } from "./flags.ts";

/** Called with the exit code when a command has ended. */
type Finished = (exitCode: number) => void;

/** Adds the parts of `clock`; what they do is imported when one runs, so that help comes at once. */
export function addClockCommands(clock: Command, finished: Finished): void {
  const sub = subcommandsOf(clock, addTenantFlags);
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

/** Adds the parts of `tenant`. */
export function addTenantCommands(tenant: Command, finished: Finished): void {
  const sub = subcommandsOf(tenant, addTargetFlags);
  sub("ls", "list the tenants").action(async (_, command: Command) => {
    const { listTenants } = await import("./tenant.ts");
    finished(await listTenants(givenFlags(command)));
  });
  sub("create", "create a tenant with records, clock, seed and credentials of its own")
    .argument("<id>", "lower-case letters, digits and dashes")
    .option("--world <NAME>", "the world it begins in (as the sandbox was told)")
    .option("--seed <N>", "seed of everything random (drawn by the id)")
    .option("--clock <MODE>", "frozen or running (as the sandbox was told)")
    .option("--time <WHEN>", "the first instant, ISO 8601 (as the sandbox was told)")
    .action(async (id: string, _, command: Command) => {
      const { createTenant } = await import("./tenant.ts");
      finished(await createTenant(givenFlags(command), id));
    });
  sub("show", "show a tenant with its credentials")
    .argument("<id>", "the tenant")
    .action(async (id: string, _, command: Command) => {
      const { showTenant } = await import("./tenant.ts");
      finished(await showTenant(givenFlags(command), id));
    });
  sub("fork", "make a tenant that is what another one is now")
    .argument("<id>", "the tenant that is there")
    .argument("<new-id>", "the new one")
    .action(async (of: string, id: string, _, command: Command) => {
      const { forkTenant } = await import("./tenant.ts");
      finished(await forkTenant(givenFlags(command), of, id));
    });
  sub("reset", "begin anew, as a whole or in parts: records, clock, faults, options, outbox, webhooks, journal")
    .argument("<id>", "the tenant")
    .argument("[aspects...]", "the parts; everything when none is named")
    .action(async (id: string, aspects: string[], _, command: Command) => {
      const { resetTenant } = await import("./tenant.ts");
      finished(await resetTenant(givenFlags(command), id, aspects));
    });
  sub("rm", "delete a tenant")
    .argument("<id>", "the tenant")
    .action(async (id: string, _, command: Command) => {
      const { removeTenant } = await import("./tenant.ts");
      finished(await removeTenant(givenFlags(command), id));
    });
}

/** Adds the parts of `snapshot`. */
export function addSnapshotCommands(snapshot: Command, finished: Finished): void {
  const sub = subcommandsOf(snapshot, addTenantFlags);
  sub("ls", "list a tenant's snapshots").action(async (_, command: Command) => {
    const { listSnapshots } = await import("./snapshot.ts");
    finished(await listSnapshots(givenFlags(command)));
  });
  const named = (name: string, says: string): Command => sub(name, says).argument("<name>", "the snapshot");
  named("save", "keep what a tenant is now").action(async (name: string, _, command: Command) => {
    const { saveSnapshot } = await import("./snapshot.ts");
    finished(await saveSnapshot(givenFlags(command), name));
  });
  named("load", "take a tenant to what a snapshot holds").action(async (name: string, _, command: Command) => {
    const { loadSnapshot } = await import("./snapshot.ts");
    finished(await loadSnapshot(givenFlags(command), name));
  });
  named("rm", "delete a snapshot").action(async (name: string, _, command: Command) => {
    const { removeSnapshot } = await import("./snapshot.ts");
    finished(await removeSnapshot(givenFlags(command), name));
  });
  named("diff", "list the records that differ from a snapshot to another, or to now; exit code 1 when some do")
    .argument("[to]", "the later snapshot")
    .action(async (name: string, to: string | undefined, _, command: Command) => {
      const { diffSnapshots } = await import("./snapshot.ts");
      finished(await diffSnapshots(givenFlags(command), name, to));
    });
  named("export", "write a snapshot to a file")
    .argument("[file]", "the file; standard output when left out")
    .action(async (name: string, file: string | undefined, _, command: Command) => {
      const { exportSnapshot } = await import("./snapshot.ts");
      finished(await exportSnapshot(givenFlags(command), name, file));
    });
  named("import", "hand an exported file to a tenant; then load it")
    .argument("<file>", "the file")
    .action(async (name: string, file: string, _, command: Command) => {
      const { importSnapshot } = await import("./snapshot.ts");
      finished(await importSnapshot(givenFlags(command), name, file));
    });
}

function subcommandsOf(
  parent: Command,
  addFlags: (command: Command) => Command,
): (name: string, says: string) => Command {
  return (name, says) => addFlags(parent.command(name).description(says).exitOverride());
}
