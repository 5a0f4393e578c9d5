import { overlayOf } from "../../esim/package-overlay.ts";
import type { TenantCall } from "../../http/call.ts";
import type { OrderView, PackageView, Provider, ProviderOperation, ProviderPorts } from "../../http/provider.ts";
import { optionsReader } from "../../kernel/options.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { events } from "./events.ts";
import { explanations } from "./explanations.ts";
import { fmsJobs } from "./jobs.ts";
import { buy } from "./operations/act.ts";
import type { Catalogue } from "./operations/catalogue.ts";
import { BASE_CURRENCY, basePrice, FMS } from "./operations/offers.ts";
import { activationCodeOf, esimIdOf, type Order, orderTable } from "./operations/orders.ts";
import { reactions } from "./operations/reactions.ts";
import { fmsOptions } from "./options.ts";
import { fmsOperations } from "./routes.ts";
import { loadCatalogue, seed } from "./seed.ts";
import { fmsTables } from "./stored.ts";
import { credentialsOf, ownTenantId, tenantFinder } from "./wire/auth.ts";
import { answerOfCode, systemErrorAnswer, unknownPathAnswer, wrongMethodAnswer } from "./wire/errors.ts";
import { fmsEvents } from "./wire/events.ts";
import { factKinds, factsOf } from "./wire/facts.ts";
import { magicValues } from "./wire/magic.ts";
import { displayNumber } from "./wire/responses.ts";

export { fmsOptions } from "./options.ts";
export { credentialsOf } from "./wire/auth.ts";

/** Where the paths of FMS begin, at the root and under the context path. */
const PREFIXES = ["/user", "/package", "/order", "/payment", "/v1.1", "/fms"] as const;

/**
 * Makes the FMS provider. `catalogue` and `countries` are the parsed contents of `fixtures/catalogues/fms.json` and
 * `fixtures/countries.json`.
 */
export function createFms(
  ports: ProviderPorts & { readonly catalogue: unknown; readonly countries: unknown },
): Provider {
  const catalogue = loadCatalogue(ports.catalogue, ports.countries);
  const optionsOf = optionsReader(fmsOptions, ports.startOptions);
  const operations = fmsOperations({ contract: ports.contract, catalogue, optionsOf });
  return {
    name: FMS,
    events,
    explanations,
    options: fmsOptions,
    operations,
    jobs: fmsJobs(catalogue, optionsOf),
    control: {
      events: fmsEvents(optionsOf),
      buy: (tx, wanted) => buy(tx, wanted, { catalogue, options: optionsOf(tx.options(FMS)) }),
      commands: {},
      packages: (tx) => listAllPackages(tx, catalogue),
      packageCode: (codeOrId) => (catalogue.byCode(codeOrId) ?? catalogue.byId(Number(codeOrId)))?.code ?? null,
      orders: async (tx) => (await tx.table(orderTable).all()).map(orderView),
      reactions,
      activationCode: activationCodeOf,
    },
    prefixes: PREFIXES,
    seed,
    tables: fmsTables,
    credentialsOf: (tenantId) => ({ ...credentialsOf(tenantId) }),
    findTenant: tenantFinder(),
    tenantIdOf: ownTenantId,
    unknownPath: unknownPathAnswer,
    wrongMethod: (call) => (isServed(call, operations) ? wrongMethodAnswer() : unknownPathAnswer()),
    systemError: systemErrorAnswer,
    errorAnswer: answerOfCode,
    faultPort: { contract: ports.contract, facts: factKinds, factsOf, magic: magicValues },
  };
}

/** A path that an option has switched off is unknown for every method. */
function isServed(call: TenantCall, operations: readonly ProviderOperation[]): boolean {
  return operations.some(({ path, isServed: isOn }) => path === call.path && isOn?.(call.tenant) !== false);
}

async function listAllPackages(tx: Transaction, catalogue: Catalogue): Promise<PackageView[]> {
  const views: PackageView[] = [];
  for (const item of catalogue.packages) {
    const { stock, onSale, price } = await overlayOf(tx, FMS, item.code);
    views.push({
      provider: FMS,
      code: item.code,
      alias: String(item.id),
      name: item.showName,
      price: price ?? basePrice(item.prices),
      currency: BASE_CURRENCY,
      stock,
      onSale,
    });
  }
  return views;
}

function orderView(order: Order): OrderView {
  const isPaid = order.state === "paid" || order.state === "stalled" || order.state === "completed";
  return {
    provider: FMS,
    number: order.id,
    state: order.state,
    createdAt: order.placedAt,
    charged: isPaid ? order.amount : 0,
    currency: order.currency,
    esimIds: order.state === "completed" ? [esimIdOf(order)] : [],
    details: {
      displayNumber: displayNumber(order),
      userId: order.userId,
      packageCode: order.packageCode,
      amount: order.amount,
      payableUntil: order.payableUntil,
      toppedUpOrderId: order.toppedUpOrderId,
      paymentReference: order.paymentReference,
      isMailed: order.isMailed,
    },
  };
}
