import type { ControlSchemas } from "../client/transport.ts";
import { duration } from "../simulator/config-kinds.ts";
import { CommandRefused } from "./control-call.ts";
import { jsonOf, numberFlag, partsOf, textFlag, textFlags, textOrFile } from "./flag-values.ts";
import type { GivenFlags } from "./flags.ts";
import { lawOf } from "./law-text.ts";

type NewFault = ControlSchemas["NewFault"];
type Members = Record<string, unknown>;

/** The fault that the flags of `fault add` describe; whether it is possible is for the sandbox to say. @throws CommandRefused */
export async function faultOfFlags(flags: GivenFlags, operation: string | null): Promise<NewFault> {
  const rule = textFlag(flags, "rule");
  const base = rule === null ? {} : jsonOf(await textOrFile(rule), "--rule");
  const given = without({
    operationId: operation,
    provider: textFlag(flags, "provider"),
    phase: textFlag(flags, "phase"),
    effect: effectOf(flags),
    times: numberFlag(flags, "times"),
    ttl: textFlag(flags, "ttl"),
  });
  const match = { ...membersOf(membersOf(base)["match"]), ...matchOf(flags) };
  const always = flags["always"] === true ? { times: null } : {};
  const fault = { ...membersOf(base), ...given, ...always, ...(Object.keys(match).length === 0 ? {} : { match }) };
  if (!("effect" in fault)) {
    throw new CommandRefused("one effect must be given, such as --reset, --error CODE or --latency 2s, got none");
  }
  return fault as NewFault; // the sandbox checks every member, and names the one that is wrong
}

/** Effects that have a flag of their own. */
const SHORT: Readonly<Record<string, (value: string) => Members>> = {
  reset: (value) => ({ kind: "reset", ...breakingPointOf(value) }),
  hang: (value) => ({ kind: "hang", ...breakingPointOf(value) }),
  empty: () => ({ kind: "empty-reply" }),
  latency: latencyOf,
  error: (code) => ({ kind: "provider-error", code }),
  status: (status) => ({ kind: "status", status: scalarOf(status) }),
  stale: (age) => ({ kind: "stale-read", olderThanMs: numberOrMs(age) }),
  effect: (text) => {
    const [kind, members] = partsOf(text, "effect");
    return {
      kind,
      ...Object.fromEntries(Object.entries(members).map(([name, value]) => [name, memberOf(name, value)])),
    };
  },
};

function effectOf(flags: GivenFlags): Members | null {
  const named = Object.keys(SHORT).filter((name) => flags[name] !== undefined);
  const [name, second] = named;
  if (name === undefined) return null;
  if (second !== undefined) throw new CommandRefused(`one effect must be given, got --${named.join(" and --")}`);
  return SHORT[name]?.(typeof flags[name] === "string" ? flags[name] : "") ?? null;
}

function breakingPointOf(at: string): Members {
  if (at === "") return {};
  return /^\d+$/.test(at) ? { afterBytes: Number(at) } : { at };
}

/** `200ms`, or a law with its parts. */
function latencyOf(text: string): Members {
  const ms = duration.fromText(text);
  return ms === undefined ? { kind: "latency", law: lawOf(text) } : { kind: "latency", ms };
}

/** Members that hold times take units. */
function memberOf(name: string, value: string): unknown {
  return /ms$/i.test(name) ? numberOrMs(value) : name === "pointer" || name === "body" ? value : scalarOf(value);
}

function numberOrMs(text: string): unknown {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : (duration.fromText(text) ?? text);
}

/** A word of the command line as the JSON scalar that it looks like; digits with a zero in front are a text. */
function scalarOf(text: string): string | number | boolean | null {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : text;
}

function matchOf(flags: GivenFlags): Members {
  const nth = textFlag(flags, "nth");
  const window = textFlag(flags, "window");
  return without({
    ...Object.fromEntries(["body", "header", "query", "state"].map((part) => [part, predicatesOf(flags, part)])),
    nth: nth === null ? null : nth.split(",").map(scalarOf),
    firstN: numberFlag(flags, "first"),
    everyN: numberFlag(flags, "every"),
    key: textFlag(flags, "key"),
    probability: numberFlag(flags, "probability"),
    window: window === null ? null : partsOf(`window:${window}`, "window")[1],
  });
}

const PREDICATE = /^(.+?)(!=|=|<|>|~|\?$)([\s\S]*)$/;

function predicatesOf(flags: GivenFlags, part: string): Members | null {
  const texts = textFlags(flags, part);
  if (texts.length === 0) return null;
  const predicates: Record<string, Members> = {};
  for (const text of texts) {
    const found = PREDICATE.exec(text);
    if (found === null) throw new CommandRefused(`--${part} must be PLACE=VALUE, got "${text}"; see fault add --help`);
    const [, place = "", sign = "", value = ""] = found;
    predicates[place] = { ...predicates[place], ...conditionOf(sign, value, part) };
  }
  return predicates;
}

/** Headers and query parameters are texts, whatever they look like. */
function conditionOf(sign: string, value: string, part: string): Members {
  const scalar = part === "header" || part === "query" ? (text: string) => text : scalarOf;
  switch (sign) {
    case "!=":
      return { ne: scalar(value) };
    case "<":
      return { lt: scalarOf(value) };
    case ">":
      return { gt: scalarOf(value) };
    case "~":
      return { matches: value };
    case "?":
      return { exists: true };
    default:
      return value.includes("|") ? { in: value.split("|").map(scalar) } : { eq: scalar(value) };
  }
}

/** The members that were given. */
function without(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
}

function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
