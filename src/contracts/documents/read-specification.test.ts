import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readSpecification } from "./read-specification.ts";
import type { Specification } from "./specification.ts";
import { changed, LENDING, LENDING_OVERLAY, type LendingFiles, rootWith } from "./testing/lending-documents.ts";

function read(files: LendingFiles): Specification {
  const result = readSpecification("fms", rootWith(files));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.specification;
}

test("operations carry what document and overlay say about them", () => {
  const { operations } = read({});
  expect(operations.get("borrow")).toMatchObject({
    method: "POST",
    path: "/borrow",
    pointer: "#/paths/~1borrow/post",
    place: { file: "spec/fms/openapi.yaml", line: 7, column: 5 },
    evidence: { grade: "documented", source: ["manual"] },
    requestPointer: "#/paths/~1borrow/post/requestBody/content/application~1json/schema",
    requestSchema: { $ref: "#/components/schemas/BorrowRequest" },
    isBodyRequired: true,
    parameters: [{ name: "desk", in: "query", isRequired: false, isDeprecated: false, schema: { type: "string" } }],
    security: ["key"],
    option: null,
    effects: { cost: "refundable", leaves: "loan", evidence: { grade: "documented", source: ["manual"] } },
    errors: [{ code: "7", condition: "range", evidence: { grade: "proposed", source: ["R01"] } }],
    laws: [{ name: "numbered", evidence: { grade: "documented", source: ["manual"] } }],
    accepts: [],
    idempotency: null,
  });
  expect(operations.get("giveBack")).toMatchObject({
    requestSchema: null,
    requestPointer: null,
    isBodyRequired: false,
    parameters: [{ name: "desk", isRequired: true }],
    security: [],
    option: "serveReturns",
    evidence: { grade: "inferred", source: ["manual", "R01"] },
  });
});

test("the states of a machine have its evidence unless they have their own", () => {
  const { loan } = read({}).machines;
  expect(loan?.evidence).toEqual({ grade: "inferred", source: ["manual"] });
  expect(loan?.states["late"]?.evidence).toEqual({ grade: "inferred", source: ["manual"] });
  expect(loan?.states["back"]?.evidence).toEqual({ grade: "documented", source: ["manual"] });
  expect(loan?.operations["giveBack"]?.evidence).toEqual({ grade: "inferred", source: ["manual"] });
  expect(loan).not.toHaveProperty("grade");
});

test("references, notifications and security schemes are typed", () => {
  const specification = read({});
  expect(specification.outcome).toEqual({ success: "code = 0", code: "$string(code)", data: "data", status: 200 });
  expect(specification.at("#/components/schemas/BorrowRequest/properties/title/x-refs")).toEqual({
    value: '"Atlas"',
    evidence: { grade: "observed", source: ["manual"] },
  });
  expect(specification.notifications.get("overdue")).toMatchObject({
    pointer: "#/webhooks/overdue/post/requestBody/content/application~1json/schema",
    evidence: { grade: "observed", source: ["manual"] },
    webhook: { evidence: { grade: "proposed", source: ["R01"] } },
  });
  expect(specification.security.get("key")).toMatchObject({ header: "X-Key", auth: { missing: "2" } });
  expect(specification.resolve({ $ref: "#/components/schemas/ErrorCode", title: "mine" })).toMatchObject({
    type: "integer",
    title: "mine",
  });
});

test("what the overlay added is found in the overlay, everything else in the document", () => {
  const { placeOf } = read({});
  expect(placeOf("#/paths/~1borrow/post/x-errors/0/code")).toEqual({
    file: "spec/fms/overlay.yaml",
    line: 28,
    column: 12,
  });
  expect(placeOf("#/components/schemas/BorrowRequest/properties/days")).toMatchObject({
    file: "spec/fms/openapi.yaml",
  });
});

test("the root may be a URL, with a slash at its end or without", () => {
  const url = pathToFileURL(rootWith({}));
  expect(readSpecification("fms", url).ok).toBe(true);
  expect(readSpecification("fms", new URL(`${url.href}/`)).ok).toBe(true);
});

test("without an overlay only the outcome is missing", () => {
  expect(readSpecification("fms", rootWith({ overlay: null }))).toEqual({
    ok: false,
    problems: [expect.objectContaining({ file: "spec/fms/openapi.yaml", line: 1, rule: "missing-outcome" })],
  });
});

test("an operation without effects is a warning, as it counts as sunk", () => {
  const overlay = changed(LENDING_OVERLAY, "x-effects: {cost: none, leaves: null}", "description: Gives a book back");
  expect(readSpecification("fms", rootWith({ overlay }))).toMatchObject({
    ok: true,
    warnings: [{ rule: "unknown-effects", file: "spec/fms/openapi.yaml", line: 31 }],
  });
});

test("a changed member that the request does not have is a warning, as providers ignore it", () => {
  const overlay = changed(LENDING_OVERLAY, "with: {days: 31}", "with: {dayz: 31}");
  expect(readSpecification("fms", rootWith({ overlay }))).toMatchObject({
    ok: true,
    warnings: [{ rule: "unknown-path", file: "spec/fms/overlay.yaml", line: 28 }],
  });
});

test.for([
  ["openapi.yaml", { openapi: `${LENDING}  broken: [\n` }],
  ["overlay.yaml", { overlay: `${LENDING_OVERLAY}  - [\n` }],
] as const)("a broken %s is told with its place and stops the reading", ([file, files]) => {
  expect(readSpecification("fms", rootWith(files))).toMatchObject({
    ok: false,
    problems: [{ file: `spec/fms/${file}`, rule: "yaml-syntax" }],
  });
});

test("a provider whose document is missing is a problem", () => {
  expect(readSpecification("esimaccess", rootWith({}))).toMatchObject({ ok: false, problems: [{ rule: "readable" }] });
});

test.for(["esimaccess", "fms"] as const)("the documents of %s are in order", (name) => {
  const result = readSpecification(name);
  expect(result.ok ? [] : result.problems).toEqual([]);
});

test("what is wrong at one place is told once, however many targets an alias brings it to", () => {
  const overlay = `${LENDING_OVERLAY.trimEnd()}
  - target: $.paths['/borrow'].post
    update: &wrong
      x-lawz: []
  - target: $.paths['/back'].post
    update: *wrong
`;
  const result = readSpecification("fms", rootWith({ overlay }));
  expect(result.ok ? [] : result.problems.map(({ rule }) => rule)).toEqual(["unknown-extension"]);
});
