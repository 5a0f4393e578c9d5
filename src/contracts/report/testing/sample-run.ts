import type { Evidence, Layer, ProviderName, SpecPlace } from "../../plan/case.ts";
import type { CaseResult, Coverage, Problem, RunEvent, ShownExchange } from "../events.ts";

const documented: Evidence = { grade: "documented", source: ["EA-07"] };

/** A case that passed; what matters is given. */
export function aCase(change: Partial<CaseResult> & { readonly rule: string }): CaseResult {
  const [provider = "", operationId = "", layer = ""] = change.rule.split(":");
  return {
    provider: provider === "fms" ? "fms" : "esimaccess",
    operationId,
    layer: layerOf(layer),
    says: "The answer keeps its schema.",
    outcome: "passed",
    evidence: documented,
    needs: [],
    cost: "none",
    place: aPlace(300, provider === "fms" ? "fms" : "esimaccess"),
    message: "",
    problem: null,
    requests: 1,
    wallMs: 4,
    ...change,
  };
}

/** A problem; what matters is given. */
export function aProblem(change: Partial<Problem> & { readonly root: string }): Problem {
  return {
    message: "The ICCID of an eSIM has 18 to 20 digits, and this one has 12.",
    expected: "18 to 20 digits",
    got: '"891000000001"',
    place: aPlace(812),
    exchanges: [],
    ...change,
  };
}

/** A call with its answer; what matters is given. */
export function anExchange(change: Partial<ShownExchange> = {}): ShownExchange {
  return {
    operationId: "esimQuery",
    method: "POST",
    url: "http://127.0.0.1:4747/api/v1/open/esim/query",
    headers: { "content-type": "application/json", "RT-AccessCode": "<access-code:1>" },
    body: '{"orderNo":"B26010100010001","pager":{"pageNum":1,"pageSize":20}}',
    status: 200,
    answer: '{"success":true,"errorCode":"0","obj":{"esimList":[{"iccid":"<iccid:1>"}]}}',
    failure: null,
    ...change,
  };
}

/** A place in the document of a provider. */
export function aPlace(line: number, provider: ProviderName = "esimaccess"): SpecPlace {
  return { file: `spec/${provider}/openapi.yaml`, line, column: 7 };
}

/** A run of both providers that fails: two roots, a known deviation, a warning, skipped cases, coverage with state machines. */
export function sampleRun(): readonly RunEvent[] {
  const results = [...passedCases(), ...failedCases(), ...otherCases()];
  const count = (wanted: string): number => results.filter(({ outcome }) => outcome === wanted).length;
  const requests = results.reduce((sum, result) => sum + result.requests, 0);
  return [
    {
      event: "run-started",
      target: "http://127.0.0.1:4747",
      profile: "sim-full",
      seed: 42,
      planHash: "9f3c1a2b4d5e",
      cases: results.length,
      providers: ["esimaccess", "fms"],
      command:
        "esim-sandbox contract run --provider all --target http://127.0.0.1:4747 --profile sim-full --seed 42 --report-html report.html",
    },
    { event: "progress", done: 40, of: results.length, requests: 61, now: "esimaccess esimOrder states" },
    ...results.map((result): RunEvent => ({ event: "case", result })),
    {
      event: "deviation",
      rule: "fms:packageDetail:responses:schema:200:data.price",
      state: "unused",
      message: "no case of this run has this rule; remove the entry, or correct its rule id",
    },
    { event: "coverage", coverage: esimAccessCoverage() },
    { event: "coverage", coverage: fmsCoverage() },
    {
      event: "run-ended",
      verdict: "fail",
      message: "",
      counts: { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), known: count("known") },
      warnings: 1,
      requests,
      wallMs: 38_200,
    },
  ];
}

const OPERATIONS = {
  esimaccess: "balanceQuery packageList esimOrder esimQuery esimCancel esimSuspend esimUnsuspend esimRevoke esimTopup",
  fms: "emailLogin packageDetail preOrderPackage queryOrdStatusAndEmail paymentWebhook",
} as const;

const PASSING: readonly (readonly [layer: Layer, rule: string, says: string])[] = [
  ["examples", "request", "The example of the document is accepted."],
  ["positives", "minimal", "A request with only the required members is accepted."],
  ["positives", "enum", "Each value of an enumeration is accepted."],
  [
    "negatives",
    "missing:body.orderNo",
    "A request without the order number is refused with the code for a missing member.",
  ],
  ["negatives", "max+1:body.pager.pageSize", "A page that is larger than allowed is refused."],
  ["auth", "unknown", "An unknown access code is refused and nothing else is said."],
  ["responses", "status", "Every status is one that the document lists."],
];

