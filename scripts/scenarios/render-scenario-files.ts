import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";
import { refusalKinds } from "../../src/simulator/admin/refusal-kinds.ts";
import type { OptionTable } from "../../src/simulator/kernel/options.ts";
import { esimAccessOptions } from "../../src/simulator/providers/esimaccess/options.ts";
import { fmsOptions } from "../../src/simulator/providers/fms/options.ts";
import { nodeOf, type ProviderFacts, providerFacts } from "./provider-facts.ts";

type Node = Readonly<Record<string, unknown>>;

const MARK = "Generated from spec/scenarios/format.yaml and the documents of spec/ by `npm run generate`";
const OPTIONS: Readonly<Record<string, OptionTable>> = { esimaccess: esimAccessOptions, fms: fmsOptions };

/** The published schema of scenario files, its types, and the table of what can be called; by path below the root. */
export async function renderScenarioFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const admin = nodeOf(parse(readFileSync(join(root, "spec/admin/openapi.yaml"), "utf8")));
  const providers = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, providerFacts(root, name)]));
  const control = { operations: controlsOf(admin), codes: Object.keys(refusalKinds) };
  const schema = schemaOf(parse(readFileSync(join(root, "spec/scenarios/format.yaml"), "utf8")), {
    admin,
    providers,
    controls: Object.keys(control.operations),
  });
  const types = await openapiTS(asOpenApi(schema), { immutable: true, defaultNonNullable: false });
  const tables = { providers, control };
  return new Map([
    ["spec/scenario.schema.json", `${JSON.stringify(schema, null, 2)}\n`],
    ["src/scenarios/format/generated.ts", `// ${MARK}.\n${astToString(types)}`],
    [
      "src/scenarios/documents/generated.ts",
      `// ${MARK}.\nexport const facts = ${JSON.stringify(tables, null, 2)} as const;\n`,
    ],
  ]);
}

interface ControlFacts {
  readonly method: string;
  readonly path: string;
  /** Names of its path and query, without that of the tenant. */
  readonly params: readonly string[];
}

function controlsOf(admin: Node): Record<string, ControlFacts> {
  const found: Record<string, ControlFacts> = {};
  for (const [path, item] of Object.entries(nodeOf(admin["paths"]))) {
    for (const [method, definition] of Object.entries(nodeOf(item))) {
      const { operationId, parameters } = nodeOf(definition);
      if (typeof operationId !== "string") continue;
      const params = paramsOf(admin, parameters);
      found[operationId] = { method: method.toUpperCase(), path: path.replace("/__admin/", ""), params };
    }
  }
  return found;
}

function paramsOf(admin: Node, parameters: unknown): string[] {
  const known = nodeOf(nodeOf(admin["components"])["parameters"]);
  return (Array.isArray(parameters) ? parameters : [])
    .map((parameter) => {
      const { $ref } = nodeOf(parameter);
      return nodeOf(typeof $ref === "string" ? known[$ref.split("/").at(-1) ?? ""] : parameter);
    })
    .filter(({ in: place, name }) => place !== "header" && name !== "tenant")
    .map(({ name }) => String(name));
}

interface Sources {
  readonly admin: Node;
  readonly providers: Readonly<Record<string, ProviderFacts>>;
  readonly controls: readonly string[];
}

function schemaOf(format: unknown, sources: Sources): Node {
  const foreign = new Map<string, unknown>();
  const filled = nodeOf(fill(format, sources, foreign));
  const defs = { ...nodeOf(filled["$defs"]), ...Object.fromEntries(foreign) };
  return { ...filled, $comment: MARK, $defs: defs };
}

/** Puts names and foreign schemas into the places that ask for them. */
function fill(value: unknown, sources: Sources, foreign: Map<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((entry) => fill(entry, sources, foreign));
  if (typeof value !== "object" || value === null) return value;
  const { "x-names": names, "x-document": document, ...rest } = nodeOf(value);
  const members = Object.entries(rest)
    .filter(([, member]) => isKnown(member, sources.admin))
    .map(([name, member]) => [name, fill(member, sources, foreign)]);
  const filled: Node = Object.fromEntries(members);
  if (document !== undefined) return { ...filled, ...nodeOf(foreignSchema(String(document), sources.admin, foreign)) };
  if (names === "options") return { ...filled, properties: optionSchemas() };
  return names === undefined ? filled : { ...filled, enum: namesOf(String(names), sources) };
}

function namesOf(names: string, { providers, controls }: Sources): readonly string[] {
  const facts = Object.values(providers);
  if (names === "providers") return Object.keys(providers);
  if (names === "controls") return controls;
  const all = facts.flatMap((one) => (names === "operations" ? Object.keys(one.operations) : one.notifications));
  return [...new Set(all)];
}

/** Whether the control API has what a member takes from it; one that takes nothing is known. */
function isKnown(member: unknown, admin: Node): boolean {
  const { "x-document": document } = nodeOf(member);
  return document === undefined || foreignValue(String(document), admin) !== undefined;
}

/** `NewFault`, or `TenantChoice.world` for a member. */
function foreignValue(name: string, admin: Node): unknown {
  const [schemaName = "", member] = name.split(".");
  const schema = nodeOf(nodeOf(admin["components"])["schemas"])[schemaName];
  return member === undefined ? schema : nodeOf(nodeOf(schema)["properties"])[member];
}

/** A schema of the control API with everything that it refers to. */
function foreignSchema(name: string, admin: Node, foreign: Map<string, unknown>): unknown {
  const schema = foreignValue(name, admin);
  if (schema === undefined) throw new Error(`spec/admin/openapi.yaml must have a schema ${name}`);
  return withReferences(schema, admin, foreign);
}

function withReferences(value: unknown, admin: Node, foreign: Map<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((entry) => withReferences(entry, admin, foreign));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !name.startsWith("x-"));
  return Object.fromEntries(
    entries.map(([name, member]) => {
      if (name !== "$ref" || typeof member !== "string") return [name, withReferences(member, admin, foreign)];
      const target = member.split("/").at(-1) ?? "";
      if (!foreign.has(target)) {
        foreign.set(target, null); // a schema may contain itself
        foreign.set(target, foreignSchema(target, admin, foreign));
      }
      return [name, `#/$defs/${target}`];
    }),
  );
}

function optionSchemas(): Node {
  const ofProvider = (table: OptionTable): Node =>
    Object.fromEntries(
      Object.entries(table).map(([name, { kind, says, default: byDefault }]) => {
        const shape = kind.type === "enum" ? { enum: [...kind.values] } : { ...kind };
        return [name, { ...shape, default: byDefault, description: says }];
      }),
    );
  return Object.fromEntries(
    Object.entries(OPTIONS).map(([provider, table]) => [
      provider,
      { type: "object", additionalProperties: false, properties: ofProvider(table) },
    ]),
  );
}

/** The schema dressed as a document that the generator of types reads. */
function asOpenApi(schema: Node): string {
  const text = JSON.stringify(nodeOf(schema["$defs"])).replaceAll("#/$defs/", "#/components/schemas/");
  const schemas: unknown = JSON.parse(text);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Scenario", version: "1" },
    paths: {},
    components: { schemas },
  });
}
