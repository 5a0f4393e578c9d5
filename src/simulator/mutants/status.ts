import { isSuccess, onAnswer, onFailure, onSuccess, serving } from "./behaviours.ts";
import { type Behaviour, breaks, type Mutant } from "./mutant.ts";
import { jsonOf, putAt, type WireAnswer, withHeader, withText, withValue } from "./wire-message.ts";

/** Orders that are still being allocated are no failure but a state, and every client polls on their code. */
const NOT_READY = "200010";

/** The order operations of each provider, by the words in which these mutants speak. */
const ORDERING = { esimaccess: "esimOrder", fms: "preOrderPackage preOrderPackageV11" } as const;

/** Wrong statuses, codes and headers. */
export const status: readonly Mutant[] = [
  {
    id: "STA-01",
    says: "a business failure is sent with the mark of success",
    rules: breaks("esimOrder paymentWebhook paymentWebhookV11", "*"),
    on: {
      esimaccess: onFailure("esimOrder", (answer) => withValue(answer, putAt(jsonOf(answer), "success", true))),
      fms: onFailure("paymentWebhook paymentWebhookV11", (answer) =>
        withValue(answer, putAt(jsonOf(answer), "code", 0)),
      ),
    },
  },
  {
    id: "STA-02",
    says: "a success is sent with the mark of failure and its result filled in",
    rules: breaks("locationList selectContinentsCode", "*"),
    on: {
      esimaccess: onSuccess("locationList", (value) => putAt(value, "success", false)),
      fms: onSuccess("selectContinentsCode", (value) => putAt(value, "code", 9999)),
    },
  },
  {
    id: "STA-03",
    says: "every failure has the same code",
    rules: breaks("*", "examples negatives auth responses states effects races model flows"),
    on: {
      esimaccess: onFailure("*", (answer, code) =>
        code === NOT_READY ? answer : withValue(answer, putAt(jsonOf(answer), "errorCode", "000001")),
      ),
      fms: onFailure("*", (answer) => withValue(answer, putAt(jsonOf(answer), "code", 9999))),
    },
  },
  {
    id: "STA-05",
    says: "the code of a failure changes its type",
    rules: breaks("*", "*"),
    on: {
      esimaccess: onFailure("*", (answer, code) =>
        code === NOT_READY ? answer : withValue(answer, putAt(jsonOf(answer), "errorCode", Number(code))),
      ),
      fms: onFailure("*", (answer, code) => withValue(answer, putAt(jsonOf(answer), "code", code))),
    },
  },
  {
    id: "STA-06",
    says: "an unknown order is answered with HTTP 500",
    rules: breaks("*", "examples negatives responses states model flows"),
    on: { esimaccess: onCode("310272", { status: 500 }), fms: onCode("10008", { status: 500 }) },
  },
  {
    id: "STA-08",
    says: "a success has an HTTP status that is not documented",
    rules: breaks(`${ORDERING.esimaccess} ${ORDERING.fms}`, "*"),
    on: { esimaccess: created(ORDERING.esimaccess), fms: created(ORDERING.fms) },
  },
  {
    id: "STA-09",
    says: "a failure is sent as HTML",
    rules: breaks(`${ORDERING.esimaccess} ${ORDERING.fms}`, "*"),
    on: {
      esimaccess: onFailure(ORDERING.esimaccess, asHtml),
      fms: onFailure(ORDERING.fms, asHtml),
    },
  },
  {
    id: "STA-10",
    says: "an answer does not say what its content is",
    rules: breaks("balanceQuery queryCountry", "*"),
    on: {
      esimaccess: onAnswer("balanceQuery", (answer) => withHeader(answer, "content-type", null)),
      fms: onAnswer("queryCountry", (answer) => withHeader(answer, "content-type", null)),
    },
  },
  {
    id: "STA-11",
    says: "a documented header is missing",
    rules: breaks("emailLogin", "*"),
    on: { fms: onAnswer("emailLogin", (answer) => withHeader(answer, "x-access-token", null)) },
  },
  {
    id: "STA-12",
    says: "the value of a documented header breaks its schema",
    rules: breaks("emailLogin", "*"),
    on: {
      fms: onAnswer("emailLogin", (answer) =>
        "x-access-token" in answer.headers ? withHeader(answer, "x-access-token", "") : answer,
      ),
    },
  },
  {
    id: "STA-13",
    says: "GET is accepted where only POST is documented",
    rules: breaks("*", "negatives responses"),
    on: { esimaccess: getAsPost({}), fms: getAsPost({ type: 1, countryCode: 460 }) },
  },
  {
    id: "STA-14",
    says: "an unknown path is answered with success",
    rules: breaks("*", "negatives responses"),
    on: {
      esimaccess: onAnswer("unknownPath", (answer) =>
        withValue({ ...answer, status: 200 }, { success: true, errorCode: "0", errorMsg: null, obj: {} }),
      ),
      fms: onAnswer("unknownPath", (answer) =>
        withValue({ ...answer, status: 200 }, { code: 0, data: null, message: "success", messageSourceHandler: {} }),
      ),
    },
  },
  {
    id: "STA-16",
    says: "HTTP 429 comes without the envelope",
    rules: breaks("*", "*"),
    on: {
      esimaccess: onAnswer("*", (answer) =>
        answer.status === 429
          ? withText(withHeader(answer, "content-type", "text/plain"), "Too Many Requests")
          : answer,
      ),
    },
  },
];

function onCode(wanted: string, change: { readonly status: number }): Behaviour {
  return onFailure("*", (answer, code) => (code === wanted ? { ...answer, ...change } : answer));
}

function created(operations: string): Behaviour {
  return onAnswer(operations, (answer, context) =>
    isSuccess(context.provider, jsonOf(answer)) ? { ...answer, status: 201 } : answer,
  );
}

function asHtml(answer: WireAnswer): WireAnswer {
  return withText(withHeader(answer, "content-type", "text/html"), "<html><body>Bad request</body></html>");
}

/** Reads are open to GET: a body that fits most of them is made up, with the partner's own code. */
function getAsPost(body: object): Behaviour {
  return serving("wrongMethod", async (context, request, forward) => {
    if (request.method !== "GET") return forward(request);
    const { partnerCode } = context.tenant.credentials.fms;
    const made = context.provider === "fms" ? { ...body, partnerCode } : body;
    const headers = { ...request.headers, "content-type": "application/json" };
    return forward(withValue({ ...request, method: "POST", headers }, made));
  });
}
