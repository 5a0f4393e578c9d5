import { ControlFailed } from "../client/control-failed.ts";
import type { TenantControl, Verification } from "../client/tenant-control.ts";
import type { ControlSchemas } from "../client/transport.ts";
import { CommandRefused, driveSandbox, type Told } from "./control-call.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GivenFlags } from "./flags.ts";
import { entryLine, nearLines, writeTo } from "./journal.ts";
import { readVerifyFile, type VerifyFile } from "./verify-file.ts";

type Verified = ControlSchemas["Verified"];

const MODES = ["fail", "warn", "ignore"] as const;

/** Judges what happened; exit code 1 when an expectation is not met or a fault never fired. */
export function verify(flags: GivenFlags, path: string | undefined): Promise<number> {
  return driveSandbox(flags, async ({ tenant }): Promise<Told> => {
    const mode = modeOf(flags);
    if (path === undefined && mode === undefined) {
      throw new CommandRefused("verify must be given a file of expectations, or --unfired-faults");
    }
    const file = path === undefined ? null : readVerifyFile(path);
    const verification: Verification = {
      ...(file?.verification ?? {}),
      ...(mode === undefined ? {} : { unfiredFaults: mode }),
    };
    const record = await judged(tenant, verification, file);
    const { junit } = flags;
    if (typeof junit === "string") {
      const { renderVerdict } = await import("./verify-junit.ts"); // only who wants the report waits for its library
      await writeTo(junit, renderVerdict(record, path ?? "faults"));
    }
    return { record, lines: verdictLines(record), exitCode: record.passed ? exitCodes.ok : exitCodes.failed };
  });
}

/** What the sandbox objects to in the file is told with its place there. */
async function judged(tenant: TenantControl, verification: Verification, file: VerifyFile | null): Promise<Verified> {
  try {
    return await tenant.verify(verification);
  } catch (error) {
    if (!(error instanceof ControlFailed) || file === null || error.errors.length === 0) throw error;
    throw new CommandRefused(file.refusalOf(error.errors));
  }
}

function modeOf(flags: GivenFlags): (typeof MODES)[number] | undefined {
  const { unfiredFaults } = flags;
  if (unfiredFaults === undefined) return undefined;
  if (unfiredFaults === true) return "fail";
  const mode = MODES.find((known) => known === unfiredFaults);
  if (mode !== undefined) return mode;
  throw new CommandRefused(
    `--unfired-faults must be one of ${MODES.join(", ")}, or stand alone, got ${JSON.stringify(unfiredFaults)}`,
  );
}

/** The verdict for a person: a line for each expectation, and below those that failed what was seen. */
function verdictLines({ passed, expectations, unfiredFaults, warnings }: Verified): string[] {
  const failed = expectations.filter((one) => !one.passed).length;
  return [
    ...expectations.flatMap((one) => {
      const head = `${one.passed ? "ok    " : "FAILED"}  ${one.says}: ${one.seen}`;
      if (one.passed) return [head];
      const open = one.isOpen ? ["        (it may still be met: more can happen, or its time is not over)"] : [];
      return [
        head,
        ...open,
        ...one.entries.map((entry) => `  seen ${entryLine(entry)}`),
        ...one.nearest.flatMap(nearLines),
      ];
    }),
    ...unfiredFaults.faults.map(({ faultId, provider, operationId, phase, reasons }) => {
      const what = `${provider} ${operationId ?? "every operation"}, ${phase}`;
      return `${unfiredFaults.passed ? "warned" : "FAILED"}  fault ${faultId} (${what}) never fired: ${reasons.join("; ")}`;
    }),
    ...warnings.map((warning) => `warning: ${warning}`),
    `${passed ? "passed" : "failed"}: ${expectations.length - failed} of ${expectations.length} expectations met, faults that never fired: ${unfiredFaults.faults.length}`,
  ];
}
