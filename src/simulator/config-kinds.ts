import { isIP } from "node:net";
import { DAY_MS, LAST_INSTANT, parseDuration } from "./kernel/time.ts";

/** What a setting takes. Both readers give undefined for a value that is not of this kind. */
export interface Kind<V> {
  /** What it takes, to be read after "must be". */
  readonly expected: string;
  /** Reads what a flag or an environment variable holds. */
  fromText(text: string): V | undefined;
  /** Reads a value of the configuration file, or a flag without an argument. */
  fromValue(value: unknown): V | undefined;
}

interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** A whole number within bounds, both included. */
export function wholeNumber({ minimum, maximum }: Bounds): Kind<number> {
  const within = (value: number) =>
    Number.isSafeInteger(value) && value >= minimum && value <= maximum ? value : undefined;
  return {
    expected: `a whole number from ${minimum} to ${maximum}`,
    fromText: (text) => (/^\d{1,16}$/.test(text) ? within(Number(text)) : undefined),
    fromValue: (value) => (typeof value === "number" ? within(value) : undefined),
  };
}

/** A number within bounds, both included; fractions are written with a point. */
export function decimalNumber({ minimum, maximum }: Bounds): Kind<number> {
  const within = (value: number) => (value >= minimum && value <= maximum ? value : undefined);
  return {
    expected: `a number from ${minimum} to ${maximum}`,
    fromText: (text) => (/^\d{1,16}(\.\d{1,16})?$/.test(text) ? within(Number(text)) : undefined),
    fromValue: (value) => (typeof value === "number" ? within(value) : undefined),
  };
}

/** One of several words. */
export function word<const V extends string>(...words: readonly V[]): Kind<V> {
  return fromString(`one of ${words.join(", ")}`, (text) => words.find((known) => known === text));
}

/** Yes or no. In the environment also 1 and 0. */
export const yesOrNo: Kind<boolean> = {
  expected: "true or false",
  fromText: (text) => {
    if (text === "true" || text === "1") return true;
    return text === "false" || text === "0" ? false : undefined;
  },
  fromValue: (value) => (typeof value === "boolean" ? value : undefined),
};

/** A path in the file system. */
export const path: Kind<string> = fromString("a path", (text) => (isPrintable(text) ? text : undefined));

/** The id of a mutant; whether there is such a one is for the catalogue of them to say. */
export const mutantId: Kind<string> = fromString("the id of a mutant such as MON-01", (text) =>
  /^[A-Za-z0-9-]{1,20}$/.test(text) ? text : undefined,
);

/** The name of a world; whether there is such a one is for whoever reads it to say. */
export const worldName: Kind<string> = fromString("the name of a world such as busy-shop", (text) =>
  /^[a-z0-9-]{1,64}$/.test(text) ? text : undefined,
);

/** A secret that fits into a header. */
export const token: Kind<string> = fromString("1 to 256 visible ASCII characters", (text) =>
  /^[\x21-\x7e]{1,256}$/.test(text) ? text : undefined,
);

/** A host name or an address; the brackets of an IPv6 address are taken off. */
export const host: Kind<string> = fromString("a host name or an address, without scheme and port", (text) => {
  const plain = text.replace(/^\[(.*)\]$/, "$1");
  return isIP(plain) !== 0 || /^[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?$/i.test(plain) ? plain : undefined;
});

/** An absolute address of http or https without query; a slash at its end is taken off. */
export const baseUrl: Kind<string> = fromString("a URL such as https://sandbox.example.com", (text) => {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === "" ? text.replace(/\/+$/, "") : undefined;
});

const INSTANT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** An instant in milliseconds since 1970, or the present. */
export const instant: Kind<number | "now"> = fromString(
  "now or an instant such as 2026-01-01T00:00:00Z, from 1970 on and with its zone",
  (text) => {
    if (text === "now") return text;
    const day = INSTANT.exec(text)?.[1];
    if (day === undefined || !isDay(day)) return undefined;
    const at = Date.parse(text);
    return at >= 0 && at <= LAST_INSTANT ? at : undefined;
  },
);

/** A time to wait, in milliseconds; a day is more than any runner grants. */
export const duration: Kind<number> = fromString("a duration up to a day such as 500ms, 30s or 2m", (text) => {
  const ms = parseDuration(text);
  return ms === null || ms > DAY_MS ? undefined : ms;
});

/** The parser takes 30 February for a day of March; such a day changes when it is written again. */
function isDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function isPrintable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text !== "" && !/[\x00-\x1f\x7f]/.test(text);
}

function fromString<V>(expected: string, fromText: (text: string) => V | undefined): Kind<V> {
  return { expected, fromText, fromValue: (value) => (typeof value === "string" ? fromText(value) : undefined) };
}

/** Says whether a listener on `name` can be reached from this machine only. */
export function isLoopbackHost(name: string): boolean {
  const plain = name.toLowerCase().replace(/^::ffff:/, "");
  return plain === "localhost" || plain === "::1" || (isIP(plain) === 4 && plain.startsWith("127."));
}
