import type { SignatureRule } from "../../documents/semantics.ts";
import type { Specification } from "../../documents/specification.ts";
import type { Case, Expectation, Step, Template } from "../case.ts";
import { newCase } from "../new-case.ts";
import { setupOf } from "../setup.ts";

/** A request id as clients make them; made up. */
const REQUEST_ID = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const OTHER_ID = "1f1e2d3c4b5a69788796a5b4c3d2e1f0";
const BODY = "{}";
const SPACED = "{ }";

interface Signed {
  /** What is sent; null leaves the header out. */
  readonly timestamp?: Template;
  readonly requestId?: Template;
  readonly signature?: Template;
  /** What is sent as body. */
  readonly body?: string;
  /** What is signed instead of what is sent, by part, as JSONata. */
  readonly over?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** Signed mode: the right signature, each part altered, each header missing or malformed, and the edges of the tolerance. */
export function signatureCases(spec: Specification, rule: SignatureRule): Case[] {
  const operation = spec.operations.get(rule.operation);
  if (operation === undefined) return [];
  const cases = signatureTable(rule).map(([name, says, signed, expect]) =>
    newCase(spec, operation, {
      layer: "auth",
      rule: `signature-${name}`,
      says,
      evidence: rule.evidence,
      setup: [{ option: rule.options }],
      steps: [signedCall(rule, signed, expect)],
      isUnchanging: false,
      root: `signature ${/^(?:altered|other|wrong)/.test(name) ? "mismatch" : name}`,
    }),
  );
  return [...cases, replayLater(spec, rule), ...everywhere(spec, rule)];
}

/** No operation takes its usual request with a signature over something else. */
function everywhere(spec: Specification, rule: SignatureRule): Case[] {
  const scheme = spec.operations.get(rule.operation)?.security ?? [];
  const signed = [...spec.operations.values()].filter(({ operationId, option, security }) => {
    return operationId !== rule.operation && option === null && security.some((name) => scheme.includes(name));
  });
  return signed.map((operation) =>
    newCase(spec, operation, {
      layer: "auth",
      rule: "signature-wrong",
      says: `${operation.operationId} with a signature over something else is refused`,
      evidence: rule.evidence,
      setup: [...setupOf(spec, operation), { option: rule.options }],
      steps: [
        {
          call: operation.operationId,
          change: { headers: headersOf(rule, { over: { body: JSON.stringify(SPACED) } }) },
          expect: refused(rule.codes.mismatch),
        },
      ],
      weight: "full",
      root: "signature mismatch",
    }),
  );
}

const GOOD: Expectation = { outcome: "success" };

function refused(code: string): Expectation {
  return { outcome: "refused", codes: [code] };
}

type Row = readonly [name: string, says: string, signed: Signed, expect: Expectation];

/** Each way to sign, and what it comes to. */
function signatureTable(rule: SignatureRule): readonly Row[] {
  const { codes } = rule;
  return [
    ["right", "a right signature is accepted", {}, GOOD],
    [
      "upper-case",
      "a signature in capital letters is accepted",
      { signature: `=$uppercase(${signatureOf(rule, {})})` },
      GOOD,
    ],
    ["seconds", "a time in seconds is accepted", { timestamp: "=$string($floor(clock / 1000))" }, GOOD],
    ...["timestamp", "requestId", "accessCode", "body"].map(
      (part) =>
        [
          `altered-${part}`,
          `a signature over another ${part} is refused`,
          { over: { [part]: alteredPart(part) } },
          refused(codes.mismatch),
        ] as const,
    ),
    ["spaced-body", "a signature is over the bytes that are sent, spaces and all", { body: SPACED }, GOOD],
    [
      "altered-spaces",
      "a signature over the body without its spaces is refused",
      { body: SPACED, over: { body: JSON.stringify(BODY) } },
      refused(codes.mismatch),
    ],
    ["altered-to-no-body", "a signature over no body is refused", { over: { body: '""' } }, refused(codes.mismatch)],
    ["other-key", "a signature with another key is refused", { key: '"other-key"' }, refused(codes.mismatch)],
    [
      "other-order",
      "a signature over the parts in another order is refused",
      { signature: `=${reordered(rule)}` },
      refused(codes.mismatch),
    ],
    ["wrong", "a made-up signature is refused", { signature: "0".repeat(64) }, refused(codes.mismatch)],
    ...headerRows(rule),
    ...ageRows(rule),
  ];
}

/** Each header missing, and of another form. */
function headerRows({ codes, headers }: SignatureRule): readonly Row[] {
  return [
    [
      `missing-${headers.timestamp}`,
      "a request without its time is refused",
      { timestamp: null },
      refused(codes.missing),
    ],
    [
      `missing-${headers.requestId}`,
      "a request without its id is refused",
      { requestId: null },
      refused(codes.missing),
    ],
    [
      `missing-${headers.signature}`,
      "a request without a signature is refused",
      { signature: null },
      refused(codes.missing),
    ],
    [
      `malformed-${headers.timestamp}`,
      "a time that is no number is refused",
      { timestamp: "yesterday" },
      refused(codes.malformed),
    ],
    [
      `malformed-${headers.requestId}`,
      "an id that is no UUID is refused",
      { requestId: "1" },
      refused(codes.malformed),
    ],
    [
      `malformed-${headers.signature}`,
      "a signature that is not hexadecimal is refused",
      { signature: "zz" },
      refused(codes.malformed),
    ],
  ];
}

/** Times at and beyond the edges of the tolerance. */
function ageRows({ codes, tolerance: most }: SignatureRule): readonly Row[] {
  const tolerance = `$duration("${most}")`;
  return [
    ["oldest", `a time ${most} ago is accepted`, { timestamp: `=$string(clock - ${tolerance})` }, GOOD],
    ["newest", `a time ${most} ahead is accepted`, { timestamp: `=$string(clock + ${tolerance})` }, GOOD],
    [
      "too-old",
      "an older time is refused",
      { timestamp: `=$string(clock - ${tolerance} - 1000)` },
      refused(codes.expired),
    ],
    [
      "too-new",
      "a later time is refused",
      { timestamp: `=$string(clock + ${tolerance} + 1000)` },
      refused(codes.expired),
    ],
  ];
}

function replayLater(spec: Specification, rule: SignatureRule): Case {
  const place = spec.operations.get(rule.operation);
  if (place === undefined) throw new Error(`the document has no operation ${rule.operation}`);
  const at = "=$string(started)";
  return newCase(spec, place, {
    layer: "auth",
    rule: "signature-replayed-later",
    says: "a recorded request is refused once its time is too old",
    evidence: rule.evidence,
    setup: [{ option: rule.options }, { let: { started: "=clock" } }],
    steps: [
      signedCall(rule, { timestamp: at }, { outcome: "success" }),
      { advance: `=$duration("${rule.tolerance}") + 1000` },
      signedCall(rule, { timestamp: at }, { outcome: "refused", codes: [rule.codes.expired] }),
    ],
    root: "signature too-old",
  });
}

function signedCall(rule: SignatureRule, signed: Signed, expect: Expectation): Step {
  return { call: rule.operation, change: { rawBody: signed.body ?? BODY, headers: headersOf(rule, signed) }, expect };
}

function headersOf(rule: SignatureRule, signed: Signed): Readonly<Record<string, Template>> {
  const timestamp = "timestamp" in signed ? signed.timestamp : "=$string(clock)";
  const requestId = "requestId" in signed ? signed.requestId : REQUEST_ID;
  const signature = "signature" in signed ? signed.signature : `=${signatureOf(rule, signed)}`;
  return {
    [rule.headers.timestamp]: timestamp,
    [rule.headers.requestId]: requestId,
    [rule.headers.signature]: signature,
  };
}

/** JSONata for the signature over the parts as they are sent, or as `over` has them. */
function signatureOf(rule: SignatureRule, signed: Signed): string {
  const timestamp = typeof signed.timestamp === "string" ? textOf(signed.timestamp) : "$string(clock)";
  const usual: Readonly<Record<string, string>> = {
    timestamp,
    requestId: JSON.stringify(REQUEST_ID),
    accessCode: "credentials.accessCode",
    body: JSON.stringify(signed.body ?? BODY),
  };
  const parts = rule.parts.map((part) => signed.over?.[part] ?? usual[part] ?? '""');
  return `$hmac(${signed.key ?? `credentials.${rule.key}`}, ${parts.join(" & ")})`;
}

function reordered(rule: SignatureRule): string {
  return signatureOf({ ...rule, parts: [...rule.parts].reverse() }, {});
}

function textOf(template: string): string {
  return template.startsWith("=") ? template.slice(1) : JSON.stringify(template);
}

function alteredPart(part: string): string {
  if (part === "timestamp") return "$string(clock - 1000)";
  if (part === "requestId") return JSON.stringify(OTHER_ID);
  return part === "accessCode" ? '"another-access-code"' : '"{ }"';
}
