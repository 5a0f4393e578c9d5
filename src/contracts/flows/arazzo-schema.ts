import type { Node } from "../documents/specification.ts";

/** An object with these members and extensions, and no others. */
function closed(required: readonly string[], properties: Node): Node {
  return { type: "object", required, properties, patternProperties: { "^x-": true }, additionalProperties: false };
}

function listOf(items: Node, more: Node = {}): Node {
  return { type: "array", items, ...more };
}

function mapOf(values: Node): Node {
  return { type: "object", additionalProperties: values };
}

const TEXT: Node = { type: "string", minLength: 1 };
const NAME: Node = { type: "string", pattern: "^[A-Za-z0-9_-]+$" };
const OUTPUTS = mapOf({ type: "string", pattern: "^\\$" });
const reusable = closed(["reference"], { reference: { type: "string", pattern: "^\\$components\\." }, value: true });

const criterion = closed(["condition"], {
  condition: TEXT,
  context: TEXT,
  type: {
    oneOf: [
      { enum: ["simple", "regex", "jsonpath", "xpath"] },
      closed(["type", "version"], { type: TEXT, version: TEXT }),
    ],
  },
});

const parameter = closed(["name", "value"], {
  name: TEXT,
  in: { enum: ["path", "query", "header", "cookie"] },
  value: true,
});

const successAction = closed(["name", "type"], {
  name: TEXT,
  type: { enum: ["end", "goto"] },
  workflowId: TEXT,
  stepId: TEXT,
  criteria: listOf(criterion),
});

const failureAction = closed(["name", "type"], {
  name: TEXT,
  type: { enum: ["end", "goto", "retry"] },
  workflowId: TEXT,
  stepId: TEXT,
  retryAfter: { type: "number", minimum: 0 },
  retryLimit: { type: "integer", minimum: 0 },
  criteria: listOf(criterion),
});

/** Told apart by the member `reference`, so that a problem is told once and about the right one. */
function orReusable(schema: Node): Node {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
  return { if: { type: "object", required: ["reference"] }, then: reusable, else: schema };
}

const requestBody = closed([], {
  contentType: TEXT,
  payload: true,
  replacements: listOf(closed(["target", "value"], { target: { type: "string", pattern: "^(/|$)" }, value: true })),
});

const expectedWebhook = closed(["name", "within"], { name: TEXT, predicate: TEXT, within: TEXT });

const step: Node = {
  ...closed(["stepId"], {
    stepId: NAME,
    description: TEXT,
    operationId: TEXT,
    operationPath: TEXT,
    workflowId: TEXT,
    parameters: listOf(orReusable(parameter)),
    requestBody,
    successCriteria: listOf(criterion),
    onSuccess: listOf(orReusable(successAction)),
    onFailure: listOf(orReusable(failureAction)),
    outputs: OUTPUTS,
    "x-expect-webhook": expectedWebhook,
  }),
  oneOf: [{ required: ["operationId"] }, { required: ["operationPath"] }, { required: ["workflowId"] }],
};

const workflow = closed(["workflowId", "steps"], {
  workflowId: NAME,
  summary: TEXT,
  description: TEXT,
  inputs: { type: "object" },
  dependsOn: listOf(TEXT, { uniqueItems: true }),
  steps: listOf(step, { minItems: 1 }),
  successActions: listOf(orReusable(successAction)),
  failureActions: listOf(orReusable(failureAction)),
  outputs: OUTPUTS,
  parameters: listOf(orReusable(parameter)),
});

/** The shape of an Arazzo 1.0 document, as JSON schema. */
export const ARAZZO_SCHEMA: Node = closed(["arazzo", "info", "sourceDescriptions", "workflows"], {
  arazzo: { type: "string", pattern: "^1\\.0\\.\\d+" },
  info: closed(["title", "version"], { title: TEXT, summary: TEXT, description: TEXT, version: TEXT }),
  sourceDescriptions: listOf(
    closed(["name", "url"], { name: NAME, url: TEXT, type: { enum: ["openapi", "arazzo"] } }),
    {
      minItems: 1,
    },
  ),
  workflows: listOf(workflow, { minItems: 1 }),
  components: closed([], {
    inputs: mapOf({ type: "object" }),
    parameters: mapOf(parameter),
    successActions: mapOf(successAction),
    failureActions: mapOf(failureAction),
  }),
});
