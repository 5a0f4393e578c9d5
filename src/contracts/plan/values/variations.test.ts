import { describe, expect, test } from "vitest";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { specificationOf } from "../../testing/specification.ts";
import { negativeVariations } from "./negatives.ts";
import { positiveVariations } from "./positives.ts";

const EVIDENCE = { grade: "documented", source: "docs" };

/** An operation whose body is an object with one member besides those that are given. */
function operationWith(member: object, { required = true, more = {} } = {}): [Specification, OperationSpec] {
  const schema = {
    type: "object",
    required: required ? ["name"] : [],
    properties: { name: member, ...more },
    "x-evidence": EVIDENCE,
  };
  const requestBody = { required: true, content: { "application/json": { schema } } };
  const document = {
    paths: { "/things": { post: { operationId: "things", requestBody, responses: {} } } },
    components: {
      schemas: {
        Line: {
          type: "object",
          required: ["size"],
          properties: { size: { type: "integer", minimum: 1, examples: [2] } },
        },
      },
    },
  };
  const spec = specificationOf({ document });
  const operation = spec.operations.get("things");
  if (operation === undefined) throw new Error("the document has the operation");
  return [spec, operation];
}

const names = (variations: readonly { location: string; keyword: string; variant: string }[]): string[] =>
  variations.map(({ location, keyword, variant }) => `${location} ${keyword} ${variant}`);

const TYPES_OF_TEXT = [
  "name type number",
  "name type fraction",
  "name type boolean",
  "name type list",
  "name type object",
  "name type wrapped",
];

describe("negative variations", () => {
  test.for([
    [
      "a text with a length",
      { type: "string", minLength: 1, maxLength: 5, examples: ["abc"] },
      [
        "name required missing",
        "name type null",
        ...TYPES_OF_TEXT,
        "name minLength empty",
        "name maxLength above",
        "name maxLength above-emoji",
      ],
    ],
    [
      "a text that must not be blank",
      { type: "string", pattern: "\\S", minLength: 1, examples: ["abc"] },
      ["name required missing", "name type null", ...TYPES_OF_TEXT, "name minLength empty", "name pattern blank"],
    ],
    [
      "an integer with bounds",
      { type: "integer", minimum: 1, maximum: 9, examples: [2] },
      [
        "name required missing",
        "name type null",
        "name type text",
        "name type numeric-text",
        "name type fraction",
        "name type boolean",
        "name type list",
        "name type object",
        "name type wrapped",
        "name minimum below",
        "name minimum far-below",
        "name maximum above",
        "name maximum far-above",
      ],
    ],
    [
      "a number that may be text",
      {
        oneOf: [
          { type: "integer", minimum: 1 },
          { type: "string", pattern: "^\\d+$" },
        ],
        examples: [2],
      },
      [
        "name required missing",
        "name type null",
        "name type fraction",
        "name type boolean",
        "name type list",
        "name type object",
        "name type wrapped",
        "name minimum below",
        "name minimum far-below",
        "name pattern empty",
        "name pattern blank",
        "name pattern foreign",
        "name pattern suffix",
        "name pattern prefix",
        "name pattern script",
      ],
    ],
    [
      "a member that the operation judges",
      { type: "string", pattern: "^[A-Z]+$", examples: ["A"], "x-checked-by": "operation" },
      ["name required missing", "name type null", ...TYPES_OF_TEXT],
    ],
  ] as const)("of %s are one for each constraint", ([, member, expected]) => {
    expect(names(negativeVariations(...operationWith(member)))).toEqual(expected);
  });

  test.for([
    ["missing", { type: "string", examples: ["a"] }, "required", "missing", "missing"],
    ["null", { type: "string", examples: ["a"] }, "type", "null", "null"],
    ["too long", { type: "string", maxLength: 1, examples: ["a"] }, "maxLength", "above", "length"],
    ["blank", { type: "string", pattern: "\\S", examples: ["a"] }, "pattern", "blank", "empty"],
    ["of another case", { type: "string", enum: ["ab"] }, "enum", "case", "range"],
    ["too small", { type: "integer", minimum: 1, examples: [1] }, "minimum", "below", "range"],
    ["no address", { type: "string", format: "email", examples: ["a@example.com"] }, "format", "foreign", "type"],
  ] as const)(
    "of a member that is %s have the condition of the catalogue",
    ([, member, keyword, variant, condition]) => {
      const found = negativeVariations(...operationWith(member)).find(
        (one) => one.keyword === keyword && one.variant === variant,
      );
      expect(found?.condition).toBe(condition);
    },
  );

  test("reach into lists", () => {
    const member = { type: "array", minItems: 1, maxItems: 2, items: { $ref: "#/components/schemas/Line" } };
    const found = names(negativeVariations(...operationWith(member)));
    expect(found).toContain("name[0].size minimum below");
    expect(found).toContain("name minItems below");
    expect(found).toContain("name maxItems above");
    expect(found).toContain("name[0] type null");
  });

  test("that are tolerated say so, with the option that ends it", () => {
    const lenient = {
      type: "integer",
      minimum: 5,
      examples: [9],
      "x-lenient": { keywords: ["minimum"], option: "strict" },
    };
    const found = negativeVariations(...operationWith(lenient)).filter(({ tolerated }) => tolerated !== null);
    expect(found.map(({ variant, tolerated }) => [variant, tolerated?.option])).toEqual([
      ["below", "strict"],
      ["far-below", "strict"],
    ]);
  });

  test("name every keyword that cannot but break with them", () => {
    const found = negativeVariations(...operationWith({ type: "string", enum: ["a", "b"] }));
    expect(found.find(({ variant }) => variant === "boolean")?.also).toEqual([{ keyword: "enum", condition: "range" }]);
  });
});

