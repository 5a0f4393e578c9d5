import { joined } from "../targets/http.ts";
import { BASE_URL } from "./curl.ts";
import type { CaseResult } from "./events.ts";

/** A result whose calls have whole addresses: below the run's target, or below `$BASE_URL` where that has none. */
export function withAddresses(result: CaseResult, target: string): CaseResult {
  const { problem } = result;
  if (problem === null) return result;
  const exchanges = problem.exchanges.map((exchange) => ({ ...exchange, url: addressOf(exchange.url, target) }));
  return { ...result, problem: { ...problem, exchanges } };
}

function addressOf(url: string, target: string): string {
  if (!url.startsWith("/")) return url;
  if (!/^https?:/.test(target) || !URL.canParse(target)) return BASE_URL + url;
  const { origin, pathname } = new URL(target);
  return origin + joined(pathname, url);
}
