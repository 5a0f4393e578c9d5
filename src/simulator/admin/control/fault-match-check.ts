import type { MemberSchema } from "../../http/contract-members.ts";
import type { FactKind } from "../../http/provider.ts";
import { contradictionIn, type PREDICATE_NAMES, type Predicate, type Scalar } from "../../kernel/fault-predicates.ts";
import type { FaultMatch } from "../../kernel/faults.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { EpochMs } from "../../kernel/time.ts";
import type { NewMatch, NewPredicate } from "./fault-definition.ts";
import type { EffectScope } from "./fault-effect-check.ts";
import { checkPointer } from "./fault-pointer-check.ts";
import { resolveWindow } from "./fault-window-check.ts";
import { checkMembers, isObject, type MemberRules, optional, text, unknownName, whole } from "./member-check.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";

const PATH = "body.match";

/** Calls that a rule can wait for; a run sends fewer. */
const MOST_CALLS = 1_000_000;
const MOST_PREDICATES = 20;
const MOST_LISTED = 100;

const count = whole(1, MOST_CALLS);
const isCounts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_LISTED && value.every((one) => count[1](one));

const predicates = optional(`an object with at most ${MOST_PREDICATES} predicates`, (value) => {
  return isObject(value) && Object.keys(value).length > 0 && Object.keys(value).length <= MOST_PREDICATES;
});

const RULES: MemberRules = {
  operationId: optional("a text or null", (value) => value === null || typeof value === "string"),
  body: predicates,
  header: predicates,
  query: predicates,
  state: predicates,
  probability: optional(
    "greater than 0 and at most 1",
    (value) => typeof value === "number" && value > 0 && value <= 1,
  ),
  nth: optional(`${count[0]}, or a list of them`, (value) => count[1](value) || isCounts(value)),
  firstN: optional(...count),
  everyN: optional(...count),
  key: optional(...text(500)),
  window: optional("an object with from, until, every and for", isObject),
};

/** Checks what a rule matches: each place exists, no predicate contradicts itself, the counts can be met. */
export function checkMatch(match: NewMatch, scope: EffectScope, at: EpochMs): Controlled<FaultMatch> {
  const checked = checkMembers(match, { path: PATH, rules: RULES });
  if (!checked.ok) return checked;
  const { probability, firstN, everyN, key } = match;
  const nth = typeof match.nth === "number" ? [match.nth] : match.nth;
  const counts = checkCounts({ ...match, ...(nth === undefined ? {} : { nth }) });
  if (!counts.ok) return counts;
  const [body, header, query] = [checkBody(match, scope), checkHeaders(match), checkQuery(match, scope)];
  const state = checkState(match, scope);
  if (!body.ok) return body;
  if (!header.ok) return header;
  if (!query.ok) return query;
  if (!state.ok) return state;
  const keyed = key === undefined ? ok(null) : checkKey(key, scope);
  if (!keyed.ok) return keyed;
  const window =
    match.window === undefined ? ok(undefined) : resolveWindow(match.window, { path: `${PATH}.window`, at });
  if (!window.ok) return window;
  const given = {
    ...{ body: body.value, header: header.value, query: query.value, state: state.value },
    ...{ window: window.value, key, nth, firstN, everyN, probability },
  };
  return ok(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
}

function checkCounts({ nth, firstN, everyN, key }: NewMatch): Controlled<null> {
  const isCounting = nth !== undefined || firstN !== undefined || everyN !== undefined;
  if (key !== undefined && !isCounting) {
    return refuse("impossible-fault", `${PATH}.key counts nothing: give nth, firstN or everyN with it`);
  }
  const numbers = Array.isArray(nth) ? nth : [];
  const isMet = (call: number): boolean =>
    (firstN === undefined || call <= firstN) && (everyN === undefined || call % everyN === 0);
  const isPossible =
    nth === undefined ? firstN === undefined || everyN === undefined || everyN <= firstN : numbers.some(isMet);
  if (isPossible) return ok(null);
  return refuse("impossible-fault", `${PATH}: no call is among nth, firstN and everyN at the same time`);
}

function checkBody({ body }: NewMatch, scope: EffectScope): Controlled<Predicates | undefined> {
  const { members } = scope.provider.faultPort.contract;
  return checkEach("body", body, (pointer, path) => {
    const place = { path, pointer, operationIds: scope.operationIds };
    const found = checkPointer(place, (operationId, parsed) => members.ofRequest(operationId, parsed));
    return found.ok ? ok(found.value) : found;
  });
}

function checkHeaders({ header }: NewMatch): Controlled<Predicates | undefined> {
  const checked = checkEach("header", header, (name, path) => {
    if (/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name)) return ok([]);
    return refuseValue({ path, expected: "under the name of a header", got: name }, "impossible-fault");
  });
  if (!checked.ok || checked.value === undefined) return checked;
  return ok(Object.fromEntries(Object.entries(checked.value).map(([name, one]) => [name.toLowerCase(), one])));
}

function checkQuery({ query }: NewMatch, scope: EffectScope): Controlled<Predicates | undefined> {
  const { members } = scope.provider.faultPort.contract;
  const known = [...new Set(scope.operationIds.flatMap((operationId) => members.queryNames(operationId)))];
  return checkEach("query", query, (name, path) =>
    known.includes(name) ? ok([]) : unknownName({ path, got: name }, known),
  );
}

