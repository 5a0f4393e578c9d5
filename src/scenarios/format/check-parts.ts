import { suggestion } from "../../contracts/documents/nearest-name.ts";
import { providerOf } from "../documents/known-names.ts";

/** Notes that the member at a JSON pointer is wrong. */
export type Report = (pointer: string, rule: string, message: string) => void;

/** A fault says whose call it meets; the rest is judged by the sandbox, before the first step. */
export function checkFault(fault: unknown, pointer: string, report: Report): void {
  const { provider, operationId, effect } = membersOf(fault);
  if (provider !== "esimaccess" && provider !== "fms") return; // the sandbox finds out whose operation it is
  const { operations, codes } = providerOf(provider);
  if (typeof operationId === "string" && !Object.hasOwn(operations, operationId)) {
    const told = `${provider} has no operation ${operationId}; ${suggestion(operationId, Object.keys(operations))}`;
    report(`${pointer}/operationId`, "unknown-operation", told);
  }
  const { kind, code } = membersOf(effect);
  if (kind === "provider-error" && typeof code === "string" && !codes.includes(code) && /^\d+$/.test(code)) {
    const told = `${provider} has no code ${code}; ${suggestion(code, codes)}`;
    report(`${pointer}/effect/code`, "unknown-code", told);
  }
}

/** What a duration must look like. */
export function durationSays(text: string): string {
  return `must be a duration such as 500ms, 30s, 2h, 180d or 60m - 1ms, got "${text}"`;
}

/** What a path must look like. */
export function pathSays(path: string): string {
  return `must be a path such as obj.esimList[0].iccid, got "${path}"`;
}

/** Members of an object; none of anything else. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
