import { expect, test } from "vitest";
import { readSpec } from "../package-files.ts";
import { memoryShelf } from "../storage/snapshot-shelf.ts";
import { createHandlers, createSandboxHandlers } from "./handlers.ts";
import { refusalKinds } from "./refusal-kinds.ts";
import { inventedProvider } from "./testing/invented-provider.ts";
import { openInventedSandbox } from "./testing/invented-sandbox.ts";

interface Documented {
  readonly components: { readonly schemas: { readonly RefusalCode: { readonly enum: readonly string[] } } };
}

interface Described {
  readonly requestBody?: {
    readonly content: { readonly "application/json": { readonly examples: Record<string, { value: unknown }> } };
  };
  readonly responses: Readonly<Record<string, Described200>>;
}

interface Described200 {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly example: unknown }>>;
}

test("every operation of the document but the life signs has a handler, and no other", async () => {
  const { contract, tenants } = await openInventedSandbox();
  const ports = {
    providers: [inventedProvider],
    startOptions: {},
    tables: [],
    shelf: memoryShelf(),
    knowWorld: async () => null,
    publicUrl: () => "http://sandbox.test",
    tenants,
  };
  const handlers = { ...createHandlers(ports), ...createSandboxHandlers(ports) };
  const handled = [...Object.keys(handlers), "getHealth", "getReady"];
  expect(handled.toSorted()).toEqual([...contract.operations.keys()].toSorted());
});

test("the document names exactly the codes with which the API refuses", () => {
  const document = readSpec("admin") as Documented; // the assertion below fails for any other shape
  expect(document.components.schemas.RefusalCode.enum.toSorted()).toEqual(Object.keys(refusalKinds).toSorted());
});

test("every example of a request and of an answer keeps to its schema", async () => {
  const { contract } = await openInventedSandbox();
  const wrong: string[] = [];
  const shared = new Set<string>();
  let seen = 0;
  for (const { operationId, definition } of contract.operations.values()) {
    const { requestBody, responses } = definition as unknown as Described; // a document that redocly has accepted
    for (const { value } of Object.values(requestBody?.content["application/json"].examples ?? {})) {
      seen += 1;
      if (contract.requestViolations(operationId, value).length > 0) wrong.push(`request of ${operationId}`);
    }
    for (const [status, described] of Object.entries(responses)) {
      const name = described.$ref?.split("/").at(-1);
      if (name !== undefined && shared.has(name)) continue;
      if (name !== undefined) shared.add(name);
      const found = name === undefined ? described : sharedAnswers()[name];
      for (const [type, { example }] of Object.entries(found?.content ?? {})) {
        if (type === "application/x-ndjson") continue; // lines of JSON are no JSON value
        seen += 1;
        const detail = contract.answerViolation(operationId, Number(status), example);
        if (detail !== null) wrong.push(`${status} of ${operationId}: ${detail}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBe(145);
});

function sharedAnswers(): Readonly<Record<string, Described200>> {
  const document = readSpec("admin") as { components: { responses: Record<string, Described200> } }; // as above
  return document.components.responses;
}
