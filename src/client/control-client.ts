import { TenantControl } from "./tenant-control.ts";
import { askFor, type ControlAddress, type ControlSchemas, createAsk } from "./transport.ts";

/** The control API of a sandbox, wherever that runs. Every method rejects with ControlFailed when it is refused. */
export interface ControlClient {
  /** Says that the sandbox lives; needs no token. */
  health(): Promise<ControlSchemas["Health"]>;
  readonly tenants: {
    list(): Promise<readonly ControlSchemas["Tenant"][]>;
    /** Creates a tenant; one that exists takes over what was chosen at its next reset. */
    put(id: string, choice?: ControlSchemas["TenantChoice"]): Promise<ControlSchemas["Tenant"]>;
    get(id: string): Promise<ControlSchemas["Tenant"]>;
    /** Ends a tenant and forgets everything of it. */
    remove(id: string): Promise<ControlSchemas["Removed"]>;
    /** Makes a tenant that is what another one is now. */
    fork(of: string, id: string): Promise<ControlSchemas["Tenant"]>;
  };
  /** One tenant; nothing is sent yet. */
  tenant(id?: string): TenantControl;
}

/** Makes a client of the control API at `url`. Nothing is sent yet. */
export function createControlClient(address: ControlAddress): ControlClient {
  const ask = createAsk(address);
  return {
    health: () => askFor<"Health">(ask, { method: "GET", path: "health" }),
    tenants: {
      list: async () => (await askFor<"TenantList">(ask, { method: "GET", path: "tenants" })).items,
      put: (id, choice = {}) =>
        askFor<"Tenant">(ask, { method: "PUT", path: `tenants/${encodeURIComponent(id)}`, body: choice }),
      get: (id) => askFor<"Tenant">(ask, { method: "GET", path: `tenants/${encodeURIComponent(id)}` }),
      remove: (id) => askFor<"Removed">(ask, { method: "DELETE", path: `tenants/${encodeURIComponent(id)}` }),
      fork: (of, id) =>
        askFor<"Tenant">(ask, { method: "POST", path: `tenants/${encodeURIComponent(of)}/fork`, body: { id } }),
    },
    tenant: (id = "default") => new TenantControl(id, ask),
  };
}
