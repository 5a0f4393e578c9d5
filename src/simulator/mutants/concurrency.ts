import { codeOf, joined, onSuccess, refusalLike, serving, successLike } from "./behaviours.ts";
import { overspending, showingDebts } from "./debts.ts";
import { type Behaviour, breaks, type Mutant, Remembered, type Serving } from "./mutant.ts";
import { hiding } from "./order-states.ts";
import { among } from "./overlaps.ts";
import { showAs, showingStates } from "./shown-states.ts";
import { aliased, hidingAliases } from "./transaction-ids.ts";
import { at, changeAt, jsonOf, textAt, type WireAnswer } from "./wire-message.ts";
import { balanceOf, chargedFor, credit, esimNamed, orderOf, placedIn } from "./world.ts";

const RACES = "races effects model flows";
const FORBIDDEN = "200002";
const TOO_POOR = "200007";
const SECOND_MS = 1000;

/** Requests a second that eSIM Access documents. */
const LIMIT = 8;

const batches = new Remembered((): { before: Promise<number> | null } => ({ before: null }));
const groups = new Remembered((): { current: string; readonly twins: Map<string, string> } => ({
  current: "",
  twins: new Map(),
}));
const windows = new Remembered((): number[] => []);

/** What goes wrong when several requests come at once, or too many. */
export const concurrency: readonly Mutant[] = [
  {
    id: "CON-01",
    says: "of orders that come at once, only the last one is debited",
    rules: breaks("esimOrder balanceQuery", RACES),
    on: { esimaccess: serving("esimOrder", losingUpdates) },
  },
  {
    id: "CON-02",
    says: "orders that come at once spend more than there is",
    rules: breaks("esimOrder balanceQuery", RACES),
    on: {
      esimaccess: joined(
        showingDebts,
        serving("esimOrder", (context, request, forward) =>
          among(context.memory, "order", async (call) => {
            const answer = await forward(request);
            const code = codeOf("esimaccess", answer);
            if (code !== TOO_POOR || !call.isShared) return answer;
            return (await overspending({ code, answer, context, request, forward })) ?? answer;
          }),
        ),
      ),
    },
  },
  {
    id: "CON-03",
    says: "the same transaction id at once makes two orders",
    rules: breaks("esimOrder", RACES),
    on: {
      esimaccess: hidingAliases((context, request, forward) => {
        if (context.operationId !== "esimOrder") return forward(request);
        const key = `order ${textAt(context.body, "transactionId")}`;
        return among(context.memory, key, ({ earlier }) =>
          forward(earlier === 0 ? request : aliased(context.memory, request, context.body)),
        );
      }),
    },
  },
  {
    id: "CON-04",
    says: "cancellations that come at once are each refunded",
    rules: breaks("esimCancel", RACES),
    on: { esimaccess: serving("esimCancel", refundingEach) },
  },
  {
    id: "CON-05",
    says: "orders that come at once get the same ICCID",
    rules: breaks("esimOrder esimQuery", `${RACES} states`),
    on: { esimaccess: joined(onSuccess("esimQuery", withTwins), serving("esimOrder", pairing)) },
  },
  {
    id: "CON-07",
    says: "there is no rate limit",
    rules: breaks("*", `${RACES} responses`),
    on: { esimaccess: {} },
    rateLimit: "off",
  },
  {
    id: "CON-08",
    says: "the rate limit is half of the documented one",
    rules: breaks("*", `${RACES} responses`),
    on: {
      esimaccess: {
        serve: async (context, request, forward) => {
          const isWithin = !isCounted(context, request.headers) || isAdmitted(context, LIMIT / 2);
          return isWithin ? forward(request) : tooFast(context);
        },
      },
    },
  },
  {
    id: "CON-09",
    says: "a request above the rate limit is refused and done all the same",
    rules: breaks("*", `${RACES} responses`),
    on: {
      esimaccess: {
        serve: async (context, request, forward) => {
          const isWithin = !isCounted(context, request.headers) || isAdmitted(context, LIMIT);
          const answer = await forward(request);
          return isWithin ? answer : tooFast(context);
        },
      },
    },
    rateLimit: "off",
  },
  {
    id: "CON-10",
    says: "a new order cannot be read for a second",
    rules: breaks("esimQuery queryOrdStatusAndEmail", `${RACES} states responses examples positives`),
    on: {
      esimaccess: hiding("esimaccess", ({ ageMs }) => ageMs < SECOND_MS),
      fms: hiding("fms", ({ ageMs }) => ageMs < SECOND_MS),
    },
  },
  {
    id: "CON-11",
    says: "a cancellation and a suspension that come at once are both done",
    rules: breaks("esimCancel esimSuspend", `${RACES} states`),
    on: {
      esimaccess: joined(
        showingStates,
        serving("esimCancel esimSuspend", async (context, request, forward) => {
          const esim = await esimNamed(context);
          if (esim === null) return forward(request);
          return among(context.memory, `end ${esim.id}`, async (call) => {
            const answer = await forward(request);
            const isForbidden = codeOf("esimaccess", answer) === FORBIDDEN && context.operationId === "esimSuspend";
            if (!isForbidden || !call.isShared) return answer;
            showAs(context, esim.id, "SUSPENDED");
            return successLike("esimaccess", answer, {});
          });
        }),
      ),
    },
  },
];

