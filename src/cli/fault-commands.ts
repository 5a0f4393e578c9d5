import type { Command } from "commander";
import { addTenantFlags, givenFlags } from "./flags.ts";
import { LAW_SAYS } from "./law-text.ts";

/** Called with the exit code when a command has ended. */
type Finished = (exitCode: number) => void;

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

const EXAMPLES = `
Predicates are PLACE=VALUE, PLACE!=VALUE, PLACE<N, PLACE>N, PLACE~REGEX, PLACE? (is there) and PLACE=A|B (one of them).

  fault add esimOrder --phase committed --reset          paid, but the answer never arrives
  fault add esimQuery --error 200010 --first 3           the first three questions come too early
  fault add esimTopup --state esim.status=IN_USE --error insufficient-balance --probability 0.2
  fault add --provider fms --latency log-normal:median=300ms,sigma=0.6 --always
  fault add esimQuery --hang after-headers --every 2 --key /orderNo
  fault add esimQuery --effect drop-member:pointer=/obj/esimList
  fault add balanceQuery --id slow --effect slow-body:bytesPerSecond=20 --window from=1h,until=2h`;

/** Adds the parts of `fault`; what they do is imported when one runs, so that help comes at once. */
export function addFaultCommands(fault: Command, finished: Finished): void {
  const sub = (name: string, says: string): Command => {
    return addTenantFlags(fault.command(name).description(says).exitOverride());
  };
  addMatchFlags(addEffectFlags(sub("add", "arm a fault; it strikes once unless told otherwise")))
    .argument("[operation]", "the operation that it strikes; left out, every one of --provider")
    .option("--id <ID>", "an id of your choice; the same command again changes nothing")
    .option("--rule <JSON>", "the rule as JSON, as /__admin/faults takes it; @FILE reads it; flags stand above it")
    .addHelpText("after", EXAMPLES)
    .action(async (operation: string | undefined, _, command: Command) => {
      const { addFault } = await import("./fault.ts");
      finished(await addFault(givenFlags(command), operation ?? null));
    });
  sub("ls", "list faults with their hits")
    .option("--unfired", "only those that have not struck")
    .action(async (_, command: Command) => {
      const { listFaults } = await import("./fault.ts");
      finished(await listFaults(givenFlags(command)));
    });
  sub("show", "show a fault, its hits and why it missed")
    .argument("<id>", "the fault")
    .action(async (id: string, _, command: Command) => {
      const { showFault } = await import("./fault.ts");
      finished(await showFault(givenFlags(command), id));
    });
  sub("rm", "remove faults")
    .argument("<id...>", "the faults")
    .action(async (ids: readonly string[], _, command: Command) => {
      const { removeFaults } = await import("./fault.ts");
      finished(await removeFaults(givenFlags(command), ids));
    });
  sub("clear", "remove every fault").action(async (_, command: Command) => {
    const { clearFaults } = await import("./fault.ts");
    finished(await clearFaults(givenFlags(command)));
  });
}

function addEffectFlags(add: Command): Command {
  return add
    .option("--reset [AT]", "break the connection with RST; AT is after-headers, mid-body or a number of bytes")
    .option("--hang [AT]", "fall silent, AT as for --reset")
    .option("--empty", "close the connection without an answer")
    .option("--latency <LAW>", `be slow: ${LAW_SAYS}`)
    .option("--error <CODE>", "answer with an error of the provider, by code or name")
    .option("--status <N>", "answer with an HTTP status")
    .option("--stale <AGE>", "repeat the last answer to the same call that is at least so old, such as 30s")
    .option("--effect <KIND:MEMBERS>", "any effect, such as truncated-body:afterBytes=10 or proxy-page:status=502");
}

function addMatchFlags(add: Command): Command {
  return add
    .option("--provider <NAME>", "needed where two providers have the operation, or for all operations")
    .option("--phase <PHASE>", "before, committed (done, but the answer is lost or damaged) or after")
    .option("--times <N>", "how often it strikes")
    .option("--always", "it strikes until it is removed")
    .option("--ttl <DURATION>", "how long it is armed, on the tenant's clock")
    .option("--body <PREDICATE>", "a member of the request, by JSON pointer: /transactionId=t-1; repeatable", collect)
    .option("--header <PREDICATE>", "a header; repeatable", collect)
    .option("--query <PREDICATE>", "a query parameter; repeatable", collect)
    .option(
      "--state <PREDICATE>",
      "what the provider knows: esim.status=IN_USE, account.balance<5000; repeatable",
      collect,
    )
    .option("--nth <N,N>", "the so-manieth calls that fit")
    .option("--first <N>", "the first so many calls that fit")
    .option("--every <N>", "each so-manieth call that fits")
    .option("--key <PLACE>", "count for each value of this JSON pointer or fact by itself")
    .option("--probability <P>", "the share of calls that are struck, drawn from the tenant's seed")
    .option("--window <PARTS>", "from=1h,until=2h or every=1h,for=10m, on the tenant's clock; instants in ISO 8601");
}
