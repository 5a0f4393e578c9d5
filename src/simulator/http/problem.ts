/** Answers with an RFC 9457 problem document; for paths that belong to no provider. */
export function problem(
  status: number,
  told: { readonly code: string; readonly title: string; readonly detail: string; readonly [more: string]: unknown },
): Response {
  const { code, title, detail, ...more } = told;
  const body = JSON.stringify({ type: `urn:esim-sandbox:problem:${code}`, title, status, detail, code, ...more });
  return new Response(body, { status, headers: { "content-type": "application/problem+json" } });
}
