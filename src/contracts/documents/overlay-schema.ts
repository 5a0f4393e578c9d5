import {
  CODE,
  COUNT,
  closedObject,
  DURATION,
  EXPRESSION,
  either,
  FLAG,
  LOCATION,
  listWith,
  mapOf,
  markedObject,
  NAME,
  NOTIFICATION,
  OPERATION,
  OPTIONS,
  PARTS,
  PATH,
  RESOURCE,
  ref,
  STATUS,
  STEPS,
  TEMPLATE,
  TEXT,
  VARIABLE,
  WITH,
  WITHOUT,
} from "./schema-parts.ts";
import { CONDITIONS } from "./semantics.ts";
import type { Node } from "./specification.ts";
import { STEP_PARTS } from "./step-schema.ts";

const LIST_RULE = ref("listRule");
const CALL_TEMPLATE = ref("callTemplate");
const SENDS = ref("sends");

/** How a request differs from the usual one. */
const request = { given: STEPS, with: WITH, without: WITHOUT, body: TEMPLATE };

const errorRule = markedObject(["code", "condition"], {
  code: CODE,
  condition: { enum: CONDITIONS },
  location: LOCATION,
  status: STATUS,
  precedence: { type: "integer" },
  name: NAME,
  says: TEXT,
  ...request,
  full: FLAG,
});

const acceptRule = markedObject(["name", "says"], {
  name: NAME,
  says: TEXT,
  ...request,
  // biome-ignore lint/suspicious/noThenProperty: a word of the vocabulary; nobody awaits a schema.
  then: STEPS,
  full: FLAG,
});

const effectRule = markedObject(["cost"], {
  cost: { enum: ["none", "refundable", "sunk"] },
  leaves: { type: ["string", "null"], minLength: 1 },
  debit: EXPRESSION,
  credit: EXPRESSION,
  creates: closedObject(["resource", "count", "list"], { resource: TEXT, count: EXPRESSION, list: LIST_RULE }),
  amounts: listWith(closedObject(["name", "with"], { name: NAME, given: STEPS, with: WITH })),
});

const idempotencyRule = markedObject(["key", "replay", "conflict"], {
  key: PATH,
  replay: { const: "same-answer" },
  conflict: closedObject(["answer", "with"], { answer: { const: "same-answer" }, with: WITH }),
  strict: closedObject(["option", "code"], { option: TEXT, code: CODE }),
});

const pagingRule = markedObject(
  ["page", "size", "items", "total", "id", "order", "minimumSize", "maximumSize", "outside", "fill"],
  {
    page: PATH,
    size: PATH,
    items: EXPRESSION,
    total: EXPRESSION,
    echo: closedObject(["page", "size"], { page: EXPRESSION, size: EXPRESSION }),
    id: EXPRESSION,
    order: EXPRESSION,
    minimumSize: COUNT,
    maximumSize: COUNT,
    outside: { enum: ["clamp", "refuse"] },
    fill: STEPS,
  },
);

const filterRule = markedObject(["at", "rows", "fits", "values"], {
  at: PATH,
  rows: EXPRESSION,
  fits: EXPRESSION,
  values: EXPRESSION,
  full: FLAG,
  with: WITH,
  given: STEPS,
});

const refRule = markedObject(["value"], {
  value: EXPRESSION,
  resource: RESOURCE,
  always: FLAG,
  usual: FLAG,
  unknown: closedObject(["value"], { value: TEMPLATE, code: CODE, holds: EXPRESSION }),
  foreign: { ...closedObject([], { code: CODE, holds: EXPRESSION }), type: ["object", "null"] },
});

const eventualRule = markedObject(["poll", "pending", "done", "within"], {
  poll: CALL_TEMPLATE,
  pending: EXPRESSION,
  done: EXPRESSION,
  within: DURATION,
  first: EXPRESSION,
});

const stateRule = markedObject(["shows"], {
  shows: TEXT,
  from: TEXT,
  by: STEPS,
  sends: SENDS,
  isFinal: FLAG,
});

const stateOperationRule = markedObject(["call", "allowed", "refused"], {
  call: OPERATION,
  with: WITH,
  allowed: { type: "object", additionalProperties: TEXT },
  refused: either({ type: "object" }, { type: "object", additionalProperties: CODE }, CODE),
  sends: SENDS,
});

