import { exec, type JsonValue } from "jsonpath-rfc9535";
import type { SpecPlace } from "../plan/case.ts";
import { below, isNode, kindOf, listOf, nodeOf, pointerOf, segmentsOf, valueAt } from "./json-pointer.ts";
import { suggestion } from "./nearest-name.ts";
import { Origins } from "./origins.ts";
import type { DocumentProblem } from "./problem.ts";
import type { Source } from "./source.ts";
import type { Node } from "./specification.ts";

/** An OpenAPI document after its overlay. */
export interface Merged {
  readonly document: Node;
  readonly problems: readonly DocumentProblem[];
  /** Where a place of the merged document was written. */
  placeOf(pointer: string): SpecPlace;
}

type Refuse = (pointer: string, rule: string, message: string) => void;

const MEMBERS = ["overlay", "info", "extends", "actions"];
const ACTION_MEMBERS = ["target", "description", "update", "remove"];

/**
 * Applies an OpenAPI Overlay 1.0 document: objects are merged, lists put together, everything else is replaced, one action after
 * the other. An action whose target matches nothing is a problem, as it is most often a misspelt path. The base is not changed.
 */
export function applyOverlay(base: Source, overlay: Source | null): Merged {
  const document: unknown = structuredClone(base.value);
  const origins = new Origins();
  const problems: DocumentProblem[] = [];
  if (overlay !== null) {
    const refuse: Refuse = (pointer, rule, message) => problems.push({ ...overlay.placeOf(pointer), rule, message });
    for (const action of actionsOf(overlay.value, refuse)) applyAction(document, action, { origins, refuse });
  }
  const placeOf = (pointer: string): SpecPlace => {
    const origin = origins.of(pointer);
    const source = origin.document === "overlay" ? overlay : base;
    return (source ?? base).placeOf(origin.pointer);
  };
  return { document: nodeOf(document), problems, placeOf };
}

interface Action {
  readonly pointer: string;
  readonly target: string;
  readonly update: unknown;
  readonly isRemoval: boolean;
}

/** The actions of an overlay whose shape is right. */
function actionsOf(value: unknown, refuse: Refuse): Action[] {
  if (!isNode(value)) {
    refuse("#", "overlay-shape", `an overlay must be an object, got ${kindOf(value)}`);
    return [];
  }
  refuseUnknown(value, "#", MEMBERS, refuse);
  if (value["overlay"] !== "1.0.0") refuse("#/overlay", "overlay-shape", 'overlay must be the text "1.0.0"');
  for (const name of ["title", "version"]) {
    if (typeof nodeOf(value["info"])[name] !== "string") {
      refuse("#/info", "overlay-shape", `info must have a ${name} that is a text`);
    }
  }
  if (!Array.isArray(value["actions"]) || value["actions"].length === 0) {
    refuse("#/actions", "overlay-shape", "actions must be a list with at least one entry");
  }
  return listOf(value["actions"]).flatMap((entry, index) => actionOf(entry, pointerOf(["actions", index]), refuse));
}

function actionOf(entry: unknown, pointer: string, refuse: Refuse): Action[] {
  if (!isNode(entry)) {
    refuse(pointer, "overlay-shape", `an action must be an object, got ${kindOf(entry)}`);
    return [];
  }
  refuseUnknown(entry, pointer, ACTION_MEMBERS, refuse);
  const { target, update, remove } = entry;
  if (typeof target !== "string") {
    refuse(pointer, "overlay-shape", "an action must have a target that is a text");
    return [];
  }
  if (remove !== undefined && typeof remove !== "boolean") {
    refuse(below(pointer, "remove"), "overlay-shape", `remove must be true or false, got ${kindOf(remove)}`);
    return [];
  }
  if (remove !== true && update === undefined) {
    refuse(pointer, "overlay-shape", "an action must have an update, or remove: true");
    return [];
  }
  return [{ pointer, target, update, isRemoval: remove === true }];
}

function refuseUnknown(node: Node, pointer: string, names: readonly string[], refuse: Refuse): void {
  for (const name of Object.keys(node)) {
    if (names.includes(name) || name.startsWith("x-")) continue;
    refuse(below(pointer, name), "unknown-member", `unknown member ${name}; ${suggestion(name, names)}`);
  }
}

