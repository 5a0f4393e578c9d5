import { createHash, timingSafeEqual } from "node:crypto";
import { ok } from "../kernel/result.ts";
import { type Controlled, refuse } from "./control/refusal.ts";

/** The parts of a request that say who sends it. */
export interface Sender {
  /** The Host header, or what the URL names when there is none (in process). */
  readonly host: string;
  readonly origin: string | null;
  readonly authorization: string | null;
}

/** What the guard admits. */
export interface GuardPorts {
  /** Null demands none. */
  readonly adminToken: string | null;
  /** Host names besides the loopback ones, without ports. */
  readonly allowedHosts: () => readonly string[];
  readonly publicUrl: () => string;
}

/** The name of a sandbox without a listener. RFC 2606 reserves `.test`, so no name server leads a browser there. */
const IN_PROCESS_HOST = "sandbox.test";
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|(?:[a-z0-9-]+\.)+localhost|\[::1\])$/;

/**
 * Refuses what a page in a browser could send: a foreign Host header (a name that was made to lead here) and any Origin but the
 * sandbox's own.
 */
export function admitSender(sender: Sender, ports: GuardPorts): Controlled<null> {
  const name = hostName(sender.host);
  const isAllowed =
    LOOPBACK.test(name) || name === IN_PROCESS_HOST || ports.allowedHosts().some((host) => bare(host) === bare(name));
  if (!isAllowed) {
    const expected = "the control API answers under loopback names and the configured host or base URL only";
    return refuse("forbidden-host", `${expected}, got Host ${sender.host.slice(0, 100)}`);
  }
  const { origin } = sender;
  if (origin === null || isOwnOrigin(origin, sender.host, ports)) return ok(null);
  return refuse(
    "forbidden-origin",
    `the control API refuses pages of another origin, got Origin ${origin.slice(0, 100)}`,
  );
}

/** Refuses a call without the admin token, when one is configured. */
export function admitToken(sender: Sender, ports: GuardPorts): Controlled<null> {
  const { adminToken } = ports;
  if (adminToken === null) return ok(null);
  const sent = /^Bearer +(.+)$/i.exec(sender.authorization ?? "")?.[1] ?? "";
  if (timingSafeEqual(digest(sent), digest(adminToken))) return ok(null);
  return refuse("unauthorized", "this sandbox was started with an admin token; send it as Authorization: Bearer TOKEN");
}

/** A page that the sandbox itself serves, under whichever admitted name it was opened. */
function isOwnOrigin(origin: string, host: string, ports: GuardPorts): boolean {
  if (origin === new URL(ports.publicUrl()).origin) return true;
  return origin === `http://${host.toLowerCase()}` || origin === `https://${host.toLowerCase()}`;
}

/** Equal lengths, so that comparing takes the same time whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, "");
}

/** IPv6 addresses stand in brackets in a URL, and without them in a listener's address. */
function bare(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
}
