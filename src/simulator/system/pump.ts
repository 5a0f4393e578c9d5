import { limits } from "../kernel/limits.ts";
import type { Tenant } from "../kernel/tenant.ts";

/** Node fires a timer of more than 2^31-1 ms at once; an hour is well below and costs nothing. */
const LONGEST_SLEEP_MS = 3_600_000;

interface Alarm {
  readonly timer: NodeJS.Timeout;
  readonly dueAt: number;
}

/** Runs the jobs of running clocks when they fall due. It sleeps until the next one and never polls. */
export class Pump {
  readonly #alarms = new Map<Tenant, Alarm>();
  #isStopped = false;

  /** Sets the alarm for a tenant's next job; called whenever that may have changed. */
  plan(tenant: Tenant, atLeastMs = 0): void {
    const { nextDue } = tenant;
    const alarm = this.#alarms.get(tenant);
    const waitMs = nextDue === null || this.#isStopped ? null : tenant.clock.wallMsUntil(nextDue);
    if (nextDue === null || waitMs === null) {
      clearTimeout(alarm?.timer);
      this.#alarms.delete(tenant);
      return;
    }
    if (alarm !== undefined && alarm.dueAt <= nextDue && atLeastMs === 0) return; // rings early enough, then looks again
    clearTimeout(alarm?.timer);
    const timer = setTimeout(
      () => this.#ring(tenant),
      Math.min(LONGEST_SLEEP_MS, Math.max(atLeastMs, Math.ceil(waitMs))),
    );
    timer.unref();
    this.#alarms.set(tenant, { timer, dueAt: nextDue });
  }

  /** Forgets a tenant's alarm, because its clock was changed. */
  replan(tenant: Tenant): void {
    this.forget(tenant);
    this.plan(tenant);
  }

  /** Forgets a tenant that is over. */
  forget(tenant: Tenant): void {
    clearTimeout(this.#alarms.get(tenant)?.timer);
    this.#alarms.delete(tenant);
  }

  stop(): void {
    this.#isStopped = true;
    for (const { timer } of this.#alarms.values()) clearTimeout(timer);
    this.#alarms.clear();
  }

  #ring(tenant: Tenant): void {
    this.#alarms.delete(tenant);
    tenant.runDueJobs().then(
      () => this.plan(tenant),
      () => this.plan(tenant, limits.storeRetryMs), // the store refused; the tenant has journalled it
    );
  }
}
