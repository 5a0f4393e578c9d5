import { isSuccess, joined, secondTry, serving, successLike } from "./behaviours.ts";
import { type Behaviour, breaks, type Mutant, type Serving } from "./mutant.ts";
import * as orders from "./order-states.ts";
import { showAs, showingStates } from "./shown-states.ts";
import { topUpOfEnded, topUpOfUnsupported } from "./top-ups.ts";
import { jsonOf } from "./wire-message.ts";
import { chargedFor, credit, type EsimSeen, esimNamed } from "./world.ts";

const FORBIDDEN = "200002";
const NOTICES = "paymentWebhook paymentWebhookV11";
const STATES = "states effects races model flows webhooks";

/** States that are reached when they must not be, or not reached when they must. */
export const states: readonly Mutant[] = [
  {
    id: "STM-01",
    says: "an order never leaves processing",
    rules: breaks("*", `examples positives ${STATES}`),
    on: {
      esimaccess: orders.neverReady,
      fms: orders.stuck,
    },
  },
  {
    id: "STM-02",
    says: "an order becomes ready with one eSIM less than it has",
    rules: breaks("esimOrder esimQuery", `positives ${STATES}`),
    on: { esimaccess: orders.withholding },
  },
  {
    id: "STM-04",
    says: "an eSIM in use can be cancelled",
    rules: breaks("esimCancel", STATES),
    on: {
      esimaccess: joined(
        showingStates,
        allowing("esimCancel", async (esim, context) => {
          if (esim.status !== "in-use") return false;
          await credit(context, chargedFor(esim));
          showAs(context, esim.id, "CANCEL");
          return true;
        }),
      ),
    },
  },
  {
    id: "STM-05",
    says: "an eSIM can be cancelled twice",
    rules: breaks("esimCancel", STATES),
    on: { esimaccess: allowing("esimCancel", (esim) => esim.status === "cancelled") },
  },
  {
    id: "STM-07",
    says: "a cancelled eSIM can be suspended",
    rules: breaks("esimSuspend", STATES),
    on: {
      esimaccess: joined(
        showingStates,
        allowing("esimSuspend", (esim, context) => {
          if (esim.status !== "cancelled") return false;
          showAs(context, esim.id, "SUSPENDED");
          return true;
        }),
      ),
    },
  },
  {
    id: "STM-08",
    says: "an eSIM that is not suspended can be resumed",
    rules: breaks("esimUnsuspend", STATES),
    on: { esimaccess: allowing("esimUnsuspend", (esim) => ["unused", "in-use", "used-up"].includes(esim.status)) },
  },
  {
    id: "STM-09",
    says: "a suspension is acknowledged and not kept",
    rules: breaks("esimSuspend esimUnsuspend", STATES),
    on: {
      esimaccess: acknowledging(
        "esimSuspend",
        (esim) => ["unused", "in-use", "used-up"].includes(esim.status) && esim.profile !== "released",
      ),
    },
  },
  {
    id: "STM-10",
    says: "a revoked eSIM stays usable",
    rules: breaks("esimRevoke", STATES),
    on: {
      esimaccess: acknowledging(
        "esimRevoke",
        (esim) => ["unused", "in-use", "used-up", "suspended"].includes(esim.status) && esim.profile !== "deleted",
      ),
    },
  },
  {
    id: "STM-11",
    says: "an expired eSIM can be topped up",
    rules: breaks("esimTopup topUpOrder", STATES),
    on: topUpOfEnded,
  },
  {
    id: "STM-13",
    says: "an eSIM can be topped up with what does not fit it",
    rules: breaks("esimTopup topUpOrder", `negatives ${STATES}`),
    on: topUpOfUnsupported,
  },
  {
    id: "STM-14",
    says: "a query by order gives an eSIM of another order",
    rules: breaks("esimQuery myEsimDetail myEsimDetailV11", `examples positives responses ${STATES}`),
    on: { esimaccess: orders.mixingOrders, fms: orders.firstProfile },
  },
  {
    id: "STM-15",
    says: "the state goes backwards between two polls",
    rules: breaks("esimQuery queryOrdStatusAndEmail", `responses ${STATES}`),
    on: { esimaccess: orders.goingBack, fms: orders.goneBack },
  },
  {
    id: "STM-17",
    says: "a late notice of a failure turns a paid order into a failed one",
    rules: breaks(`${NOTICES} queryOrdStatusAndEmail`, STATES),
    on: { fms: orders.lateFailure },
  },
  {
    id: "STM-19",
    says: "the first read of a new order finds nothing",
    rules: breaks("esimOrder esimQuery queryOrdStatusAndEmail", `examples positives responses ${STATES}`),
    on: {
      esimaccess: orders.hiding("esimaccess", ({ looks }) => looks === 1),
      fms: orders.hiding("fms", ({ looks }) => looks === 1),
    },
  },
];

/** An operation that the state forbids succeeds when `isAllowed` says so. */
function allowing(
  operation: string,
  isAllowed: (esim: EsimSeen, context: Serving) => boolean | Promise<boolean>,
): Behaviour {
  return secondTry(operation, async ({ code, answer, context }) => {
    const esim = code === FORBIDDEN ? await esimNamed(context) : null;
    const isDone = esim !== null && (await isAllowed(esim, context));
    return isDone ? successLike("esimaccess", answer, {}) : null;
  });
}

/** An operation that would succeed is answered and not done. What it is answered with comes from a read. */
function acknowledging(operation: string, wouldSucceed: (esim: EsimSeen) => boolean): Behaviour {
  return serving(operation, async (context, request, forward) => {
    const esim = await esimNamed(context);
    if (esim === null || !wouldSucceed(esim)) return forward(request);
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(/esim\/\w+$/, "balance/query");
    const read = await forward({ ...request, url: url.href });
    return isSuccess("esimaccess", jsonOf(read)) ? successLike("esimaccess", read, {}) : forward(request);
  });
}
