import type { ProviderName } from "../format/scenario.ts";
import { facts } from "./generated.ts";

/** An operation of a provider, as it is called. */
export interface KnownOperation {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly string[];
  readonly partnerCode: "body" | "query" | null;
}

interface KnownProvider {
  readonly operations: Readonly<Record<string, KnownOperation>>;
  readonly codes: readonly string[];
  readonly notifications: readonly string[];
  readonly outcome: { readonly code: string; readonly successAt: string; readonly successIs: unknown };
  readonly delivery: { readonly type: string; readonly id: string } | null;
  readonly credentials: Readonly<Record<string, string>>;
}

const providers: Readonly<Record<ProviderName, KnownProvider>> = facts.providers;

/** An operation of the control API; `params` are the names of its path and query. */
interface KnownControl {
  readonly method: string;
  readonly path: string;
  readonly params: readonly string[];
}

const controls: Readonly<Record<string, KnownControl>> = facts.control.operations;

/** What the documents say about a provider. */
export function providerOf(name: ProviderName): KnownProvider {
  return providers[name];
}

/** The operation of that name; null when the provider has none. */
export function operationOf(provider: ProviderName, operationId: string): KnownOperation | null {
  const { operations } = providers[provider];
  return Object.hasOwn(operations, operationId) ? (operations[operationId] ?? null) : null;
}

/** Which of these providers have an operation of that name. */
export function ownersOf(operationId: string, among: readonly ProviderName[]): readonly ProviderName[] {
  return among.filter((name) => operationOf(name, operationId) !== null);
}

/** The operation of the control API; null when there is none. */
export function controlOf(operationId: string): KnownControl | null {
  return Object.hasOwn(controls, operationId) ? (controls[operationId] ?? null) : null;
}

/** Codes of refusals of the control API. */
export const controlCodes: readonly string[] = facts.control.codes;