const histories = closedObject(["lists"], {
  lists: listWith(closedObject(["operation", "rows"], { operation: OPERATION, rows: EXPRESSION })),
  constant: mapOf(EXPRESSION),
  unique: mapOf(EXPRESSION),
  growing: mapOf(EXPRESSION),
  follows: FLAG,
});

const observation = closedObject(["call", "row"], { call: OPERATION, with: WITH, row: EXPRESSION });

const machineRule = markedObject(["create", "initial", "observe", "id", "state", "states", "operations"], {
  needs: { type: "array", items: RESOURCE },
  create: STEPS,
  initial: TEXT,
  observe: { ...observation, type: ["object", "null"] },
  id: EXPRESSION,
  state: EXPRESSION,
  device: EXPRESSION,
  states: mapOf(ref("stateRule")),
  operations: {
    type: "object",
    additionalProperties: ref("stateOperationRule"),
    propertyNames: { type: "string", means: "operation-variant" },
  },
  histories,
});

const lawRule = markedObject(["name", "says", "holds"], {
  name: NAME,
  says: TEXT,
  holds: EXPRESSION,
  each: EXPRESSION,
  got: EXPRESSION,
  expected: EXPRESSION,
});

const scenarioRule = markedObject(["name", "layer", "says", "steps"], {
  name: NAME,
  layer: { enum: ["positives", "negatives", "auth", "states", "effects", "webhooks", "races"] },
  says: TEXT,
  given: STEPS,
  steps: { ...STEPS, minItems: 1 },
  full: FLAG,
});

const outcomeRule = markedObject(["success", "code", "data", "status"], {
  success: EXPRESSION,
  code: EXPRESSION,
  data: TEXT,
  status: STATUS,
});

const moneyRule = markedObject(["call", "value", "scale", "currency"], {
  call: OPERATION,
  value: EXPRESSION,
  scale: COUNT,
  currency: { type: "string", pattern: "^[A-Z]{3}$", description: "a currency code such as USD" },
});

const catalogueRule = markedObject(["lists", "codes", "price", "picks"], {
  lists: listWith(LIST_RULE),
  codes: listWith(EXPRESSION),
  price: EXPRESSION,
  picks: mapOf(EXPRESSION),
});

const token = closedObject(["lifetime", "expired", "issue"], {
  lifetime: DURATION,
  expired: CODE,
  issue: closedObject(["call", "token"], { call: OPERATION, with: WITH, token: EXPRESSION }),
  endedBy: { type: "array", items: CALL_TEMPLATE },
  keptBy: { type: "array", items: CALL_TEMPLATE },
});

const authRule = markedObject(["value", "missing", "unknown", "unknownValue"], {
  value: EXPRESSION,
  resource: RESOURCE,
  missing: CODE,
  empty: CODE,
  unknown: CODE,
  unknownValue: { type: "string", means: "template" },
  token,
});

const signatureRule = markedObject(["options", "operation", "headers", "parts", "key", "tolerance", "codes"], {
  options: OPTIONS,
  operation: OPERATION,
  headers: closedObject(["timestamp", "requestId", "signature"], {
    timestamp: TEXT,
    requestId: TEXT,
    signature: TEXT,
  }),
  parts: listWith({ enum: ["timestamp", "requestId", "accessCode", "body"] }),
  key: EXPRESSION,
  tolerance: DURATION,
  codes: closedObject(["missing", "malformed", "expired", "mismatch"], {
    missing: CODE,
    malformed: CODE,
    expired: CODE,
    mismatch: CODE,
  }),
});

const rateRule = markedObject(["calls", "window", "operation", "code"], {
  calls: COUNT,
  window: DURATION,
  operation: OPERATION,
  code: CODE,
  http: closedObject(["option", "status", "headers"], {
    option: OPTIONS,
    status: STATUS,
    headers: { type: "array", items: TEXT },
  }),
});

