const TENANT_ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** What a tenant id must be, in words. */
export const TENANT_ID_SAYS = "1 to 40 lower-case letters, digits and dashes";

/** Says whether `id` can be the id of a tenant; it is part of file names and credentials. */
export function isTenantId(id: string): boolean {
  return TENANT_ID.test(id);
}
