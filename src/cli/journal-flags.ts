import type { Command } from "commander";
import { CommandRefused } from "./control-call.ts";
import type { GivenFlags } from "./flags.ts";

/** A predicate on journal entries, as the control API takes it. */
export type Match = Record<string, unknown>;

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Flags that name a member, by the member. */
const MEMBERS: Readonly<Record<string, string>> = {
  kind: "kind",
  provider: "provider",
  operation: "operationId",
  code: "code",
  status: "status",
  request: "requestId",
  type: "type",
};

/** Adds the flags that say which entries are meant. */
export function addMatchFlags(command: Command): Command {
  return command
    .option("--kind <KIND>", "entries of this kind: exchange, delivery, clock-moved and so on")
    .option("--provider <NAME>", "of this provider")
    .option("--operation <ID>", "of this operation, such as esimOrder")
    .option("--code <CODE>", "answered with this code of the provider")
    .option("--status <STATUS>", "with this status")
    .option("--request <ID>", "of this request, as X-Sim-Request-Id gives it")
    .option("--type <TYPE>", "deliveries of this type, such as ORDER_STATUS")
    .option("--about <NAME=ID>", "about this record, such as orderNo=B26010100000001; or only its id", collect)
    .option(
      "--where <PLACE=VALUE>",
      "what stands at a place, such as request.orderNo=B1; also != < <= > >= ~",
      collect,
    );
}

/** The predicate that the flags describe; null when they describe none. @throws CommandRefused */
export function matchOf(flags: GivenFlags): Match | null {
  const match: Match = {};
  for (const [flag, member] of Object.entries(MEMBERS)) {
    const value = flags[flag];
    if (typeof value === "string") match[member] = value;
  }
  const all = [...listOf(flags["about"]).map(aboutOf), ...listOf(flags["where"]).map(whereOf)];
  if (all.length > 0) match["all"] = all;
  return Object.keys(match).length === 0 ? null : match;
}

function listOf(value: GivenFlags[string]): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function aboutOf(text: string): Match {
  const at = text.indexOf("=");
  return at < 0 ? { "about.*": text } : { about: { [text.slice(0, at)]: text.slice(at + 1) } };
}

const OPERATORS: Readonly<Record<string, string>> = {
  "=": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
  "~": "matches",
};

function whereOf(text: string): Match {
  const parts = /^([\w.*/~-]+?)(!=|<=|>=|=|<|>|~)([\s\S]*)$/.exec(text);
  const [, place = "", sign = "", value = ""] = parts ?? [];
  const operator = OPERATORS[sign];
  if (operator === undefined) {
    const expected = "a place, a sign and a value, such as request.orderNo=B1 or status>=400";
    throw new CommandRefused(`--where must be ${expected}, got ${JSON.stringify(text)}`);
  }
  const isNumber = sign.startsWith("<") || sign.startsWith(">") ? /^-?\d+(\.\d+)?$/.test(value) : false;
  return { [place]: { [operator]: isNumber ? Number(value) : value } };
}
