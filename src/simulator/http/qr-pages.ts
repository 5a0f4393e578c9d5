import { tagOf } from "../esim/identity.ts";
import { esimTable } from "../esim/tables.ts";
import type { RequestContext } from "./call-of.ts";
import { problem } from "./problem.ts";
import type { Provider, TenantDirectory } from "./provider.ts";

/** Renders the QR code of a text. */
export interface QrRenderer {
  png(text: string): Promise<Uint8Array>;
  svg(text: string): Promise<string>;
}

/**
 * Serves `/qr/<key>.png`, the image that a phone scans, and `/qr/<key>`, a small page with the same code. The key names its tenant,
 * so no credentials are needed.
 */
export function qrPages(ports: {
  readonly tenants: TenantDirectory;
  readonly providers: readonly Provider[];
  readonly renderer: QrRenderer;
}): (c: RequestContext) => Promise<Response> {
  return async (c) => {
    const file = c.req.param("key") ?? "";
    const isImage = file.endsWith(".png");
    const code = await activationCodeOf(isImage ? file.slice(0, -4) : file, ports);
    if (code === null) {
      const detail = "no eSIM has this key; take the address from the answer that sold it";
      return problem(404, { code: "unknown-qr-key", title: "Unknown QR key", detail });
    }
    if (isImage) {
      const png = await ports.renderer.png(code.text);
      return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
    }
    const svg = await ports.renderer.svg(code.text);
    return new Response(page(svg, code), { headers: { "content-type": "text/html; charset=utf-8" } });
  };
}

interface FoundCode {
  readonly text: string;
  readonly iccid: string;
}

async function activationCodeOf(
  key: string,
  ports: { readonly tenants: TenantDirectory; readonly providers: readonly Provider[] },
): Promise<FoundCode | null> {
  const tag = tagOf(key);
  const tenant = tag === null ? null : ports.tenants.byTag(tag);
  if (tenant === null) return null;
  const [esim] = await tenant.transact((tx) => tx.table(esimTable).findBy("qr", key));
  const provider = ports.providers.find(({ name }) => name === esim?.provider);
  if (esim === undefined || provider === undefined) return null;
  return { text: provider.control.activationCode(esim), iccid: esim.iccid };
}

function page(svg: string, code: FoundCode): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>eSIM ${code.iccid}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:24rem;margin:2rem auto;padding:0 1rem}code{word-break:break-all}</style>
<h1>Your eSIM</h1>
<p>Scan this code with the device that shall get the eSIM.</p>
${svg}
<p>Or type it in: <code>${code.text}</code></p>
<p>ICCID ${code.iccid}. From a sandbox: no network serves it.</p>
</html>
`;
}
