import { isSuccess, onAnswer, refusalLike, secondTry, serving, successLike } from "./behaviours.ts";
import { type Behaviour, breaks, type Mutant } from "./mutant.ts";
import { aliased, hidingAliases, type KnownId, keyOf, knownIds } from "./transaction-ids.ts";
import { jsonOf, putAt, textAt, withValue } from "./wire-message.ts";
import { chargedFor, credit, esimNamed } from "./world.ts";

const LAYERS = "effects races model flows states";
const NOTICES = "paymentWebhook paymentWebhookV11";
const FORGOTTEN_AFTER_MS = 60_000;

/** Repeated requests that are not answered as the first one was. */
export const idempotency: readonly Mutant[] = [
  {
    id: "IDE-01",
    says: "an order with a transaction id that was used before is a new order",
    rules: breaks("esimOrder", LAYERS),
    on: { esimaccess: asNewWhen("esimOrder", () => true) },
  },
  {
    id: "IDE-03",
    says: "a repeated request is not answered as documented",
    rules: breaks(`esimOrder ${NOTICES}`, LAYERS),
    on: {
      esimaccess: serving("esimOrder", async (context, request, forward) => {
        const key = keyOf("esimOrder", textAt(context.body, "transactionId"));
        const answer = await forward(request);
        if (!isSuccess("esimaccess", jsonOf(answer))) return answer;
        const isRepeated = knownIds(context.memory).has(key);
        remember(context, "esimOrder");
        const refusal = { code: "310402", message: "the transactionId already exists" };
        return isRepeated ? refusalLike("esimaccess", answer, refusal) : answer;
      }),
      fms: secondTry(NOTICES, ({ code, answer }) => (code === "3004" ? successLike("fms", answer, null) : null)),
    },
  },
  {
    id: "IDE-06",
    says: "transaction ids are compared without regard to case and to spaces at their ends",
    rules: breaks("esimOrder", `${LAYERS} positives`),
    on: {
      esimaccess: serving("esimOrder", async (context, request, forward) => {
        const id = textAt(context.body, "transactionId");
        const folded = (text: string): string => text.trim().toLowerCase();
        const known = [...knownIds(context.memory).values()].find((earlier) => folded(earlier.id) === folded(id));
        const answer = await forward(
          known === undefined ? request : withValue(request, putAt(context.body, "transactionId", known.id)),
        );
        if (known === undefined && isSuccess("esimaccess", jsonOf(answer))) remember(context, "esimOrder");
        return answer;
      }),
    },
  },
  {
    id: "IDE-07",
    says: "a transaction id is forgotten after 60 seconds",
    rules: breaks("esimOrder", LAYERS),
    on: { esimaccess: asNewWhen("esimOrder", (known, now) => now - known.at > FORGOTTEN_AFTER_MS) },
  },
  {
    id: "IDE-09",
    says: "a repeated top-up adds its volume again",
    rules: breaks("esimTopup", LAYERS),
    on: {
      esimaccess: hidingAliases(async (context, request, forward) => {
        const isTopUp = context.operationId === "esimTopup";
        const key = keyOf("esimTopup", textAt(context.body, "transactionId"));
        if (!isTopUp || !knownIds(context.memory).has(key)) {
          const answer = await forward(request);
          if (isTopUp && isSuccess("esimaccess", jsonOf(answer))) remember(context, "esimTopup");
          return answer;
        }
        const answer = await forward(aliased(context.memory, request, context.body));
        const added = (await esimNamed(context))?.topUps.at(-1);
        if (added !== undefined && isSuccess("esimaccess", jsonOf(answer))) await credit(context, added.charged);
        return answer;
      }),
    },
  },
  {
    id: "IDE-10",
    says: "a repeated cancellation is refused and credits again",
    rules: breaks("esimCancel", LAYERS),
    on: {
      esimaccess: onAnswer("esimCancel", async (answer, context) => {
        const esim = isSuccess("esimaccess", jsonOf(answer)) ? null : await esimNamed(context);
        if (esim?.status === "cancelled") await credit(context, chargedFor(esim));
        return answer;
      }),
    },
  },
];

type Context = Parameters<NonNullable<Behaviour["serve"]>>[0];

function remember(context: Context, operationId: string): void {
  const id = textAt(context.body, "transactionId");
  const key = keyOf(operationId, id);
  const known = knownIds(context.memory);
  if (!known.has(key)) known.set(key, { id, operationId, at: context.tenant.clock.now() });
}

/** A repeated id counts as a new one when `isNew` says so. */
function asNewWhen(operation: string, isNew: (known: KnownId, now: number) => boolean): Behaviour {
  return hidingAliases(async (context, request, forward) => {
    if (context.operationId !== operation) return forward(request);
    const known = knownIds(context.memory).get(keyOf(operation, textAt(context.body, "transactionId")));
    const isAgain = known !== undefined && isNew(known, context.tenant.clock.now());
    const answer = await forward(isAgain ? aliased(context.memory, request, context.body) : request);
    if (isSuccess("esimaccess", jsonOf(answer))) remember(context, operation);
    return answer;
  });
}
