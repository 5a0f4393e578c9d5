import type { ShownExchange } from "./events.ts";

/** Headers that curl writes itself. */
const OWN_HEADERS = new Set(["content-length", "connection", "transfer-encoding"]);

/** Stands for the address of a sandbox where a run had none, such as one in the same process. */
export const BASE_URL = "$BASE_URL";

/** Quotes a word for a POSIX shell; a harmless one stays as it is. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** One call as a single line that can be pasted into a POSIX shell, whatever its body holds. */
export function curlOf({ method, url, headers, body }: ShownExchange): string {
  const words = ["curl", "-sS", ...(method === "GET" ? [] : ["-X", method]), ...(/[[\]{}]/.test(url) ? ["-g"] : [])];
  words.push(
    url.startsWith(`${BASE_URL}/`)
      ? `"${BASE_URL}"${shellWord(oneLine(url.slice(BASE_URL.length)))}`
      : shellWord(oneLine(url)),
  );
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  for (const [name, value] of Object.entries(headers)) {
    if (!OWN_HEADERS.has(name.toLowerCase())) words.push("-H", shellWord(headerOf(name, oneLine(value))));
  }
  if (body === null) return words.join(" ");
  // Without this, curl adds the content type of a form.
  if (!names.has("content-type")) words.push("-H", "'Content-Type:'");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these cannot stand in one line.
  if (/[\u0000-\u001f\u007f]/.test(body)) {
    return `printf '%b' ${shellWord(escapedForPrintf(body))} | ${words.join(" ")} --data-binary @-`;
  }
  return [...words, "--data-raw", `'${body.replaceAll("'", "'\\''")}'`].join(" ");
}

/** To curl, `Name:` removes a header and `Name;` sends an empty one. */
function headerOf(name: string, value: string): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no header and no URL can carry them.
  return text.replace(/[\u0000-\u001f\u007f]+/g, " ");
}

function escapedForPrintf(text: string): string {
  return (
    text
      .replaceAll("\\", "\\\\")
      .replaceAll("\n", "\\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped.
      .replace(/[\u0000-\u001f\u007f]/g, (found) => `\\0${found.charCodeAt(0).toString(8).padStart(3, "0")}`)
  );
}
