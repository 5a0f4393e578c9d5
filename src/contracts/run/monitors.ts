import type { NotificationSpec, Specification } from "../documents/specification.ts";
import type { AnswerOracle } from "../oracle/answer.ts";
import { Laws } from "../oracle/laws.ts";
import { ASPECTS, DESCRIBED } from "../plan/aspects.ts";
import type { SpecPlace } from "../plan/case.ts";
import { answerVariables, buildCall, sendBuilt } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import { refusedWithRoot } from "./expectation.ts";
import { evaluate, listOf } from "./expressions.ts";
import { Histories } from "./histories.ts";
import type { Notification } from "./inbox.ts";
import { bodyOf, nameOf } from "./notifications.ts";
import { problemOf, type StepProblem } from "./step-problem.ts";
import { isRecord } from "./values.ts";
import type { World } from "./world.ts";

/** What was seen of a rule that every answer or notification is judged by. */
export interface Observed {
  seen: number;
  problem: StepProblem | null;
  /** Calls that led to the problem, the last one being the telling one. */
  exchanges: readonly Exchange[];
  place: SpecPlace | null;
}

/** How many calls before the telling one a report shows. */
const SHOWN_CALLS = 12;

/** Judges every answer and notification of a run, whatever case they belong to. Results are kept by key. */
export class Monitors {
  readonly results = new Map<string, Observed>();
  readonly #spec: Specification;
  readonly #oracle: AnswerOracle;
  readonly #histories: Histories;
  readonly #laws = new Map<string, Laws>();
  readonly #bodiesById = new Map<string, string>();

  constructor(spec: Specification, oracle: AnswerOracle) {
    this.#spec = spec;
    this.#oracle = oracle;
    this.#histories = new Histories(spec, (key, problem, seen) => this.#note(key, problem, seen));
  }

  /** Judges an answer: its form, the laws of its operation, and what it says about resources that were seen before. */
  async judge(exchange: Exchange, world: World): Promise<void> {
    const { operationId } = exchange;
    if (operationId === null || exchange.status === null) return;
    for (const aspect of ASPECTS) {
      const violation = exchange.violations.find((one) => one.aspect === aspect);
      const key = `responses/${operationId}/${aspect}`;
      if (violation === undefined) {
        this.#note(key, null, { world });
        continue;
      }
      const { message, expected, got, pointer } = violation;
      const root = aspect === "code" ? refusedWithRoot(exchange) : violation.root;
      const place = pointer === null ? null : this.#spec.placeOf(pointer);
      this.#note(key, problemOf(`${operationId}: ${message}`, { expected, got, root }), { world, place });
    }
    if (exchange.violations.length > 0 || !exchange.success) return;
    await this.#judgeLaws(exchange, world);
    await this.#histories.judge(exchange, world);
  }

  async #judgeLaws(exchange: Exchange, world: World): Promise<void> {
    const { operationId, clock } = exchange;
    const variables = { ...answerVariables(exchange), clock };
    for (const [law, broken] of (await this.#lawsOf(operationId ?? "")?.judge(variables)) ?? []) {
      const problem =
        broken === null
          ? null
          : problemOf(broken.message, { expected: broken.expected ?? law.holds, got: broken.got ?? broken.seen });
      this.#note(`law/${operationId}/${law.name}`, problem, { world });
    }
  }

  #lawsOf(operationId: string): Laws | undefined {
    const rules = this.#spec.operations.get(operationId)?.laws ?? [];
    if (rules.length > 0 && !this.#laws.has(operationId)) this.#laws.set(operationId, new Laws(rules, evaluate));
    return this.#laws.get(operationId);
  }

  /** Judges a notification while its delivery is in flight, so that what it says can be compared with what a query says. */
  async judgeNotification(notification: Notification, world: World): Promise<void> {
    const { name, id, type } = await nameOf(world, notification);
    const spec = name === null ? undefined : this.#spec.notifications.get(name);
    if (name === null || spec === undefined) {
      const problem = problemOf(`a notification of a type that is not described: ${type === "" ? "(none)" : type}`);
      this.#note(DESCRIBED, problem, { world });
      return;
    }
    this.#note(DESCRIBED, null, { world });
    const violations = await this.#oracle.judgeNotification(name, notification);
    const schema = violations.find(({ aspect }) => aspect === "schema" || aspect === "json" || aspect === "encoding");
    this.#noteViolation(`notification/${name}/schema`, name, { violation: schema, world });
    const request = violations.find(({ aspect }) => aspect !== "schema" && aspect !== "json" && aspect !== "encoding");
    this.#noteViolation(`notification/${name}/request`, name, { violation: request, world });
    this.#note(`notification/${name}/headers`, await this.#wrongHeader(name, { notification, world }), { world });
    this.#judgeId(name, { id, notification, world });
    if (world.isCompared && schema === undefined && request === undefined)
      await this.#judgeAgreement(spec, notification, world);
  }

