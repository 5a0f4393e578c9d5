import { ownersOf, providerOf } from "../documents/known-names.ts";
import { durationMs } from "./durations.ts";
import type { ProviderName } from "./scenario.ts";

/** Something that happens, by one of the names that a law may use. */
export interface Happening {
  readonly kind: "notification" | "operation" | "code" | "entry";
  readonly name: string;
}

/** Cause and effect over a whole run. */
export type Law =
  | { readonly kind: "leads-to"; readonly cause: Happening; readonly effect: Happening; readonly withinMs: number }
  | { readonly kind: "never"; readonly what: Happening; readonly after: Happening | null };

const LEADS_TO = /^after (\S+) expect (\S+) within (.+)$/;
const NEVER = /^never (\S+)(?: after (\S+))?$/;

export const LAW_SAYS = '"after CAUSE expect EFFECT within DURATION", "never WHAT after CAUSE" or "never WHAT"';

/** Reads a law; null when it is none of the three forms. */
export function readLaw(text: string, providers: readonly ProviderName[]): Law | null {
  const words = text.trim().replace(/\s+/g, " ");
  const [, cause, effect, within] = LEADS_TO.exec(words) ?? [];
  if (cause !== undefined && effect !== undefined) {
    const withinMs = durationMs(within ?? "");
    if (withinMs === null) return null;
    return { kind: "leads-to", cause: happening(cause, providers), effect: happening(effect, providers), withinMs };
  }
  const [, what, after] = NEVER.exec(words) ?? [];
  if (what === undefined) return null;
  return {
    kind: "never",
    what: happening(what, providers),
    after: after === undefined ? null : happening(after, providers),
  };
}

/** Words in kebab-case are kinds of journal entries, which are open; everything else is a name that the documents know. */
function happening(name: string, providers: readonly ProviderName[]): Happening {
  if (ownersOf(name, providers).length > 0) return { kind: "operation", name };
  if (/^\d+$/.test(name)) return { kind: "code", name };
  const isNotification = providers.some((provider) => providerOf(provider).notifications.includes(name));
  return { kind: isNotification ? "notification" : "entry", name };
}

/** Names of which a law can speak, besides kinds of journal entries. */
export function happeningNames(providers: readonly ProviderName[]): string[] {
  return providers.flatMap((provider) => {
    const { notifications, operations, codes } = providerOf(provider);
    return [...notifications, ...Object.keys(operations), ...codes];
  });
}
