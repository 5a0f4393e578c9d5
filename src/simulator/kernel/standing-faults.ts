import type { Lifting } from "./fault-effects.ts";
import type { FaultRule } from "./faults.ts";

/** An exchange that hangs: whose doing it is, null for the caller's own, and what ends it. */
interface Hanging {
  readonly rule: FaultRule | null;
  readonly end: () => void;
}

/** The fault rules of a tenant as they stand, and the exchanges that hang because of them: none hangs longer than its rule is there. */
export class StandingFaults {
  readonly #hanging = new Set<Hanging>();
  #rules: readonly FaultRule[] = [];
  #isOver = false;

  get rules(): readonly FaultRule[] {
    return this.#rules;
  }

  /** Takes over other rules; what hangs because of one that is not among them ends. */
  become(rules: readonly FaultRule[]): void {
    this.#rules = rules;
    this.#endThose((rule) => !this.#allows(rule));
  }

  /** Forgets every rule and ends whatever hangs, that of callers too. */
  forget(): void {
    this.#rules = [];
    this.#endThose(() => true);
  }

  /** Ends whatever hangs, and at once whatever would hang from now on. */
  stop(): void {
    this.#isOver = true;
    this.#endThose(() => true);
  }

  /** Tells an exchange when it has to stop hanging because of `rule`; null is for what its caller asked for. */
  liftingOf(rule: FaultRule | null): Lifting {
    return (end) => {
      const hanging: Hanging = { rule, end };
      if (this.#allows(rule)) this.#hanging.add(hanging);
      else end();
      return () => this.#hanging.delete(hanging);
    };
  }

  #allows(rule: FaultRule | null): boolean {
    if (this.#isOver) return false;
    return rule === null || this.#rules.some(({ id, seq }) => id === rule.id && seq === rule.seq);
  }

  #endThose(isGone: (rule: FaultRule | null) => boolean): void {
    for (const hanging of this.#hanging) {
      if (!isGone(hanging.rule)) continue;
      this.#hanging.delete(hanging);
      hanging.end();
    }
  }
}
