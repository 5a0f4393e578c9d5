import { expect, test } from "vitest";
import type { Step } from "../plan/case.ts";
import { extensionCheck, type KnownNames } from "./extension-check.ts";
import { EXTENSIONS } from "./overlay-schema.ts";
import type {
  AcceptRule,
  AuthRule,
  CatalogueRule,
  DeliveryRule,
  EffectRule,
  ErrorRule,
  EventualRule,
  FilterRule,
  IdempotencyRule,
  LawRule,
  MachineRule,
  MoneyRule,
  OutcomeRule,
  PagingRule,
  RateRule,
  RefRule,
  ScenarioRule,
  SignatureRule,
  StateOperationRule,
  StateRule,
  WebhookRule,
} from "./semantics.ts";

/** A rule as the overlay writes it, with every member that it may have: the compiler knows when the vocabulary grows. */
type Whole<T> = Required<Omit<T, "evidence">>;

const known: KnownNames = {
  operations: new Set(["borrow", "look"]),
  eventual: new Set(["borrow"]),
  codes: new Set(["7"]),
  notifications: new Set(["overdue"]),
  resources: new Set(["loan"]),
  sources: new Set(["manual"]),
  picks: new Set(["novel"]),
};

function problemsOf(extension: string, value: unknown): string[] {
  const problems: string[] = [];
  extensionCheck(known, (_, rule, message) => problems.push(`${rule} ${message}`))(extension, value, "#/x");
  return problems;
}

const steps: Step[] = [
  {
    call: "borrow",
    body: { title: "=picks.novel.title" },
    with: { "lines[0].days": 3 },
    without: ["desk"],
    as: "other",
    change: {
      method: "PUT",
      path: "/borrow",
      rawBody: null,
      bytesHex: "00ff",
      headers: { "X-Key": null },
      query: { desk: "1" },
    },
    expect: { outcome: "refused", codes: ["7"], status: 400 },
    save: { loan: "data.loan" },
  },
  { call: "look", expect: { outcome: "success" } },
  { settle: "borrow", as: "other" },
  { device: "install" },
  { use: "=balance / 2" },
  { advance: "3h" },
  { advanceTo: "=clock + 5" },
  { run: 0.001 },
  { option: { strict: true } },
  { balance: 0 },
  { package: { code: "=picks.novel.code", price: 1, stock: null, onSale: false } },
  { observe: "loan" },
  { let: { before: "=balance" } },
  { check: "a = b", says: "They are the same", got: "a", expected: "b" },
  { together: [{ call: "borrow" }], save: "answers" },
  { repeat: 3, steps: [{ call: "look" }] },
  { receiver: { replies: [500, 200], register: true } },
  { notified: [{ name: "overdue", holds: "body.late", says: "It is late" }], within: "30s" },
];

const listRule = { call: "look", with: { page: 1 }, without: ["desk"], rows: "data.rows" };
const callTemplate = { call: "look", with: { page: 1 } };
const observation = { ...callTemplate, row: "rows[0]" };
const sends = [{ name: "overdue", holds: "true", says: "It is sent" }];
const request = { given: steps, with: { days: 1 }, without: ["desk"], body: null };

const error: Whole<ErrorRule> = {
  ...{ code: "7", condition: "range", location: "body.lines[0].days", status: 200, precedence: 1, name: "too-long" },
  ...{ says: "Too long", full: true, ...request },
};
const accept: Whole<AcceptRule> = {
  ...{ name: "longest", says: "The longest", ...request, full: true },
  // biome-ignore lint/suspicious/noThenProperty: a word of the vocabulary; nobody awaits a rule.
  then: steps,
};
const effect: Whole<EffectRule> = {
  ...{ cost: "refundable", leaves: null, debit: "$price(request.code)", credit: "1" },
  creates: { resource: "loan", count: "1", list: listRule },
  amounts: [{ name: "three-days", given: steps, with: { days: 3 } }],
};
const idempotency: Whole<IdempotencyRule> = {
  ...{ key: "transaction", replay: "same-answer" },
  conflict: { answer: "same-answer", with: { days: 2 } },
  strict: { option: "strict", code: "7" },
};
const paging: Whole<PagingRule> = {
  ...{ page: "pager.page", size: "pager.size", items: "rows", total: "total", id: "id", order: "a.id < b.id" },
  ...{ echo: { page: "page", size: "size" }, minimumSize: 5, maximumSize: 500, outside: "clamp", fill: steps },
};
const filter: Whole<FilterRule> = {
  ...{ at: "title", rows: "rows", fits: "title = value", values: "all.title" },
  ...{ with: { page: 1 }, given: steps, full: true },
};
const reference: Whole<RefRule> = {
  ...{ value: "loan.id", resource: "loan", always: true, usual: true },
  ...{ unknown: { value: "none", code: "7", holds: "true" }, foreign: { code: "7", holds: "true" } },
};
const eventual: Whole<EventualRule> = {
  ...{ poll: callTemplate, pending: "code = '7'", done: "success", within: "30s", first: "code = '7'" },
};
const state: Whole<StateRule> = { shows: "LATE", from: "out", by: steps, sends, isFinal: false };
const stateOperation: Whole<StateOperationRule> = {
  ...{ call: "borrow", with: { days: 1 }, allowed: { out: "late" }, refused: { late: "7" }, sends },
};
const machine: Whole<MachineRule> = {
  ...{ needs: ["loan"], create: steps, initial: "out", observe: observation, id: "id", state: "state", device: "id" },
  states: {},
  operations: {},
  histories: {
    lists: [{ operation: "look", rows: "rows" }],
    constant: { title: "title" },
    unique: { number: "number" },
    growing: { days: "days" },
    follows: true,
  },
};
const law: Whole<LawRule> = { name: "same", says: "Same", holds: "true", each: "rows", got: "a", expected: "b" };
const scenario: Whole<ScenarioRule> = { name: "a", layer: "races", says: "A", given: steps, steps, full: true };
const outcome: OutcomeRule = { success: "code = 0", code: "$string(code)", data: "data", status: 200 };
const money: Whole<MoneyRule> = { call: "look", value: "balance", scale: 100, currency: "USD" };
const catalogue: Whole<CatalogueRule> = {
  ...{ lists: [listRule], codes: ["code", "slug"], price: "price", picks: { novel: "kind = 'novel'" } },
};
const auth: Whole<AuthRule> = {
  ...{ value: "credentials.key", resource: "loan", missing: "7", empty: "7", unknown: "7", unknownValue: "nobody" },
  token: {
    lifetime: "3d",
    expired: "7",
    issue: { ...callTemplate, token: "data.token" },
    endedBy: [callTemplate],
    keptBy: [callTemplate],
  },
};
const signature: Whole<SignatureRule> = {
  ...{ options: { sign: true }, operation: "look", key: "credentials.secret", tolerance: "300s" },
  headers: { timestamp: "X-Time", requestId: "X-Id", signature: "X-Sign" },
  parts: ["timestamp", "requestId", "accessCode", "body"],
  codes: { missing: "7", malformed: "7", expired: "7", mismatch: "7" },
};
const rate: Whole<RateRule> = {
  ...{ calls: 8, window: "1s", operation: "look", code: "7" },
  http: { option: { a: "429" }, status: 429, headers: ["Retry-After"] },
};
const delivery: Whole<DeliveryRule> = {
  ...{ register: { call: "borrow", at: "url" }, read: { call: "look", value: "url" }, refusedCode: "7" },
  ...{ type: "type", id: "id", key: "loan", handshake: null, method: "POST", contentType: "application/json" },
  ...{ headers: { "X-Key": "=credentials.key" }, retries: ["10s"], probe: { given: steps, steps, name: "overdue" } },
};
const webhook: Whole<WebhookRule> = {
  agrees: { resource: "loan", observe: observation, holds: "body.id = row.id", says: "They agree" },
};

