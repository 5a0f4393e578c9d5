import { hashHex, type RandomStream } from "../kernel/random.ts";

/** The identifiers that an operator gives a profile. */
export interface ProfileIdentity {
  readonly iccid: string;
  readonly imsi: string;
  /** The token that picks the profile on the SM-DP+: 32 upper-case hexadecimal digits. */
  readonly matchingId: string;
  readonly pin: string;
  readonly puk: string;
}

/** The test network of ITU-T E.212 (MCC 001, MNC 01): no real subscriber can have such an IMSI. */
const TEST_NETWORK = "00101";
const ICCID_SERIALS = 100_000_000_000n;
/** Coprime with the number of serials, so that counting in these steps meets each serial once. */
const SERIAL_STEP = 38_196_601_127n;

/**
 * Makes the identity of the `serial`-th profile of a tenant (1, 2, 3 and so on). ICCIDs are unique by construction: serials are
 * spread over eleven digits by multiplication, not drawn.
 */
export function profileIdentity(serial: number, random: RandomStream): ProfileIdentity {
  const spread = String((BigInt(serial) * SERIAL_STEP) % ICCID_SERIALS).padStart(11, "0");
  const body = `8999001${spread}`; // 89 telecom, 99 no country, 001 no issuer
  return {
    iccid: [body, luhnDigit(body)].join(""), // joined texts are one piece in memory, others keep their parts
    imsi: [TEST_NETWORK, String(serial % 10_000_000_000).padStart(10, "0")].join(""),
    matchingId: random.hex(32).toUpperCase(),
    pin: random.digits(4),
    puk: random.digits(8),
  };
}

/** The check digit that completes a number so that it passes the Luhn test. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Draws the EID of a device: 32 digits, the last two chosen so that the number mod 97 is 1 (GSMA SGP.29). */
export function drawEid(random: RandomStream): string {
  const body = `89049032${random.digits(22)}`;
  const check = 98 - Number(BigInt(`${body}00`) % 97n);
  return `${body}${String(check).padStart(2, "0")}`;
}

/** Says whether a text is a valid EID: 32 digits whose number mod 97 is 1. */
export function isEid(text: string): boolean {
  return /^\d{32}$/.test(text) && BigInt(text) % 97n === 1n;
}

/** The text inside a QR code: SM-DP+ host and matching ID, as GSMA SGP.22 writes them. */
export function activationCode(profile: { readonly smdpHost: string; readonly matchingId: string }): string {
  return `LPA:1$${profile.smdpHost}$${profile.matchingId}`;
}

const TENANT_TAG_DIGITS = 8;

/** Eight hexadecimal digits that name a tenant inside keys which must lead back to it: QR paths and tokens. */
export function tenantTag(tenantId: string): string {
  return hashHex(`tenant/${tenantId}`, TENANT_TAG_DIGITS);
}

/** The tenant's tag inside a key made by `taggedKey`, or null when it cannot be one. */
export function tagOf(key: string): string | null {
  return /^[0-9a-f]{32}$/.test(key) ? key.slice(0, TENANT_TAG_DIGITS) : null;
}

/** A key of 32 hexadecimal digits that names its tenant and is otherwise random. */
export function taggedKey(tenantId: string, random: RandomStream): string {
  return [tenantTag(tenantId), random.hex(32 - TENANT_TAG_DIGITS)].join("");
}
