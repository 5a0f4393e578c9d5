import { overlayOf } from "../../esim/package-overlay.ts";
import type { OrderView, PackageView, Provider, ProviderControl, ProviderPorts } from "../../http/provider.ts";
import { optionsReader } from "../../kernel/options.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { events } from "./events.ts";
import { explanations } from "./explanations.ts";
import { esimAccessJobs } from "./jobs.ts";
import { buy, esimCommands } from "./operations/act.ts";
import { Catalogue, type CatalogueData } from "./operations/catalogue.ts";
import type { Ports } from "./operations/ports.ts";
import { reactToEsims } from "./operations/react-to-esims.ts";
import { orderTable, PROVIDER } from "./operations/records.ts";
import { esimAccessOptions } from "./options.ts";
import { esimAccessOperations } from "./routes.ts";
import { seed } from "./seed.ts";
import { esimAccessTables } from "./stored.ts";
import { credentialsOf as derivedCredentials, findTenant, ownTenantId } from "./wire/auth.ts";
import { codeAnswer, errorAnswer, unknownPath, wrongMethod } from "./wire/errors.ts";
import { type AnnouncerWith, esimAccessEvents } from "./wire/events.ts";
import { factKinds, factsOf } from "./wire/facts.ts";
import { magicValues } from "./wire/magic.ts";
import { createAnnouncer } from "./wire/notifications.ts";
import { activationCodeOf } from "./wire/responses.ts";

export { esimAccessOptions } from "./options.ts";

/** What a client of a tenant authenticates with: the access code alone, or a signature made with the secret key as well. */
export function credentialsOf(tenantId: string): { readonly accessCode: string; readonly secretKey: string } {
  return derivedCredentials(tenantId);
}

/** Catalogues by the data they were made of: several sandboxes of one process share theirs. */
const catalogues = new WeakMap<object, Catalogue>();

function catalogueOf(data: unknown): Catalogue {
  const known = typeof data === "object" && data !== null ? catalogues.get(data) : undefined;
  if (known !== undefined) return known;
  const made = new Catalogue(data as CatalogueData); // our own file; the fixture tests hold its form
  if (typeof data === "object" && data !== null) catalogues.set(data, made);
  return made;
}

/** Makes the eSIM Access provider. `catalogue` is the content of `fixtures/catalogues/esimaccess.json`. */
export function createEsimAccess(ports: ProviderPorts & { readonly catalogue: unknown }): Provider {
  const catalogue = catalogueOf(ports.catalogue);
  const optionsOf = optionsReader(esimAccessOptions, ports.startOptions);
  const options = (tx: Transaction): ReturnType<typeof optionsOf> => optionsOf(tx.options(PROVIDER));
  const announcer = createAnnouncer(ports.contract, options);
  const announcerWith: AnnouncerWith = (content) => createAnnouncer(ports.contract, options, content);
  const rules: Ports = { catalogue, options, announcer, reactions: reactToEsims(options, announcer) };
  return {
    name: PROVIDER,
    events,
    explanations,
    options: esimAccessOptions,
    operations: esimAccessOperations({ ports, rules, optionsOf }),
    jobs: esimAccessJobs(rules),
    control: controlOf(rules, announcerWith),
    prefixes: ["/api", "/v1"],
    seed,
    tables: esimAccessTables,
    credentialsOf,
    findTenant: (call, tenants) => findTenant(call, tenants, { optionsOf, autoTenants: ports.autoTenants ?? false }),
    tenantIdOf: ownTenantId,
    unknownPath: (call) => unknownPath(optionsOf(call.tenant.options(PROVIDER))),
    wrongMethod: (call) => wrongMethod(optionsOf(call.tenant.options(PROVIDER))),
    systemError: () => codeAnswer("000001"),
    errorAnswer,
    faultPort: { contract: ports.contract, facts: factKinds, factsOf, magic: magicValues },
  };
}

function controlOf(rules: Ports, announcerWith: AnnouncerWith): ProviderControl {
  const { catalogue, reactions } = rules;
  return {
    events: esimAccessEvents(rules, announcerWith),
    buy: (tx, { packageCode, count }) => buy(tx, { packageCode, count }, rules),
    commands: esimCommands(rules),
    packages: (tx) => packageViews(tx, catalogue),
    packageCode: (codeOrAlias) => (catalogue.topUp(codeOrAlias) ?? catalogue.base(codeOrAlias))?.code ?? null,
    orders: orderViews,
    reactions,
    activationCode: activationCodeOf,
  };
}

/** Base packages, then the top-ups that have a code of their own; those have no alias, as they share the base's slug. */
async function packageViews(tx: Transaction, catalogue: Catalogue): Promise<PackageView[]> {
  const views: PackageView[] = [];
  for (const offer of [...catalogue.bases, ...catalogue.topUps]) {
    const { stock, onSale, price } = await overlayOf(tx, PROVIDER, offer.code);
    views.push({
      provider: PROVIDER,
      code: offer.code,
      alias: offer.isTopUp ? null : offer.entry.slug,
      name: offer.isTopUp ? `${offer.entry.name} (top-up)` : offer.entry.name,
      price: price ?? offer.price,
      currency: "USD",
      stock,
      onSale,
    });
  }
  return views;
}

async function orderViews(tx: Transaction): Promise<OrderView[]> {
  const orders = await tx.table(orderTable).all();
  return orders.map(({ number, transactionId, createdAt, isAllocated, charged, lines, esimIds }) => ({
    provider: PROVIDER,
    number,
    state: isAllocated ? "allocated" : "allocating",
    createdAt,
    charged,
    currency: "USD",
    esimIds: isAllocated ? esimIds : [],
    details: { transactionId, lines },
  }));
}
