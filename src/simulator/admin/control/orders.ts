import type { OrderView as ProviderOrder } from "../../http/provider.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import { isoOf, type Listing, type Page, pageOf } from "./listing.ts";
import type { ControlPorts } from "./ports.ts";
import { namedProviders } from "./providers.ts";
import type { Controlled } from "./refusal.ts";

/** An order as the control API shows it; the amount is in ten-thousandths. */
export interface OrderView extends Omit<ProviderOrder, "createdAt"> {
  readonly createdAt: string;
}

/** Which orders to list. */
export interface OrderQuery extends Page {
  readonly provider?: string;
  readonly number?: string;
  readonly state?: string;
}

/** Lists orders, provider by provider, oldest first. */
export async function listOrders(
  tenant: Tenant,
  query: OrderQuery,
  ports: ControlPorts,
): Promise<Controlled<Listing<OrderView>>> {
  const named = namedProviders(query.provider, ports);
  if (!named.ok) return named;
  const found = await tenant.transact(async (tx) => {
    const listed: ProviderOrder[] = [];
    for (const provider of named.value) listed.push(...(await provider.control.orders(tx)));
    return listed.filter(
      (order) =>
        (query.number === undefined || order.number === query.number) &&
        (query.state === undefined || order.state === query.state),
    );
  });
  return ok(pageOf(found, query, (order) => ({ ...order, createdAt: isoOf(order.createdAt) })));
}