interface Merging {
  readonly origins: Origins;
  readonly refuse: Refuse;
}

function applyAction(document: unknown, action: Action, merging: Merging): void {
  const { refuse } = merging;
  const targetPointer = below(action.pointer, "target");
  let matches: string[];
  try {
    matches = matchesOf(document, action.target);
  } catch (error) {
    // The parser's way to say that it is no JSONPath.
    const cause = error instanceof Error ? error.message : String(error);
    refuse(targetPointer, "overlay-target", `target must be a JSONPath (RFC 9535), got ${action.target}: ${cause}`);
    return;
  }
  if (matches.length === 0) {
    refuse(targetPointer, "overlay-target", `target must match something, and ${action.target} matches nothing`);
  }
  // Backwards, so that taking out an entry of a list does not move those that are still to be taken out.
  if (action.isRemoval) for (const pointer of matches.reverse()) removeAt(document, pointer, action, merging);
  else for (const pointer of matches) updateAt(document, pointer, action, merging);
}

function matchesOf(document: unknown, target: string): string[] {
  const matches = new Set<string>();
  if (!isJson(document)) return [];
  exec(document, target, (_, path) => {
    matches.add(pointerOf(path.map((key) => (typeof key === "number" ? key : unescapedKey(key)))));
  });
  return [...matches];
}

/** What was parsed from a file is JSON; only the absence of anything is not. */
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

/** Keys come as they stand in a normalized path: `'`, `\` and control characters are escaped. */
function unescapedKey(key: string): string {
  const letters: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
  return key.replace(/\\(u([0-9a-f]{4})|.)/g, (_, letter: string, code: string | undefined) =>
    code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function removeAt(document: unknown, pointer: string, action: Action, { origins, refuse }: Merging): void {
  const segments = segmentsOf(pointer);
  const name = segments.at(-1);
  if (name === undefined) {
    refuse(below(action.pointer, "target"), "overlay-target", "the whole document cannot be removed");
    return;
  }
  const parentPointer = pointerOf(segments.slice(0, -1));
  const parent = valueAt(document, parentPointer);
  if (Array.isArray(parent)) {
    origins.takeOut(parentPointer, { index: Number(name), length: parent.length });
    parent.splice(Number(name), 1);
  } else if (isNode(parent)) {
    origins.forget(pointer);
    delete parent[name];
  }
}

function updateAt(document: unknown, pointer: string, action: Action, { origins, refuse }: Merging): void {
  const target = valueAt(document, pointer);
  const from = below(action.pointer, "update");
  if (Array.isArray(target)) {
    origins.set(below(pointer, target.length), { document: "overlay", pointer: from });
    target.push(structuredClone(action.update));
    return;
  }
  if (!isNode(target)) {
    const message = `target must select objects or lists, and ${action.target} selects ${kindOf(target)}`;
    refuse(below(action.pointer, "target"), "overlay-target", message);
    return;
  }
  if (!isNode(action.update)) {
    refuse(from, "overlay-shape", `update must be an object, as its target is one, got ${kindOf(action.update)}`);
    return;
  }
  merge(target, action.update, { pointer, from, origins });
}

interface MergePlace {
  readonly pointer: string;
  readonly from: string;
  readonly origins: Origins;
}

function merge(target: Record<string, unknown>, update: Node, { pointer, from, origins }: MergePlace): void {
  for (const [name, value] of Object.entries(update)) {
    const place = { pointer: below(pointer, name), from: below(from, name), origins };
    const old = Object.hasOwn(target, name) ? target[name] : undefined;
    if (isNode(old) && isNode(value)) merge(old, value, place);
    else if (Array.isArray(old) && Array.isArray(value)) append(old, value, place);
    else {
      origins.set(place.pointer, { document: "overlay", pointer: place.from });
      target[name] = structuredClone(value);
    }
  }
}

function append(target: unknown[], values: readonly unknown[], { pointer, from, origins }: MergePlace): void {
  for (const [index, value] of values.entries()) {
    origins.set(below(pointer, target.length), { document: "overlay", pointer: below(from, index) });
    target.push(structuredClone(value));
  }
}
