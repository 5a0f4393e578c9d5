import type { AuthRule } from "../../documents/semantics.ts";
import type { OperationSpec, SecuritySpec, Specification } from "../../documents/specification.ts";
import type { CallStep, Case, Expectation, RequestChange, Step, Template } from "../case.ts";
import { newCase } from "../new-case.ts";
import { setupOf } from "../setup.ts";
import { signatureCases } from "./signatures.ts";

/** Who may call: credentials that are missing, empty, unknown or elsewhere, the life of tokens, and signatures. */
export function authenticationCases(spec: Specification): Case[] {
  const cases: Case[] = [];
  for (const operation of spec.operations.values()) {
    if (operation.option !== null) continue;
    for (const name of operation.security) {
      const scheme = spec.security.get(name);
      if (scheme === undefined || scheme.auth === null) continue;
      cases.push(...accessCases(spec, operation, { scheme, auth: scheme.auth }));
      cases.push(...tokenCases(spec, operation, { scheme, auth: scheme.auth }));
    }
  }
  return [...cases, ...(spec.signature === null ? [] : signatureCases(spec, spec.signature))];
}

interface Scheme {
  readonly scheme: SecuritySpec;
  readonly auth: AuthRule;
}

interface Variant {
  readonly rule: string;
  readonly says: string;
  readonly code: string;
  readonly step: Omit<CallStep, "call">;
}

/** Ways to get credentials wrong that say little more than their neighbours; and where a token is to be tried for its whole life twice. */
const FULL_ONLY = new Set(["other-case", "bearer", "in-body", "token-not-prolonged", "token-stays-over"]);

function accessCases(spec: Specification, operation: OperationSpec, { scheme, auth }: Scheme): Case[] {
  const { header } = scheme;
  const value = `=${auth.value}`;
  const variants: Variant[] = [
    { rule: "missing", says: `a call without ${header}`, code: auth.missing, step: { as: "none" } },
    sent("empty", `an empty ${header}`, { code: auth.empty ?? auth.missing, header, value: "" }),
    sent("unknown", `a ${header} that nobody has`, { code: auth.unknown, header, value: auth.unknownValue }),
    sent("longer", `a ${header} with one more character`, {
      code: auth.unknown,
      header,
      value: `=(${auth.value}) & "x"`,
    }),
    sent("shorter", `a ${header} without its last character`, {
      code: auth.unknown,
      header,
      value: `=$substring(${auth.value}, 0, $length(${auth.value}) - 1)`,
    }),
    {
      rule: "in-query",
      says: `a ${header} in the query`,
      code: auth.missing,
      step: { as: "none", change: { query: { [header]: value } } },
    },
    {
      rule: "before-body",
      says: `a call without ${header} whose body is broken, too,`,
      code: auth.missing,
      step: { as: "none", change: { rawBody: "{" } },
    },
    sent("other-case", `a ${header} with its letters in the other case`, {
      code: auth.unknown,
      header,
      value: `=$uppercase(${auth.value}) = ${auth.value} ? $lowercase(${auth.value}) : $uppercase(${auth.value})`,
    }),
    sent("bearer", `a ${header} behind the word Bearer`, {
      code: auth.unknown,
      header,
      value: `="Bearer " & ${auth.value}`,
    }),
    {
      rule: "in-body",
      says: `a ${header} in the body`,
      code: auth.missing,
      step: { as: "none", with: { [header]: value } },
    },
  ];
  const asked = variants.filter(({ rule }) => {
    if (rule === "in-body") return operation.requestPointer !== null;
    return rule !== "before-body" || (operation.method !== "GET" && isAuthFirst(spec));
  });
  return asked.map(({ rule, says, code, step }) =>
    newCase(spec, operation, {
      layer: "auth",
      rule,
      location: `header.${header}`,
      says: `${says} is refused with ${code}`,
      evidence: auth.evidence,
      setup: setupOf(spec, operation),
      steps: [{ call: operation.operationId, ...step, expect: refusedWith(code) }],
      isUnchanging: true,
      weight: FULL_ONLY.has(rule) ? "full" : "fast",
      root: `auth ${scheme.name} ${causeOf(rule, step)}`,
    }),
  );
}

