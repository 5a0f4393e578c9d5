import { mending, onSuccess, refusalLike, secondTry, serving } from "./behaviours.ts";
import { breaks, type Mutant, Remembered, type Serving } from "./mutant.ts";
import { at, jsonOf, membersOf, putAt, textAt, textOf, withHeader, withText, withValue } from "./wire-message.ts";

/** How often a value was made up, for values that must differ. */
const invented = new Remembered(() => ({ count: 0 }));

/** Short ids that stand for longer ones. */
const shortened = new Remembered(() => new Map<string, string>());

const LONGEST_ID = 50;

function freshId(context: Serving): string {
  const made = invented.of(context.memory);
  made.count += 1;
  return `server-made-${made.count}`;
}

/** Requests that should have been refused and are not, or the other way round. */
export const schemaRequests: readonly Mutant[] = [
  {
    id: "SCQ-01",
    says: "a request without a required member is accepted",
    rules: breaks("esimOrder packageList", "negatives examples"),
    on: {
      esimaccess: mending("esimOrder", (body, context) =>
        at(body, "transactionId") === undefined ? { ...membersOf(body), transactionId: freshId(context) } : null,
      ),
      fms: mending("packageList", (body) => (at(body, "type") === undefined ? { ...membersOf(body), type: 1 } : null)),
    },
  },
  {
    id: "SCQ-02",
    says: "digits as text are accepted for an integer",
    rules: breaks("esimOrder", "negatives examples"),
    on: {
      esimaccess: mending("esimOrder", (body) =>
        mendCount(body, (count) => (/^\d+$/.test(String(count)) ? Number(count) : count)),
      ),
    },
  },
  {
    id: "SCQ-03",
    says: "a number one above the greatest is accepted",
    rules: breaks("esimOrder emailRegister", "negatives examples effects"),
    on: {
      esimaccess: mending("esimOrder", (body) => mendCount(body, (count) => (count === 31 ? 30 : count))),
      fms: mending("emailRegister", (body) => (at(body, "userType") === 5 ? putAt(body, "userType", 4) : null)),
    },
  },
  {
    id: "SCQ-04",
    says: "a number one below the least is accepted",
    rules: breaks("esimOrder packageList", "negatives examples"),
    on: {
      esimaccess: mending("esimOrder", (body) => mendCount(body, (count) => (count === 0 ? 1 : count))),
      fms: mending("packageList", (body) => (at(body, "type") === 0 ? putAt(body, "type", 1) : null)),
    },
  },
  {
    id: "SCQ-05",
    says: "a text longer than allowed is accepted and stored",
    rules: breaks("esimOrder packageList", "negatives examples"),
    on: {
      esimaccess: {
        serve: async (context, request, forward) => {
          const known = shortened.of(context.memory);
          const id = at(context.body, "transactionId");
          const isLong = context.operationId === "esimOrder" && typeof id === "string" && id.length > LONGEST_ID;
          const short = isLong ? `shortened-${known.size + 1}-` : "";
          const [same = short] = [...known].find(([, long]) => long === id) ?? [];
          if (isLong) known.set(same, id);
          const answer = await forward(
            isLong ? withValue(request, putAt(context.body, "transactionId", same)) : request,
          );
          if (known.size === 0) return answer;
          return withText(
            answer,
            [...known].reduce(
              (text, [from, to]) => text.replaceAll(from, JSON.stringify(to).slice(1, -1)),
              textOf(answer),
            ),
          );
        },
      },
      fms: mending("packageList", (body) => {
        const { isoCountryName } = membersOf(body);
        const isLong = typeof isoCountryName === "string" && isoCountryName.length > 100;
        return isLong ? putAt(body, "isoCountryName", isoCountryName.slice(0, 100)) : withoutLongLanguage(body);
      }),
    },
  },
  {
    id: "SCQ-07",
    says: "an empty text is accepted where at least one character is required",
    rules: breaks("esimOrder emailLogin selectPackageByContinents", "negatives examples"),
    on: {
      esimaccess: mending("esimOrder", (body, context) =>
        at(body, "transactionId") === "" ? putAt(body, "transactionId", freshId(context)) : null,
      ),
      fms: mending("selectPackageByContinents", (body) =>
        at(body, "continentsCode") === "" ? putAt(body, "continentsCode", "AS") : null,
      ),
    },
  },
  {
    id: "SCQ-08",
    says: "a pattern is not enforced",
    rules: breaks("esimQuery queryCountry", "negatives examples"),
    on: {
      esimaccess: secondTry("esimQuery", ({ code, context, request }) => {
        const { startTime: _start, endTime: _end, ...others } = membersOf(context.body);
        return code === "000105" ? withValue(request, others) : null;
      }),
      fms: secondTry("queryCountry", ({ context, request }) => {
        const { partnerCode } = membersOf(context.body);
        const own = context.tenant.credentials.fms.partnerCode;
        const isOther = typeof partnerCode === "string" && !/^[Pp]\d{6}$/.test(partnerCode);
        return isOther ? withValue(request, putAt(context.body, "partnerCode", own)) : null;
      }),
    },
  },
  {
    id: "SCQ-11",
    says: "null is accepted for a required member",
    rules: breaks("esimOrder packageList", "negatives examples"),
    on: {
      esimaccess: mending("esimOrder", (body) => mendCount(body, (count) => (count === null ? 1 : count))),
      fms: mending("packageList", (body) => (at(body, "type") === null ? putAt(body, "type", 1) : null)),
    },
  },
  {
    id: "SCQ-12",
    says: "a body that is declared as plain text is accepted",
    rules: breaks("*", "negatives examples"),
    on: { esimaccess: { serve: asJson }, fms: { serve: asJson } },
  },
  {
    id: "SCQ-13",
    says: "a body that is no JSON is answered with HTTP 500",
    rules: breaks("*", "negatives examples responses"),
    on: { esimaccess: { serve: brokenOnNoJson }, fms: { serve: brokenOnNoJson } },
  },
  {
    id: "SCQ-15",
    says: "an optional member has become mandatory",
    rules: breaks("esimTopup topUpOrder", "*"),
    on: {
      esimaccess: mandatory("esimTopup", "amount", { code: "000105", message: "amount:must not be null" }),
      fms: mandatory("topUpOrder", "packageCode", { code: "2", message: "wrong parameters: packageCode" }),
    },
  },
  {
    id: "SCQ-16",
    says: "a transaction id beyond ASCII comes back garbled",
    rules: breaks("esimOrder", "*"),
    on: {
      esimaccess: onSuccess("esimOrder", (value) =>
        putAt(value, "obj.transactionId", garbled(textAt(value, "obj.transactionId"))),
      ),
    },
  },
];

