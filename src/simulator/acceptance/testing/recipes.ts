import fc from "fast-check";
import type { World } from "./world.ts";

/** How to make a value once it is known what exists. */
export type Recipe = (world: World) => unknown;

/** A JSON object of an OpenAPI document. */
export type Node = Readonly<Record<string, unknown>>;

/** Reads a JSON value as an object; anything else is an empty one. */
export function nodeOf(value: unknown): Node {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return value as Node; // any JSON object is a record of unknown members
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Values that no schema hopes for. */
export const wildValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    0.1,
    1e-7,
    2 ** 31,
    2 ** 53 + 2,
    -(2 ** 63),
    1e308,
    "",
    " ",
    "0",
    "1e400",
    "\u0000",
    "\ud800",
    "\udfff\ud800",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "x".repeat(100_000),
    "\u{1f600}".repeat(60),
    [],
    {},
    [[[[]]]],
    { length: 1 },
    { toString: 1, valueOf: null },
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Real values by the name of the member that asks for them. */
function pooled(name: string, count: number): Recipe | null {
  const from = (pool: (world: World) => readonly unknown[]): Recipe => {
    return (world) => {
      const values = pool(world);
      return values[count % Math.max(1, values.length)] ?? "";
    };
  };
  switch (name) {
    case "esimTranNo":
      return from((world) => world.esimIds);
    case "iccid":
      return from((world) => world.iccids);
    case "orderNo":
      return from((world) => world.accessOrders);
    case "packageCode":
    case "slug":
      return from((world) => world.packageCodes);
    case "transactionId":
      return count % 4 === 0 ? from((world) => world.transactionIds) : () => `t-${count}`;
    case "orderId":
      return from((world) => world.fmsOrders);
    case "partnerCode":
      return () => "P001101";
    case "email":
      return () => `traveller-${count % 5}@example.com`;
    case "passwd":
      return () => (count % 3 === 0 ? "1" : "0").repeat(32);
    case "count":
      return () => 1 + (count % 5);
    case "periodNum":
      return () => 1 + (count % 9);
    case "price":
    case "amount":
      return () => null;
    case "webhook":
    case "webhookUrl":
      return from((world) => world.webhookUrls);
    case "countryCode":
      return from(() => [460, 440, "450", 310]);
    default:
      return null;
  }
}

/** Recipes for values that keep a schema, with the ids of what exists where the member's name asks for one. */
export function recipesOf(schema: unknown, document: Node, name = ""): fc.Arbitrary<Recipe> {
  const node = nodeOf(schema);
  const { $ref } = node;
  if (typeof $ref === "string") return recipesOf(valueAt(document, $ref), document, name);
  const own = plainRecipes(node, document);
  if (pooled(name, 0) === null) return own;
  const real = fc.noBias(fc.nat()).map((count): Recipe => pooled(name, count) ?? (() => ""));
  // A generated address would be looked up: only known ones are sent.
  return name.startsWith("webhook") ? real : fc.oneof({ weight: 9, arbitrary: real }, { weight: 1, arbitrary: own });
}

function plainRecipes(node: Node, document: Node): fc.Arbitrary<Recipe> {
  const choices = [...listOf(node["oneOf"]), ...listOf(node["anyOf"])];
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => recipesOf(choice, document)));
  if ("const" in node) return fc.constant(() => node["const"]);
  const members = listOf(node["enum"]);
  if (members.length > 0) return fc.constantFrom(...members).map((member) => () => member);
  const { type = "object" } = node;
  const types = Array.isArray(type) ? type : [type];
  return fc.oneof(...types.map((one) => recipesOfType(String(one), node, document)));
}

function recipesOfType(type: string, node: Node, document: Node): fc.Arbitrary<Recipe> {
  switch (type) {
    case "object":
      return objectRecipes(node, document);
    case "array": {
      const options = {
        minLength: numberOf(node["minItems"], 0),
        maxLength: Math.min(4, numberOf(node["maxItems"], 4)),
      };
      const items = fc.array(recipesOf(node["items"], document), options);
      return items.map((recipes) => (world) => recipes.map((recipe) => recipe(world)));
    }
    case "string":
      return textRecipes(node);
    case "integer":
    case "number": {
      const [min, max] = [numberOf(node["minimum"], 0), numberOf(node["maximum"], 100_000)];
      return fc.integer({ min: Math.ceil(min), max: Math.floor(Math.max(min, max)) }).map((value) => () => value);
    }
    case "boolean":
      return fc.boolean().map((value) => () => value);
    default:
      return fc.constant(() => null);
  }
}

function textRecipes(node: Node): fc.Arbitrary<Recipe> {
  const { pattern, maxLength } = node;
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern, "u")).map((text) => () => text);
  return fc.string({ maxLength: Math.min(60, numberOf(maxLength, 60)) }).map((text) => () => text);
}

function objectRecipes(node: Node, document: Node): fc.Arbitrary<Recipe> {
  const required = new Set(listOf(node["required"]));
  const members = Object.entries(nodeOf(node["properties"])).map(([name, schema]) => {
    const value = recipesOf(schema, document, name);
    return fc.tuple(fc.constant(name), required.has(name) ? value : fc.option(value));
  });
  return fc.tuple(...members).map((entries) => (world) => {
    const filled = entries.flatMap(([name, recipe]) => (recipe === null ? [] : [[name, recipe(world)] as const]));
    return Object.fromEntries(filled);
  });
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** What a reference inside a document leads to. */
function valueAt(document: Node, reference: string): unknown {
  let value: unknown = document;
  for (const part of reference.slice(2).split("/"))
    value = nodeOf(value)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  return value;
}
