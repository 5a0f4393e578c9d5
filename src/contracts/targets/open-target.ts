import type { Specification } from "../documents/specification.ts";
import { createAnswerOracle } from "../oracle/answer.ts";
import type { ProviderName } from "../plan/case.ts";
import { leavesNothing } from "../plan/needs.ts";
import { evaluate } from "../run/expressions.ts";
import { openHttp } from "./http.ts";
import { createRate, withRate } from "./rate.ts";
import type { Target } from "./target.ts";

/** Where a suite is run. */
export type TargetChoice =
  | { readonly kind: "in-process"; readonly mutant?: string }
  | {
      readonly kind: "url";
      readonly url: string;
      readonly controlUrl?: string | null;
      readonly adminToken?: string | null;
      readonly credentials?: Readonly<Partial<Record<ProviderName, Readonly<Record<string, string>>>>>;
      /** Requests per second over all workers; absent: as fast as the target answers. */
      readonly perSecond?: number;
    };

/**
 * Opens a target. The simulator is loaded only when it is the target. `worker` counts those who share a sandbox elsewhere from 0: each has
 * tenants of its own there.
 */
export async function openTarget(choice: TargetChoice, seed: number, worker = 0): Promise<Target> {
  if (choice.kind === "in-process") {
    const { openInProcess } = await import("./in-process.ts");
    return openInProcess({ seed, ...(choice.mutant === undefined ? {} : { mutant: choice.mutant }) });
  }
  const { url, controlUrl = null, adminToken = null, credentials = {}, perSecond } = choice;
  const target = await openHttp({ url, controlUrl, adminToken, credentials, seed, worker });
  if (perSecond === undefined) return target;
  const now = (): number => performance.now();
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return withRate(target, createRate({ perSecond, now, sleep }));
}

/**
 * Why a run would make no sense: nothing listens, or the credentials are refused by a read that everybody may do. Null when the run can
 * begin; whatever else is wrong is for the cases to find.
 */
export async function unreachableReason(
  target: Target,
  specifications: readonly Specification[],
): Promise<string | null> {
  for (const spec of specifications) {
    const credentials = target.credentials(spec.provider, "usual");
    if (credentials === null) return `no credentials for ${spec.provider} were given`;
    const operation = [...spec.operations.values()].find(
      ({ operationId, isBodyRequired, parameters, security, option }) =>
        !isBodyRequired &&
        parameters.length === 0 &&
        option === null &&
        security.length > 0 &&
        leavesNothing(spec, operationId),
    );
    const [path, method] = operation === undefined ? ["/", "GET"] : [operation.path, operation.method];
    const headers: Record<string, string> = { "content-type": "application/json" };
    const codes: string[] = [];
    for (const name of operation?.security ?? []) {
      const scheme = spec.security.get(name);
      if (scheme?.auth === undefined || scheme.auth === null) continue;
      headers[scheme.header.toLowerCase()] = String(
        await evaluate(scheme.auth.value, { credentials: credentials.values }),
      );
      codes.push(scheme.auth.unknown, scheme.auth.missing);
    }
    const body = method === "GET" ? null : new TextEncoder().encode("{}");
    const arrived = await target.send(spec.provider, { method, path, headers, body });
    if (arrived.status === null) {
      if (arrived.isUnreachable) return `${target.name} cannot be reached: ${arrived.failure}`;
      continue;
    }
    if (operation === undefined) continue;
    const { outcome } = await createAnswerOracle(spec).judge(operation.operationId, arrived);
    if (!outcome.isSuccess && codes.includes(outcome.code))
      return `${target.name} refuses the credentials for ${spec.provider} (${outcome.code})`;
  }
  return null;
}
