import { availableParallelism } from "node:os";
import {
  LAYERS,
  type Layer,
  PROFILES,
  type Profile,
  type ProviderName,
  type TargetChoice,
} from "../contracts/index.ts";

/** What the commands of `contract` are told, read and checked. */
export interface ContractFlags {
  readonly providers: readonly ProviderName[];
  readonly profile: Profile;
  readonly seed: number;
  readonly jobs: number;
  readonly only: readonly string[];
  readonly layers: readonly Layer[];
  readonly target: TargetChoice;
  readonly listen: { readonly host: string; readonly port: number };
  readonly deviations: string | null;
  readonly reports: {
    readonly json?: string;
    readonly junit?: string;
    readonly sarif?: string;
    readonly html?: string;
  };
  readonly isJson: boolean;
}

/** Flags that cannot be understood; the message says what was expected and what came. */
export class WrongFlags extends Error {
  override readonly name = "WrongFlags";
}

/** Reads the flags of a command, with credentials also from the environment. @throws WrongFlags */
export function readContractFlags(
  given: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string | undefined>>,
): ContractFlags {
  const text = (name: string): string | null => (typeof given[name] === "string" ? given[name] : null);
  const list = (name: string): readonly string[] => (Array.isArray(given[name]) ? given[name].map(String) : []);
  const profile = oneOf("--profile", text("profile") ?? "sim-fast", PROFILES);
  const provider = oneOf("--provider", text("provider") ?? "all", ["all", "esimaccess", "fms"] as const);
  const reports = [
    ["json", text("reportJson")],
    ["junit", text("reportJunit")],
    ["sarif", text("reportSarif")],
    ["html", text("reportHtml")],
  ] as const;
  return {
    providers: provider === "all" ? ["esimaccess", "fms"] : [provider],
    profile,
    seed: numberIn("--seed", text("seed") ?? "1", { least: 0, most: 2_147_483_647 }),
    only: list("only"),
    jobs: numberIn("--jobs", text("jobs") ?? String(Math.min(2, availableParallelism())), { least: 1, most: 64 }),
    layers: list("layer").map((name) => oneOf("--layer", name, LAYERS)),
    target: targetOf({ text, env, profile }),
    listen: listenOf(text("webhookListen")),
    deviations: text("deviations"),
    reports: Object.fromEntries(reports.filter(([, file]) => file !== null)),
    isJson: given["json"] === true,
  };
}

const CREDENTIALS = {
  esimaccess: "--access-code or ESIMACCESS_ACCESS_CODE",
  fms: "--partner or FMS_PARTNER_CODE",
} as const;

/** One sentence for each provider that a run cannot ask, because a target that nobody controls gives no credentials of its own. */
export function missingCredentials({ target, providers }: ContractFlags): readonly string[] {
  if (target.kind === "in-process" || (target.controlUrl ?? null) !== null) return [];
  return providers
    .filter((provider) => target.credentials?.[provider] === undefined)
    .map((provider) => `${provider} needs ${CREDENTIALS[provider]}; choose another one with --provider`);
}

function targetOf(asked: {
  readonly text: (name: string) => string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly profile: Profile;
}): TargetChoice {
  const { text, env, profile } = asked;
  const url = text("target") ?? "in-process";
  const mutant = text("mutant");
  if (url === "in-process") {
    if (text("control") !== null)
      throw new WrongFlags("--control goes with the URL of a target, got --target in-process");
    return { kind: "in-process", ...(mutant === null ? {} : { mutant }) };
  }
  if (mutant !== null)
    throw new WrongFlags("--mutant goes with --target in-process only; start a sandbox with --mutant instead");
  const { ESIMACCESS_ACCESS_CODE, ESIMACCESS_SECRET_KEY, FMS_PARTNER_CODE, ESIM_SANDBOX_ADMIN_TOKEN } = env;
  const accessCode = text("accessCode") ?? ESIMACCESS_ACCESS_CODE;
  const secretKey = text("secretKey") ?? ESIMACCESS_SECRET_KEY;
  const partnerCode = text("partner") ?? FMS_PARTNER_CODE;
  const credentials = {
    ...(accessCode === undefined
      ? {}
      : { esimaccess: { accessCode, ...(secretKey === undefined ? {} : { secretKey }) } }),
    ...(partnerCode === undefined ? {} : { fms: { partnerCode } }),
  };
  return {
    kind: "url",
    url,
    controlUrl: text("control"),
    adminToken: text("adminToken") ?? ESIM_SANDBOX_ADMIN_TOKEN ?? null,
    credentials,
    ...(profile === "live-read" ? { perSecond: 6 } : {}),
  };
}

function listenOf(text: string | null): { readonly host: string; readonly port: number } {
  if (text === null) return { host: "127.0.0.1", port: 0 };
  const found = /^(.+):(\d{1,5})$/.exec(text);
  if (found === null) throw new WrongFlags(`--webhook-listen must be HOST:PORT, got "${text}"`);
  return { host: found[1] ?? "", port: numberIn("--webhook-listen", found[2] ?? "", { least: 0, most: 65_535 }) };
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((name) => name === text);
  if (found === undefined) throw new WrongFlags(`${flag} must be one of ${known.join(", ")}, got "${text}"`);
  return found;
}

function numberIn(flag: string, text: string, bounds: { readonly least: number; readonly most: number }): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= bounds.least && value <= bounds.most)) {
    throw new WrongFlags(`${flag} must be a whole number from ${bounds.least} to ${bounds.most}, got "${text}"`);
  }
  return value;
}
