/** The page at `/`: where each provider's API is, for whoever opens the address in a browser. */
export function frontPage(url: string): Response {
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>esim-sandbox</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}code{background:#f3f3f3;padding:.1em .3em}td{padding:.2em 1em .2em 0;vertical-align:top}</style>
<h1>esim-sandbox</h1>
<p>A stateful sandbox of two eSIM providers. Point your client at one of these addresses.</p>
<table>
<tr><td>eSIM Access</td><td><code>${url}/api/v1/open</code></td></tr>
<tr><td>FMS</td><td><code>${url}</code> or <code>${url}/fms</code></td></tr>
<tr><td>Control</td><td><code>${url}/__admin</code>, for example <a href="/__admin/health">health</a>, <a href="/__admin/options">options</a>, <a href="/__admin/journal">journal</a></td></tr>
</table>
</html>
`;
  return new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } });
}
