import { suggestion } from "../../contracts/documents/nearest-name.ts";
import { controlOf, ownersOf, providerOf } from "../documents/known-names.ts";
import { bytesOf } from "./bytes.ts";
import { checkFault, durationSays, type Report } from "./check-parts.ts";
import { durationMs } from "./durations.ts";
import type { Action, CallAction, ProviderName, Scenario } from "./scenario.ts";

interface Place {
  readonly scenario: Scenario;
  readonly pointer: string;
  readonly report: Report;
}

/** What the schema cannot say about an action. */
export function checkAction(action: Action, place: Place): void {
  const { pointer, report } = place;
  if ("call" in action) checkCall(action, place);
  else if ("fault" in action) checkFault(action.fault, `${pointer}/fault`, report);
  else if ("control" in action) checkControl(action, place);
  else if ("clock" in action) {
    if (action.clock === "advance" && action.by === undefined) {
      report(pointer, "missing-member", "`clock: advance` must have `by`");
    }
    if (action.clock !== "advance" && action.by !== undefined) {
      report(`${pointer}/by`, "contradiction", `\`by\` goes with \`clock: advance\`, not with ${action.clock}`);
    }
    if (action.by !== undefined && durationMs(action.by) === null)
      report(`${pointer}/by`, "duration", durationSays(action.by));
  } else if ("use" in action) {
    const { use } = action;
    if (typeof use === "string" && !use.includes("${") && bytesOf(use) === null) {
      report(`${pointer}/use`, "volume", `must be bytes or a volume such as 500MB or 1GB, got "${use}"`);
    }
  }
}

function checkCall(action: CallAction, { scenario, pointer, report }: Place): void {
  const { call, provider } = action;
  if (provider !== undefined && !scenario.providers.includes(provider)) {
    const told = `${provider} is none of the scenario's providers, which are ${scenario.providers.join(", ")}`;
    report(`${pointer}/provider`, "unknown-provider", told);
    return;
  }
  const among = provider === undefined ? scenario.providers : [provider];
  const owners = ownersOf(call, among);
  if (owners.length === 0) {
    const names = among.flatMap((name) => Object.keys(providerOf(name).operations));
    report(
      `${pointer}/call`,
      "unknown-operation",
      `${among.join(" and ")} has no operation ${call}; ${suggestion(call, names)}`,
    );
  }
  if (owners.length > 1) {
    report(
      `${pointer}/call`,
      "ambiguous-operation",
      `both providers have an operation ${call}; say which one as \`provider\``,
    );
  }
  if (action.raw !== undefined && action.body !== undefined) {
    report(`${pointer}/raw`, "contradiction", "a call has `body` or `raw`, not both");
  }
}

function checkControl(action: Extract<Action, { control: unknown }>, { pointer, report }: Place): void {
  const operation = controlOf(action.control);
  if (operation === null) return; // the schema lists them
  for (const [, name = ""] of operation.path.matchAll(/\{(\w+)\}/g)) {
    if (Object.hasOwn(action.params ?? {}, name)) continue;
    report(pointer, "missing-member", `${action.control} must have the member ${name} under \`params\``);
  }
  for (const name of Object.keys(action.params ?? {})) {
    if (operation.params.includes(name)) continue;
    const told = `${action.control} has no parameter ${name}; ${suggestion(name, operation.params)}`;
    report(`${pointer}/params/${name}`, "unknown-member", told);
  }
}

/** Whose operation a checked call is. */
export function providerOfCall(action: CallAction, providers: readonly ProviderName[]): ProviderName {
  const [owner] = ownersOf(action.call, action.provider === undefined ? providers : [action.provider]);
  if (owner === undefined) throw new Error(`a checked scenario calls ${action.call}, which nobody has`);
  return owner;
}
