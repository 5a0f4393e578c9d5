import { expect, test } from "vitest";
import { readContract, readSpec } from "./package-files.ts";

type Node = Readonly<Record<string, unknown>>;

function nodeOf(value: unknown): Node {
  return typeof value === "object" && value !== null ? (value as Node) : {}; // any JSON object
}

/** Follows a reference into the document. */
function resolved(document: unknown, value: unknown): Node {
  const reference = nodeOf(value)["$ref"];
  if (typeof reference !== "string") return nodeOf(value);
  const segments = reference.slice(2).split("/");
  return nodeOf(segments.reduce<unknown>((place, segment) => nodeOf(place)[segment.replaceAll("~1", "/")], document));
}

function examplesOf(document: unknown, holder: unknown): [name: string, value: unknown][] {
  const media = nodeOf(nodeOf(resolved(document, holder)["content"])["application/json"]);
  return Object.entries(nodeOf(media["examples"])).map(([name, entry]) => [name, resolved(document, entry)["value"]]);
}

test.for(["esimaccess", "fms"] as const)("every example of %s keeps its own contract", (name) => {
  const [document, contract] = [readSpec(name), readContract(name)];
  const broken: unknown[] = [];
  let seen = 0;
  for (const { operationId, definition } of contract.operations.values()) {
    for (const [example, value] of examplesOf(document, definition["requestBody"])) {
      seen += 1;
      const violations = contract.requestViolations(operationId, value);
      if (violations.length > 0) broken.push([operationId, example, violations[0]?.path, violations[0]?.keyword]);
    }
    for (const [status, response] of Object.entries(nodeOf(definition["responses"]))) {
      for (const [example, value] of examplesOf(document, response)) {
        seen += 1;
        const violation = contract.answerViolation(operationId, Number(status), value);
        if (violation !== null) broken.push([operationId, status, example, violation]);
      }
    }
  }
  for (const [event, item] of Object.entries(nodeOf(nodeOf(document)["webhooks"]))) {
    for (const [example, value] of examplesOf(document, nodeOf(nodeOf(item)["post"])["requestBody"])) {
      seen += 1;
      const violation = contract.notificationViolation(event, value);
      if (violation !== null) broken.push([event, example, violation]);
    }
  }
  expect(broken).toEqual([]);
  expect(seen).toBeGreaterThan(100);
});
