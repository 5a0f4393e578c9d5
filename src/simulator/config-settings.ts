import { bounds } from "./config.ts";
import type { Kind } from "./config-kinds.ts";
import * as kinds from "./config-kinds.ts";

/** One setting of the sandbox: `rateLimit` in the file is `--rate-limit` and `ESIM_SANDBOX_RATE_LIMIT`. */
export interface Setting<V> {
  readonly kind: Kind<V>;
  /** `switch` takes no argument; `list` may be given several times, separated by commas in the environment. */
  readonly form: "value" | "switch" | "list";
  /** How help calls its argument; null for a switch. */
  readonly argument: string | null;
  readonly says: string;
}

/** Every setting of `start` and `exec` except `set` and `config`, by its name in the configuration file. */
export const settings = {
  port: value(kinds.wholeNumber(bounds.port), "N", "port to listen on, 0 for any free one (start: 4747, exec: 0)"),
  host: value(kinds.host, "HOST", "address to listen on (127.0.0.1); any but loopback needs --admin-token"),
  provider: value(
    kinds.word("all", "esimaccess", "fms"),
    "NAME",
    "all, esimaccess or fms: the dialect of all paths but our own (all)",
  ),
  rateLimit: value(
    kinds.word("enforce", "report", "off"),
    "MODE",
    "enforce, report or off (enforce while the clock runs, report while it stands)",
  ),
  seed: value(kinds.wholeNumber(bounds.seed), "N", "seed of everything random (1)"),
  time: value(kinds.instant, "WHEN", "where a new clock begins: now or an instant in ISO 8601 (now)"),
  freeze: flag("a new clock stands still until it is advanced"),
  speed: value(kinds.decimalNumber(bounds.speed), "N", "simulated seconds per second of a new clock (1)"),
  data: value(kinds.path, "DIR", "directory that keeps the state (start: .esim-sandbox, exec: none)"),
  memory: flag("keep the state in memory only"),
  world: value(kinds.worldName, "NAME", "the world a new tenant begins in: busy-shop, empty-wallet, ... (plain)"),
  load: value(kinds.path, "FILE", "a world from a file of YAML or JSON, instead of --world"),
  autoTenants: flag("calls with unknown credentials get a tenant of their own"),
  baseUrl: value(kinds.baseUrl, "URL", "where clients reach the sandbox (the address it listens on)"),
  allowWebhookHost: list(kinds.host, "HOST", "host besides loopback to which webhooks may go; repeatable"),
  adminToken: value(kinds.token, "TOKEN", "what /__admin demands as bearer token"),
  selfCheck: flag("do not check answers and webhooks against the contract"),
  simHeaders: flag("answers carry no X-Sim-* headers"),
  prefer: flag("callers may ask for faults by the header X-Sim-Prefer: error=200007, delay=2s"),
  magic: flag("magic package codes and e-mail addresses bring about their faults"),
  mutant: value(
    kinds.mutantId,
    "ID",
    "for measuring test suites: break the contract on purpose in this one way, such as MON-01 (none)",
  ),
  logLevel: value(
    kinds.word("silent", "error", "info", "debug"),
    "LEVEL",
    "silent, error, info or debug (start: info, exec: error)",
  ),
  json: flag("print JSON, one document per line"),
} as const;

/** The settings that are on unless a flag `--no-...` says otherwise. */
export const ON_BY_DEFAULT: ReadonlySet<string> = new Set(["selfCheck", "simHeaders"]);

/** The name of a setting as a flag. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The name of a setting as an environment variable. */
export function variableOf(name: string): string {
  return `ESIM_SANDBOX_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function value<V>(kind: Kind<V>, argument: string, says: string): Setting<V> {
  return { kind, form: "value", argument, says };
}

function list<V>(kind: Kind<V>, argument: string, says: string): Setting<V> {
  return { kind, form: "list", argument, says };
}

function flag(says: string): Setting<boolean> {
  return { kind: kinds.yesOrNo, form: "switch", argument: null, says };
}
