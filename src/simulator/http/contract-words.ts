import type { Violation } from "./contract.ts";

/** Where a request breaks its contract and how, without what was sent: that may be a secret. */
export function violationText({ path, keyword }: Violation): string {
  return `${["body", ...path].join(".")}: ${keyword}`;
}
