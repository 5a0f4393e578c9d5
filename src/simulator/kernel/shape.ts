import { validNames } from "./nearest.ts";

/** What a JSON value must look like. `count` is a whole number from 0 on. */
export type Shape =
  | "text"
  | "count"
  | "number"
  | "flag"
  | "anything"
  | { readonly oneOf: readonly string[] }
  | { readonly orNull: Shape }
  | { readonly list: Shape }
  /** An object whose members, of any name, are all alike. */
  | { readonly mapOf: Shape }
  /** The first that fits. */
  | { readonly either: readonly Shape[] }
  | {
      readonly members: Readonly<Record<string, Shape>>;
      /** Names among `members` that may be absent. */
      readonly optional?: readonly string[];
      /** Whether members that are not named here are let through; by default they are refused. */
      readonly isOpen?: boolean;
    };

/** Names of members and positions, from the outermost value inwards. */
export type Path = readonly (string | number)[];

/** A place where a value is not what its shape asks for. */
export interface Misfit {
  readonly path: Path;
  /** To be read after "must be". */
  readonly expected: string;
  /** What stands there; undefined when nothing does. */
  readonly got: unknown;
}

/** The first place where `value` departs from `shape`; null when it fits. */
export function misfitOf(value: unknown, shape: Shape, path: Path = []): Misfit | null {
  if (typeof shape === "string") return isOfKind(value, shape) ? null : { path, expected: KINDS[shape], got: value };
  if ("oneOf" in shape) {
    if (typeof value === "string" && shape.oneOf.includes(value)) return null;
    return { path, expected: validNames(typeof value === "string" ? value : "", shape.oneOf), got: value };
  }
  if ("orNull" in shape) return value === null ? null : orNull(misfitOf(value, shape.orNull, path), path);
  if ("either" in shape) {
    const misfits = shape.either.map((one) => misfitOf(value, one, path));
    return misfits.includes(null) ? null : deepest(misfits);
  }
  if ("list" in shape) {
    if (!Array.isArray(value)) return { path, expected: "a list", got: value };
    return firstMisfit(
      value.map((item, index) => [index, item] as const),
      () => shape.list,
      path,
    );
  }
  if (!isObject(value)) return { path, expected: "an object", got: value };
  if ("mapOf" in shape) return firstMisfit(Object.entries(value), () => shape.mapOf, path);
  const { members, optional = [], isOpen = false } = shape;
  for (const name of Object.keys(members)) {
    if (Object.hasOwn(value, name) || optional.includes(name)) continue;
    return { path: [...path, name], expected: `given (${told(members[name])})`, got: undefined };
  }
  const entries = Object.entries(value).filter(([name]) => !isOpen || Object.hasOwn(members, name));
  return firstMisfit(
    entries,
    (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
    path,
    Object.keys(members),
  );
}

const KINDS = {
  text: "a text",
  count: "a whole number from 0 to 9007199254740991",
  number: "a number",
  flag: "true or false",
  anything: "anything",
} as const;

function isOfKind(value: unknown, kind: keyof typeof KINDS): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "count":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
    case "number":
      return typeof value === "number";
    case "flag":
      return typeof value === "boolean";
    case "anything":
      return value !== undefined;
  }
}

function firstMisfit(
  entries: readonly (readonly [name: string | number, value: unknown])[],
  shapeOf: (name: string) => Shape | undefined,
  path: Path,
  known: readonly string[] = [],
): Misfit | null {
  for (const [name, value] of entries) {
    const shape = shapeOf(String(name));
    if (shape === undefined) {
      return { path: [...path, name], expected: `left out; known is ${validNames(String(name), known)}`, got: value };
    }
    const misfit = misfitOf(value, shape, [...path, name]);
    if (misfit !== null) return misfit;
  }
  return null;
}

/** Of several ways to misfit the one that went furthest: it was meant. */
function deepest(misfits: readonly (Misfit | null)[]): Misfit | null {
  let found: Misfit | null = null;
  for (const misfit of misfits) {
    if (misfit !== null && (found === null || misfit.path.length > found.path.length)) found = misfit;
  }
  return found;
}

function orNull(misfit: Misfit | null, path: Path): Misfit | null {
  if (misfit === null || misfit.path.length > path.length) return misfit;
  return { ...misfit, expected: `${misfit.expected}, or null` };
}

function told(shape: Shape | undefined): string {
  if (shape === undefined) return "anything";
  if (typeof shape === "string") return KINDS[shape];
  if ("oneOf" in shape) return `one of ${shape.oneOf.join(", ")}`;
  if ("orNull" in shape) return `${told(shape.orNull)}, or null`;
  if ("list" in shape) return "a list";
  return "either" in shape ? shape.either.map(told).join(" or ") : "an object";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
