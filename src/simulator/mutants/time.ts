import { atPath, onSuccess, refusalLike, serving } from "./behaviours.ts";
import { type Behaviour, breaks, type Mutant, Remembered, type Serving } from "./mutant.ts";
import { sessionsOf, TOKEN_HEADER, TOKEN_OPERATIONS, watchingSessions } from "./sessions.ts";
import { numberAt, putAt, textAt } from "./wire-message.ts";
import { answerTime, instantOf, onRows } from "./world.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DETAILS = "myEsimDetail myEsimDetailV11";
const LAYERS = "examples positives responses states effects webhooks model flows";

const usage = new Remembered(() => new Map<string, number>());

/** Times and durations that are not what they are said to be. */
export const time: readonly Mutant[] = [
  {
    id: "TIM-01",
    says: "local time is labelled as UTC, eight hours ahead",
    rules: breaks(`esimQuery ${DETAILS}`, LAYERS),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.packageList.*.createTime", (old) =>
        answerTime(instantOf(old) + 8 * HOUR_MS),
      ),
      fms: atPath(DETAILS, "data.updateTime", (old) => fmsTime(fmsInstant(old) + 8 * HOUR_MS)),
    },
  },
  {
    id: "TIM-03",
    says: "a duration in days is given in hours",
    rules: breaks(`esimQuery ${DETAILS}`, LAYERS),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.totalDuration", (old) => Number(old) * 24),
      fms: atPath(DETAILS, "data.period", (old) => Number(old) * 24),
    },
  },
  {
    id: "TIM-04",
    says: "the validity begins with the order instead of the first use",
    rules: breaks("esimQuery", LAYERS),
    on: {
      esimaccess: onRows((row) => {
        const orderedAt = instantOf(textAt(row, "packageList.0.createTime"));
        const isActive = typeof row["activateTime"] === "string";
        const end = orderedAt + numberAt(row, "totalDuration") * DAY_MS;
        return isActive ? { ...row, expiredTime: answerTime(end) } : row;
      }),
    },
  },
  {
    id: "TIM-06",
    says: "a pre-order can be paid long after its time limit",
    rules: breaks("*", `negatives ${LAYERS}`),
    on: { fms: longerPreOrders() },
  },
  {
    id: "TIM-07",
    says: "a token lives half as long as promised",
    rules: breaks("*", `auth ${LAYERS}`),
    on: {
      fms: watchingSessions(async (context, request, forward) => {
        const session = sessionsOf(context.memory).find(({ token }) => token === request.headers[TOKEN_HEADER]);
        const answer = await forward(request);
        if (session === undefined || !TOKEN_OPERATIONS.includes(context.operationId)) return answer;
        const lifeMs = (await optionOf(context, "tokenLifetimeSeconds")) * 1000;
        if (context.tenant.clock.now() - session.at < lifeMs / 2) return answer;
        return refusalLike("fms", answer, { code: "7", message: "token expired" });
      }),
    },
  },
  {
    id: "TIM-08",
    says: "the used volume becomes smaller",
    rules: breaks(`esimQuery ${DETAILS}`, LAYERS),
    on: {
      esimaccess: onRows((row, context) => {
        const used = numberAt(row, "orderUsage");
        return isShownAgain(context, textAt(row, "esimTranNo"), used)
          ? { ...row, orderUsage: Math.floor(used / 2) }
          : row;
      }),
      fms: onSuccess(DETAILS, (value, context) => {
        const total = numberAt(value, "data.packageFlow");
        const used = total - Number(textAt(value, "data.surplusFlow"));
        if (!isShownAgain(context, textAt(value, "data.id"), used)) return value;
        return putAt(value, "data.surplusFlow", String(total - Math.floor(used / 2)));
      }),
    },
  },
  {
    id: "TIM-09",
    says: "a time in the first hour after midnight UTC is shown a day too early",
    rules: breaks(`esimQuery ${DETAILS}`, LAYERS),
    on: {
      esimaccess: atPath("esimQuery", "obj.esimList.*.expiredTime", (old) => answerTime(dayBefore(instantOf(old)))),
      fms: atPath(DETAILS, "data.updateTime", (old) => fmsTime(dayBefore(fmsInstant(old)))),
    },
  },
  {
    id: "TIM-10",
    says: "an eSIM past its validity is still shown as in use",
    rules: breaks("esimQuery", LAYERS),
    on: {
      esimaccess: onRows((row) => (row["esimStatus"] === "USED_EXPIRED" ? { ...row, esimStatus: "IN_USE" } : row)),
    },
  },
];

function dayBefore(at: number): number {
  return new Date(at).getUTCHours() === 0 ? at - DAY_MS : at;
}

function fmsInstant(text: unknown): number {
  return Date.parse(`${String(text).replace(" ", "T")}Z`);
}

function fmsTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}

/** Whether a usage above zero is shown for a second, fourth ... time without having grown. */
function isShownAgain(context: Serving, id: string, used: number): boolean {
  if (!(used > 0)) return false;
  const known = usage.of(context.memory);
  const isAgain = known.get(id) === used;
  if (isAgain) known.delete(id);
  else known.set(id, used);
  return isAgain;
}

async function optionOf(context: Serving, name: string): Promise<number> {
  const options = await context.tenant.options.list();
  return Number(options.find((option) => option.provider === "fms" && option.name === name)?.value);
}

/** Pre-orders are placed with a limit ten times as long as the option says. */
function longerPreOrders(): Behaviour {
  return serving("preOrderPackage preOrderPackageV11 topUpOrder", async (context, request, forward) => {
    const preOrderTimeoutMinutes = await optionOf(context, "preOrderTimeoutMinutes");
    await context.tenant.options.change({
      fms: { preOrderTimeoutMinutes: Math.min(525_600, 10 * preOrderTimeoutMinutes) },
    });
    try {
      return await forward(request);
    } finally {
      await context.tenant.options.change({ fms: { preOrderTimeoutMinutes } });
    }
  });
}
