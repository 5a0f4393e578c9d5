import type { Esim } from "../../../esim/esim.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Catalogue, Package } from "./catalogue.ts";
import { type Offer, offersOf } from "./offers.ts";
import { esimIdOf, esimOf, findOrder, type Order, type OrderNotFound, orderTable } from "./orders.ts";
import { type ProvisioningRules, resumeStalled } from "./provision.ts";

/** Lists the packages that may be added to the eSIM of a completed order; any other order counts as not found. */
export async function listTopUps(
  tx: Transaction,
  command: { readonly orderId: string; readonly userId: string },
  rules: ProvisioningRules,
): Promise<Result<Offer[], OrderNotFound>> {
  const found = await findOrder(tx, command);
  if (!found.ok) return found;
  const order = await resumeStalled(tx, found.value, rules);
  if (order.state !== "completed") return err({ code: "order-not-found", orderId: command.orderId });
  const sold = await soldPackage(tx, order, rules.catalogue);
  if (sold === null || !isServed(await esimOf(tx, order))) return ok([]);
  return ok(
    await offersOf(
      tx,
      rules.catalogue.packages.filter((item) => coversSame(item, sold)),
    ),
  );
}

/** Says whether a package may be added to the eSIM of an order: same coverage, and the eSIM is not over. */
export async function mayBeAdded(tx: Transaction, item: Package, order: Order, catalogue: Catalogue): Promise<boolean> {
  const sold = await soldPackage(tx, order, catalogue);
  return sold !== null && coversSame(item, sold) && isServed(await esimOf(tx, order));
}

/** The package with which the eSIM of an order was sold. */
async function soldPackage(tx: Transaction, order: Order, catalogue: Catalogue): Promise<Package | null> {
  const original = await tx.table(orderTable).get(esimIdOf(order));
  return original === null ? null : catalogue.byCode(original.packageCode);
}

function coversSame(a: Package, b: Package): boolean {
  return a.coverage.length === b.coverage.length && a.coverage.every((mcc) => b.coverage.includes(mcc));
}

/** An eSIM that is over or was deleted from its device has no use for more volume. */
function isServed(esim: Esim | null): boolean {
  if (esim === null || esim.profile === "deleted") return false;
  return esim.status === "unused" || esim.status === "in-use" || esim.status === "used-up";
}
