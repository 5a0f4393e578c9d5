import { ControlRefused } from "../tenant-handle.ts";
import { atPath, isSuccess } from "./behaviours.ts";
import { type Behaviour, Remembered, type Serving } from "./mutant.ts";
import { listOf, membersOf, numberAt, textAt } from "./wire-message.ts";

/** An eSIM as the control shows it. */
export type EsimSeen = Awaited<ReturnType<Serving["tenant"]["esims"]["get"]>>;

/** An order as the control shows it. */
export type OrderSeen = Awaited<ReturnType<Serving["tenant"]["orders"]["list"]>>[number];

/** The eSIM that a request to eSIM Access names; null when there is none. */
export async function esimNamed(context: Serving): Promise<EsimSeen | null> {
  const id = textAt(context.body, "esimTranNo") || textAt(context.body, "iccid");
  if (id === "") return null;
  try {
    const esim = await context.tenant.esims.get(id);
    return esim.provider === context.provider ? esim : null;
  } catch (error) {
    if (error instanceof ControlRefused) return null; // nobody has it
    throw error;
  }
}

/** The order of a number; null when there is none. */
export async function orderOf(context: Serving, number: string): Promise<OrderSeen | null> {
  const [order] = await context.tenant.orders.list({ provider: context.provider, number });
  return order ?? null;
}

/** Everything that was charged for an eSIM, top-ups included. */
export function chargedFor(esim: EsimSeen): number {
  return esim.topUps.reduce((sum, { charged }) => sum + charged, esim.charged);
}

/** The last change of a wallet by a mutant: reading and writing are two steps, and the next change waits for both. */
const changes = new Remembered((): { last: Promise<void> } => ({ last: Promise.resolve() }));

/** Adds to the wallet, or takes from it as far as there is something. */
export function credit(context: Serving, amount: number): Promise<void> {
  const { account } = context.tenant;
  const change = async (): Promise<void> => {
    const { balance } = await account.get();
    await account.set(Math.max(0, Math.round(balance + amount)));
  };
  const queue = changes.of(context.memory);
  if (amount !== 0) queue.last = queue.last.then(change, change);
  return queue.last;
}

/** The wallet's balance. */
export async function balanceOf(context: Serving): Promise<number> {
  return (await context.tenant.account.get()).balance;
}

type Row = Readonly<Record<string, unknown>>;

/** Changes the rows of eSIM queries; undefined leaves a row out. */
export function onRows(change: (row: Row, context: Serving) => unknown): Behaviour {
  return atPath("esimQuery", "obj.esimList.*", (row, _owner, context) => change(membersOf(row), context));
}

/** The number of the order that an answer says was placed; empty when it says no such thing. */
export function placedIn(value: unknown): string {
  return isSuccess("esimaccess", value) ? textAt(value, "obj.orderNo") : "";
}

/** How many eSIMs an order asks for. */
export function countIn(body: unknown): number {
  const { packageInfoList } = membersOf(body);
  return listOf(packageInfoList).reduce<number>((sum, line) => sum + (numberAt(line, "count") || 0), 0);
}

/** An instant as eSIM Access writes it in answers. */
export function answerTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+0000`;
}

/** Reads an instant of an answer or a request of eSIM Access; NaN when it is none. */
export function instantOf(text: unknown): number {
  return typeof text === "string" ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) : Number.NaN;
}
