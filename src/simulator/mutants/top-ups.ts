import { type Refused, secondTry, successLike } from "./behaviours.ts";
import type { Mutant } from "./mutant.ts";
import { membersOf, textAt, type WireAnswer, type WireRequest, withValue } from "./wire-message.ts";
import { answerTime, credit, type EsimSeen, esimNamed, orderOf } from "./world.ts";

const DAY_MS = 86_400_000;

/** The code by which each provider refuses a top-up for the state of its eSIM or for a package that does not fit. */
const REFUSED = { esimaccess: "200002", fms: "2" } as const;

/** Top-ups of eSIMs whose time is over are accepted. */
export const topUpOfEnded: Mutant["on"] = accepting(isEnded);

/** Top-ups of eSIMs that have no such top-up are accepted while the eSIM lives. */
export const topUpOfUnsupported: Mutant["on"] = accepting((esim) => !isEnded(esim) && isServed(esim));

function isEnded(esim: EsimSeen): boolean {
  return esim.status === "unused-expired" || esim.status === "used-expired";
}

function isServed(esim: EsimSeen): boolean {
  return ["unused", "in-use", "used-up"].includes(esim.status) && esim.topUps.length < 10;
}

function accepting(isMeant: (esim: EsimSeen) => boolean): Mutant["on"] {
  return {
    esimaccess: secondTry("esimTopup", async (refused) => {
      const esim = refused.code === REFUSED.esimaccess ? await esimNamed(refused.context) : null;
      return esim === null || !isMeant(esim) ? null : toppedUp(refused, esim);
    }),
    fms: secondTry("topUpOrder", async (refused) => {
      const esim = refused.code === REFUSED.fms ? await esimOfOrder(refused) : null;
      return esim === null || !isMeant(esim) ? null : asPreOrder(refused);
    }),
  };
}

/** What a top-up by the eSIM's own package would have been answered with; its price is taken. */
async function toppedUp({ answer, context }: Refused, esim: EsimSeen): Promise<WireAnswer> {
  await credit(context, -esim.charged);
  return successLike("esimaccess", answer, {
    transactionId: textAt(context.body, "transactionId"),
    iccid: esim.iccid,
    expiredTime: answerTime(Date.parse(esim.expiresAt) + esim.validityDays * DAY_MS),
    totalVolume: 2 * esim.volumeBytes,
    totalDuration: 2 * esim.validityDays,
    orderUsage: esim.reportedBytes,
    topUpEsimTranNo: `99${esim.id.slice(2)}`,
  });
}

async function esimOfOrder({ context }: Refused): Promise<EsimSeen | null> {
  const order = await orderOf(context, textAt(context.body, "orderId"));
  const [id] = order?.esimIds ?? [];
  return id === undefined ? null : context.tenant.esims.get(id);
}

/** The same purchase as an order of its own. */
function asPreOrder({ context, request }: Refused): WireRequest {
  const { orderId: _order, ...purchase } = membersOf(context.body);
  const url = new URL(request.url);
  url.pathname = url.pathname.replace("topUpOrder", "preOrderPackage");
  return withValue({ ...request, url: url.href }, purchase);
}
