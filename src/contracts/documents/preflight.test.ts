import { expect, test } from "vitest";
import { readSpecification } from "./read-specification.ts";
import { changed, LENDING, LENDING_OVERLAY, rootWith } from "./testing/lending-documents.ts";

type Change = readonly [what: string, part: string, by: string, rule: string, message: string];

/** The one problem that each change of a document brings. */
function problemsOf(files: { openapi?: string; overlay?: string }) {
  const result = readSpecification("fms", rootWith(files));
  return result.ok ? [] : result.problems;
}

/** The line on which a change begins. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

const inDocument: readonly Change[] = [
  [
    "a security scheme that there is not",
    "security: [{key: []}]",
    "security: [{kee: []}]",
    "unknown-security",
    "did you mean key?",
  ],
  ["a keyword with a wrong value", "required: [title]", "required: true", "broken-schema", "must be array"],
  [
    "an answer that is no object",
    '"200":\n          description: Done.',
    '"201": none\n        "200":\n          description: Done.',
    "broken-structure",
    "the answer 201 must be an object",
  ],
  [
    "a parameter without place",
    "{name: desk, in: query, required: true",
    "{name: desk, required: true",
    "broken-structure",
    "a parameter must have",
  ],
  [
    "another version of OpenAPI",
    "openapi: 3.1.0",
    "openapi: 3.0.3",
    "broken-structure",
    "must be a text such as 3.1.0",
  ],
  [
    "a reference that leads nowhere",
    'schema: {$ref: "#/components/schemas/BorrowRequest"}\n            examples:\n              one: {value: {title: Atlas, days: 3}}',
    'schema: {$ref: "#/components/schemas/BorowRequest"}',
    "dangling-reference",
    "did you mean BorrowRequest?",
  ],
  [
    "a reference to another file",
    '{$ref: "#/components/parameters/Desk"}',
    '{$ref: "other.yaml#/Desk"}',
    "dangling-reference",
    "leads out of the document",
  ],
  [
    "a link to no operation",
    "operationId: giveBack\n              p",
    "operationId: giveBak\n              p",
    "unknown-operation",
    "did you mean giveBack?",
  ],
  [
    "a link with no such parameter",
    "parameters: {desk: $resp",
    "parameters: {dsk: $resp",
    "unknown-parameter",
    "did you mean desk?",
  ],
  ["a link to no member", "body#/data/loan}", "body#/data/lone}", "unknown-pointer", "leads to nothing"],
  [
    "a request example that is too long",
    "title: Atlas, days: 3",
    "title: Atlas, days: 31",
    "broken-example",
    "days must keep maximum 30, got 31",
  ],
  ["a request example without a member", "{title: Atlas, days: 3}", "{days: 3}", "broken-example", "title is missing"],
  [
    "an answer example with a member too many",
    '{code: 0, data: {loan: "7"}}',
    "{code: 0, data: {lone: 7}}",
    "broken-example",
    "data.lone is not described",
  ],
  [
    "a notification example of another type",
    'late: {value: {loan: "7"}}',
    "late: {value: {loan: 7}}",
    "broken-example",
    "loan must keep type",
  ],
  [
    "a shortest length above the longest",
    "minLength: 1, maxLength: 20",
    "minLength: 21, maxLength: 20",
    "contradiction",
    "minLength 21 is above maxLength 20",
  ],
  [
    "a minimum above the maximum",
    "{type: integer, minimum: 1, maximum: 30}",
    "{type: integer, minimum: 2, maximum: 1}",
    "contradiction",
    "minimum 2 is above maximum 1",
  ],
  [
    "an enum member of another type",
    "days: {type: integer,",
    'days: {type: integer, enum: [1, "2"],',
    "contradiction",
    '"2" is a text where type is integer',
  ],
  ["a constant of another type", "days: {type: integer,", "days: {type: integer, const: x,", "contradiction", "const"],
  [
    "a required member that there is not",
    "required: [title]",
    "required: [titel]",
    "contradiction",
    "did you mean title?",
  ],
  [
    "a pattern that is no expression",
    "title: {type: string,",
    "title: {type: string, pattern: '[',",
    "broken-pattern",
    "regular expression",
  ],
  [
    "a type that there is not",
    "            loan: {type: string}\n",
    "            loan: {type: text}\n",
    "unknown-type",
    "there is no type text",
  ],
  [
    "a notification without schema",
    "schema: {type: object, properties: {loan: {type: string}}}\n            examples",
    "examples",
    "webhook-without-schema",
    "must have a JSON body",
  ],
  [
    "an operation without id",
    "operationId: giveBack\n      x-option",
    "x-option",
    "missing-operation-id",
    "must have an operationId",
  ],
  [
    "a source that is not listed",
    "{grade: observed, source: manual}\n      requestBody",
    "{grade: observed, source: manul}\n      requestBody",
    "unknown-source",
    "did you mean manual?",
  ],
  [
    "a grade that there is not",
    "{grade: observed, source: manual}\n      requestBody",
    "{grade: observd, source: manual}\n      requestBody",
    "unknown-value",
    "did you mean observed?",
  ],
];

test.for(inDocument)("%s is refused with its place", ([, part, by, rule, message]) => {
  const problems = problemsOf({ openapi: changed(LENDING, part, by) });
  const problem = problems.find((one) => one.rule === rule);
  expect(problem, JSON.stringify(problems)).toBeDefined();
  expect(problem?.message).toContain(message);
  expect(problem?.file).toBe("spec/fms/openapi.yaml");
});

const inOverlay: readonly Change[] = [
  [
    "a target that matches nothing",
    "$.paths['/back'].post",
    "$.paths['/bak'].post",
    "overlay-target",
    "matches nothing",
  ],
  [
    "an unknown code",
    '{code: "7", condition: range',
    '{code: "8", condition: range',
    "unknown-code",
    "there is no error code 8",
  ],
  ["a code that is no text", '{code: "2", condition', "{code: 2, condition", "wrong-type", "must be a text, got 2"],
  ["an unknown condition", "condition: range", "condition: rnge", "unknown-value", "did you mean range?"],
  ["a misspelt member", "location: body.days", "locaton: body.days", "unknown-member", "did you mean location?"],
  [
    "a missing member",
    "{name: numbered, says: A loan has a number, ",
    "{name: numbered, ",
    "missing-member",
    "must have says",
  ],
  [
    "an operation in a step that there is not",
    "create: [{call: borrow,",
    "create: [{call: borow,",
    "unknown-operation",
    "did you mean borrow?",
  ],
  [
    "an operation of a machine that there is not",
    "giveBack: {call: giveBack,",
    "giveBak: {call: giveBack,",
    "unknown-operation",
    "did you mean giveBack?",
  ],
  [
    "a machine's operation that calls another",
    "giveBack: {call: giveBack,",
    "giveBack: {call: borrow,",
    "other-operation",
    "must call giveBack",
  ],
  [
    "a notification that there is not",
    "sends: [{name: overdue}]",
    "sends: [{name: ovrdue}]",
    "unknown-notification",
    "did you mean overdue?",
  ],
  ["a state in from that there is not", "from: out, by", "from: oat, by", "unknown-state", "did you mean out?"],
  [
    "an allowed state that there is not",
    "allowed: {out: back, late",
    "allowed: {oot: back, late",
    "unknown-state",
    "did you mean out?",
  ],
  [
    "a state that nothing leads to",
    "from: out, by: [{advance: 30d}], ",
    "",
    "unreachable-state",
    "nothing leads from out to late",
  ],
  [
    "a way out of a final state",
    "allowed: {out: back,",
    "allowed: {back: out, out: back,",
    "final-state-left",
    "back is final",
  ],
  ["a state with a way but no beginning", "from: out, by", "by", "half-a-way", "must have from"],
  [
    "a state that is forgotten among the refused",
    'late: back}, refused: "7"}',
    "late: back}, refused: {}}",
    "missing-state",
    "refused for back",
  ],
  ["a step of no kind", "[{advance: 30d}]", "[{advnce: 30d}]", "unknown-step", "did you mean advance?"],
  [
    "a step with a misspelt member",
    "{call: borrow, save: {",
    "{call: borrow, sav: {",
    "unknown-member",
    "did you mean save?",
  ],
  ["JSONata that does not parse", "debit: request.days * 10", "debit: request.days *", "expression", "must be JSONata"],
  ["a template that does not parse", "with: {days: 31}", "with: {days: '=(1'}", "expression", "must be JSONata"],
  [
    "a template deep inside that does not parse",
    "with: {days: 31}",
    "with: {days: [{a: '=(1'}]}",
    "expression",
    "must be JSONata",
  ],
  [
    "a pick that there is not",
    "with: {days: 31}",
    "with: {days: =picks.long}",
    "unknown-pick",
    "there is no pick long",
  ],
  ["a path with a blank", "with: {days: 31}", "with: {'days of': 31}", "malformed", "must be a path"],
  [
    "a source that is no decision",
    "source: R01, grade: proposed}\n      x-laws",
    "source: R02, grade: proposed}\n      x-laws",
    "unknown-source",
    "did you mean R01?",
  ],
  [
    "an extension that there is not",
    "x-effects: {cost: none",
    "x-efects: {cost: none",
    "unknown-extension",
    "did you mean x-effects?",
  ],
  [
    "an extension at the wrong place",
    "x-webhook: {grade",
    "x-delivery: {grade",
    "misplaced-extension",
    "must stand at root",
  ],
  [
    "a rule of the root that does not say how it is known",
    ", grade: proposed, source: R01}\n      x-states",
    "}\n      x-states",
    "missing-evidence",
    "must have a grade and a source",
  ],
  ["a span of time that is none", "[{advance: 30d}]", "[{advance: later}]", "malformed", "must be a duration"],
  [
    "a duration without unit",
    "by: [{advance: 30d}]",
    "by: [{notified: [], within: 30x}]",
    "malformed",
    "must be a duration",
  ],
];

test.for(inOverlay)("%s is refused with its place in the overlay", ([, part, by, rule, message]) => {
  const problems = problemsOf({ overlay: changed(LENDING_OVERLAY, part, by) });
  const problem = problems.find((one) => one.rule === rule);
  expect(problem, JSON.stringify(problems)).toBeDefined();
  expect(problem?.message).toContain(message);
  expect(problem?.file).toBe("spec/fms/overlay.yaml");
  expect(Math.abs((problem?.line ?? 0) - lineOf(LENDING_OVERLAY, part))).toBeLessThanOrEqual(1);
});

test("every fault of a document is told at once", () => {
  const overlay = changed(changed(LENDING_OVERLAY, "condition: range", "condition: rnge"), "cost: none", "cost: nune");
  expect(problemsOf({ overlay }).map(({ rule }) => rule)).toEqual(["unknown-value", "unknown-value"]);
});

test("a fault is told once, however many alternatives it breaks", () => {
  const overlay = changed(LENDING_OVERLAY, "create: [{call: borrow,", "create: [{call: borow,");
  expect(problemsOf({ overlay })).toEqual([
    {
      file: "spec/fms/overlay.yaml",
      line: 13,
      column: 21,
      rule: "unknown-operation",
      message: "x-states.loan.create[0].call: there is no operation borow; did you mean borrow?",
    },
  ]);
});
