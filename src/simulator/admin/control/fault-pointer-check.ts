import type { MemberSchema, UnknownMember } from "../../http/contract-members.ts";
import { type Pointer, parsePointer } from "../../kernel/json-pointer.ts";
import { nearestName } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** A pointer of a rule, and the operations whose documents may know what it names. */
export interface PointerPlace {
  readonly path: string;
  readonly pointer: string;
  readonly operationIds: readonly string[];
}

/** Finds what the documents say about the member at a pointer, for each operation that has it; refused when none has. */
export function checkPointer(
  { path, pointer, operationIds }: PointerPlace,
  find: (operationId: string, pointer: Pointer) => MemberSchema | UnknownMember,
): Controlled<readonly MemberSchema[]> {
  const parsed = parsePointer(pointer);
  if (parsed === null || parsed.length === 0) {
    return refuseValue(
      { path, expected: "a JSON pointer such as /name or /list/*/name", got: pointer },
      "impossible-fault",
    );
  }
  const found = operationIds.map((operationId) => find(operationId, parsed));
  const schemas = found.filter((one) => "types" in one);
  if (schemas.length > 0) return ok(schemas);
  const unknown = found.filter((one) => "name" in one);
  const name = unknown[0]?.name ?? "";
  const known = [...new Set(unknown.flatMap((one) => one.known))];
  const nearest = nearestName(name, known);
  const list = known.length === 0 ? "nothing is there" : `known there: ${known.slice(0, 30).join(", ")}`;
  const expected = `a member that the document knows (${list})${nearest === null ? "" : `; did you mean ${nearest}?`}`;
  return refuseValue({ path, expected, got: pointer }, "impossible-fault");
}
