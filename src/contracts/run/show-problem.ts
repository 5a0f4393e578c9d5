import type { Case } from "../plan/case.ts";
import type { Problem, ShownExchange } from "../report/events.ts";
import type { Exchange } from "./exchange.ts";
import type { Masker } from "./masking.ts";
import type { CaseRun } from "./run-case.ts";
import type { StepProblem } from "./step-problem.ts";

/** Calls that a report shows at most, and characters of a body. */
const MOST_CALLS = 12;
const MOST_CHARACTERS = 2_000;

/** Makes a problem of a case fit to be shown: one sentence, the calls that led to it, nothing secret. */
export function showProblem(
  one: Case,
  run: CaseRun | { readonly problem: StepProblem | null; readonly exchanges: readonly Exchange[] },
  masker: Masker,
): Problem {
  const { problem } = run;
  const exchanges = "world" in run ? run.world.exchanges.slice(-MOST_CALLS) : run.exchanges.slice(-MOST_CALLS);
  const sentence = problem?.message ?? one.says;
  return {
    message: masker.mask(sentence),
    expected: problem?.expected === null || problem === null ? null : masker.mask(problem.expected),
    got: problem?.got === null || problem === null ? null : masker.mask(problem.got),
    root: problem?.root ?? one.root ?? rootOf(one),
    place: one.place,
    exchanges: exchanges.map((exchange) => shownExchange(exchange, masker)),
  };
}

/** Layer, rule and place: the same broken line of a document is one finding, in however many operations it is used. */
function rootOf({ layer, rule, place }: Case): string {
  const [, , , name = ""] = rule.split(":");
  return `${layer} ${name} ${place.file}:${place.line}`;
}

function shownExchange(exchange: Exchange, masker: Masker): ShownExchange {
  const { call, operationId, status, text, failure } = exchange;
  const body = call.body === null ? null : new TextDecoder().decode(call.body);
  const headers = Object.entries(call.headers).map(([name, value]) => [name, masker.mask(value)]);
  return {
    operationId: operationId ?? "(no operation)",
    method: call.method,
    url: masker.mask(call.path),
    headers: Object.fromEntries(headers),
    body: body === null ? null : masker.mask(cut(body)),
    status,
    answer: text === null ? null : masker.mask(cut(text)),
    failure,
  };
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}... (${text.length} characters)` : text;
}
