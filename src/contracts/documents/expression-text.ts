import { compile } from "../run/expressions.ts";

/** Why a text is no JSONata, in words with the position of the fault; null when it is. */
export function expressionFault(expression: string): string | null {
  try {
    compile(expression);
    return null;
  } catch (error) {
    // The parser throws objects that are no errors.
    const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
    const position = typeof error === "object" && error !== null && "position" in error ? error.position : "?";
    return `${String(message)} (character ${String(position)})`;
  }
}

/** The same for a text in a template: only what follows `=` is JSONata. */
export function templateFault(text: string): string | null {
  return text.startsWith("=") ? expressionFault(text.slice(1)) : null;
}
