import type { Evidence } from "../plan/case.ts";
import type { Visited } from "./document-walk.ts";
import { evidenceAt, withEvidence } from "./evidence.ts";
import { isNode, listOf, nodeOf, pointerOfReference, valueAt } from "./json-pointer.ts";
import type { MachineRule } from "./semantics.ts";
import type { Node } from "./specification.ts";

/** Every rule of the vocabulary that says how it is known. */
interface Rule {
  readonly evidence: Evidence;
}

/** Reads the extensions of one object of a merged document that has passed the pre-flight. */
export class TypedRules {
  readonly #node: Node;
  readonly #inherited: Evidence | null;

  constructor(document: Node, pointer: string) {
    this.#node = nodeOf(valueAt(document, pointer));
    this.#inherited = evidenceAt(document, pointer);
  }

  /** An extension that is one entry; null when it is absent. */
  one<T extends Rule>(extension: string): T | null {
    const entry = this.#node[extension];
    return isNode(entry) ? ruleOf<T>(entry, this.#inherited) : null;
  }

  /** An extension that is a list of entries. */
  list<T extends Rule>(extension: string): readonly T[] {
    return listOf(this.#node[extension]).map((entry) => ruleOf<T>(nodeOf(entry), this.#inherited));
  }

  /** `x-states`: states and operations have the evidence of their machine, unless they say otherwise. */
  machines(): Readonly<Record<string, MachineRule>> {
    const machines = Object.entries(nodeOf(this.#node["x-states"])).map(([name, entry]) => {
      const { evidence } = withEvidence(nodeOf(entry), this.#inherited);
      const inner = { states: rulesIn(entry, "states", evidence), operations: rulesIn(entry, "operations", evidence) };
      return [name, ruleOf<MachineRule>({ ...nodeOf(entry), ...inner }, this.#inherited)] as const;
    });
    return Object.fromEntries(machines);
  }
}

function rulesIn(machine: unknown, member: string, inherited: Evidence): Readonly<Record<string, Rule>> {
  const entries = Object.entries(nodeOf(nodeOf(machine)[member]));
  return Object.fromEntries(entries.map(([name, entry]) => [name, withEvidence(nodeOf(entry), inherited)]));
}

function ruleOf<T extends Rule>(entry: Node, inherited: Evidence | null): T {
  const rule: Rule = withEvidence(entry, inherited);
  return rule as T; // its shape has just been validated against the schema of its extension
}

/** A copy of a merged document whose `x-refs` have `evidence`, as those who read schemas expect it. */
export function withTypedReferences(document: Node, visited: readonly Visited[]): Node {
  const copy: unknown = structuredClone(document);
  for (const { node, pointer, kind } of visited) {
    const entry = node["x-refs"];
    const schema = valueAt(copy, pointer);
    if (kind === "schema" && isNode(entry) && isNode(schema)) {
      schema["x-refs"] = withEvidence(entry, evidenceAt(document, pointer));
    }
  }
  return nodeOf(copy);
}

/** What a schema says with all that its `$ref` says; members beside `$ref` win. */
export function resolvedNode(document: Node, node: Node): Node {
  let resolved = node;
  for (let hops = 0; "$ref" in resolved && hops < LONGEST_CHAIN; hops += 1) {
    const { $ref: reference, ...own } = resolved;
    resolved = { ...nodeOf(valueAt(document, pointerOfReference(String(reference)) ?? "#/none")), ...own };
  }
  return resolved;
}

/** The pre-flight refuses circles; this bound only keeps a document that was not checked from running for ever. */
const LONGEST_CHAIN = 32;