function passedCases(): CaseResult[] {
  return (["esimaccess", "fms"] as const).flatMap((provider) =>
    OPERATIONS[provider].split(" ").flatMap((operationId, index) =>
      PASSING.map(([layer, rule, says], position) =>
        aCase({
          rule: `${provider}:${operationId}:${layer}:${rule}`,
          says,
          place: aPlace(100 + 50 * index + position, provider),
          requests: layer === "responses" ? 0 : 1,
        }),
      ),
    ),
  );
}

function failedCases(): CaseResult[] {
  const schema = ["esimOrder", "esimQuery", "esimTopup"].map((operationId) => {
    const problem = aProblem({
      root: "schema #/components/schemas/Esim/properties/iccid pattern",
      exchanges: [
        anExchange({
          operationId: "esimOrder",
          url: "http://127.0.0.1:4747/api/v1/open/esim/order",
          body: '{"transactionId":"it\'s-1","packageInfoList":[{"packageCode":"CKH491","count":1}]}',
          answer: '{"success":true,"errorCode":"0","obj":{"orderNo":"B26010100010001"}}',
        }),
        anExchange(),
      ],
    });
    const rule = `esimaccess:${operationId}:responses:schema:200:obj.esimList[].iccid`;
    return aCase({ rule, outcome: "failed", message: problem.message, problem, requests: 2, wallMs: 12 });
  });
  return [...schema, refundCase(), paymentCase()];
}

function refundCase(): CaseResult {
  const message = "After the cancellation of an unused eSIM the balance did not rise by its price.";
  return aCase({
    rule: "esimaccess:esimCancel:effects:refund",
    says: "A cancellation gives back exactly the price of the eSIM.",
    outcome: "failed",
    message,
    cost: "refundable",
    needs: ["account"],
    problem: aProblem({
      root: "effect esimCancel refund",
      message,
      expected: "+7000",
      got: "0 <script>alert('report')</script>",
      place: { file: "spec/esimaccess/overlay.yaml", line: 214, column: 9 },
      exchanges: [
        anExchange({
          operationId: "esimCancel",
          url: "http://127.0.0.1:4747/api/v1/open/esim/cancel",
          body: '{"esimTranNo":"26010100010001"}',
          answer: '{"success":true,"errorCode":"0","obj":{}}',
        }),
        anExchange({ operationId: "balanceQuery", body: null, answer: '{"success":true,"obj":{"balance":9993000}}' }),
      ],
    }),
    requests: 5,
  });
}

function paymentCase(): CaseResult {
  const message = "A second payment notice for a paid order was not answered in time.";
  return aCase({
    rule: "fms:paymentWebhook:states:paid:refused",
    says: "A second payment notice for a paid order is refused.",
    outcome: "failed",
    evidence: { grade: "inferred", source: ["FMS-P23"] },
    message,
    problem: aProblem({
      root: "transport paymentWebhook timeout",
      message,
      expected: "code 6006",
      got: null,
      place: aPlace(818, "fms"),
      exchanges: [
        anExchange({
          operationId: "paymentWebhook",
          url: "http://127.0.0.1:4747/payment/webhook",
          status: null,
          answer: null,
          failure: "no answer within 10 s",
        }),
      ],
    }),
  });
}

function otherCases(): CaseResult[] {
  const noClock = "the target has no clock that can be moved";
  const skipped = [
    "esimaccess:esimQuery:effects:expiry-at-the-exact-instant",
    "esimaccess:validityUsage:webhooks:one-day-before",
    "fms:emailLogin:auth:expired-token",
  ].map((rule) => aCase({ rule, outcome: "skipped", message: noClock, needs: ["clock"], requests: 0 }));
  const says = "Notifications of one eSIM arrive in the order of their causes.";
  return [
    ...skipped,
    aCase({
      rule: "esimaccess:orderStatus:webhooks:signed",
      outcome: "skipped",
      message: "nothing can listen on this machine",
      needs: ["webhooks"],
      requests: 0,
    }),
    aCase({ rule: "esimaccess:orderStatus:webhooks:order", says, requests: 6 }),
    aCase({
      rule: "fms:queryOrdStatusAndEmail:responses:schema:200:data.createTime:format",
      outcome: "known",
      message: "the provider leaves out the colon of the offset",
      expiresInDays: 6,
      problem: aProblem({
        root: "format date-time",
        message: "An instant has an offset without a colon.",
        expected: '"+00:00"',
        got: '"+0000"',
      }),
    }),
    aCase({
      rule: "fms:packageDetail:races:ten-readers",
      says: "Ten readers at once read the same.",
      message: "two of ten answers had their members in another order",
      evidence: { grade: "proposed", source: ["DEC-31"] },
      requests: 10,
    }),
  ];
}