const marks = { source: "manual", grade: "proposed" };

const whole: Readonly<Record<string, unknown>> = {
  "x-evidence": { grade: "documented", source: ["manual"] },
  "x-required-on": "success",
  "x-outcome": { ...outcome, ...marks },
  "x-errors": [{ ...error, ...marks }],
  "x-money": { ...money, ...marks },
  "x-catalogue": { ...catalogue, ...marks },
  "x-states": {
    loan: {
      ...{ ...machine, ...marks },
      states: { late: { ...state, ...marks } },
      operations: { "borrow/late": { ...stateOperation, ...marks } },
    },
  },
  "x-signature": { ...signature, ...marks },
  "x-rate": { ...rate, ...marks },
  "x-delivery": { ...delivery, ...marks },
  "x-accepts": [{ ...accept, ...marks }],
  "x-effects": { ...effect, ...marks },
  "x-idempotency": { ...idempotency, ...marks },
  "x-paging": { ...paging, ...marks },
  "x-filters": [{ ...filter, ...marks }],
  "x-eventual": { ...eventual, ...marks },
  "x-laws": [{ ...law, ...marks }],
  "x-scenarios": [{ ...scenario, ...marks }],
  "x-webhook": { ...webhook, ...marks },
  "x-auth": { ...auth, ...marks },
  "x-refs": { ...reference, ...marks },
};

test("every extension is tried here", () => {
  expect(Object.keys(whole).sort()).toEqual(Object.keys(EXTENSIONS).sort());
});

test.for(Object.keys(whole))("%s takes every member of its vocabulary", (extension) => {
  expect(problemsOf(extension, whole[extension])).toEqual([]);
});

test.for([
  ["no member at all", "x-money", {}, "missing-member x-money: must have call"],
  ["a text in place of a list", "x-errors", "7", 'wrong-type x-errors: must be a list, got "7"'],
  ["an empty list", "x-laws", [], "out-of-bounds x-laws: must NOT have fewer than 1 items, got a list"],
  [
    "a name with a blank",
    "x-laws",
    [{ ...law, name: "a b" }],
    "malformed x-laws[0].name: must be a name in lower case",
  ],
  ["codes of a success", "x-scenarios", scenarioWith({ outcome: "success", codes: ["7"] }), "unknown-member"],
  ["a refusal without codes", "x-scenarios", scenarioWith({ outcome: "refused" }), "missing-member"],
  ["a step of two kinds", "x-scenarios", [{ ...scenario, steps: [{ settle: "borrow", use: 1 }] }], "unknown-member"],
  ["a step without its words", "x-scenarios", [{ ...scenario, steps: [{ check: "true" }] }], "must have says"],
  [
    "settling what is there at once",
    "x-scenarios",
    [{ ...scenario, steps: [{ settle: "look" }] }],
    "unknown-operation",
  ],
  ["a resource that there is not", "x-refs", { ...reference, resource: "lone" }, "did you mean loan?"],
  ["a wrong key of operations", "x-states", machineWith({ "borow/late": stateOperation }), "did you mean borrow?"],
  ["a duration in words", "x-eventual", { ...eventual, within: "soon" }, "must be a duration such as"],
] as const)("%s is refused in words", ([, extension, value, message]) => {
  expect(problemsOf(extension, value).join("\n")).toContain(message);
});

function scenarioWith(expectation: unknown): unknown {
  return [{ ...scenario, steps: [{ call: "borrow", expect: expectation }] }];
}

function machineWith(operations: unknown): unknown {
  return { loan: { ...machine, states: { late: state }, operations } };
}
