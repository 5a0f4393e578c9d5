import { Hono } from "hono";
import { callOf, type RequestBindings, type RequestContext } from "./call-of.ts";
import { type ExchangePorts, serveExchange } from "./exchange.ts";
import { problem } from "./problem.ts";
import type { Provider } from "./provider.ts";

/** A provider together with what its exchanges need. */
export interface ServedProvider {
  readonly provider: Provider;
  readonly ports: ExchangePorts;
}

/** What the app serves besides the providers. */
export interface AppParts {
  readonly providers: readonly ServedProvider[];
  /** The provider whose dialect every other path speaks; null leaves such paths to problem documents. */
  readonly only: ServedProvider | null;
  readonly admin: Hono<{ Bindings: RequestBindings }>;
  readonly qr: (c: RequestContext) => Promise<Response>;
  readonly front: (c: RequestContext) => Response;
}

/**
 * Builds the one app behind the listener and `fetch`. Each path has one handler only, because Hono then calls it without
 * composing middleware; everything else is sorted out by `notFound`.
 */
export function buildApp(parts: AppParts): Hono<{ Bindings: RequestBindings }> {
  const app = new Hono<{ Bindings: RequestBindings }>();
  const known = new Map<string, ServedProvider>();
  app.route("/__admin", parts.admin);
  app.get("/qr/:key", parts.qr);
  if (parts.only === null) app.get("/", parts.front);
  for (const served of parts.providers) {
    for (const operation of served.provider.operations) {
      known.set(operation.path, served);
      app.on(operation.method, operation.path, async (c) => {
        return serveExchange(await callOf(c), { provider: served.provider, operation }, served.ports);
      });
    }
  }
  app.notFound((c) => serveUnknown(c, parts, known));
  // Providers answer for themselves; what ends here broke before or outside of them, such as an upload that was cut off.
  app.onError(() =>
    problem(500, { code: "internal-error", title: "Internal error", detail: "the sandbox failed to serve this" }),
  );
  return app;
}

async function serveUnknown(
  c: RequestContext,
  parts: AppParts,
  known: ReadonlyMap<string, ServedProvider>,
): Promise<Response> {
  const { path } = c.req;
  const wrongMethod = known.get(path);
  const served = wrongMethod ?? providerOf(path, parts);
  if (served === null) {
    const detail = `nothing is served at ${path}; GET / lists the addresses`;
    return problem(404, { code: "unknown-path", title: "Unknown path", detail });
  }
  const operation = { operationId: wrongMethod === undefined ? "unknownPath" : "wrongMethod" } as const;
  return serveExchange(await callOf(c), { provider: served.provider, operation }, served.ports);
}

function providerOf(path: string, parts: AppParts): ServedProvider | null {
  for (const served of parts.providers) {
    if (served.provider.prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) return served;
  }
  return path.startsWith("/__admin") || path.startsWith("/qr/") ? null : parts.only;
}
