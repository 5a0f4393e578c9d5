import { providerOf } from "../documents/known-names.ts";
import { valueAtPath } from "../format/paths.ts";
import type { Expect, ExpectedEntries, ExpectedMail, ExpectedWebhook } from "../format/scenario.ts";
import type { Answer } from "./answer.ts";
import { ClockWait } from "./clock-wait.ts";
import type { ScenarioLife } from "./life.ts";
import { mismatches, names, shown } from "./matchers.ts";

/** How things stood when a step began. */
export interface Before {
  /** Webhooks that had arrived. */
  readonly arrivals: number;
  /** Ten-thousandths in the wallet; null when the step does not ask for them. */
  readonly balance: number | null;
}

/** What a step expects of an answer as a whole. */
type ExpectedAnswer = { readonly [Name in "success" | "code" | "status" | "answer"]: Expect[Name] | undefined };

/** What of an answer is not as it must be; none when all is. Without any word about it, it must be a success. */
export function answerProblems(answer: Answer, expect: ExpectedAnswer): string[] {
  const { success, code, status, answer: none } = expect;
  if (none === "none") return answer.status === null ? [] : [`no answer must come, got ${answer.told}`];
  if (answer.status === null) return [`an answer must come, got ${answer.told}`];
  const problems: string[] = [];
  const wanted = success ?? code === undefined;
  if (answer.isSuccess !== wanted && (success !== undefined || code === undefined)) {
    problems.push(`the answer must be a ${wanted ? "success" : "refusal"}, got ${answer.told}`);
  }
  if (code !== undefined && answer.code !== String(code)) problems.push(`the code must be ${code}, got ${answer.told}`);
  if (status !== undefined && answer.status !== status)
    problems.push(`the status must be ${status}, got ${answer.status}`);
  return problems;
}

/** What members of an answer are not as they must be. */
export function memberProblems(answer: Answer | null, { members }: Expect): string[] {
  return answer === null || members === undefined ? [] : mismatches(answer.body, members);
}

/** What else is not as a step expects it: money, webhooks, mails and the journal. Waits on the clock where the step says so. */
export async function effectProblems(life: ScenarioLife, expect: Expect, before: Before): Promise<string[]> {
  const problems = await moneyProblems(life, expect, before);
  for (const webhook of expect.webhooks ?? []) problems.push(...(await webhookProblems(life, webhook, before)));
  if (expect.webhookOrder !== undefined) {
    const order = life
      .arrivals()
      .slice(before.arrivals)
      .map(({ body }) => typeOf(life, body));
    if (shown(order) !== shown(expect.webhookOrder)) {
      problems.push(`webhooks must arrive in the order ${shown(expect.webhookOrder)}, got ${shown(order)}`);
    }
  }
  for (const mail of expect.mails ?? []) problems.push(...(await mailProblems(life, mail)));
  for (const entries of expect.journal ?? []) problems.push(...entryProblems(life, entries));
  return problems;
}

async function moneyProblems(life: ScenarioLife, { money }: Expect, { balance }: Before): Promise<string[]> {
  if (money === undefined || balance === null) return [];
  const { balance: now } = await life.control.account.get();
  const wanted = money === 0 ? 0 : "spends" in money ? -Number(money.spends) : Number(money.gains);
  const got = now - balance;
  return got === wanted ? [] : [`the wallet must change by ${wanted}, got ${got} (from ${balance} to ${now})`];
}

type Arrival = ReturnType<ScenarioLife["arrivals"]>[number];

/** The type of a webhook by its body. */
export function typeOf(life: ScenarioLife, body: unknown): string {
  for (const provider of life.checked.scenario.providers) {
    const { delivery } = providerOf(provider);
    const type = delivery === null ? undefined : valueAtPath(body, delivery.type);
    if (typeof type === "string") return type;
  }
  return "unknown";
}

function idOf(life: ScenarioLife, body: unknown): unknown {
  const { providers } = life.checked.scenario;
  return providers.map((name) => providerOf(name).delivery).map((known) => known && valueAtPath(body, known.id))[0];
}

async function webhookProblems(life: ScenarioLife, expected: ExpectedWebhook, before: Before): Promise<string[]> {
  const { type, count, since, within } = expected;
  const from = since === "beginning" ? 0 : before.arrivals;
  const matching = (): readonly Arrival[] =>
    life
      .arrivals()
      .slice(from)
      .filter((arrival) => fits(life, arrival, expected));
  const wait = await ClockWait.begin(life, within ?? "0ms");
  // A count that must not be passed is known only at the end of the time; otherwise the first moment is enough.
  while (count !== undefined || matching().length === 0) if (!(await wait.goOn())) break;
  const found = matching();
  const told = `${type}${expected.about === undefined ? "" : ` about ${expected.about}`}`;
  const problems: string[] = [];
  if (count !== undefined && found.length <= count && wait.isGivenUp) {
    problems.push(`whether ${count} ${told} arrive within ${within} must be known, got ${found.length} ${wait.told()}`);
  } else if (count === undefined ? found.length === 0 : found.length !== count) {
    const wanted = count === undefined ? "at least one" : String(count);
    problems.push(
      `${wanted} ${told} must arrive${within === undefined ? "" : ` within ${within}`}, got ${found.length}${others(life, expected, from)}${wait.isGivenUp ? `; ended ${wait.told()}` : ""}`,
    );
  }
  const ids = new Set(found.map(({ body }) => idOf(life, body)));
  if (expected.distinct !== undefined && ids.size !== expected.distinct) {
    problems.push(`${told} must have ${expected.distinct} different ids, got ${ids.size}`);
  }
  return problems;
}

function fits(life: ScenarioLife, { body }: Arrival, { type, about, members }: ExpectedWebhook): boolean {
  if (typeOf(life, body) !== type) return false;
  if (about !== undefined && !names(body, about)) return false;
  return members === undefined || mismatches(body, members).length === 0;
}

/** What came instead, so that nobody has to run it again to see. */
function others(life: ScenarioLife, { type, members }: ExpectedWebhook, from: number): string {
  const came = life.arrivals().slice(from);
  const near = came.filter(({ body }) => typeOf(life, body) === type);
  const [last] = near.slice(-1);
  if (last !== undefined && members !== undefined)
    return `; the last ${type} differs: ${mismatches(last.body, members).join(", ") || shown(last.body)}`;
  return `; what came: ${came.map(({ body }) => typeOf(life, body)).join(", ") || "nothing"}`;
}

async function mailProblems(life: ScenarioLife, { to, contains, count }: ExpectedMail): Promise<string[]> {
  const mails = await life.control.mails.list({ to });
  const found = mails.filter(({ subject, text }) => contains === undefined || `${subject}\n${text}`.includes(contains));
  if (count === undefined ? found.length > 0 : found.length === count) return [];
  return [
    `${count ?? "at least one"} mail to ${to}${contains === undefined ? "" : ` with "${contains}"`} must be sent, got ${found.length}`,
  ];
}

function entryProblems(life: ScenarioLife, { kind, operation, members, count }: ExpectedEntries): string[] {
  const found = life.journal().filter((entry) => {
    if (entry.kind !== kind) return false;
    if (operation !== undefined && entry["operationId"] !== operation) return false;
    return members === undefined || mismatches(entry, members).length === 0;
  });
  if (count === undefined ? found.length > 0 : found.length === count) return [];
  const told = `${kind}${operation === undefined ? "" : ` of ${operation}`}${members === undefined ? "" : ` with ${shown(members)}`}`;
  return [`the journal must have ${count ?? "at least one"} ${told}, got ${found.length}`];
}
