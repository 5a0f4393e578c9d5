import { isNode } from "../../contracts/documents/json-pointer.ts";

/** Names that every scenario knows without saving them. */
export const BUILT_IN = [
  "n",
  "clock.now",
  "clock.ms",
  "clock.seconds",
  "receiver.url",
  "esimaccess.accessCode",
  "esimaccess.secretKey",
  "fms.partnerCode",
] as const;

const REFERENCE = /\$\{([^}]*)\}/g;

/** The names that a text refers to, in order. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map(([, name = ""]) => name.trim());
}

/** Calls `visit` with each text inside a value and its JSON pointer below `pointer`. */
export function visitTexts(value: unknown, pointer: string, visit: (text: string, pointer: string) => void): void {
  if (typeof value === "string") visit(value, pointer);
  else if (Array.isArray(value)) value.forEach((entry, index) => void visitTexts(entry, `${pointer}/${index}`, visit));
  else if (isNode(value)) {
    for (const [name, member] of Object.entries(value)) {
      visitTexts(member, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, visit);
    }
  }
}

/** Puts values in the place of references; a text that is nothing but a reference takes the kind of its value. */
export function filled<T>(template: T, lookUp: (name: string) => unknown): T {
  return fill(template, lookUp) as T; // references stand only where the schema admits a text of any kind
}

function fill(template: unknown, lookUp: (name: string) => unknown): unknown {
  if (typeof template === "string") return fillText(template, lookUp);
  if (Array.isArray(template)) return template.map((entry) => fill(entry, lookUp));
  if (!isNode(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([name, member]) => [name, fill(member, lookUp)]));
}

function fillText(text: string, lookUp: (name: string) => unknown): unknown {
  const whole = /^\$\{([^}]*)\}$/.exec(text)?.[1];
  if (whole !== undefined) return lookUp(whole.trim());
  return text.replace(REFERENCE, (_, name: string) => textOf(lookUp(name.trim())));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
