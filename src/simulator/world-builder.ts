import { consumeData, playDevice } from "./admin/control/esims.ts";
import { changePackage } from "./admin/control/packages.ts";
import type { ControlPorts } from "./admin/control/ports.ts";
import type { Controlled } from "./admin/control/refusal.ts";
import type { DeviceEvent } from "./esim/esim.ts";
import { accountTable, esimTable } from "./esim/tables.ts";
import type { ClockState } from "./kernel/clock.ts";
import type { StoredRecords } from "./kernel/store.ts";
import { Tenant } from "./kernel/tenant.ts";
import type { ChosenBeginning, TenantBeginning } from "./kernel/tenant-beginning.ts";
import type { TenantPorts } from "./kernel/tenant-ports.ts";
import { readRecords } from "./kernel/tenant-records.ts";
import { type EpochMs, parseDuration } from "./kernel/time.ts";
import { setTo } from "./kernel/time-commands.ts";
import { type TenantSettings, tenantTable } from "./kernel/unit-of-work.ts";
import { StartRefused } from "./refusals.ts";
import { MemoryStore } from "./storage/memory-store.ts";
import { bytesOf, type WorldDocument, type WorldEvent, type WorldOrder } from "./world-document.ts";

/** What a life in a world begins with. */
export interface WorldBeginning {
  readonly tenantId: string;
  readonly chosen: ChosenBeginning;
  readonly beginning: TenantBeginning;
}

/** More than any world spends. */
const FULL_WALLET = 1_000_000_000_000_000;

/** One thing to do at an instant; of several at one instant the order of the document counts. */
interface Step {
  readonly at: EpochMs;
  readonly run: () => Promise<void>;
}

/**
 * Makes the records of a world by the real operations: a tenant of its own lives through the past, order by order, on a clock that stands, and
 * is then taken as it is. Webhooks have no address there, so none leaves.
 * @throws StartRefused when an operation refuses what the world asks for
 */
export async function buildWorld(
  document: WorldDocument,
  life: WorldBeginning,
  ports: { readonly tenant: Pick<TenantPorts, "jobs" | "seed">; readonly control: ControlPorts },
): Promise<StoredRecords> {
  const { seed, clock } = life.beginning;
  const steps: Step[] = [];
  let first = clock.at;
  const builder: Builder = { document, control: ports.control, tenant: null };
  for (const [index, order] of (document.orders ?? []).entries()) {
    steps.push(...stepsOf(builder, { order, path: `orders[${index}]` }, clock.at));
    first = Math.min(first, clock.at - durationOf(order.ago));
  }
  steps.sort((a, b) => a.at - b.at);
  const past: ClockState = { mode: "frozen", at: first };
  const tenant = await Tenant.open(life.tenantId, {
    jobs: ports.tenant.jobs,
    seed: ports.tenant.seed, // and nothing else: a past inside a world would have a past of its own
    store: new MemoryStore(),
    wall: { now: () => first },
    send: async () => ({ outcome: "failed", status: null, detail: "a world sends nothing", wallMs: 0 }),
    beginning: () => ({ seed, clock: past }),
  });
  builder.tenant = tenant;
  if (document.balance !== undefined) await setBalance(tenant, FULL_WALLET);
  for (const { at, run } of steps) {
    await setTo(tenant, at);
    await run();
  }
  await setTo(tenant, clock.at);
  await finish(builder, tenant);
  const { records } = await readRecords(tenant);
  await tenant.close();
  return ownedBy(records, life);
}

interface Builder {
  readonly document: WorldDocument;
  readonly control: ControlPorts;
  tenant: Tenant | null;
}

function stepsOf(
  builder: Builder,
  { order, path }: { readonly order: WorldOrder; readonly path: string },
  beginsAt: EpochMs,
): Step[] {
  const steps: Step[] = [];
  const { repeat = 1, every = "0s", events = [] } = order;
  for (let copy = 0; copy < repeat; copy += 1) {
    const at = beginsAt - durationOf(order.ago) + copy * durationOf(every);
    let numbers: readonly string[] = [];
    const buy = async (): Promise<void> => {
      numbers = await buyIn(builder, order, path);
    };
    steps.push({ at, run: buy });
    for (const [index, event] of events.entries()) {
      const place = `${path}.events[${index}]`;
      const run = (): Promise<void> => happen(builder, { numbers, event, place });
      steps.push({ at: at + durationOf(event.after), run });
    }
  }
  return steps;
}

