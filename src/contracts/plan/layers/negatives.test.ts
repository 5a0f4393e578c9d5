import { describe, expect, test } from "vitest";
import type { ErrorRule } from "../../documents/semantics.ts";
import { machineOf, specificationOf } from "../../testing/specification.ts";
import type { Case } from "../case.ts";
import { exampleCases } from "./examples.ts";
import { negativeCases } from "./negatives.ts";
import { positiveCases } from "./positives.ts";

const evidence = { grade: "documented", source: ["docs"] } as const;
const rule = (code: string, condition: ErrorRule["condition"], more: Partial<ErrorRule> = {}): ErrorRule => ({
  code,
  condition,
  evidence,
  ...more,
});

const document = {
  paths: {
    "/api/things": {
      post: {
        operationId: "things",
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Request" },
              examples: { byId: { value: { id: "printed", size: 3, note: "" } } },
            },
          },
        },
        responses: {},
      },
    },
  },
  components: {
    schemas: {
      Request: {
        type: "object",
        required: ["id", "size"],
        properties: {
          id: {
            type: "string",
            examples: ["7"],
            "x-refs": { value: "thing.id", resource: "thing", unknown: { value: "none", code: "UNKNOWN" }, evidence },
          },
          size: {
            type: "integer",
            minimum: 1,
            examples: [2],
            "x-lenient": { keywords: ["minimum"], option: "strictSize" },
          },
          list: {
            type: ["array", "null"],
            maxItems: 2,
            items: { type: "string" },
            examples: [["a"]],
            "x-code": { maxItems: "OWN" },
          },
          note: { type: ["string", "null"], maxLength: 4 },
        },
        "x-evidence": { grade: "documented", source: "docs" },
      },
    },
  },
};

const spec = specificationOf({
  document,
  errors: [
    rule("TYPE", "type", { precedence: 1 }),
    rule("MISSING", "missing", { precedence: 2 }),
    rule("MISSING", "range", { precedence: 2 }),
    rule("NULL", "null", { precedence: 3 }),
    rule("LONG", "length", { precedence: 4 }),
    rule("BODY", "malformed", { status: 400 }),
    rule("METHOD", "method", { status: 405 }),
    rule("PATH", "path"),
    rule("CONTENT", "content-type"),
  ],
  machines: {
    thing: machineOf({
      create: [{ call: "things", save: { thing: "data" } }],
      observe: { call: "things", row: "data.rows" },
    }),
  },
  operationParts: {
    things: {
      option: "serveThings",
      errors: [rule("FUNDS", "funds", { given: [{ balance: 0 }], says: "too poor" }), rule("STATE", "state")],
      accepts: [
        // biome-ignore lint/suspicious/noThenProperty: a word of the vocabulary; nobody awaits a rule.
        { name: "two", says: "takes two", with: { size: 2 }, then: [{ check: "data", says: "answers" }], evidence },
      ],
    },
  },
});

const negatives = negativeCases(spec, { seed: 1 });
const find = (cases: readonly Case[], id: string): Case | undefined =>
  cases.find((one) => one.rule === `esimaccess:things:${id}`);
const codeOf = (id: string): unknown => {
  const step = find(negatives, `negatives:${id}`)?.steps[0];
  return step !== undefined && "call" in step && step.expect?.outcome === "refused"
    ? [step.expect.codes[0], step.expect.status]
    : undefined;
};

describe("a negative case", () => {
  test.for([
    ["a missing member", "required-missing:body.id", ["MISSING", undefined]],
    ["a wrong type", "type-boolean:body.id", ["TYPE", undefined]],
    ["null", "type-null:body.id", ["NULL", undefined]],
    ["a text that is too long", "maxLength-above:body.note", ["LONG", undefined]],
    ["a keyword with a code of its own", "maxItems-above:body.list", ["OWN", undefined]],
    ["a strict option", "minimum-below:body.size", ["MISSING", undefined]],
    ["a truncated body", "malformed-truncated", ["BODY", 400]],
    ["a list in place of the body", "malformed-array", ["TYPE", undefined]],
    ["another method", "method-delete", ["METHOD", 405]],
    ["an unknown path", "path-sibling", ["PATH", undefined]],
    ["another content type", "content-type-plain", ["CONTENT", undefined]],
    ["an entry of the overlay", "funds", ["FUNDS", undefined]],
    ["an identifier of nobody", "refs-unknown:body.id", ["UNKNOWN", undefined]],
    ["an identifier of another tenant", "refs-foreign:body.id", ["UNKNOWN", undefined]],
    ["two reasons", "precedence-required-missing-type-text:body.id+body.size", ["TYPE", undefined]],
  ] as const)("for %s waits for its code", ([, id, expected]) => {
    expect(codeOf(id)).toEqual(expected);
  });

  test.for([
    ["an entry that does not say how", "state"],
    ["a missing content type that no rule speaks of", "content-type-missing"],
    ["an empty body that no rule speaks of", "malformed-empty-body"],
  ] as const)("does not exist for %s", ([, id]) => {
    expect(find(negatives, `negatives:${id}`)).toBeUndefined();
  });

  test("must leave everything as it was, on a served operation with what it speaks of", () => {
    expect(find(negatives, "negatives:type-null:body.id")).toMatchObject({
      isUnchanging: true,
      evidence: { grade: "documented", source: ["docs"] },
      needs: ["options", "spending"],
      setup: [{ option: { serveThings: true } }, { call: "things", save: { thing: "data" } }, { observe: "thing" }],
    });
  });

  test("for another tenant's object makes it first, as that tenant", () => {
    const made = find(negatives, "negatives:refs-foreign:body.id");
    expect(made?.needs).toContain("tenants");
    const once = [
      { call: "things", save: { thing: "data" }, as: "other" },
      { call: "things", as: "other", save: { thing: "$merge([thing, (data.rows)[0]])" } },
    ];
    expect(made?.setup.slice(0, 6)).toEqual([...once, ...once, { let: { foreign: "=thing.id" } }, { advance: "2m" }]);
    expect(made?.steps[0]).toMatchObject({ body: { id: "=foreign", size: 2 } });
  });

  test("is a success where the violation is tolerated", () => {
    const step = find(negatives, "negatives:tolerated-minimum-below:body.size")?.steps[0];
    expect(step).toMatchObject({ with: { size: 0 }, expect: { outcome: "success" } });
  });

  test("has an id of its own", () => {
    const ids = [...negatives, ...positiveCases(spec, { seed: 1 })].map((one) => one.rule);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("positive cases are the usual request, its variations and what the overlay accepts", () => {
  const ids = positiveCases(spec, { seed: 1 }).map((one) => one.rule.replace("esimaccess:things:positives:", ""));
  expect(ids).toEqual([
    "usual",
    "additionalProperties-unknown-member:body",
    "minimum-bound:body.size",
    "required-present:body.list",
    "type-null:body.list",
    "required-present:body.note",
    "type-null:body.note",
    "minLength-blank:body.note",
    "maxLength-bound:body.note",
    "two",
  ]);
});

test("an example takes identifiers of this world, and keeps what it leaves blank", () => {
  expect(exampleCases(spec, { seed: 1 })).toMatchObject([
    {
      rule: "esimaccess:things:examples:by-id",
      steps: [{ body: { id: "=thing.id", size: 3, note: "" }, expect: { outcome: "success" } }],
    },
  ]);
});
