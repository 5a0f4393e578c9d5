import { createHmac } from "node:crypto";
import jsonata from "jsonata";
import { isRecord } from "./values.ts";

/** Values by name, as expressions see them. */
export type Variables = Readonly<Record<string, unknown>>;

/** A function that expressions may call, such as `$fresh`. */
export type ExpressionFunction = (...args: readonly never[]) => unknown;

/** An expression that could not be evaluated; its text is part of the message. */
class ExpressionFailed extends Error {
  override readonly name = "ExpressionFailed";
}

const SECOND_MS = 1000;
const UNITS = { seconds: SECOND_MS, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** An expression that was read once: one that says a number or a text, or a program. */
type Compiled =
  | { readonly literal: unknown }
  | {
      readonly program: jsonata.Expression /** Whether it calls functions or hands them on. */;
      readonly isCalling: boolean;
    };

const compiled = new Map<string, Compiled>();

/** Names as they are written, without anything to work out: the most frequent expressions by far. */
const PLAIN_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Evaluates JSONata over variables. Missing values give undefined. @throws ExpressionFailed */
export async function evaluate(
  expression: string,
  variables: Variables,
  functions: Readonly<Record<string, ExpressionFunction>> = {},
): Promise<unknown> {
  if (PLAIN_PATH.test(expression)) {
    const found = plainPath(expression.split("."), variables);
    if (found !== ambiguous) return found;
  }
  try {
    const parsed = compile(expression);
    if ("literal" in parsed) return parsed.literal;
    return plain(await parsed.program.evaluate(variables, parsed.isCalling ? functions : undefined));
  } catch (error) {
    const said =
      typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
    throw new ExpressionFailed(`${expression}: ${said}`, { cause: error });
  }
}

/**
 * Reads an expression, once: a run evaluates some of them a thousand times. Functions that every expression can call are made known here.
 * @throws what JSONata throws for a text that is none
 */
export function compile(expression: string): Compiled {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const program = jsonata(expression);
  const { type, value } = program.ast();
  const isLiteral = type === "number" || type === "string";
  if (!isLiteral) for (const [name, call] of Object.entries(sharedFunctions)) program.assign(name, call);
  const made = isLiteral ? { literal: value } : { program, isCalling: expression.includes("$") };
  compiled.set(expression, made);
  return made;
}

const ambiguous = Symbol("a list on the way, which JSONata maps over");

function plainPath(names: readonly string[], variables: Variables): unknown {
  let value: unknown = variables;
  for (const name of names) {
    if (Array.isArray(value)) return ambiguous;
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  }
  return value;
}

/** JSONata marks its own lists; a copy is a list like any other. */
function plain(value: unknown): unknown {
  return Array.isArray(value) ? [...value] : value;
}

/** A result as a list: nothing is none, one value is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** What every expression can call: instants and durations in milliseconds. */
const timeFunctions: Readonly<Record<string, ExpressionFunction>> = {
  ms: (text: unknown) => instantOf(text),
  time: (at: unknown, notation: unknown) => timeText(Number(at), typeof notation === "string" ? notation : "+0000"),
  duration: (text: unknown) => durationOf(text),
  ...Object.fromEntries(Object.entries(UNITS).map(([name, ms]) => [name, (count: unknown) => Number(count) * ms])),
};

/**
 * What every expression can call: rows that fit a predicate, rows without regard to order, rows in order, values without repetition,
 * signatures.
 */
const listFunctions: Readonly<Record<string, ExpressionFunction>> = {
  fitting: (rows: unknown, fits: unknown, value: unknown) => fitting(listOf(rows), String(fits), value),
  same: (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)),
  unique: (values: unknown) => isUnique(listOf(values)),
  ordered: (rows: unknown, follows: unknown) => inOrder(listOf(rows), String(follows)),
  hmac: (key: unknown, data: unknown) => createHmac("sha256", String(key)).update(String(data)).digest("hex"),
};

const sharedFunctions = { ...timeFunctions, ...listFunctions };

/** The rows that fit, each judged with its own members and `value`. */
async function fitting(rows: readonly unknown[], fits: string, value: unknown): Promise<unknown[]> {
  const seen = rows.map((row) => ({ ...(isRecord(row) ? row : {}), row, value }));
  return [...listOf(await evaluate(`seen[(${fits}) = true].row`, { seen }))];
}

/** Whether every two neighbours `a` and `b` stand in an order. */
async function inOrder(rows: readonly unknown[], follows: string): Promise<boolean> {
  for (const [index, b] of rows.entries()) {
    if (index > 0 && (await evaluate(follows, { a: rows[index - 1], b })) !== true) return false;
  }
  return true;
}

/** Whether no value comes twice; JSONata's `$distinct` compares each with all others, which takes long for a catalogue. */
function isUnique(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length;
}

function sorted(rows: unknown): string[] {
  return listOf(rows)
    .map((row) => JSON.stringify(row))
    .sort();
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant in milliseconds since 1970; undefined for what is none. Without an offset it is UTC. */
function instantOf(text: unknown): number | undefined {
  const found = typeof text === "string" ? TIME.exec(text) : null;
  if (found === null) return undefined;
  const [, day = "", minute = "", second = "00", fraction = "", offset = "Z"] = found;
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const at = Date.parse(`${day}T${minute}:${second}${fraction}${zone}`);
  return Number.isNaN(at) ? undefined : at;
}

/** An instant as text: `+0000` and `Z` to the second, `minutes` as `2010-06-30T01:20+00:00`. */
function timeText(at: number, notation: string): string {
  const iso = new Date(at).toISOString();
  if (notation === "minutes") return `${iso.slice(0, 16)}+00:00`;
  return iso.slice(0, 19) + notation;
}

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;
const DURATION_MS = { ms: 1, s: SECOND_MS, m: UNITS.minutes, h: UNITS.hours, d: UNITS.days } as const;

/** A duration such as `500ms`, `30s`, `2h` or `180d` in milliseconds; a number stands for itself. @throws ExpressionFailed */
export function durationOf(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return Math.round(value);
  const found = typeof value === "string" ? DURATION.exec(value) : null;
  const unit = Object.entries(DURATION_MS).find(([name]) => name === found?.[2])?.[1];
  if (found === null || unit === undefined) {
    throw new ExpressionFailed(`a duration such as 30s, 2h or 180d was expected, got ${JSON.stringify(value)}`);
  }
  return Math.round(Number(found[1]) * unit);
}

/** Fills in a template: texts that begin with `=` are expressions, lists and objects are filled in recursively. */
export async function fill(
  template: unknown,
  variables: Variables,
  functions: Readonly<Record<string, ExpressionFunction>> = {},
): Promise<unknown> {
  if (typeof template === "string") {
    return template.startsWith("=") ? evaluate(template.slice(1).trim(), variables, functions) : template;
  }
  if (Array.isArray(template)) {
    const filled: unknown[] = [];
    for (const item of template) filled.push(await fill(item, variables, functions));
    return filled;
  }
  if (typeof template !== "object" || template === null) return template;
  const filled: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(template)) {
    const value = await fill(member, variables, functions);
    if (value !== undefined) filled[name] = value;
  }
  return filled;
}
