import { err, ok, type Result } from "./result.ts";

/** The values an option may take. */
export type OptionKind =
  | { readonly type: "boolean" }
  | { readonly type: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "number"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "enum"; readonly values: readonly string[] };

export type OptionValue = boolean | number | string;

/** One documented ambiguity or silence of a provider, turned into a setting. */
export interface OptionSpec<V extends OptionValue = OptionValue> {
  readonly kind: OptionKind;
  readonly default: V;
  /** The decision it comes from, as numbered in `spec/<provider>/decisions.md`. */
  readonly decision: string;
  /** What it changes, in one sentence, with the unit. */
  readonly says: string;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The values that belong to a table of options. */
export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]: T[K] extends OptionSpec<infer V> ? V : never;
};

/** A value that its option does not take. */
export interface OptionRefused {
  readonly code: "unknown-option" | "wrong-option-value";
  readonly option: string;
  readonly expected: string;
  readonly got: unknown;
}

/** A switch. */
export function flag(byDefault: boolean, decision: string, says: string): OptionSpec<boolean> {
  return { kind: { type: "boolean" }, default: byDefault, decision, says };
}

/** One of several words. */
export function oneOf<const V extends string>(
  values: readonly V[],
  byDefault: NoInfer<V>,
  decision: string,
  says: string,
): OptionSpec<V> {
  return { kind: { type: "enum", values }, default: byDefault, decision, says };
}

/** A whole number within bounds, both included. */
export function integer(
  bounds: { readonly minimum: number; readonly maximum: number; readonly default: number },
  decision: string,
  says: string,
): OptionSpec<number> {
  const { minimum, maximum } = bounds;
  return { kind: { type: "integer", minimum, maximum }, default: bounds.default, decision, says };
}

/** A number within bounds, both included. */
export function decimal(
  bounds: { readonly minimum: number; readonly maximum: number; readonly default: number },
  decision: string,
  says: string,
): OptionSpec<number> {
  const { minimum, maximum } = bounds;
  return { kind: { type: "number", minimum, maximum }, default: bounds.default, decision, says };
}

/** What an option accepts, in words for a message. */
function expectedValue(kind: OptionKind): string {
  switch (kind.type) {
    case "boolean":
      return "true or false";
    case "integer":
      return `a whole number from ${kind.minimum} to ${kind.maximum}`;
    case "number":
      return `a number from ${kind.minimum} to ${kind.maximum}`;
    case "enum":
      return `one of ${kind.values.join(", ")}`;
  }
}

/** Checks a value for an option of `table`; the refusal names the option and what it takes. */
export function checkOption(table: OptionTable, option: string, value: unknown): Result<OptionValue, OptionRefused> {
  const spec = Object.hasOwn(table, option) ? table[option] : undefined;
  if (spec === undefined) {
    const expected = `one of ${Object.keys(table).join(", ")}`;
    return err({ code: "unknown-option", option, expected, got: option });
  }
  const { kind } = spec;
  const refused = err({ code: "wrong-option-value", option, expected: expectedValue(kind), got: value } as const);
  switch (kind.type) {
    case "boolean":
      return typeof value === "boolean" ? ok(value) : refused;
    case "enum":
      return typeof value === "string" && kind.values.includes(value) ? ok(value) : refused;
    case "integer":
    case "number": {
      if (typeof value !== "number" || !Number.isFinite(value)) return refused;
      if (kind.type === "integer" && !Number.isSafeInteger(value)) return refused;
      return value >= kind.minimum && value <= kind.maximum ? ok(value) : refused;
    }
  }
}

/** Reads the text form an option has on a command line. */
export function parseOption(table: OptionTable, option: string, text: string): Result<OptionValue, OptionRefused> {
  const type = Object.hasOwn(table, option) ? table[option]?.kind.type : undefined;
  if (type === "boolean" && (text === "true" || text === "false")) return ok(text === "true");
  const isNumber = (type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text);
  return checkOption(table, option, isNumber ? Number(text) : text);
}

/** The defaults of a table, overlaid with values that have been checked. */
export function optionValues<T extends OptionTable>(
  table: T,
  ...overlays: readonly Readonly<Record<string, OptionValue>>[]
): OptionValues<T> {
  const values: Record<string, OptionValue> = {};
  for (const [name, spec] of Object.entries(table)) values[name] = spec.default;
  for (const overlay of overlays) Object.assign(values, overlay);
  return values as OptionValues<T>; // every key of the table has just been set; overlays passed checkOption
}

/** Gives the options in force for the values that a tenant has stored. */
export type OptionsReader<T extends OptionTable> = (stored: Readonly<Record<string, OptionValue>>) => OptionValues<T>;

/** Makes a reader that puts stored values above those given at start and these above the defaults; it computes once per stored object. */
export function optionsReader<T extends OptionTable>(
  table: T,
  startOptions: Readonly<Record<string, OptionValue>>,
): OptionsReader<T> {
  const known = new WeakMap<object, OptionValues<T>>();
  return (stored) => {
    const found = known.get(stored);
    if (found !== undefined) return found;
    const values = optionValues(table, startOptions, stored);
    known.set(stored, values);
    return values;
  };
}
