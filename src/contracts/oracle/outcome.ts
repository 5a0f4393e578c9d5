import type { OutcomeRule } from "../documents/semantics.ts";
import { evaluate } from "../run/expressions.ts";

/** What an answer says about success, read as the overlay's `x-outcome` tells. */
export interface Outcome {
  readonly isSuccess: boolean;
  /** As text; empty when there is none. */
  readonly code: string;
  readonly data: unknown;
}

/** Reads the outcome of a parsed body. */
export type OutcomeReader = (body: unknown) => Promise<Outcome>;

const NAME = /^[A-Za-z_][\w-]*$/;

/** Makes a reader of outcomes. The usual short forms are read without JSONata, which would cost more than all the rest. */
export function createOutcomeReader(rule: OutcomeRule): OutcomeReader {
  const success = compile(rule.success);
  const code = compile(rule.code);
  return async (body) => {
    const found = await code(body);
    return {
      isSuccess: (await success(body)) === true,
      code: found === undefined || found === null ? "" : String(found),
      data: memberOf(body, rule.data),
    };
  };
}

/** The member of the body that the code is read from; null where it is not a plain one. */
export function codeMember({ code }: OutcomeRule): string | null {
  return /^(?:\$string\()?([A-Za-z_]\w*)\)?$/.exec(code.trim())?.[1] ?? null;
}

type Reader = (body: unknown) => unknown;

function compile(expression: string): Reader {
  const text = expression.trim();
  if (NAME.test(text)) return (body) => memberOf(body, text);
  const asText = /^\$string\(([A-Za-z_]\w*)\)$/.exec(text)?.[1];
  if (asText !== undefined) return (body) => textOf(memberOf(body, asText));
  const [, name, literal] = /^([A-Za-z_]\w*)\s*=\s*(true|false|null|-?\d+|"[^"\\]*"|'[^'\\]*')$/.exec(text) ?? [];
  if (name !== undefined && literal !== undefined) {
    const wanted: unknown = JSON.parse(literal.replaceAll("'", '"'));
    return (body) => memberOf(body, name) === wanted;
  }
  return (body) => (typeof body === "object" && body !== null ? evaluate(text, { ...body }) : undefined);
}

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function memberOf(body: unknown, name: string): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  return Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
}
