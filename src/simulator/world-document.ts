import type { Provider } from "./http/provider.ts";
import { nearestName } from "./kernel/nearest.ts";
import { checkOption, type OptionValue } from "./kernel/options.ts";
import { err, ok, type Result } from "./kernel/result.ts";
import { type Misfit, misfitOf, type Path, type Shape } from "./kernel/shape.ts";
import { parseDuration } from "./kernel/time.ts";

/** A package that differs from its catalogue when the world begins. */
interface WorldPackage {
  readonly provider: string;
  readonly code: string;
  readonly stock?: number | null;
  readonly onSale?: boolean;
  readonly price?: number;
}

/** What happened to the eSIMs of an order, `after` it was placed: device events and commands by name, or data that was used. */
export interface WorldEvent {
  /** A duration such as `2h`. */
  readonly after: string;
  readonly do?: string | readonly string[];
  /** Bytes, or a text such as `500MB`. */
  readonly use?: number | string;
}

/** An order that was placed `ago` before the world begins, and the same again `repeat` times, each `every` later. */
export interface WorldOrder {
  readonly provider: string;
  readonly code: string;
  readonly ago: string;
  readonly count?: number;
  readonly email?: string;
  /** False leaves an order of an end user unpaid. */
  readonly paid?: boolean;
  readonly repeat?: number;
  readonly every?: string;
  readonly events?: readonly WorldEvent[];
}

/** How a tenant's life begins: what was bought and used before, and what the wallet, the shelves and the options are then. */
export interface WorldDocument {
  /** What it is for, in one sentence. */
  readonly says: string;
  /** Ten-thousandths in the wallet at the beginning; without it what is left of the first balance. */
  readonly balance?: number;
  readonly options?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  readonly packages?: readonly WorldPackage[];
  readonly orders?: readonly WorldOrder[];
}

/** A document that is no world. */
export interface WorldRefused {
  readonly code: "bad-world";
  readonly misfit: Misfit;
}

const DEVICE_EVENTS = ["download", "install", "enable", "disable", "delete", "attach", "reinstall"];

const event: Shape = {
  members: { after: "text", do: { either: ["text", { list: "text" }] }, use: { either: ["count", "text"] } },
  optional: ["do", "use"],
};

const order: Shape = {
  members: {
    provider: "text",
    code: "text",
    ago: "text",
    count: "count",
    email: "text",
    paid: "flag",
    repeat: "count",
    every: "text",
    events: { list: event },
  },
  optional: ["count", "email", "paid", "repeat", "every", "events"],
};

const world: Shape = {
  members: {
    says: "text",
    balance: "count",
    options: { mapOf: { mapOf: { either: ["flag", "number", "text"] } } },
    packages: {
      list: {
        members: { provider: "text", code: "text", stock: { orNull: "count" }, onSale: "flag", price: "count" },
        optional: ["stock", "onSale", "price"],
      },
    },
    orders: { list: order },
  },
  optional: ["balance", "options", "packages", "orders"],
};

/** Orders of one world, repeats counted: more would take seconds at each reset. */
const MOST_ORDERS = 10_000;

/** What `providers` offer, by package code. */
export type PackageCodes = ReadonlyMap<string, readonly string[]>;

/** Checks a world in full: names, codes, durations, and that nothing happens after its beginning. */
export function readWorld(
  document: unknown,
  providers: readonly Provider[],
  codesOf: PackageCodes,
): Result<WorldDocument, WorldRefused> {
  const misfit = misfitOf(document, world);
  if (misfit !== null) return err({ code: "bad-world", misfit });
  const read = document as WorldDocument; // of the shape, as was just checked
  const found =
    optionsMisfit(read, providers) ?? packagesMisfit(read, codesOf) ?? ordersMisfit(read, { providers, codesOf });
  return found === null ? ok(read) : err({ code: "bad-world", misfit: found });
}

function optionsMisfit({ options = {} }: WorldDocument, providers: readonly Provider[]): Misfit | null {
  for (const [name, values] of Object.entries(options)) {
    const provider = providers.find((one) => one.name === name);
    const path = ["options", name];
    if (provider === undefined)
      return unknown(
        path,
        name,
        providers.map((one) => one.name),
      );
    for (const [option, value] of Object.entries(values)) {
      const checked = checkOption(provider.options, option, value);
      if (checked.ok) continue;
      if (checked.error.code === "unknown-option")
        return unknown([...path, option], option, Object.keys(provider.options));
      return { path: [...path, option], expected: checked.error.expected, got: value };
    }
  }
  return null;
}

