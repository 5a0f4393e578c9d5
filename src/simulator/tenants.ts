import { tenantTag } from "./esim/identity.ts";
import type { TenantDirectory } from "./http/provider.ts";
import { limits } from "./kernel/limits.ts";
import { Tenant, type TenantPorts } from "./kernel/tenant.ts";

/** The tenants of one sandbox, opened one by one. */
export class Tenants implements TenantDirectory {
  readonly #open = new Map<string, Tenant>();
  readonly #byTag = new Map<string, Tenant>();
  readonly #opening = new Map<string, Promise<Tenant>>();
  readonly #portsOf: (id: string) => TenantPorts;
  #default: Tenant | null = null;

  constructor(portsOf: (id: string) => TenantPorts) {
    this.#portsOf = portsOf;
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

  /** Opens a tenant, or creates it with the first records of both providers. */
  open(id: string): Promise<Tenant> {
    const known = this.#opening.get(id);
    if (known !== undefined) return known;
    if (this.#opening.size >= limits.tenants) throw new Error(`a sandbox has at most ${limits.tenants} tenants`);
    const opening = Tenant.open(id, this.#portsOf(id)).then((tenant) => {
      this.#open.set(id, tenant);
      this.#byTag.set(tenantTag(id), tenant);
      if (id === "default") this.#default = tenant;
      return tenant;
    });
    this.#opening.set(id, opening);
    return opening;
  }

  async close(): Promise<void> {
    for (const tenant of this.#open.values()) await tenant.close();
  }
}
