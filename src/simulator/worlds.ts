import type { ControlPorts } from "./admin/control/ports.ts";
import type { SimulatorOptions } from "./config.ts";
import type { Provider } from "./http/provider.ts";
import type { StoredRecords } from "./kernel/store.ts";
import { Tenant } from "./kernel/tenant.ts";
import type { ChosenBeginning, TenantBeginning } from "./kernel/tenant-beginning.ts";
import type { TenantPorts } from "./kernel/tenant-ports.ts";
import { StartRefused } from "./refusals.ts";
import { MemoryStore } from "./storage/memory-store.ts";
import { buildWorld } from "./world-builder.ts";
import type { PackageCodes, WorldDocument } from "./world-document.ts";
import { checkedWorld, shippedWorld, type WorldChecks, worldInFile } from "./world-files.ts";

/** The name of the world that holds nothing but the first records of every tenant. */
const PLAIN = "plain";

/** The worlds of one sandbox: read once, made anew for each life. */
export class Worlds {
  readonly #control: ControlPorts;
  readonly #known = new Map<string, WorldDocument>();
  /** The world of tenants for which none is chosen. */
  #usual: WorldDocument | null = null;
  #checks: WorldChecks | null = null;

  constructor(control: ControlPorts) {
    this.#control = control;
  }

  /** Reads the world that the options name. @throws StartRefused */
  async begin(
    { world = null, load = null }: Pick<SimulatorOptions, "world" | "load">,
    tenant: TenantPorts,
  ): Promise<void> {
    if (world !== null && load !== null) {
      throw new StartRefused("bad-world", "--world must not be given together with --load, got both");
    }
    if (load !== null) this.#usual = await worldInFile(load, await this.#checksOf(tenant));
    else if (typeof world === "string") this.#usual = await this.know(world, tenant);
    else if (world !== null) this.#usual = checkedWorld(world, await this.#checksOf(tenant));
  }

  /** Reads a world by name, so that tenants can be told to begin in it; null for the plain one. @throws StartRefused */
  async know(name: string, tenant: TenantPorts): Promise<WorldDocument | null> {
    if (name === PLAIN) return null;
    const known = this.#known.get(name) ?? (await shippedWorld(name, await this.#checksOf(tenant)));
    this.#known.set(name, known);
    return known;
  }

  /** What makes the records of a life; null where its world is the plain one. */
  recordsOf(
    life: { readonly tenantId: string; readonly chosen: ChosenBeginning; readonly beginning: TenantBeginning },
    tenant: TenantPorts,
  ): (() => Promise<StoredRecords>) | null {
    const { world } = life.chosen;
    if (world === PLAIN || (world === undefined && this.#usual === null)) return null;
    return async () => {
      const document = world === undefined ? this.#usual : await this.know(world, tenant);
      if (document === null) throw new Error("a world that is not plain has a document");
      return buildWorld(document, life, { tenant, control: this.#control });
    };
  }

  async #checksOf(tenant: TenantPorts): Promise<WorldChecks> {
    const { providers } = this.#control;
    this.#checks ??= { providers, codesOf: await packageCodes(providers, tenant) };
    return this.#checks;
  }
}

/** The codes that can be named, read from a tenant that lives for that only. */
async function packageCodes(providers: readonly Provider[], ports: TenantPorts): Promise<PackageCodes> {
  const { worldOf: _, onPlan: __, onClockChange: ___, ...plain } = ports;
  const tenant = await Tenant.open("codes", { ...plain, store: new MemoryStore() });
  const codes = await tenant.transact(async (tx) => {
    const found: [string, string[]][] = [];
    for (const { name, control } of providers) {
      const names = (await control.packages(tx)).flatMap(({ code, alias }) =>
        alias === null ? [code] : [alias, code],
      );
      found.push([name, names]);
    }
    return new Map(found);
  });
  await tenant.close();
  return codes;
}