function mendCount(body: unknown, mend: (count: unknown) => unknown): unknown {
  const { packageInfoList } = membersOf(body);
  if (!Array.isArray(packageInfoList)) return null;
  const lines = packageInfoList.map((line: unknown) => {
    const { count } = membersOf(line);
    return count === undefined ? line : { ...membersOf(line), count: mend(count) };
  });
  return { ...membersOf(body), packageInfoList: lines };
}

function withoutLongLanguage(body: unknown): unknown {
  const { languageId, ...others } = membersOf(body);
  return typeof languageId === "string" && languageId.length > 64 ? others : null;
}

type Serve = NonNullable<ReturnType<typeof serving>["serve"]>;

function asJson(...[context, request, forward]: Parameters<Serve>): ReturnType<Serve> {
  const isText = request.headers["content-type"]?.startsWith("text/plain") === true && context.body !== undefined;
  return forward(isText ? withHeader(request, "content-type", "application/json") : request);
}

async function brokenOnNoJson(...[context, request, forward]: Parameters<Serve>): ReturnType<Serve> {
  const answer = await forward(request);
  const isNoJson = request.bytes.byteLength > 0 && jsonOf(request) === undefined;
  return isNoJson && context.operationId !== "unknownPath" ? { ...answer, status: 500 } : answer;
}

function mandatory(
  operation: string,
  member: string,
  refusal: { readonly code: string; readonly message: string },
): ReturnType<typeof serving> {
  return serving(operation, async (context, request, forward) => {
    const isMissing = context.body !== undefined && (at(context.body, member) ?? null) === null;
    if (!isMissing) return forward(request);
    // A body that is refused anyway; its answer lends its headers.
    const refused = await forward(withText(request, "{}"));
    return refusalLike(context.provider, refused, refusal);
  });
}

function garbled(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