  #noteViolation(
    key: string,
    name: string,
    {
      violation,
      world,
    }: {
      readonly violation:
        | {
            readonly message: string;
            readonly expected: unknown;
            readonly got: unknown;
            readonly root: string;
            readonly pointer: string | null;
          }
        | undefined;
      readonly world: World;
    },
  ): void {
    if (violation === undefined) {
      this.#note(key, null, { world });
      return;
    }
    const { message, expected, got, root, pointer } = violation;
    const place = pointer === null ? null : this.#spec.placeOf(pointer);
    this.#note(key, problemOf(`notification ${name}: ${message}`, { expected, got, root }), { world, place });
  }

  async #wrongHeader(
    name: string,
    { notification, world }: { readonly notification: Notification; readonly world: World },
  ): Promise<StepProblem | null> {
    for (const [header, template] of Object.entries(this.#spec.delivery?.headers ?? {})) {
      const value = await world.fill(template);
      const wanted = value === null || value === undefined ? null : String(value); // null: it must be absent
      const got = notification.headers.get(header.toLowerCase()) ?? null;
      if (got === wanted) continue;
      return problemOf(`notification ${name}: the header ${header} does not have its value`, {
        expected: wanted,
        got,
        root: `notification header ${header}`,
      });
    }
    return null;
  }

  /** A repeated delivery keeps its id and its body; two events never share an id. */
  #judgeId(
    name: string,
    { id, notification, world }: { readonly id: string; readonly notification: Notification; readonly world: World },
  ): void {
    const key = `${world.life} ${id}`;
    const body = new TextDecoder().decode(notification.bytes);
    const earlier = this.#bodiesById.get(key);
    this.#bodiesById.set(key, body);
    const isOther = id !== "" && earlier !== undefined && earlier !== body;
    const problem = isOther
      ? problemOf(`notification ${name}: one id stands for two different events`, {
          expected: earlier,
          got: body,
          root: "notification id",
        })
      : null;
    this.#note(`notification/${name}/same-id`, problem, { world });
  }

  async #judgeAgreement(spec: NotificationSpec, notification: Notification, world: World): Promise<void> {
    const agrees = spec.webhook?.agrees;
    if (agrees === undefined) return;
    const body = bodyOf(notification);
    const changes = await world.fill(agrees.observe.with ?? {}, { body });
    // The case goes on meanwhile: its variables are left alone.
    const step = {
      call: agrees.observe.call,
      ...(isRecord(changes) ? { with: changes } : {}),
    };
    const exchange = await sendBuilt(world, await buildCall(world, step));
    if (exchange.violations.length > 0) return; // the query itself is wrong, which is another finding
    const [row] = listOf(await evaluate(agrees.observe.row, { ...answerVariables(exchange), body }));
    const variables = { ...answerVariables(exchange), body, row, [agrees.resource]: row };
    const holds = row !== undefined && (await evaluate(agrees.holds, variables)) === true;
    const problem = holds
      ? null
      : problemOf(`notification ${spec.name}: ${agrees.says}`, {
          expected: body,
          got: row ?? `HTTP ${exchange.status}, code ${exchange.code}`,
          root: `notification ${spec.name} agrees`,
        });
    this.#note(`notification/${spec.name}/agrees`, problem, { world });
  }

  #note(
    key: string,
    problem: StepProblem | null,
    { world, place = null }: { readonly world: World; readonly place?: SpecPlace | null },
  ): void {
    const known = this.results.get(key);
    if (known === undefined) {
      this.results.set(key, { seen: 1, problem, exchanges: problem === null ? [] : lastOf(world), place });
      return;
    }
    known.seen += 1;
    if (known.problem !== null || problem === null) return;
    known.problem = problem;
    known.exchanges = lastOf(world);
    known.place = place;
  }
}

function lastOf(world: World): readonly Exchange[] {
  return world.exchanges.slice(-SHOWN_CALLS);
}
