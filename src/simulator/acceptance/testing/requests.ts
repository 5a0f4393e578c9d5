import fc from "fast-check";
import { type Node, nodeOf, type Recipe, recipesOf, wildValues } from "./recipes.ts";
import type { World } from "./world.ts";

/** One call of an operation, to be made once it is known what exists. */
export interface GeneratedRequest {
  readonly operationId: string;
  readonly method: string;
  /** With the query, for a GET. */
  readonly path: (world: World) => string;
  readonly headers: (world: World) => Readonly<Record<string, string>>;
  /** Null for a GET. */
  readonly body: (world: World) => string | null;
  readonly kind: "valid" | "near-valid" | "wild";
}

/** Bodies as text that have little to do with any schema. */
const wildTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "{}",
    "[]",
    "null",
    "1e400",
    '{"a":1e400}',
    '{"transactionId":"x","amount":-1e400}',
    '{"__proto__":{"transactionId":"x"},"constructor":{"prototype":{}}}',
    '{"a":"\\u0000\\ud800"}',
    `{"packageInfoList":[${"{},".repeat(5000)}{}]}`,
    `${'{"a":'.repeat(60)}1${"}".repeat(60)}`,
    `${'{"pager":'.repeat(10_000)}1${"}".repeat(10_000)}`,
    `{"transactionId":"${"x".repeat(300_000)}"}`,
    '{"a":1,"a":2}',
    '{"transactionId":9007199254740993}',
    "\uFEFF{}",
  ),
  fc.json(),
  fc.string(),
  wildValues.map((value) => JSON.stringify(value)),
);

/** Requests to every operation of a document: most of them valid, some with one factor broken, some wild. */
export function requestsOf(provider: "esimaccess" | "fms", document: unknown): fc.Arbitrary<GeneratedRequest> {
  const node = nodeOf(document);
  const operations = Object.entries(nodeOf(node["paths"])).flatMap(([path, item]) =>
    Object.entries(nodeOf(item)).map(([method, definition]) => ({
      provider,
      document: node,
      path,
      method,
      definition: nodeOf(definition),
    })),
  );
  return fc.oneof(...operations.map(requestsOfOperation));
}

interface Described {
  readonly provider: "esimaccess" | "fms";
  readonly document: Node;
  readonly path: string;
  readonly method: string;
  readonly definition: Node;
}

function requestsOfOperation(operation: Described): fc.Arbitrary<GeneratedRequest> {
  const operationId = String(operation.definition["operationId"]);
  const method = operation.method.toUpperCase();
  const parts = fc.record({
    headers: headersOf(operation.provider),
    kind: kinds,
    prefix: prefixOf(operation.provider),
  });
  if (method === "GET") {
    return fc.tuple(parts, queries).map(([{ headers, kind, prefix }, query]) => ({
      operationId,
      method,
      path: () => `${prefix}${operation.path}?${new URLSearchParams(query)}`,
      headers,
      body: () => null,
      kind,
    }));
  }
  const content = nodeOf(nodeOf(nodeOf(operation.definition["requestBody"])["content"])["application/json"]);
  const valid = completed(operationId, recipesOf(content["schema"], operation.document));
  const near = fc.tuple(valid, breaks).map(
    ([recipe, breaking]): Recipe =>
      (world) =>
        breaking(recipe(world)),
  );
  return parts.chain(({ headers, kind, prefix }) => {
    const path = (): string => prefix + operation.path;
    const request = { operationId, method, path, headers, kind };
    if (kind === "wild") return wildTexts.map((text) => ({ ...request, body: () => text }));
    const recipes = kind === "valid" ? valid : near;
    return recipes.map((recipe) => ({ ...request, body: (world: World) => JSON.stringify(recipe(world)) ?? "" }));
  });
}

const kinds = fc.oneof(
  { weight: 6, arbitrary: fc.constant("valid" as const) },
  { weight: 3, arbitrary: fc.constant("near-valid" as const) },
  { weight: 1, arbitrary: fc.constant("wild" as const) },
);

