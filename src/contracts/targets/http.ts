import { createControlClient } from "../../client/control-client.ts";
import type { Capability, ProviderName } from "../plan/case.ts";
import { beginTenants, CONTROL_CAPABILITIES, createControl, type FindCredentials, TENANT_HEADER } from "./control.ts";
import { openConnections } from "./http-call.ts";
import type { Control, Target } from "./target.ts";

/** Where a target is. */
export interface HttpSettings {
  /** Base URL of both providers; the paths of their documents are appended. */
  readonly url: string;
  /** Base URL of the sandbox's control API, with or without `/__admin`; without it nobody can turn the world. */
  readonly controlUrl?: string | null;
  readonly adminToken?: string | null;
  /** Seed of the tenants that are made through the control API. */
  readonly seed: number;
  /** Counts those who share a sandbox from 0. */
  readonly worker?: number;
  /** Credentials of the only caller where there is no control API; with one, those of the run's own tenants are used. */
  readonly credentials?: Readonly<Partial<Record<ProviderName, Readonly<Record<string, string>>>>>;
  /** What the target can do besides. */
  readonly capabilities?: readonly Capability[];
}

/** A target whose address cannot be used. */
export class WrongTarget extends Error {
  override readonly name = "WrongTarget";
}

/**
 * Opens whatever speaks like a provider at a URL. Without a control API nothing is sent yet.
 * @throws WrongTarget for a URL that cannot be used, ControlFailed when the control API is not there or refuses
 */
export async function openHttp(settings: HttpSettings): Promise<Target> {
  const base = baseOf("target", settings.url);
  const { capabilities = [] } = settings;
  const controlled = await openControl(settings);
  const connections = openConnections();
  return {
    name: settings.url,
    capabilities: new Set([...(controlled === null ? [] : CONTROL_CAPABILITIES), ...capabilities]),
    control: controlled?.control ?? null,
    credentials: controlled?.find ?? onlyCaller(settings.credentials ?? {}),
    send: (_provider, call) => connections.send({ base, path: joined(base.pathname, call.path) }, call),
    tenantHeader: controlled === null ? null : TENANT_HEADER,
    sendControl:
      controlled === null ? null : (call) => connections.send({ base: controlled.base, path: call.path }, call),
    close: async () => connections.close(),
  };
}

async function openControl({
  controlUrl = null,
  adminToken = null,
  seed,
  worker = 0,
}: HttpSettings): Promise<{ readonly control: Control; readonly find: FindCredentials; readonly base: URL } | null> {
  if (controlUrl === null) return null;
  const base = baseOf("control", controlUrl);
  const client = createControlClient({ fetch, url: controlUrl, adminToken });
  return { control: createControl(client), find: await beginTenants(client, seed, worker), base };
}

function onlyCaller(credentials: NonNullable<HttpSettings["credentials"]>): FindCredentials {
  return (provider, who) => {
    const values = credentials[provider];
    return who === "other" || values === undefined ? null : { tenantId: "usual", values };
  };
}

/** Reads a base URL. A name and a password in it would end up in reports. */
function baseOf(name: "target" | "control", text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHttp = url !== null && (url.protocol === "http:" || url.protocol === "https:");
  if (!isHttp) throw new WrongTarget(`--${name} must be an http or https URL, got "${text}"`);
  if (url.username !== "" || url.password !== "") {
    throw new WrongTarget(`--${name} must be a URL without a name and password; give credentials by their own flags`);
  }
  if (url.search !== "" || url.hash !== "") {
    throw new WrongTarget(`--${name} must be a URL without a query or fragment, got "${text}"`);
  }
  return url;
}

/**
 * Appends a path of a document to the path of a base URL. Where the base ends with what the path begins with, as the base URLs of
 * clients do, that is written once.
 */
export function joined(prefix: string, path: string): string {
  const base = prefix.replace(/\/+$/, "");
  const segments = base.split("/");
  for (let from = 1; from < segments.length; from += 1) {
    const tail = `/${segments.slice(from).join("/")}`;
    if (path === tail || path.startsWith(`${tail}/`)) return base.slice(0, base.length - tail.length) + path;
  }
  return base + path;
}
