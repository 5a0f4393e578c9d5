import { bounds, DEFAULT_FROZEN_INSTANT, type SimulatorOptions } from "./config.ts";
import { validNames } from "./kernel/nearest.ts";
import { checkOption, type OptionTable, type OptionValue, parseOption } from "./kernel/options.ts";
import { hashHex } from "./kernel/random.ts";
import type { ChosenBeginning, TenantBeginning } from "./kernel/tenant-beginning.ts";
import { type EpochMs, LAST_INSTANT } from "./kernel/time.ts";
import { StartRefused } from "./refusals.ts";

const DEFAULT_SEED = 1;

/**
 * How the life of a tenant begins: its seed and its clock, by what was chosen for it, else by the sandbox's options. Tenants
 * without a chosen seed draw different values.
 */
export function beginningOf(
  tenant: { readonly id: string; readonly chosen?: ChosenBeginning },
  options: SimulatorOptions,
  wallNow: EpochMs,
): TenantBeginning {
  const { id, chosen = {} } = tenant;
  const base = options.seed ?? DEFAULT_SEED;
  const seed = chosen.seed ?? (id === "default" ? base : Number.parseInt(hashHex(`${base}/${id}`, 12), 16));
  const first = chosen.at ?? options.time;
  const isFrozen = chosen.mode === undefined ? (options.freeze ?? true) : chosen.mode === "frozen";
  if (isFrozen) return { seed, clock: { mode: "frozen", at: first ?? DEFAULT_FROZEN_INSTANT } };
  return { seed, clock: { mode: "running", at: first ?? wallNow, wallAt: wallNow, speed: options.speed ?? 1 } };
}

/** Checks seed, time and speed. @throws StartRefused */
export function checkNumbers(options: SimulatorOptions): void {
  check("seed", options.seed, bounds.seed, Number.isSafeInteger);
  check("speed", options.speed, bounds.speed, Number.isFinite);
  check("time", options.time, { minimum: 0, maximum: LAST_INSTANT }, Number.isSafeInteger);
}

function check(
  name: string,
  value: number | undefined,
  bound: { readonly minimum: number; readonly maximum: number },
  isWellFormed: (value: number) => boolean,
): void {
  if (value === undefined || (isWellFormed(value) && value >= bound.minimum && value <= bound.maximum)) return;
  const told = `${name} must be a number from ${bound.minimum} to ${bound.maximum}, got ${String(value)}`;
  throw new StartRefused(`wrong-${name}`, told);
}

type OptionsByProvider = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

/**
 * Reads provider options by provider and name; a value may be the text that a command line has for it.
 * @throws StartRefused that names what is wrong
 */
export function readOptions(
  options: OptionsByProvider,
  tables: Readonly<Record<string, OptionTable>>,
): OptionsByProvider {
  const read: Record<string, Record<string, OptionValue>> = {};
  for (const [provider, values] of Object.entries(options)) {
    const table = Object.hasOwn(tables, provider) ? tables[provider] : undefined;
    if (table === undefined) {
      const known = Object.keys(tables).join(" or ");
      throw new StartRefused("unknown-provider", `options are set by provider, ${known}, got "${provider}"`);
    }
    const checked = Object.entries(values).map(([option, value]) => [
      option,
      readOption(provider, { table, option, value }),
    ]);
    read[provider] = Object.fromEntries(checked);
  }
  return read;
}

function readOption(
  provider: string,
  { table, option, value }: { readonly table: OptionTable; readonly option: string; readonly value: OptionValue },
): OptionValue {
  const isWord = Object.hasOwn(table, option) && table[option]?.kind.type === "enum";
  const isText = typeof value === "string" || (isWord && typeof value === "number"); // a file may say 429 for "429"
  const checked = isText ? parseOption(table, option, String(value)) : checkOption(table, option, value);
  if (checked.ok) return checked.value;
  const { code, expected, got } = checked.error;
  if (code === "unknown-option") {
    const known = validNames(option, Object.keys(table));
    throw new StartRefused(code, `${provider}.${option} is no option; it must be ${known}`);
  }
  throw new StartRefused(code, `${provider}.${option} must be ${expected}, got ${JSON.stringify(got)}`);
}
