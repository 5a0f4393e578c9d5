import type { RefRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { valueAt, withValue } from "../../run/paths.ts";
import type { Case, Step, Template } from "../case.ts";
import { newCase } from "../new-case.ts";
import { refusedWith } from "../refusals.ts";
import { madeByOther, setupOf } from "../setup.ts";
import { usualBody, usualQuery } from "../usual-request.ts";
import { type Member, membersOf, queryMembersOf } from "../values/members.ts";

/** What an answer to a strange reference must be: a code, or a success of which something holds. */
interface StrangeAnswer {
  readonly code?: string;
  readonly holds?: string;
}

/** Values that belong to nobody, for every member that the overlay says it of. */
export function unknownReferences(spec: Specification, operation: OperationSpec): Case[] {
  return referencesOf(spec, operation).flatMap(({ member, ref }) => {
    // Whose option it is that the path is served can be known of a known caller only.
    if (ref.unknown === undefined || (operation.option !== null && /^credentials\./.test(ref.value))) return [];
    const setup = setupOf(spec, operation);
    const kind = { rule: "refs-unknown", words: "that belongs to nobody" };
    return caseOf(spec, operation, { member, ref, kind, setup, value: ref.unknown.value, answer: ref.unknown });
  });
}

/** Objects of another tenant, which must look as if they did not exist. */
export function foreignReferences(spec: Specification, operation: OperationSpec): Case[] {
  return referencesOf(spec, operation).flatMap(({ member, ref }) => {
    const answer = ref.foreign === undefined ? ref.unknown : ref.foreign;
    if (answer === null || answer === undefined || ref.resource === undefined) return [];
    const made = madeByOther(spec, ref.resource);
    if (made === null) return [];
    // The second one, and two minutes earlier: numbers that are counted then differ from those of the usual tenant.
    const setup = [
      ...made,
      ...made,
      { let: { foreign: `=${ref.value}` } },
      { advance: "2m" },
      ...setupOf(spec, operation),
    ];
    const kind = { rule: "refs-foreign", words: "that belongs to another tenant" };
    return caseOf(spec, operation, { member, ref, kind, setup, value: "=foreign", answer });
  });
}

/** The usual request with a resource under each of its other names, one at a time: where several members may name it. */
export function underOtherNames(
  spec: Specification,
  operation: OperationSpec,
  resource: string,
): readonly { readonly name: string; readonly body: Template }[] {
  if (operation.requestPointer === null) return [];
  const usual = usualBody(spec, operation);
  const named = referencesOf(spec, operation).filter(({ member, ref }) => {
    const isRead = member.places.every(({ node }) => node["x-option"] === undefined);
    return ref.resource === resource && !member.isRequired && !member.isItem && isRead;
  });
  if (!named.some(({ member }) => valueAt(usual, member.path) !== undefined)) return [];
  return named
    .filter(({ member }) => valueAt(usual, member.path) === undefined)
    .map(({ member: { path }, ref }) => {
      return { name: path, body: strangeRequest(spec, operation, { path, value: `=${ref.value}` }) };
    });
}

function referencesOf(
  spec: Specification,
  operation: OperationSpec,
): { readonly member: Member; readonly ref: RefRule }[] {
  const members = operation.requestPointer === null ? queryMembersOf(spec, operation) : membersOf(spec, operation);
  return members.flatMap((member) => (member.ref === null ? [] : [{ member, ref: member.ref }]));
}

function caseOf(
  spec: Specification,
  operation: OperationSpec,
  strange: {
    readonly member: Member;
    readonly ref: RefRule;
    readonly kind: { readonly rule: string; readonly words: string };
    readonly setup: readonly Step[];
    readonly value: Template;
    readonly answer: StrangeAnswer;
  },
): Case[] {
  const { member, ref, kind, setup, value, answer } = strange;
  if (answer.code === undefined && answer.holds === undefined) return [];
  const where = operation.requestPointer === null ? "query" : "body";
  const location = `${where}.${member.path}`;
  const says = `${operation.operationId} with ${location} ${kind.words}`;
  const isRefused = answer.code !== undefined;
  const request = strangeRequest(spec, operation, { path: member.path, value });
  const expect =
    answer.code === undefined ? { outcome: "success" as const } : refusedWith({ code: answer.code, status: null });
  const steps: Step[] = [{ call: operation.operationId, body: request, expect }];
  if (answer.holds !== undefined) steps.push({ check: answer.holds, says: `${says} finds nothing`, got: "data" });
  return [
    newCase(spec, operation, {
      layer: "negatives",
      rule: kind.rule,
      location,
      says: `${says} ${isRefused ? `is refused with ${answer.code}` : "finds nothing"}`,
      evidence: ref.evidence,
      setup,
      steps,
      isUnchanging: isRefused,
    }),
  ];
}

/** The usual request with a strange value, in which no other key names an object of the same kind. */
function strangeRequest(
  spec: Specification,
  operation: OperationSpec,
  { path, value }: { readonly path: string; readonly value: Template },
): Template {
  const usual = operation.requestPointer === null ? usualQuery(spec, operation) : usualBody(spec, operation);
  const own = referencesOf(spec, operation).find(({ member }) => member.path === path);
  let request: unknown = usual;
  for (const { member, ref } of referencesOf(spec, operation)) {
    const isTwin = member.path !== path && !member.isRequired && !member.isItem && ref.resource === own?.ref.resource;
    if (isTwin && ref.resource !== undefined && valueAt(request, member.path) !== undefined)
      request = withValue(request, member.path, undefined);
  }
  return withValue(request, path, value);
}
