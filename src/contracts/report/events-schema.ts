/** JSON Schema of one `RunEvent`, for files that somebody else may have written. Further members are let through. */
const text = { type: "string" };
const textOrNull = { type: ["string", "null"] };
const whole = { type: "integer", minimum: 0 };
const texts = { type: "array", items: text };
const outcome = { enum: ["passed", "failed", "skipped", "known"] };
const provider = { enum: ["esimaccess", "fms"] };

function record(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  return { type: "object", properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

function list(items: object): object {
  return { type: "array", items };
}

const place = record({ file: text, line: whole, column: whole });
const evidence = record({ grade: { enum: ["documented", "observed", "inferred", "proposed"] }, source: texts });

const exchange = record({
  operationId: text,
  method: text,
  url: text,
  headers: { type: "object", additionalProperties: text },
  body: textOrNull,
  status: { type: ["integer", "null"] },
  answer: textOrNull,
  failure: textOrNull,
});

const problem = record({
  message: text,
  expected: textOrNull,
  got: textOrNull,
  root: text,
  place,
  exchanges: list(exchange),
});

const result = record(
  {
    rule: text,
    provider,
    operationId: text,
    layer: text,
    says: text,
    outcome,
    evidence,
    needs: texts,
    cost: { enum: ["none", "refundable", "sunk"] },
    place,
    message: text,
    problem: { anyOf: [{ type: "null" }, problem] },
    expiresInDays: { type: "number" },
    requests: whole,
    wallMs: { type: "number" },
  },
  ["expiresInDays"],
);

const figure = record({ covered: whole, total: whole, missing: texts, reached: texts, unplanned: whole }, [
  "reached",
  "unplanned",
]);

const edge = record({
  from: text,
  to: text,
  by: text,
  kind: { enum: ["allowed", "forbidden"] },
  reached: { enum: ["covered", "failed", "open"] },
});

const coverage = record({
  provider,
  operations: figure,
  statuses: figure,
  errorCodes: figure,
  constraints: figure,
  webhooks: figure,
  allowedTransitions: figure,
  forbiddenTransitions: figure,
  machines: list(record({ resource: text, states: texts, edges: list(edge) })),
  deliveries: list(record({ name: text, law: text, outcome })),
});

/** By the member `event`. */
export const eventSchemas: Readonly<Record<string, object>> = {
  "run-started": record({
    target: text,
    profile: text,
    seed: { type: "number" },
    planHash: text,
    cases: whole,
    providers: list(provider),
    command: text,
  }),
  progress: record({ done: whole, of: whole, requests: whole, now: text }),
  case: record({ result }),
  deviation: record({ rule: text, state: { enum: ["expired", "unused", "gone"] }, message: text }),
  coverage: record({ coverage }),
  "run-ended": record({
    verdict: { enum: ["pass", "fail", "unreachable", "empty"] },
    message: text,
    counts: record({ passed: whole, failed: whole, skipped: whole, known: whole }),
    warnings: whole,
    requests: whole,
    wallMs: { type: "number" },
  }),
};
