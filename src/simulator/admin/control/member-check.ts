import { nearestName, validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import { type Controlled, refuse, refuseValue, shown } from "./refusal.ts";

/** What a member of an object has to be. */
export interface MemberRule {
  readonly isRequired: boolean;
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

export type MemberRules = Readonly<Record<string, MemberRule>>;

export function required(expected: string, fits: (value: unknown) => boolean): MemberRule {
  return { isRequired: true, expected, fits };
}

export function optional(expected: string, fits: (value: unknown) => boolean): MemberRule {
  return { isRequired: false, expected, fits };
}

/** A whole number within bounds, both included. */
export function whole(minimum: number, maximum: number): readonly [string, (value: unknown) => boolean] {
  const fits = (value: unknown): boolean =>
    typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
  return [`a whole number from ${minimum} to ${maximum}`, fits];
}

/** A number within bounds, both included. */
export function decimal(minimum: number, maximum: number): readonly [string, (value: unknown) => boolean] {
  const fits = (value: unknown): boolean => typeof value === "number" && value >= minimum && value <= maximum;
  return [`a number from ${minimum} to ${maximum}`, fits];
}

/** One of several words. */
export function word(words: readonly string[]): readonly [string, (value: unknown) => boolean] {
  return [`one of ${words.join(", ")}`, (value) => typeof value === "string" && words.includes(value)];
}

/** A text of at most so many characters. */
export function text(maximum: number): readonly [string, (value: unknown) => boolean] {
  return [
    `a text of 1 to ${maximum} characters`,
    (value) => typeof value === "string" && value !== "" && value.length <= maximum,
  ];
}

/** Whether a value is an object with members, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks the members of an object: none unknown, none missing, each as its rule says. */
export function checkMembers(
  value: unknown,
  { path, rules }: { readonly path: string; readonly rules: MemberRules },
): Controlled<Readonly<Record<string, unknown>>> {
  if (!isObject(value)) return refuseValue({ path, expected: "an object", got: value });
  const names = Object.keys(rules);
  for (const [name, member] of Object.entries(value)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) return unknownMember(`${path}.${name.slice(0, 100)}`, name, names);
    if (member !== undefined && !rule.fits(member)) return incomplete(`${path}.${name}`, rule.expected, member);
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.isRequired && value[name] === undefined) return incomplete(`${path}.${name}`, rule.expected, undefined);
  }
  return ok(value);
}

function incomplete(path: string, expected: string, got: unknown): Controlled<never> {
  return refuseValue({ path, expected, got }, "incomplete-fault");
}

function unknownMember(path: string, name: string, names: readonly string[]): Controlled<never> {
  const nearest = nearestName(name, names);
  const known = names.length === 0 ? "left out" : `left out; known are ${names.join(", ")}`;
  const expected = nearest === null ? known : `${known}; did you mean ${nearest}?`;
  const place = { path, expected, got: shown(name) };
  return refuse("incomplete-fault", `${path} must be ${expected}`, [place]);
}

/** Refuses a name that is none of those that are known, with the nearest one. */
export function unknownName(
  place: { readonly path: string; readonly got: string },
  names: readonly string[],
): Controlled<never> {
  return refuseValue({ ...place, expected: validNames(place.got, names) }, "impossible-fault");
}
