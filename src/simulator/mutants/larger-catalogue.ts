import { at, listOf, membersOf, putAt, textAt } from "./wire-message.ts";

/** One package of eSIM Access in so many has a further one like it; of FMS, which has few, each has. */
const ONE_IN = 40;

/** What sets the added packages of FMS apart from real ones. */
const ADDED_IDS = 90_000;

/** The catalogue of eSIM Access with further packages, whose codes and aliases are new. */
export function largerAccessCatalogue(file: unknown): unknown {
  const packages = listOf(at(file, "packages"));
  const added = packages
    .filter((_, index) => index % ONE_IN === 0)
    .map((row) => {
      const code = `${textAt(row, "code")}M`;
      const top = at(row, "topUp");
      const topUp = textAt(row, "topUp.code") === textAt(row, "code") ? putAt(top, "code", code) : topUpOf(top, code);
      return { ...membersOf(row), code, slug: `${textAt(row, "slug")}_M`, topUp };
    });
  return putAt(file, "packages", [...packages, ...added]);
}

function topUpOf(topUp: unknown, code: string): unknown {
  return textAt(topUp, "code") === "" ? topUp : putAt(topUp, "code", `TOPUP_${code}`);
}

/** The catalogue of FMS with further packages, whose numbers and codes are new. */
export function largerFmsCatalogue(file: unknown): unknown {
  const packages = listOf(at(file, "packages"));
  const added = packages.map((row) => {
    const { id, packageId, packageCode } = membersOf(row);
    return {
      ...membersOf(row),
      id: ADDED_IDS + Number(id),
      packageId: `ffff${String(packageId).slice(4)}`,
      packageCode: `${String(packageCode)}-M`,
    };
  });
  return putAt(file, "packages", [...packages, ...added]);
}