type Served = Parameters<NonNullable<Behaviour["serve"]>>;

/** Every order of a batch writes the balance that was there at its beginning, less its own price. */
function losingUpdates(...[context, request, forward]: Served): Promise<WireAnswer> {
  return among(context.memory, "order", async (call) => {
    const batch = batches.of(context.memory);
    if (call.earlier === 0) batch.before = balanceOf(context);
    const before = await batch.before;
    const answer = await forward(request);
    const number = placedIn(jsonOf(answer));
    const order = number === "" || !call.isShared ? null : await orderOf(context, number);
    if (order !== null && before !== null) await context.tenant.account.set(Math.max(0, before - order.charged));
    return answer;
  });
}

function refundingEach(...[context, request, forward]: Served): Promise<WireAnswer> {
  const id = textAt(context.body, "esimTranNo") || textAt(context.body, "iccid");
  return among(context.memory, `cancel ${id}`, async (call) => {
    const answer = await forward(request);
    const isSecond = call.isShared && codeOf("esimaccess", answer) === FORBIDDEN;
    const esim = isSecond ? await esimNamed(context) : null;
    if (esim?.status !== "cancelled") return answer;
    await credit(context, chargedFor(esim));
    return successLike("esimaccess", answer, {});
  });
}

/** Remembers which orders came at once. */
function pairing(...[context, request, forward]: Served): Promise<WireAnswer> {
  return among(context.memory, "order", async (call) => {
    const group = groups.of(context.memory);
    const answer = await forward(request);
    const number = placedIn(jsonOf(answer));
    if (number === "") return answer;
    if (call.isShared && group.current !== "" && group.current !== number) group.twins.set(number, group.current);
    else group.current = number;
    return answer;
  });
}

async function withTwins(value: unknown, context: Serving): Promise<unknown> {
  const { twins } = groups.of(context.memory);
  const twin = twins.get(textAt(at(value, "obj.esimList.0"), "orderNo"));
  if (twin === undefined) return value;
  const esims = await context.tenant.esims.list({ provider: "esimaccess" });
  const other = esims.find(({ orderNumber }) => orderNumber === twin);
  return other === undefined ? value : changeAt(value, "obj.esimList.0.iccid", () => other.iccid);
}

/** Whether a request counts for the rate limit: one with the right key, while the limit is enforced. */
function isCounted(context: Serving, headers: Readonly<Record<string, string>>): boolean {
  return context.isLimited && headers["rt-accesscode"]?.trim() === context.tenant.credentials.esimaccess.accessCode;
}

/** Whether fewer than `most` requests were admitted within the last second. */
function isAdmitted(context: Serving, most: number): boolean {
  const admitted = windows.of(context.memory);
  const now = context.tenant.clock.now();
  while (admitted.length > 0 && (admitted[0] ?? now) <= now - SECOND_MS) admitted.shift();
  if (admitted.length >= most) return false;
  admitted.push(now);
  return true;
}

async function tooFast(context: Serving): Promise<WireAnswer> {
  const options = await context.tenant.options.list();
  const form = options.find(({ name }) => name === "rateLimitAnswer")?.value;
  const blank = { status: 200, headers: { "content-type": "application/json" }, bytes: new Uint8Array(0) };
  const code = form === "900001" ? "900001" : "101013";
  const answer = refusalLike("esimaccess", blank, { code, message: "the system is busy, please try again later, [1]" });
  return form === "429" ? { ...answer, status: 429, headers: { ...answer.headers, "retry-after": "1" } } : answer;
}
