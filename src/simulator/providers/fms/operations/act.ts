import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { FmsOptions } from "../options.ts";
import { register } from "./accounts.ts";
import type { Catalogue } from "./catalogue.ts";
import { BASE_CURRENCY, offerOf } from "./offers.ts";
import type { Order } from "./orders.ts";
import { placeOrder } from "./place-order.ts";
import { takeNotice } from "./take-notice.ts";
import { findUser } from "./users.ts";

/** The password digest of end users that nobody registered over the wire. */
const PASSWORD_DIGEST = "3cb4e732631f47e6eb961f34554b7cde";

interface Wanted {
  readonly packageCode: string;
  readonly count: number;
  readonly email: string;
  readonly isPaid: boolean;
}

type Rules = { readonly catalogue: Catalogue; readonly options: FmsOptions };

/** Lets an end user, registered on the way, buy `count` times one eSIM at its base price, and pays. */
export async function buy(
  tx: Transaction,
  wanted: Wanted,
  rules: Rules,
): Promise<Result<readonly string[], { readonly code: string }>> {
  const userId = await userOf(tx, wanted.email, rules.options);
  if (!userId.ok) return userId;
  const numbers: string[] = [];
  for (let bought = 0; bought < wanted.count; bought += 1) {
    const placed = await buyOne(tx, { ...wanted, userId: userId.value }, rules);
    if (!placed.ok) return placed;
    numbers.push(placed.value.id);
  }
  return ok(numbers);
}

async function buyOne(
  tx: Transaction,
  { packageCode, userId, isPaid }: Wanted & { readonly userId: string },
  { catalogue, options }: Rules,
): Promise<Result<Order, { readonly code: string }>> {
  const item = catalogue.byCode(packageCode);
  const offer = item === null ? null : await offerOf(tx, item);
  const price = offer?.prices.find(({ currency }) => currency === BASE_CURRENCY);
  if (item === null || price === undefined) return err({ code: "package-not-offered" });
  const { currencyId, currency, amount } = price;
  const purchase = { packageId: item.id, packageCode, currencyId, currency, validityDays: item.validityDays, amount };
  const placed = await placeOrder(tx, purchase, { userId, catalogue, options });
  if (!placed.ok || !isPaid) return placed;
  const notice = { orderId: placed.value.id, isPaid: true, amount, currency, reference: `PAY-${placed.value.id}` };
  const noticed = await takeNotice(tx, notice, options);
  return noticed.ok ? placed : noticed;
}

async function userOf(
  tx: Transaction,
  email: string,
  options: FmsOptions,
): Promise<Result<string, { readonly code: string }>> {
  const known = await findUser(tx, email);
  if (known !== null) return ok(known.id);
  const command = { email, passwordDigest: PASSWORD_DIGEST, userType: 0, verificationCode: null };
  const registered = await register(tx, command, { ...options, verifyCode: "ignore" }); // nobody reads the mail here
  if (!registered.ok) return registered;
  return ok((await findUser(tx, email))?.id ?? "");
}
