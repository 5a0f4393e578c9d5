import {
  ADVANCE,
  CODE,
  COUNT,
  closedObject,
  DURATION,
  EVENTUAL,
  EXPRESSION,
  either,
  FLAG,
  listWith,
  mapOf,
  NOTIFICATION,
  NUMBER,
  OPERATION,
  OPTIONS,
  RESOURCE,
  ref,
  STATUS,
  STEPS,
  TEMPLATE,
  TEXT,
  WITH,
  WITHOUT,
} from "./schema-parts.ts";
import type { Node } from "./specification.ts";

/** How a request leaves the usual path. */
const change = closedObject([], {
  method: { type: "string", pattern: "^[A-Z]+$", description: "an HTTP method in upper case" },
  path: { type: "string", pattern: "^/", description: "a path that begins with /" },
  rawBody: { type: ["string", "null"] },
  bytesHex: { type: "string", pattern: "^([0-9a-fA-F]{2})*$", description: "pairs of hexadecimal digits" },
  headers: mapOf(TEMPLATE),
  query: mapOf(TEMPLATE),
});

/** What an answer must be. */
const expectation: Node = {
  type: "object",
  required: ["outcome"],
  properties: { outcome: { enum: ["success", "refused", "any"] } },
  ...either(
    { properties: { outcome: { const: "refused" } } },
    closedObject(["outcome", "codes"], { outcome: {}, codes: listWith(CODE), status: STATUS }),
    closedObject(["outcome"], { outcome: {} }),
  ),
};

const call = closedObject(["call"], {
  call: OPERATION,
  body: TEMPLATE,
  with: WITH,
  without: WITHOUT,
  as: { enum: ["usual", "other", "none"] },
  change: ref("change"),
  expect: ref("expectation"),
  save: mapOf(EXPRESSION),
});

const onSale = closedObject(["code"], { code: TEMPLATE, price: TEMPLATE, stock: TEMPLATE, onSale: TEMPLATE });

const receiver = closedObject([], { replies: { type: "array", items: STATUS }, register: FLAG });

const awaited = closedObject(["name"], { name: NOTIFICATION, holds: EXPRESSION, says: TEXT });

/** The kinds of steps by the member that tells them apart. */
export const STEP_KINDS: Readonly<Record<string, Node>> = {
  call,
  settle: closedObject(["settle"], { settle: EVENTUAL, as: { enum: ["usual", "other"] } }),
  device: closedObject(["device"], { device: TEXT }),
  use: closedObject(["use"], { use: NUMBER }),
  advance: closedObject(["advance"], { advance: ADVANCE }),
  advanceTo: closedObject(["advanceTo"], { advanceTo: NUMBER }),
  run: closedObject(["run"], { run: { type: "number", minimum: 0 } }),
  option: closedObject(["option"], { option: { ...OPTIONS, additionalProperties: TEMPLATE } }),
  balance: closedObject(["balance"], { balance: NUMBER }),
  package: closedObject(["package"], { package: onSale }),
  observe: closedObject(["observe"], { observe: RESOURCE }),
  let: closedObject(["let"], { let: mapOf(TEMPLATE) }),
  mails: closedObject(["mails"], { mails: TEMPLATE }),
  check: closedObject(["check", "says"], { check: EXPRESSION, says: TEXT, got: EXPRESSION, expected: EXPRESSION }),
  together: closedObject(["together"], { together: listWith(call), save: TEXT }),
  repeat: closedObject(["repeat", "steps"], { repeat: COUNT, while: EXPRESSION, steps: STEPS }),
  receiver: closedObject(["receiver"], { receiver }),
  notified: closedObject(["notified"], { notified: { type: "array", items: awaited }, within: DURATION }),
};

/** The step language of `given`, `by`, `create`, `fill`, `then` and `steps`. */
export const STEP_PARTS: Readonly<Record<string, Node>> = {
  change,
  expectation,
  /** A call that only reads. */
  callTemplate: closedObject(["call"], { call: OPERATION, with: WITH }),
  listRule: closedObject(["call", "rows"], { call: OPERATION, with: WITH, without: WITHOUT, rows: EXPRESSION }),
  sends: { type: "array", items: awaited },
  step: {
    type: "object",
    anyOf: Object.keys(STEP_KINDS).map((kind) => ({ required: [kind] })),
    allOf: Object.entries(STEP_KINDS).map(([kind, schema]) => either({ required: [kind] }, schema)),
  },
  steps: { type: "array", items: ref("step") },
};
