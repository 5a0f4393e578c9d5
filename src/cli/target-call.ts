import type { Target } from "../simulator/config-target.ts";

/** What a running sandbox answered; null as status when nothing answered, with the reason in words. */
export type TargetAnswer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: null; readonly reason: string };

/** Asks a running sandbox for something below `/__admin`; waits at most `timeoutMs` wall milliseconds. */
export async function askTarget(target: Target, path: string, timeoutMs: number): Promise<TargetAnswer> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (target.adminToken !== null) headers["authorization"] = `Bearer ${target.adminToken}`;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${target.url}/__admin/${path}`, { headers, signal, redirect: "manual" });
    return { status: response.status, body: parsed(await response.text()) };
  } catch (error) {
    return { status: null, reason: reasonOf(error) }; // refused, reset, unknown host, too slow: all mean the same here
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // something else listens there; the caller sees that what it needs is missing
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  const { cause } = error;
  if (cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED") return "connection refused";
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}

/** A member of an answer, or undefined when it is not there. */
export function memberOf(body: unknown, name: string): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  return Object.entries(body).find(([key]) => key === name)?.[1];
}
