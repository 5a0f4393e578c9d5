import type { TableDefinition } from "../../../kernel/store.ts";
import { type EpochMs, MINUTE_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";

/** Numbers that one minute has: four digits. */
const PER_MINUTE = 10_000;

/** The number drawn last: a minute since 1970 and a serial within it. */
export interface Numbering {
  readonly name: "last";
  readonly minute: number;
  readonly serial: number;
}

export const numberingTable: TableDefinition<Numbering> = {
  name: "esimaccess-numbering",
  keyOf: (numbering) => numbering.name,
};

/**
 * The number after `last` at an instant. Orders and eSIMs share one counter per UTC minute (DEC-55). When a minute's numbers are
 * used up, numbering runs ahead into the next minute's; a clock that gets there goes on behind them, so none comes twice.
 */
export function nextNumber(last: Numbering | null, at: EpochMs): Numbering {
  const minute = Math.floor(at / MINUTE_MS);
  if (last === null || minute > last.minute) return { name: "last", minute, serial: 0 };
  if (last.serial + 1 < PER_MINUTE) return { ...last, serial: last.serial + 1 };
  return { name: "last", minute: last.minute + 1, serial: 0 };
}

/** The fourteen digits of a number: year, month, day, hour and minute in two digits each, then the serial. */
export function digitsOf({ minute, serial }: Numbering): string {
  const days = Math.floor(minute / 1440);
  const { year, month, day } = civilDate(days);
  const inDay = minute - days * 1440;
  const parts = [year % 100, month, day, Math.floor(inDay / 60), inDay % 60];
  return [...parts.map((part) => String(part).padStart(2, "0")), String(serial).padStart(4, "0")].join("");
}

/** Draws `count` numbers. */
export async function drawNumbers(tx: Transaction, count: number): Promise<string[]> {
  const table = tx.table(numberingTable);
  let last = await table.get("last");
  const drawn: string[] = [];
  while (drawn.length < count) {
    last = nextNumber(last, tx.at);
    drawn.push(digitsOf(last));
  }
  if (last !== null) await table.put(last);
  return drawn;
}

/** The Gregorian date of a day since 1970, in whole-number arithmetic (years counted from March, eras of 400 years). */
function civilDate(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468; // days since 0000-03-01
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