function esimAccessCoverage(): Coverage {
  const states = ["created", "released", "installed", "in-use", "suspended", "ended"];
  const edge = (from: string, by: string, to: string, reached: "covered" | "failed" | "open" = "covered") =>
    ({ from, to, by, kind: from === to && by !== "esimTopup" ? "forbidden" : "allowed", reached }) as const;
  return {
    provider: "esimaccess",
    operations: { covered: 9, total: 10, missing: ["locationList"] },
    statuses: { covered: 10, total: 10, missing: [] },
    errorCodes: {
      covered: 4,
      total: 6,
      missing: ["esimTopup 310403", "esimOrder 200011"],
      reached: ["esimOrder 200007", "esimOrder 310241", "esimCancel 200005", "esimQuery 000105"],
    },
    constraints: {
      covered: 3,
      total: 6,
      missing: [
        "esimOrder maxLength-above body.transactionId outside",
        "esimQuery maximum-above body.pager.pageSize outside",
        "esimQuery maximum-at body.pager.pageSize inside",
      ],
      reached: [
        "esimOrder maxLength-at body.transactionId inside",
        "esimQuery type-null body.orderNo inside",
        "esimQuery type-number body.orderNo outside",
      ],
    },
    webhooks: { covered: 2, total: 3, missing: ["validityUsage"], reached: ["orderStatus", "esimStatus"] },
    allowedTransitions: { covered: 9, total: 11, missing: ["suspended esimUnsuspend", "in-use esimRevoke"] },
    forbiddenTransitions: { covered: 0, total: 0, missing: [] },
    machines: [
      {
        resource: "esim",
        states,
        edges: [
          edge("created", "settle", "released"),
          edge("released", "device installs", "installed"),
          edge("installed", "device attaches", "in-use"),
          edge("in-use", "esimSuspend", "suspended"),
          edge("suspended", "esimUnsuspend", "in-use", "open"),
          edge("in-use", "data used up", "ended"),
          edge("released", "esimCancel", "ended", "failed"),
          edge("installed", "esimRevoke", "ended"),
          edge("in-use", "esimRevoke", "ended", "open"),
          edge("suspended", "esimRevoke", "ended"),
          edge("in-use", "esimTopup", "in-use"),
          edge("created", "esimSuspend", "created"),
          edge("released", "esimSuspend", "released"),
          edge("installed", "esimCancel", "installed"),
          edge("in-use", "esimCancel", "in-use"),
          edge("suspended", "esimCancel", "suspended", "open"),
          edge("ended", "esimCancel", "ended"),
          edge("ended", "esimSuspend", "ended", "failed"),
          edge("ended", "esimRevoke", "ended", "open"),
        ],
      },
    ],
    deliveries: [
      { name: "orderStatus", law: "schema", outcome: "passed" },
      { name: "orderStatus", law: "order", outcome: "passed" },
      { name: "orderStatus", law: "at least once", outcome: "passed" },
      { name: "esimStatus", law: "schema", outcome: "failed" },
      { name: "esimStatus", law: "at least once", outcome: "passed" },
      { name: "validityUsage", law: "schema", outcome: "skipped" },
    ],
  };
}

function fmsCoverage(): Coverage {
  return {
    provider: "fms",
    operations: { covered: 5, total: 5, missing: [] },
    statuses: { covered: 5, total: 5, missing: [] },
    errorCodes: { covered: 7, total: 8, missing: ["paymentWebhook 6006"] },
    constraints: { covered: 0, total: 0, missing: [] },
    webhooks: { covered: 0, total: 0, missing: [] },
    allowedTransitions: { covered: 3, total: 3, missing: [] },
    forbiddenTransitions: { covered: 1, total: 2, missing: ["paid paymentWebhook"] },
    machines: [
      {
        resource: "order",
        states: ["reserved", "paid", "failed", "timed-out"],
        edges: [
          { from: "reserved", to: "paid", by: "paymentWebhook", kind: "allowed", reached: "covered" },
          { from: "reserved", to: "failed", by: "paymentWebhook/failed", kind: "allowed", reached: "covered" },
          { from: "reserved", to: "timed-out", by: "deadline", kind: "allowed", reached: "covered" },
          { from: "paid", to: "paid", by: "paymentWebhook", kind: "forbidden", reached: "failed" },
          { from: "failed", to: "paid", by: "paymentWebhook", kind: "forbidden", reached: "covered" },
        ],
      },
    ],
    deliveries: [],
  };
}

function layerOf(name: string): Layer {
  const known = ["positives", "negatives", "auth", "responses", "states", "effects", "webhooks", "races"] as const;
  return known.find((layer) => layer === name) ?? "examples";
}