const strangeQueries = fc.dictionary(
  fc.constantFrom("id", "orderNum", "orderNumber", "partnerCode", "__proto__"),
  fc.oneof(fc.constantFrom("1001", "1002", "1e3", "-1", "", "9".repeat(400)), fc.string()),
);

const queries = fc.oneof(
  fc.constantFrom<Record<string, string>>({ id: "1001" }, { id: "1060", orderNum: "1" }),
  strangeQueries,
);

function prefixOf(provider: string): fc.Arbitrary<string> {
  return provider === "fms" ? fc.constantFrom("", "", "/fms") : fc.constant("");
}

function headersOf(provider: string): fc.Arbitrary<GeneratedRequest["headers"]> {
  const type = fc.oneof(
    { weight: 40, arbitrary: fc.constant("application/json") },
    { weight: 1, arbitrary: fc.constantFrom("application/json; charset=utf-8", "text/plain", "application/xml", "") },
  );
  const credential = fc.nat(39);
  return fc.tuple(type, credential).map(([contentType, drawn]) => (world) => {
    const name = provider === "fms" ? "x-access-token" : "rt-accesscode";
    const right =
      provider === "fms" ? (world.tokens[drawn % Math.max(1, world.tokens.length)] ?? "") : "test-access-code";
    if (drawn === 0) return { "content-type": contentType };
    return { "content-type": contentType, [name]: drawn === 1 ? "nobody" : right };
  });
}

/** Members that only make sense together are drawn together for most requests of an operation. */
function completed(operationId: string, recipes: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> {
  const together = fc.nat(9).map(
    (drawn): Recipe =>
      (world) =>
        drawn < 8 ? membersTogether(operationId, drawn, world) : {},
  );
  return fc.tuple(recipes, together).map(
    ([recipe, more]): Recipe =>
      (world) => {
        const body = recipe(world);
        return { ...nodeOf(body), ...nodeOf(more(world)) };
      },
  );
}

function membersTogether(operationId: string, drawn: number, world: World): object {
  if (operationId === "esimOrder") return { amount: null };
  if (operationId.startsWith("preOrderPackage") || operationId === "topUpOrder") {
    const offer = world.offers[drawn % world.offers.length];
    return { ...offer, packageCode: null };
  }
  if (operationId.startsWith("paymentWebhook")) {
    const due = world.unpaid[drawn % Math.max(1, world.unpaid.length)];
    return due === undefined ? {} : { ...due, dateTime: 1_767_225_600 };
  }
  if (operationId === "esimUnsuspend") {
    const esimTranNo = world.suspended[drawn % Math.max(1, world.suspended.length)];
    return esimTranNo === undefined ? {} : { esimTranNo, iccid: "" };
  }
  if (operationId === "esimTopup") {
    const esim = world.toppable[drawn % Math.max(1, world.toppable.length)];
    return esim === undefined ? {} : { ...esim, iccid: "", amount: null };
  }
  if (operationId === "packageList") return drawn === 0 ? {} : { locationCode: "JP", countryCode: 460 };
  return {};
}

/** One factor broken: a member gone, of another kind, unknown, or deep inside. */
const breaks: fc.Arbitrary<(body: unknown) => unknown> = fc
  .tuple(fc.nat(3), fc.nat(20), wildValues)
  .map(([how, at, wild]) => (body) => {
    const members = Object.entries(nodeOf(body));
    const chosen = members[at % Math.max(1, members.length)];
    if (chosen === undefined) return wild;
    const [name, value] = chosen;
    // A broken address is never looked up when it is no text.
    const broken = name.startsWith("webhook") && typeof wild === "string" ? 7 : wild;
    switch (how) {
      case 0:
        return Object.fromEntries(members.filter(([other]) => other !== name));
      case 1:
        return { ...nodeOf(body), [name]: broken };
      case 2:
        return { ...nodeOf(body), [`${name}x`]: wild };
      default:
        return { ...nodeOf(body), [name]: deepBreak(value, broken) };
    }
  });

function deepBreak(value: unknown, wild: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => (index === 0 ? deepBreak(item, wild) : item));
  const members = Object.keys(nodeOf(value));
  return members.length === 0 ? wild : { ...nodeOf(value), [String(members[0])]: wild };
}
