import { tenantTag } from "./esim/identity.ts";
import type { TenantRegistry } from "./http/provider.ts";
import { limits } from "./kernel/limits.ts";
import { Tenant } from "./kernel/tenant.ts";
import type { ChosenBeginning } from "./kernel/tenant-beginning.ts";
import type { TenantPorts } from "./kernel/tenant-ports.ts";
import { endTenant } from "./kernel/tenant-records.ts";

/** The tenants of one sandbox, opened one by one. */
export class Tenants implements TenantRegistry {
  readonly #open = new Map<string, Tenant>();
  readonly #byTag = new Map<string, Tenant>();
  readonly #opening = new Map<string, Promise<Tenant>>();
  readonly #portsOf: (id: string) => TenantPorts;
  readonly #onRemoved: (tenant: Tenant) => void;
  #default: Tenant | null = null;

  constructor(portsOf: (id: string) => TenantPorts, onRemoved: (tenant: Tenant) => void = () => undefined) {
    this.#portsOf = portsOf;
    this.#onRemoved = onRemoved;
  }

  get default(): Tenant {
    if (this.#default === null) throw new Error("the default tenant is not open yet");
    return this.#default;
  }

  byId(id: string): Tenant | null {
    return this.#open.get(id) ?? null;
  }

  byTag(tag: string): Tenant | null {
    return this.#byTag.get(tag) ?? null;
  }

  all(): readonly Tenant[] {
    return [...this.#open.values()];
  }

  get isFull(): boolean {
    return this.#opening.size >= limits.tenants;
  }

  /** Opens a tenant, or creates it with the first records of both providers; `chosen` counts for one that is created. */
  open(id: string, chosen: ChosenBeginning = {}): Promise<Tenant> {
    const known = this.#opening.get(id);
    if (known !== undefined) return known;
    if (this.isFull) throw new Error(`a sandbox has at most ${limits.tenants} tenants`);
    const opening = this.#begin(id, chosen);
    this.#opening.set(id, opening);
    return opening;
  }

  async #begin(id: string, chosen: ChosenBeginning): Promise<Tenant> {
    try {
      const tenant = await Tenant.open(id, this.#portsOf(id), chosen);
      this.#open.set(id, tenant);
      this.#byTag.set(tenantTag(id), tenant);
      if (id === "default") this.#default = tenant;
      return tenant;
    } catch (error) {
      this.#opening.delete(id); // the store refused: the next one who asks tries again
      throw error;
    }
  }

  /** Ends a tenant for good: nothing of it remains, and its id is free again. */
  async remove(tenant: Tenant): Promise<void> {
    if (tenant === this.#default) throw new Error("the default tenant is never removed");
    await endTenant(tenant);
    if (this.#open.get(tenant.id) !== tenant) return; // somebody else was quicker
    this.#open.delete(tenant.id);
    this.#byTag.delete(tenantTag(tenant.id));
    this.#opening.delete(tenant.id);
    this.#onRemoved(tenant);
  }

  async close(): Promise<void> {
    for (const tenant of this.#open.values()) await tenant.close();
  }
}