function packagesMisfit({ packages = [] }: WorldDocument, codesOf: PackageCodes): Misfit | null {
  for (const [index, { provider, code }] of packages.entries()) {
    const misfit = packageMisfit({ provider, code }, ["packages", index], codesOf);
    if (misfit !== null) return misfit;
  }
  return null;
}

function packageMisfit(
  wanted: { readonly provider: string; readonly code: string },
  path: Path,
  codesOf: PackageCodes,
): Misfit | null {
  const codes = codesOf.get(wanted.provider);
  if (codes === undefined) return unknown([...path, "provider"], wanted.provider, [...codesOf.keys()]);
  return codes.includes(wanted.code) ? null : unknown([...path, "code"], wanted.code, codes);
}

function ordersMisfit(
  { orders = [] }: WorldDocument,
  known: { readonly providers: readonly Provider[]; readonly codesOf: PackageCodes },
): Misfit | null {
  let total = 0;
  for (const [index, wanted] of orders.entries()) {
    const path: Path = ["orders", index];
    const misfit =
      packageMisfit(wanted, path, known.codesOf) ??
      timesMisfit(wanted, path) ??
      eventsMisfit(wanted, path, known.providers);
    if (misfit !== null) return misfit;
    total += wanted.repeat ?? 1;
    if (total > MOST_ORDERS) return { path, expected: `one of at most ${MOST_ORDERS} orders in all`, got: total };
  }
  return null;
}

const DURATION = "a duration such as 30s, 2h or 20d";

function timesMisfit({ ago, every = "0s", repeat = 1, count = 1 }: WorldOrder, path: Path): Misfit | null {
  const [agoMs, everyMs] = [parseDuration(ago), parseDuration(every)];
  if (agoMs === null) return { path: [...path, "ago"], expected: DURATION, got: ago };
  if (everyMs === null) return { path: [...path, "every"], expected: DURATION, got: every };
  if (count < 1) return { path: [...path, "count"], expected: "a whole number from 1", got: count };
  if (repeat < 1) return { path: [...path, "repeat"], expected: "a whole number from 1", got: repeat };
  const lastAgo = agoMs - (repeat - 1) * everyMs;
  if (lastAgo >= 0) return null;
  return { path: [...path, "every"], expected: `short enough for ${repeat} orders within ${ago}`, got: every };
}

function eventsMisfit(wanted: WorldOrder, path: Path, providers: readonly Provider[]): Misfit | null {
  const { every = "0s", repeat = 1, events = [] } = wanted;
  const provider = providers.find(({ name }) => name === wanted.provider);
  const names = [...DEVICE_EVENTS, ...Object.keys(provider?.control.commands ?? {})];
  const lastAgo = (parseDuration(wanted.ago) ?? 0) - (repeat - 1) * (parseDuration(every) ?? 0);
  for (const [index, { after, do: actions = [], use }] of events.entries()) {
    const at: Path = [...path, "events", index];
    const afterMs = parseDuration(after);
    if (afterMs === null) return { path: [...at, "after"], expected: DURATION, got: after };
    if (afterMs > lastAgo)
      return { path: [...at, "after"], expected: "no later than the beginning of the world", got: after };
    const wrong = (typeof actions === "string" ? [actions] : actions).find((action) => !names.includes(action));
    if (wrong !== undefined) return unknown([...at, "do"], wrong, names);
    if (use !== undefined && bytesOf(use) === null)
      return { path: [...at, "use"], expected: "bytes, or a text such as 500MB", got: use };
  }
  return null;
}

const UNITS: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** Reads bytes, or a text such as `500MB`; null when it is neither, or nothing at all. */
export function bytesOf(use: number | string): number | null {
  if (typeof use === "number") return use > 0 ? use : null;
  const [, amount, unit = ""] = /^(\d{1,9}(?:\.\d{1,3})?)(B|KB|MB|GB)$/.exec(use) ?? [];
  const factor = UNITS[unit];
  return amount === undefined || factor === undefined || Number(amount) === 0
    ? null
    : Math.round(Number(amount) * factor);
}

/** Lists of codes are long: only the nearest is named. */
function unknown(path: Path, got: string, known: readonly string[]): Misfit {
  const nearest = nearestName(got, known);
  const list = known.length <= 20 ? `one of ${known.join(", ")}` : `one of the ${known.length} that exist`;
  return { path, expected: nearest === null ? list : `${list}; did you mean ${nearest}?`, got };
}
