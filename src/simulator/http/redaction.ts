import { limits } from "../kernel/limits.ts";

/** Names that mean a secret; the misspelt code is one that clients of FMS send. */
const SECRET_NAME =
  /passw|token|secret|signature|^"?sign"?$|"sign"|authorization|ver[a-z]*code|(?:api|private)[-_]?key|access-?code|credential|cookie|hmac/i;

/** What stands in the place of a secret. */
export const MASK = "***";

/** What stands in the place of a body that may hold a secret and cannot be read. */
export const LEFT_OUT = "(left out: not JSON, may hold a secret)";

/**
 * A body as the journal may hold it: values under names that mean a secret are masked, and a long text is cut. What looks
 * like a secret but is not JSON is left out altogether.
 */
export function redactText(text: string): string {
  if (!SECRET_NAME.test(text) && !text.includes("\\u")) return cutText(text); // an escape could hide a name
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? MASK : cutText(JSON.stringify(redactValue(value)));
  } catch {
    return LEFT_OUT; // JSON.parse refused it
  }
}

/** The query of a URL without its question mark, secrets masked; empty when there is none. */
export function redactQuery(url: string): string {
  const at = url.indexOf("?");
  if (at < 0) return "";
  const sent = new URLSearchParams(url.slice(at + 1));
  for (const name of new Set(sent.keys())) if (SECRET_NAME.test(name)) sent.set(name, MASK);
  return cutText(sent.toString());
}

/** Whether a name means a secret, or a text looks like it holds one. */
export function isSecretText(text: string): boolean {
  return SECRET_NAME.test(text);
}

/** A copy of a value with secrets masked. */
export function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, SECRET_NAME.test(name) ? MASK : redactValue(member)]),
  );
}

/** What downloads a profile: the text of a QR code, and the page that shows it. */
const ACTIVATION = /(LPA:1\$)[^"\\\s]+|(\/qr\/)[\w-]+/g;

/** A text in which nobody finds a profile to download. */
export function hideActivationCodes(text: string): string {
  return text.replace(ACTIVATION, (_, code: string | undefined, page: string | undefined) => `${code ?? page}${MASK}`);
}

/** A text at most as long as a journal entry may hold. */
export function cutText(text: string): string {
  const most = limits.journalBodyCharacters;
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
