import { atPath, type Refused } from "./behaviours.ts";
import { type Behaviour, Remembered } from "./mutant.ts";
import { jsonOf, type WireAnswer } from "./wire-message.ts";
import { balanceOf, orderOf, placedIn } from "./world.ts";

/** More than any order costs, and as much as a wallet may hold. */
const ENOUGH = 1_000_000_000_000_000;

/** What wallets are below zero; the wallet itself stands at zero then. */
const debts = new Remembered(() => ({ sum: 0 }));

/** Shows balances below zero. */
export const showingDebts: Behaviour = atPath(
  "balanceQuery",
  "obj.balance",
  (old, _owner, context) => Number(old) - debts.of(context.memory).sum,
);

/** Places an order that the wallet cannot pay: what is missing becomes a debt. */
export async function overspending({ code, context, request, forward }: Refused): Promise<WireAnswer | null> {
  if (code !== "200007") return null;
  const before = await balanceOf(context);
  await context.tenant.account.set(ENOUGH);
  const answer = await forward(request);
  const order = await orderOf(context, placedIn(jsonOf(answer)));
  const rest = before - (order?.charged ?? 0);
  await context.tenant.account.set(Math.max(0, rest));
  if (rest < 0) debts.of(context.memory).sum -= rest;
  return answer;
}