/** Nothing in the header, an empty text, something wrong: three causes, in however many ways they show. */
function causeOf(rule: string, { as }: Variant["step"]): string {
  if (as === "none") return "missing";
  return rule === "empty" ? "empty" : "unknown";
}

/** Whether the document says that credentials go before what the body says. */
function isAuthFirst(spec: Specification): boolean {
  const precedence = (condition: string): number =>
    Math.min(...spec.errors.filter((rule) => rule.condition === condition).map((rule) => rule.precedence ?? Infinity));
  return precedence("auth") < precedence("malformed");
}

function sent(
  rule: string,
  says: string,
  { code, header, value }: { readonly code: string; readonly header: string; readonly value: Template },
): Variant {
  return { rule, says, code, step: { change: { headers: { [header]: value } } } };
}

function refusedWith(...codes: readonly string[]): Expectation {
  return { outcome: "refused", codes };
}

/** A token is issued anew, so that its age is known to the millisecond. */
function tokenCases(spec: Specification, operation: OperationSpec, { scheme, auth }: Scheme): Case[] {
  const { token } = auth;
  if (token === undefined) return [];
  const { header } = scheme;
  const issue: Step = { ...templateOf(token.issue), save: { issued: token.issue.token } };
  const again: Step = { ...templateOf(token.issue), save: { later: token.issue.token } };
  const change: RequestChange = { headers: { [header]: "=issued" } };
  const isGood: Step[] = [
    { call: operation.operationId, change, expect: { outcome: "any" } },
    { check: `code != "${token.expired}"`, says: "a token that is still good is not refused as expired", got: "code" },
  ];
  const isOver: Step = { call: operation.operationId, change, expect: refusedWith(token.expired) };
  const parts = (rule: string, says: string, steps: readonly Step[]): Case =>
    newCase(spec, operation, {
      layer: "auth",
      rule,
      location: `header.${header}`,
      says,
      evidence: auth.evidence,
      setup: [...setupOf(spec, operation), issue],
      steps,
      weight: FULL_ONLY.has(rule) ? "full" : "fast",
      root: `auth ${scheme.name} ${rule}`,
    });
  const cases = [
    parts("token-lasts", `a token is good until ${token.lifetime} after its issue`, [
      { advance: `=$duration("${token.lifetime}") - 1` },
      ...isGood,
    ]),
    parts("token-expires", `a token is refused from ${token.lifetime} after its issue on`, [
      { advance: token.lifetime },
      isOver,
    ]),
    parts("token-not-prolonged", `a token that is used is over ${token.lifetime} after its issue, not after its use`, [
      { advance: `=$duration("${token.lifetime}") / 2` },
      ...isGood,
      { advance: `=$duration("${token.lifetime}") / 2` },
      isOver,
    ]),
    parts("token-stays-over", "a later login does not bring back a token that is over", [
      { advance: token.lifetime },
      again,
      isOver,
    ]),
    parts("token-anew", "each login gives another token", [
      again,
      { check: "later != issued", says: "two logins give two different tokens" },
    ]),
  ];
  for (const keeper of token.keptBy ?? []) {
    cases.push(
      parts(`token-kept-by-${keeper.call}`, `${keeper.call} leaves earlier tokens good`, [
        templateOf(keeper),
        ...isGood,
      ]),
    );
  }
  for (const ender of token.endedBy ?? []) {
    cases.push(parts(`token-ended-by-${ender.call}`, `${ender.call} ends earlier tokens`, [templateOf(ender), isOver]));
  }
  return cases;
}

function templateOf({ call, with: changes }: { readonly call: string; readonly with?: CallStep["with"] }): CallStep {
  return { call, ...(changes === undefined ? {} : { with: changes }) };
}
