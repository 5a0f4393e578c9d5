import type { FaultMiss } from "./fault-match.ts";
import { limits } from "./limits.ts";
import type { Tenant } from "./tenant.ts";
import type { EpochMs } from "./time.ts";

/** One exchange that a rule did not strike. */
export interface MissedExchange extends FaultMiss {
  readonly requestId: string;
  readonly operationId: string;
  readonly at: EpochMs;
}

/** What a rule has missed: how often, and the last exchanges, those of its own operation before the others. */
export interface Missed {
  readonly count: number;
  readonly last: readonly MissedExchange[];
}

/** The record of what the rules of a tenant missed; in memory only and bounded. */
export class FaultMisses {
  readonly #byRule = new Map<string, { count: number; near: MissedExchange[]; far: MissedExchange[] }>();

  add(ruleId: string, missed: MissedExchange): void {
    const own = this.#byRule.get(ruleId) ?? { count: 0, near: [], far: [] };
    own.count += 1;
    const isFar = missed.reason === "other-operation";
    const kept = isFar ? own.far : own.near;
    kept.push(missed);
    if (kept.length > (isFar ? limits.faultFarMisses : limits.faultNearMisses)) kept.shift();
    if (this.#byRule.size < 2 * limits.faultRules || this.#byRule.has(ruleId)) this.#byRule.set(ruleId, own);
  }

  of(ruleId: string): Missed {
    const own = this.#byRule.get(ruleId);
    if (own === undefined) return { count: 0, last: [] };
    return { count: own.count, last: [...own.near, ...own.far] };
  }

  forget(ruleId: string): void {
    this.#byRule.delete(ruleId);
  }
}

const records = new WeakMap<Tenant, { readonly life: number; readonly misses: FaultMisses }>();

/** The misses of a tenant in its present life. */
export function missesOf(tenant: Tenant): FaultMisses {
  const known = records.get(tenant);
  if (known !== undefined && known.life === tenant.life) return known.misses;
  const misses = new FaultMisses();
  records.set(tenant, { life: tenant.life, misses });
  return misses;
}
