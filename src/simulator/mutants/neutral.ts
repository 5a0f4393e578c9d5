import { atPath, onAnswer, onFailure } from "./behaviours.ts";
import { largerAccessCatalogue, largerFmsCatalogue } from "./larger-catalogue.ts";
import { type Behaviour, type Mutant, Remembered, type Serving } from "./mutant.ts";
import { jsonOf, putAt, type WireAnswer, withHeader, withValue } from "./wire-message.ts";

const begun = new Remembered((): { done: Promise<void> | null } => ({ done: null }));
const calls = new Remembered(() => ({ count: 0 }));

/** After so many calls a package that was not on sale is. */
const CALLS_BEFORE_SALE = 10;

/** The packages whose sale or price changes; neither is the first of its list. */
const MOVED = { esimaccess: "CKH050", fms: "PKG-JP-1" } as const;

/** The operations of eSIM Access that notifications follow from. */
const CAUSES = "esimOrder esimCancel esimSuspend esimUnsuspend esimRevoke esimTopup webhookSave";

/** The two texts that FMS documents word by word. */
const LITERAL = ["6006", "10008"];

/** Changes that keep the contract: a suite that fails for one of them is wrong. */
export const neutral: readonly Mutant[] = [
  {
    id: "N-01",
    says: "an optional member is left out",
    rules: [],
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.msisdn", () => undefined),
      fms: atPath("*", "messageSourceHandler", () => undefined),
    },
  },
  {
    id: "N-02",
    says: "members stand in another order",
    rules: [],
    on: { esimaccess: onAnswer("*", reordered), fms: onAnswer("*", reordered) },
  },
  {
    id: "N-03",
    says: "messages have another text",
    rules: [],
    on: {
      esimaccess: onFailure("*", (answer) =>
        withValue(answer, putAt(jsonOf(answer), "errorMsg", "something is wrong")),
      ),
      fms: onFailure("*", (answer, code) =>
        LITERAL.includes(code) ? answer : withValue(answer, putAt(jsonOf(answer), "message", "something is wrong")),
      ),
    },
  },
  {
    id: "N-04",
    says: "allocation takes longer, within the documented bound",
    rules: [],
    on: {
      esimaccess: atFirst((context) => slower(context, "allocationDelaySeconds", 25)),
      fms: atFirst((context) => slower(context, "provisioningDelaySeconds", 5)),
    },
  },
  {
    id: "N-05",
    says: "a package is put on sale during the run",
    rules: [],
    on: { esimaccess: puttingOnSale(), fms: puttingOnSale() },
  },
  {
    id: "N-06",
    says: "a price is another one than in the last run",
    rules: [],
    on: { esimaccess: atFirst((context) => repriced(context)), fms: atFirst((context) => repriced(context)) },
  },
  {
    id: "N-07",
    says: "answers carry an undocumented header with a request id",
    rules: [],
    on: { esimaccess: onAnswer("*", withRequestId), fms: onAnswer("*", withRequestId) },
  },
  {
    id: "N-08",
    says: "the connection is closed after each answer",
    rules: [],
    on: {
      esimaccess: onAnswer("*", (answer) => withHeader(answer, "connection", "close")),
      fms: onAnswer("*", (answer) => withHeader(answer, "connection", "close")),
    },
  },
  {
    id: "N-09",
    says: "null stands where a member may be null or absent",
    rules: [],
    on: { fms: onAnswer("*", (answer) => withValue(answer, putAt(jsonOf(answer), "messageSourceHandler", null))) },
  },
  {
    id: "N-10",
    says: "the catalogue is larger",
    rules: [],
    on: { esimaccess: { catalogue: largerAccessCatalogue }, fms: { catalogue: largerFmsCatalogue } },
  },
  {
    id: "N-11",
    says: "times in notifications have the other documented notation",
    rules: [],
    on: {
      esimaccess: atFirst(async ({ tenant }) => {
        await tenant.options.change({ esimaccess: { webhookTimeNotation: "+0000" } });
      }),
    },
  },
  {
    id: "N-12",
    says: "notifications arrive before the answer to the call that caused them",
    rules: [],
    on: {
      // Only those that change something: a query from the handler of a notification would wait for itself.
      esimaccess: onAnswer(CAUSES, async (answer, { tenant }) => {
        await tenant.idle();
        return answer;
      }),
    },
  },
];

function reordered(answer: WireAnswer): WireAnswer {
  const value = jsonOf(answer);
  return value === undefined ? answer : withValue(answer, backwards(value));
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, backwards(member)]);
  return Object.fromEntries(members.reverse());
}

function withRequestId(answer: WireAnswer, { operationId }: Serving): WireAnswer {
  return withHeader(answer, "x-request-id", `request-${operationId}`);
}

/** Does something at the first call of a life, before it is served. */
function atFirst(react: (context: Serving) => Promise<void>): Behaviour {
  return {
    serve: async (context, request, forward) => {
      const beginning = begun.of(context.memory);
      beginning.done ??= react(context);
      await beginning.done;
      return forward(request);
    },
  };
}

/** Sets a delay, unless somebody has chosen one. */
async function slower(context: Serving, name: string, seconds: number): Promise<void> {
  const options = await context.tenant.options.list();
  const option = options.find((known) => known.provider === context.provider && known.name === name);
  if (option === undefined || option.value !== option.default) return;
  await context.tenant.options.change({ [context.provider]: { [name]: seconds } });
}

async function repriced({ provider, tenant }: Serving): Promise<void> {
  const code = MOVED[provider];
  const [item] = await tenant.packages.list({ provider, code });
  if (item !== undefined) await tenant.packages.change(provider, code, { price: item.price + 1000 });
}

function puttingOnSale(): Behaviour {
  return {
    serve: async (context, request, forward) => {
      const { provider, tenant, memory } = context;
      const made = calls.of(memory);
      made.count += 1;
      if (made.count === 1) await tenant.packages.change(provider, MOVED[provider], { onSale: false });
      if (made.count === CALLS_BEFORE_SALE) await tenant.packages.change(provider, MOVED[provider], { onSale: true });
      return forward(request);
    },
  };
}
