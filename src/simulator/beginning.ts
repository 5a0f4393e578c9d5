import { bounds, DEFAULT_FROZEN_INSTANT, type SimulatorOptions } from "./config.ts";
import type { Provider } from "./http/provider.ts";
import { validNames } from "./kernel/nearest.ts";
import { checkOption, type OptionValue } from "./kernel/options.ts";
import { hashHex } from "./kernel/random.ts";
import type { TenantBeginning } from "./kernel/tenant.ts";
import { type EpochMs, LAST_INSTANT } from "./kernel/time.ts";
import { StartRefused } from "./refusals.ts";

const DEFAULT_SEED = 1;

/** How the life of a tenant begins: its seed and its clock. Tenants of one sandbox draw different values. */
export function beginningOf(tenantId: string, options: SimulatorOptions, wallNow: EpochMs): TenantBeginning {
  const base = options.seed ?? DEFAULT_SEED;
  const seed = tenantId === "default" ? base : Number.parseInt(hashHex(`${base}/${tenantId}`, 12), 16);
  if (options.freeze ?? true) return { seed, clock: { mode: "frozen", at: options.time ?? DEFAULT_FROZEN_INSTANT } };
  const at = options.time ?? wallNow;
  return { seed, clock: { mode: "running", at, wallAt: wallNow, speed: options.speed ?? 1 } };
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

/** Checks provider options by provider and name. @throws StartRefused that names what is wrong */
export function checkOptions(
  options: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>,
  providers: readonly Provider[],
): void {
  for (const [name, values] of Object.entries(options)) {
    const provider = providers.find((candidate) => candidate.name === name);
    if (provider === undefined) {
      const known = providers.map((candidate) => candidate.name).join(" or ");
      throw new StartRefused("unknown-provider", `options are set by provider, ${known}, got "${name}"`);
    }
    for (const [option, value] of Object.entries(values)) {
      const checked = checkOption(provider.options, option, value);
      if (checked.ok) continue;
      const { code, expected, got } = checked.error;
      if (code === "unknown-option") {
        const known = validNames(option, Object.keys(provider.options));
        throw new StartRefused(code, `${name}.${option} is no option; it must be ${known}`);
      }
      throw new StartRefused(code, `${name}.${option} must be ${expected}, got ${JSON.stringify(got)}`);
    }
  }
}