async function buyIn(builder: Builder, order: WorldOrder, path: string): Promise<readonly string[]> {
  const { code, count = 1, email = "traveller@example.com", paid: isPaid = true } = order;
  const { control } = providerOf(builder, order.provider);
  const wanted = { packageCode: control.packageCode(code) ?? code, count, email, isPaid };
  const bought = await tenantOf(builder).transact((tx) => control.buy(tx, wanted));
  if (!bought.ok) throw impossible(`${path} is refused by ${order.provider}: ${bought.error.code}`);
  return bought.value;
}

async function happen(
  builder: Builder,
  {
    numbers,
    event,
    place,
  }: { readonly numbers: readonly string[]; readonly event: WorldEvent; readonly place: string },
): Promise<void> {
  const tenant = tenantOf(builder);
  const esims = await tenant.transact(async (tx) => {
    const found = await Promise.all(numbers.map((number) => tx.table(esimTable).findBy("order", number)));
    return found.flat();
  });
  if (esims.length === 0) throw impossible(`${place} comes before its order has an eSIM; let it happen later`);
  const actions = event.do ?? [];
  for (const { id, provider } of esims) {
    for (const action of typeof actions === "string" ? [actions] : actions) {
      await act(builder, { id, provider, action, place });
    }
    const bytes = event.use === undefined ? null : bytesOf(event.use);
    if (bytes !== null) demand(await consumeData(tenant, { id, bytes }, builder.control), place);
  }
}

async function act(
  builder: Builder,
  wanted: { readonly id: string; readonly provider: string; readonly action: string; readonly place: string },
): Promise<void> {
  const { id, action, place } = wanted;
  const command = providerOf(builder, wanted.provider).control.commands[action];
  if (command === undefined) {
    const event = action as DeviceEvent; // the document was checked: what is no command is a device event
    return demand(await playDevice(tenantOf(builder), { id, event }, builder.control), place);
  }
  const done = await tenantOf(builder).transact((tx) => command(tx, id));
  if (!done.ok) throw impossible(`${place}: ${action} is refused: ${done.error.code}`);
}

/** What the world is told to be at its beginning, whatever came before. */
async function finish({ document, control }: Builder, tenant: Tenant): Promise<void> {
  for (const [index, { provider, code, ...change }] of (document.packages ?? []).entries()) {
    demand(await changePackage(tenant, { provider, code, change }, control), `packages[${index}]`);
  }
  for (const [provider, values] of Object.entries(document.options ?? {})) await tenant.changeOptions(provider, values);
  if (document.balance !== undefined) await setBalance(tenant, document.balance);
}

function setBalance(tenant: Tenant, amount: number): Promise<void> {
  return tenant.transact(async (tx) => {
    for (const account of await tx.table(accountTable).all()) {
      await tx.table(accountTable).put({ ...account, balance: { ...account.balance, amount } });
    }
  });
}

/** The settings and the clock of the life that begins, instead of those of the past. */
function ownedBy(records: StoredRecords, { chosen, beginning }: WorldBeginning): StoredRecords {
  const own = new Map(records.get(tenantTable.name));
  const settings = own.get("settings") as TenantSettings; // every tenant stores its settings under this key
  own.set("settings", { ...settings, createdAt: beginning.clock.at, beginning: chosen });
  own.set("clock", { name: "clock", state: beginning.clock });
  return new Map(records).set(tenantTable.name, own);
}

function demand(outcome: Controlled<unknown>, place: string): void {
  if (!outcome.ok) throw impossible(`${place}: ${outcome.error.message}`);
}

function impossible(what: string): StartRefused {
  return new StartRefused("impossible-world", `the world cannot be made: ${what}`);
}

function providerOf({ control }: Builder, name: string): ControlPorts["providers"][number] {
  const found = control.providers.find((provider) => provider.name === name);
  if (found === undefined) throw new Error(`the world was checked, yet there is no provider ${name}`);
  return found;
}

function tenantOf({ tenant }: Builder): Tenant {
  if (tenant === null) throw new Error("the world has no tenant yet");
  return tenant;
}

function durationOf(text: string): number {
  return parseDuration(text) ?? 0;
}