const deliveryRule = markedObject(
  [
    ...["register", "read", "type", "id", "key", "handshake", "method", "contentType", "headers", "retries"],
    ...["refusedCode", "probe"],
  ],
  {
    register: closedObject(["call", "at"], { call: OPERATION, at: PATH }),
    read: closedObject(["call", "value"], { call: OPERATION, value: EXPRESSION }),
    type: EXPRESSION,
    id: EXPRESSION,
    key: EXPRESSION,
    handshake: { ...NOTIFICATION, type: ["string", "null"] },
    method: { type: "string", pattern: "^[A-Z]+$", description: "an HTTP method in upper case" },
    contentType: TEXT,
    headers: { type: "object", additionalProperties: TEMPLATE },
    retries: { type: "array", items: DURATION },
    refusedCode: CODE,
    probe: closedObject(["given", "steps", "name"], { given: STEPS, steps: STEPS, name: NOTIFICATION }),
  },
);

const webhookRule = markedObject([], {
  agrees: closedObject(["resource", "observe", "holds", "says"], {
    // The name of the observed row in `holds`; a resource without a machine is named as well.
    resource: VARIABLE,
    observe: observation,
    holds: EXPRESSION,
    says: TEXT,
  }),
});

/** Where an extension may stand. */
export type ExtensionHolder = "root" | "operation" | "webhook" | "security" | "schema" | "any";

/** What is known of an extension: where it stands, and whether its entries carry evidence. */
export interface ExtensionKind {
  readonly at: readonly ExtensionHolder[];
  readonly schema: Node;
  /** One entry, a list of them, or entries by name; `plain` has no evidence of its own. */
  readonly form: "entry" | "list" | "map" | "plain";
}

/** Every extension that the kit reads, with the JSON Schema of its value. */
export const EXTENSIONS: Readonly<Record<string, ExtensionKind>> = {
  "x-evidence": { at: ["any"], schema: ref("evidence"), form: "plain" },
  // At a response header: it must be there on success.
  "x-required-on": { at: ["any"], schema: { const: "success" }, form: "plain" },
  "x-outcome": { at: ["root"], schema: outcomeRule, form: "plain" },
  "x-errors": { at: ["root", "operation"], schema: listWith(errorRule), form: "list" },
  "x-money": { at: ["root"], schema: moneyRule, form: "entry" },
  "x-catalogue": { at: ["root"], schema: catalogueRule, form: "entry" },
  "x-states": { at: ["root"], schema: mapOf(machineRule, VARIABLE), form: "map" },
  "x-signature": { at: ["root"], schema: signatureRule, form: "entry" },
  "x-rate": { at: ["root"], schema: rateRule, form: "entry" },
  "x-delivery": { at: ["root"], schema: deliveryRule, form: "entry" },
  "x-accepts": { at: ["operation"], schema: listWith(acceptRule), form: "list" },
  "x-effects": { at: ["operation"], schema: effectRule, form: "entry" },
  "x-idempotency": { at: ["operation"], schema: idempotencyRule, form: "entry" },
  "x-paging": { at: ["operation"], schema: pagingRule, form: "entry" },
  "x-filters": { at: ["operation"], schema: listWith(filterRule), form: "list" },
  "x-eventual": { at: ["operation"], schema: eventualRule, form: "entry" },
  "x-laws": { at: ["operation"], schema: listWith(lawRule), form: "list" },
  "x-scenarios": { at: ["operation"], schema: listWith(scenarioRule), form: "list" },
  "x-webhook": { at: ["webhook"], schema: webhookRule, form: "entry" },
  "x-auth": { at: ["security"], schema: authRule, form: "entry" },
  "x-refs": { at: ["schema"], schema: refRule, form: "entry" },
};

/** Extensions of `spec/README.md` that say something to the simulator only. */
export const OTHER_EXTENSIONS: readonly string[] = [
  "x-lenient",
  "x-code",
  "x-checked-by",
  "x-private",
  "x-option",
  "x-documented",
  "x-token-option",
  "x-message",
];

/** The JSON Schema 2020-12 of the whole vocabulary: one definition for each extension, and those that they share. */
export const OVERLAY_SCHEMA: Node = {
  $id: "overlay",
  $defs: {
    ...PARTS,
    ...STEP_PARTS,
    stateRule,
    stateOperationRule,
    ...Object.fromEntries(Object.entries(EXTENSIONS).map(([name, { schema }]) => [name, schema])),
  },
};
