import { suggestion } from "../../contracts/documents/nearest-name.ts";
import { controlCodes, ownersOf, providerOf } from "../documents/known-names.ts";
import { durationSays, pathSays, type Report } from "./check-parts.ts";
import { durationMs } from "./durations.ts";
import { segmentsOfPath } from "./paths.ts";
import type { Expect, Scenario, Step } from "./scenario.ts";

interface Place {
  readonly scenario: Scenario;
  readonly pointer: string;
  readonly report: Report;
}

/** Members of an expectation that are about an answer. */
const ABOUT_ANSWER = ["success", "code", "status", "answer", "members"] as const;

/** What the schema cannot say about an expectation. */
export function checkExpect(step: Step, expect: Expect, place: Place): void {
  const { pointer, report, scenario } = place;
  const told = ABOUT_ANSWER.filter((name) => name in expect);
  if (step.do === undefined) {
    for (const name of told) report(`${pointer}/${name}`, "contradiction", "there is no answer without `do`");
  }
  if (expect.answer === "none" && told.length > 1) {
    report(
      `${pointer}/answer`,
      "contradiction",
      `no answer has no ${told.filter((name) => name !== "answer").join(", ")}`,
    );
  }
  if (expect.success === true && expect.code !== undefined) {
    report(`${pointer}/code`, "contradiction", "a success has no code of a refusal");
  }
  checkCode(step, expect, place);
  checkPaths(expect.members, `${pointer}/members`, report);
  (expect.webhooks ?? []).forEach((webhook, index) => {
    const at = `${pointer}/webhooks/${index}`;
    checkPaths(webhook.members, `${at}/members`, report);
    if (webhook.within !== undefined && durationMs(webhook.within) === null) {
      report(`${at}/within`, "duration", durationSays(webhook.within));
    }
  });
  (expect.journal ?? []).forEach((entries, index) => {
    checkPaths(entries.members, `${pointer}/journal/${index}/members`, report);
    const { operation } = entries;
    if (operation !== undefined && ownersOf(operation, scenario.providers).length === 0) {
      const names = scenario.providers.flatMap((name) => Object.keys(providerOf(name).operations));
      const says = `${scenario.providers.join(" and ")} has no operation ${operation}; ${suggestion(operation, names)}`;
      report(`${pointer}/journal/${index}/operation`, "unknown-operation", says);
    }
  });
  if (expect.money !== undefined && !scenario.providers.includes("esimaccess")) {
    report(
      `${pointer}/money`,
      "contradiction",
      "only eSIM Access keeps a wallet, and it is none of the scenario's providers",
    );
  }
}

function checkCode(step: Step, { code }: Expect, { scenario, pointer, report }: Place): void {
  if (code === undefined || step.do === undefined) return;
  const action = step.do;
  const name = String(code);
  const codes =
    "call" in action
      ? ownersOf(action.call, action.provider === undefined ? scenario.providers : [action.provider]).flatMap(
          (owner) => providerOf(owner).codes,
        )
      : controlCodes;
  if (codes.length === 0 || codes.includes(name) || name.includes("${")) return;
  report(`${pointer}/code`, "unknown-code", `there is no code ${name}; ${suggestion(name, codes)}`);
}

function checkPaths(members: Readonly<Record<string, unknown>> | undefined, pointer: string, report: Report): void {
  for (const path of Object.keys(members ?? {})) {
    if (segmentsOfPath(path) === null) report(`${pointer}/${path}`, "path", pathSays(path));
  }
}
