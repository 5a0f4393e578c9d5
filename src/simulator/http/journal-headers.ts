import { limits } from "../kernel/limits.ts";
import { isSecretText, MASK } from "./redaction.ts";

/** Headers by their lower-case names; a list is of a header that was sent several times. */
export type SentHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Headers as a journal entry holds them: secrets masked, each value cut. */
interface HeldHeaders {
  readonly held: Readonly<Record<string, string>>;
  /** How much of the journal's room they take: nothing where other entries hold them already. */
  readonly characters: number;
}

/** What belongs to the connection rather than to the call, and what an entry says in other words: its body's length, its own id. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["host", "connection", "keep-alive", "content-length", "transfer-encoding"],
  "x-sim-request-id",
]);

/** What an own member of an object cannot be called. */
const PROTOTYPE = "__proto__";

/** Headers that were held before, and by what they are recognised again. */
interface HeaderSet extends HeldHeaders {
  readonly names: readonly string[];
  /** As they were sent. Null stands for any value, since its name alone has it masked; undefined for none, since the value did. */
  readonly values: readonly (string | null | undefined)[];
}

/** How many sets are kept: a handful of clients that take turns. */
const SETS = 4;

/** Headers for the journal. The same ones are sent call after call; such sets are held once. */
export class HeaderSets {
  readonly #sets: HeaderSet[] = [];
  #latest: HeaderSet = { held: {}, characters: 0, names: [], values: [] };
  #next = 0;

  /** What the journal may hold of the headers of a message: at most so many, and nothing secret. */
  heldOf(sent: SentHeaders): HeldHeaders {
    for (const set of this.#sets) if (isSame(set, sent)) return set;
    const made = setOf(sent, this.#latest);
    this.#latest = made;
    this.#sets[this.#next] = made;
    this.#next = (this.#next + 1) % SETS;
    let characters = 0;
    for (const name of made.names) characters += name.length + (made.held[name]?.length ?? 0);
    return { held: made.held, characters };
  }
}

function isSame({ names, values }: HeaderSet, sent: SentHeaders): boolean {
  let at = 0;
  for (const name in sent) {
    if (LEFT_OUT.has(name)) continue;
    if (at === limits.journalHeaders) return true;
    if (names[at] !== name) return false;
    const value = values[at];
    if (value !== null && value !== sent[name]) return false;
    at += 1;
  }
  return at === names.length;
}

/** Takes over from another set what is the same there: a client that numbers its calls changes one header of ten. */
function setOf(sent: SentHeaders, like: HeaderSet): HeaderSet {
  const held: Record<string, string> = {};
  const names: string[] = [];
  const values: HeaderSet["values"][number][] = [];
  for (const name in sent) {
    if (LEFT_OUT.has(name) || name === PROTOTYPE) continue;
    const at = names.length;
    if (at === limits.journalHeaders) break;
    const text = textOf(sent[name]);
    const known = like.names[at] === name ? like.values[at] : undefined;
    const isKnown = known === null || known === text;
    const value = isKnown ? known : sentOf(name, text);
    names.push(name);
    values.push(value);
    held[name] = typeof value === "string" ? cut(value) : MASK;
  }
  return { held, characters: 0, names, values };
}

function sentOf(name: string, text: string): HeaderSet["values"][number] {
  if (isSecretText(name)) return null;
  return isSecretText(text) ? undefined : text;
}

function textOf(value: SentHeaders[string]): string {
  return typeof value === "string" ? value : (value ?? []).join(", ");
}

function cut(text: string): string {
  const most = limits.journalHeaderCharacters;
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