function checkState({ state }: NewMatch, scope: EffectScope): Controlled<Predicates | undefined> {
  const { facts } = scope.provider.faultPort;
  const given =
    state === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(state).map(([name, one]) => [
            name,
            inOurWords(one, Object.hasOwn(facts, name) ? facts[name] : undefined),
          ]),
        );
  return checkEach("state", given, (name, path) => {
    const kind = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (kind === undefined) return unknownName({ path, got: name }, Object.keys(facts));
    return ok([{ types: new Set([kind.type === "text" ? "string" : kind.type]), values: kind.values ?? null }]);
  });
}

function checkKey(key: string, scope: EffectScope): Controlled<unknown> {
  const path = `${PATH}.key`;
  const { contract, facts } = scope.provider.faultPort;
  if (!key.startsWith("/"))
    return Object.hasOwn(facts, key) ? ok(null) : unknownName({ path, got: key }, Object.keys(facts));
  const place = { path, pointer: key, operationIds: scope.operationIds };
  return checkPointer(place, (operationId, parsed) => contract.members.ofRequest(operationId, parsed));
}

type Predicates = Readonly<Record<string, Predicate>>;

function checkEach(
  part: string,
  given: Readonly<Record<string, NewPredicate>> | undefined,
  schemasOf: (place: string, path: string) => Controlled<readonly MemberSchema[]>,
): Controlled<Predicates | undefined> {
  if (given === undefined) return ok(undefined);
  const checked: [string, Predicate][] = [];
  for (const [place, asked] of Object.entries(given)) {
    const path = `${PATH}.${part}.${place.slice(0, 100)}`;
    const schemas = schemasOf(place, path);
    if (!schemas.ok) return schemas;
    const predicate = checkPredicate(asked, path);
    if (!predicate.ok) return predicate;
    const impossible = impossibleFor(predicate.value, schemas.value);
    if (impossible !== null) return refuseValue({ path, expected: impossible, got: asked }, "impossible-fault");
    checked.push([place, predicate.value]);
  }
  return ok(Object.fromEntries(checked));
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ["string", "number", "boolean"].includes(typeof value);
const scalar = optional("a text, number, boolean or null", isScalar);
const number = optional("a number", (value) => typeof value === "number" && Number.isFinite(value));

const PREDICATE_RULES: Readonly<Record<(typeof PREDICATE_NAMES)[number], MemberRules[string]>> = {
  eq: scalar,
  ne: scalar,
  in: optional(
    `a list of at most ${MOST_LISTED} values`,
    (value) => Array.isArray(value) && value.length <= MOST_LISTED && value.every(isScalar),
  ),
  lt: number,
  gt: number,
  matches: optional(...text(300)),
  exists: optional("true or false", (value) => typeof value === "boolean"),
};

function checkPredicate(asked: unknown, path: string): Controlled<Predicate> {
  if (isScalar(asked)) return ok({ eq: asked });
  const checked = checkMembers(asked, { path, rules: PREDICATE_RULES });
  if (!checked.ok) return checked;
  const predicate: Predicate = checked.value; // each member has just passed its rule
  const contradiction = contradictionIn(predicate);
  if (contradiction === null) return ok(predicate);
  return refuseValue({ path, expected: `possible, but ${contradiction}`, got: asked }, "impossible-fault");
}

/** Why no value that the document admits can satisfy a predicate, as what was expected; null when one can. */
function impossibleFor({ eq, in: list, lt, gt }: Predicate, schemas: readonly MemberSchema[]): string | null {
  if (schemas.length === 0) return null;
  const types = schemas.every((schema) => schema.types.size > 0)
    ? new Set(schemas.flatMap(({ types: own }) => [...own]))
    : null;
  const isOrdered = types === null || ["number", "integer", "string"].some((type) => types.has(type));
  if ((lt !== undefined || gt !== undefined) && !isOrdered)
    return `no comparison: the member is ${[...(types ?? [])].join(" or ")}`;
  const wanted = eq === undefined ? list : [eq];
  if (wanted === undefined) return null;
  const isOfType = (value: Scalar): boolean => types === null || typesOfValue(value).some((type) => types.has(type));
  if (!wanted.some(isOfType)) return `${[...(types ?? [])].join(" or ")}, as the document says`;
  const values = schemas.every((schema) => schema.values !== null)
    ? schemas.flatMap((schema) => schema.values ?? [])
    : null;
  if (values === null || wanted.some((value) => values.includes(value))) return null;
  return validNames(String(wanted[0]), values.map(String));
}

/** The types that a value may have on the wire: a number and its text are the same to a predicate. */
function typesOfValue(value: Scalar): string[] {
  if (value === null) return ["null"];
  if (typeof value === "boolean") return ["boolean"];
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return ["string"];
  return Number.isInteger(number) ? ["string", "number", "integer"] : ["string", "number"];
}

/** Values of a fact that has a fixed set of them may be written as a provider would: IN_USE is in-use. */
function inOurWords(asked: NewPredicate, kind: FactKind | undefined): NewPredicate {
  if (kind?.values === undefined) return asked;
  const { values } = kind;
  const known = <V>(value: V): V | string => {
    const word = typeof value === "string" ? value.toLowerCase().replaceAll("_", "-") : null;
    return word !== null && values.includes(word) ? word : value;
  };
  if (isScalar(asked)) return known(asked);
  if (!isObject(asked)) return asked;
  const entries = Object.entries(asked).map(([name, value]) => {
    return [name, Array.isArray(value) ? value.map(known) : name === "eq" || name === "ne" ? known(value) : value];
  });
  return Object.fromEntries(entries);
}
