import { applyTopUp, type Esim, type TopUp } from "../../../esim/esim.ts";
import { planExpiry } from "../../../esim/esim-life.ts";
import { debit } from "../../../esim/money.ts";
import { accountTable, esimTable } from "../../../esim/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Catalogue, Offer } from "./catalogue.ts";
import { allows, type EsimKeys, requireEsim, stateForbids } from "./find-esim.ts";
import { drawNumbers } from "./numbering.ts";
import { chargeOf, daysCharged, priceOf } from "./place-order.ts";
import type { Ports } from "./ports.ts";
import { accountOf, type TopUpRecord, topUpTable } from "./records.ts";
import type { Refusal } from "./refusals.ts";

/** How often an eSIM can be topped up (DEC-24). */
const MOST_TOP_UPS = 10;

export interface TopUpEsim extends EsimKeys {
  readonly packageCode: string;
  /** Exactly as it was sent. */
  readonly transactionId: string;
  /** The price that the client expects; null skips the comparison, NaN is no price at all. */
  readonly amount: number | null;
  /** Days of a day pass; null means one day, NaN something that is no number of days. */
  readonly days: number | null;
}

/**
 * Adds volume and days to an eSIM. A transaction id that was used before gives the first result again. Refusals, in this order: no
 * eSIM named, keys that differ, unknown eSIM, its state, its package or ten top-ups; then unknown or withdrawn top-up, days, price,
 * wallet.
 */
export async function topUpEsim(
  tx: Transaction,
  command: TopUpEsim,
  ports: Ports,
): Promise<Result<TopUpRecord, Refusal>> {
  const options = ports.options(tx);
  const earlier = await tx.table(topUpTable).get(command.transactionId);
  if (earlier !== null) return options.strictDuplicates ? err({ code: "transaction-id-used" }) : ok(earlier);
  const found = await toppedUpEsim(tx, command, { catalogue: ports.catalogue, isStrict: options.strictTopupIds });
  if (!found.ok) return found;
  const esim = found.value;
  const offer = ownTopUp(ports.catalogue, esim, command.packageCode);
  if (offer === null) return err({ code: "top-up-code-unknown", packageCode: command.packageCode });
  const price = await priceOf(tx, offer);
  if (price === null) return err({ code: "package-withdrawn", packageCode: command.packageCode });
  const days = daysCharged(offer, command.days);
  if (days === null) return err({ code: "day-count-out-of-range", line: null });
  const listed = price * days;
  if (command.amount !== null && command.amount !== listed) {
    return err({ code: "unit-price-differs", expected: command.amount, price: listed });
  }
  const charged = chargeOf(listed, options.chargeFactor);
  const account = debit(await accountOf(tx), charged);
  if (!account.ok) return account;
  await tx.table(accountTable).put(account.value);
  const [id = ""] = await drawNumbers(tx, 1);
  const { transactionId } = command;
  const grows = offer.entry.dataType === 1 || options.dayPassVolumes === "total"; // DEC-39
  const topUp: TopUp = {
    id,
    packageCode: offer.code,
    transactionId,
    charged,
    volumeBytes: grows ? offer.entry.volumeBytes * days : 0,
    validityDays: offer.entry.validityDays * days,
    at: tx.at,
  };
  return ok(await storeTopUp(tx, { esim, topUp, transactionId }, ports));
}

async function storeTopUp(
  tx: Transaction,
  added: { readonly esim: Esim; readonly topUp: TopUp; readonly transactionId: string },
  ports: Ports,
): Promise<TopUpRecord> {
  const { esim, topUp, transactionId } = added;
  const after = applyTopUp(esim, topUp);
  await tx.table(esimTable).put(after);
  if (after.expiresAt !== esim.expiresAt) await planExpiry(tx, after, ports.reactions);
  tx.record({ kind: "esim-topped-up", esimId: esim.id, topUpId: topUp.id, charged: topUp.charged });
  if (after.status !== esim.status && ports.options(tx).notifyRevival) await ports.announcer.statusChanged(tx, after);
  const { iccid, expiresAt, volumeBytes, validityDays, reportedBytes } = after;
  const record = {
    transactionId,
    id: topUp.id,
    esimId: esim.id,
    iccid,
    expiresAt,
    volumeBytes,
    validityDays,
    reportedBytes,
  };
  await tx.table(topUpTable).put(record);
  return record;
}

async function toppedUpEsim(
  tx: Transaction,
  keys: EsimKeys,
  by: { readonly catalogue: Catalogue; readonly isStrict: boolean },
): Promise<Result<Esim, Refusal>> {
  const { esimId, iccid } = keys;
  const isDouble = esimId !== null && iccid !== null;
  if (isDouble && by.isStrict) return err({ code: "esim-keys-differ" });
  const found = await requireEsim(tx, isDouble ? { esimId, iccid: null } : keys);
  if (!found.ok) return found;
  const esim = found.value;
  if (isDouble && esim.iccid !== iccid) return err({ code: "esim-keys-differ" }); // DEC-21
  const canTopUp = by.catalogue.require(esim.packageCode).topUpType !== 1 && esim.topUps.length < MOST_TOP_UPS;
  return canTopUp && allows(esim, "top-up") ? ok(esim) : stateForbids(esim);
}

/** The top-up of a code or slug among those of this very eSIM; a plain base code is none, except a day pass's own (DEC-23). */
function ownTopUp(catalogue: Catalogue, esim: Esim, codeOrSlug: string): Offer | null {
  const offers = catalogue.topUpsOf(catalogue.require(esim.packageCode));
  const folded = codeOrSlug.toLowerCase();
  return (
    offers.find(({ code }) => code === codeOrSlug) ??
    offers.find(({ entry }) => entry.slug === codeOrSlug) ??
    offers.find(({ entry }) => entry.slug.toLowerCase() === folded) ??
    null
  );
}