describe("positive variations", () => {
  test.for([
    [
      "an optional text",
      { type: ["string", "null"], maxLength: 9, examples: ["abc"] },
      ["name required present", "name type null", "name minLength blank", "name maxLength bound"],
    ],
    [
      "an optional enumeration",
      { type: ["string", "null"], enum: ["BASE", "", null] },
      [
        "name required present",
        "name type null",
        "name minLength blank",
        "name enum string-base",
        "name enum blank",
        "name enum null",
      ],
    ],
    [
      "an optional number that may be text",
      {
        oneOf: [
          { type: "integer", minimum: 1, maximum: 9 },
          { type: "string", pattern: "^\\d$" },
        ],
        examples: [2],
      },
      ["name required present", "name minimum bound", "name maximum bound", "name type text-form"],
    ],
    [
      "an optional reference",
      { type: ["string", "null"], examples: ["7"], "x-refs": { value: "thing.id" } },
      ["name required present", "name type null", "name minLength blank"],
    ],
    [
      "a reference that is usually there",
      { type: ["string", "null"], examples: ["7"], "x-refs": { value: "thing.id", usual: true } },
      ["name required absent", "name type null", "name minLength blank"],
    ],
    [
      "a reference that is always there",
      { type: ["string", "null"], examples: ["7"], "x-refs": { value: "thing.id", always: true } },
      [],
    ],
  ] as const)("of %s stay valid", ([, member, expected]) => {
    const found = names(positiveVariations(...operationWith(member, { required: false })));
    expect(found).toEqual([" additionalProperties unknown-member", ...expected]);
  });

  test("of a reference of one's own reach its longest form and other scripts", () => {
    const member = {
      type: "string",
      pattern: "\\S",
      maxLength: 50,
      examples: ["a"],
      "x-refs": { value: '$fresh("t-")' },
    };
    const found = positiveVariations(...operationWith(member)).filter(({ location }) => location === "name");
    expect(found.map(({ variant, patch }) => [variant, patch.with])).toEqual([
      ["bound", { name: '=$pad($fresh("b-"), 50, "a")' }],
      ["other-scripts", { name: '=$fresh("s-") & "Z\u00fcrich \u6771\u4eac \u{1F642}"' }],
    ]);
  });

  const number = {
    oneOf: [
      { type: "integer", minimum: 1, maximum: 9 },
      { type: "string", pattern: "^\\d$" },
    ],
    examples: [2],
  };

  test.for<[string, object, (readonly [string, object | null])[]]>([
    [
      "a number as text is like the number",
      number,
      [
        ["unknown-member", {}],
        ["present", null],
        ["bound", null],
        ["bound", null],
        ["text-form", { with: { name: 2 } }],
      ],
    ],
    [
      "an ignored member is like none",
      { ...number, deprecated: true },
      [
        ["unknown-member", {}],
        ["present", {}],
        ["bound", {}],
        ["bound", {}],
        ["text-form", {}],
      ],
    ],
    [
      "a reference as number is like the reference",
      { type: ["integer", "string"], examples: ["7"], "x-refs": { value: "thing.id", always: true } },
      [
        ["unknown-member", {}],
        ["text-form", { with: { name: "=thing.id" } }],
        ["number-form", { with: { name: "=thing.id" } }],
      ],
    ],
  ])("tell what they are like: %s", ([, member, expected]) => {
    const found = positiveVariations(...operationWith(member, { required: false }));
    expect(found.map(({ variant, like }) => [variant, like])).toEqual(expected);
  });

  test("are the same set for every seed", () => {
    const member = { type: "string", minLength: 2, maxLength: 9, examples: ["abc"] };
    const [spec, operation] = operationWith(member);
    expect(names(positiveVariations(spec, operation, 1))).toEqual(names(positiveVariations(spec, operation, 77)));
  });
});
