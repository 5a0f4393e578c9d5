import { createHmac } from "node:crypto";
import { codeOf, isSuccess, type Refused, refusalLike, type Second, secondTry } from "./behaviours.ts";
import { type Behaviour, breaks, type Mutant, type Serving } from "./mutant.ts";
import { renewed, sessionsOf, TOKEN_HEADER, TOKEN_OPERATIONS, watchingSessions, withToken } from "./sessions.ts";
import { jsonOf, type WireAnswer, type WireRequest, withHeader } from "./wire-message.ts";

const ACCESS_CODE = "rt-accesscode";
const UNAUTHENTICATED = ["000101", "401001"];
const TOKEN_REFUSED = "7";
const TIMESTAMP_EXPIRED = "101001";
const SIGNATURE_WRONG = "101003";

const READING = ["queryOrdStatusAndEmail", "myEsimDetail", "myEsimDetailV11"];

const AUTH = breaks("*", "auth negatives");

/** Credentials that should have been refused and are not, or the other way round. */
export const authentication: readonly Mutant[] = [
  {
    id: "AUT-01",
    says: "one read operation needs no credentials",
    rules: AUTH,
    on: {
      esimaccess: secondTry("balanceQuery", (refused) => ifKey(refused, (key) => key === null)),
      fms: lettingIn(({ context }, key) => context.operationId === "queryOrdStatusAndEmail" && key === null),
    },
  },
  {
    id: "AUT-02",
    says: "wrong credentials are accepted everywhere",
    rules: AUTH,
    on: {
      esimaccess: secondTry("*", (refused) => ifKey(refused, (key) => key !== null && key.trim() !== "")),
      fms: lettingIn(({ context }, key) => key !== null && key !== "" && !isKnown(context, key)),
    },
  },
  {
    id: "AUT-04",
    says: "an empty credential is accepted",
    rules: AUTH,
    on: {
      esimaccess: secondTry("*", (refused) => ifKey(refused, (key) => key !== null && key.trim() === "")),
      fms: lettingIn((_refused, key) => key !== null && key.trim() === ""),
    },
  },
  {
    id: "AUT-05",
    says: "credentials are accepted from the query",
    rules: AUTH,
    on: { esimaccess: fromQuery(ACCESS_CODE, UNAUTHENTICATED), fms: fromQuery(TOKEN_HEADER, [TOKEN_REFUSED]) },
  },
  {
    id: "AUT-06",
    says: "a signature is not verified",
    rules: AUTH,
    on: {
      esimaccess: secondTry("*", ({ code, context, request }) =>
        code === SIGNATURE_WRONG ? signed(context, request) : null,
      ),
    },
  },
  {
    id: "AUT-07",
    says: "a request with a stale timestamp is accepted",
    rules: AUTH,
    on: { esimaccess: secondTry("*", acceptingStale) },
  },
  {
    id: "AUT-09",
    says: "an expired token is accepted",
    rules: AUTH,
    on: {
      fms: watchingSessions(
        retrying(async ({ context, request, forward }, key) => {
          const session = sessionsOf(context.memory).find(({ token }) => token === key);
          const token = session === undefined ? null : await renewed(session, forward);
          return token === null ? null : withToken(request, token);
        }),
      ),
    },
  },
  {
    id: "AUT-12",
    says: "an order of somebody else can be read by its number",
    rules: breaks("*", "auth negatives states"),
    on: {
      esimaccess: { serve: readingForeign },
      fms: watchingSessions(async (context, request, forward) => {
        const answer = await forward(request);
        if (codeOf("fms", answer) !== "10008" || !READING.includes(context.operationId)) return answer;
        for (const { token } of sessionsOf(context.shared)) {
          const foreign = await forward(withToken(request, token));
          if (isSuccess("fms", jsonOf(foreign))) return foreign;
        }
        return answer;
      }),
    },
  },
  {
    id: "AUT-13",
    says: "a new login ends the older sessions",
    rules: breaks("*", "auth effects states flows model"),
    on: {
      fms: watchingSessions(async (context, request, forward) => {
        const own = sessionsOf(context.memory).find(({ token }) => token === request.headers[TOKEN_HEADER]);
        const latest = sessionsOf(context.memory).findLast(({ email }) => email === own?.email);
        const answer = await forward(request);
        if (own === latest || !TOKEN_OPERATIONS.includes(context.operationId)) return answer;
        return refusalLike("fms", answer, { code: TOKEN_REFUSED, message: "token expired" });
      }),
    },
  },
];

/** A second try with the tenant's own access code, for a request that presented another one as `isMeant` says. */
function ifKey(refused: Refused, isMeant: (key: string | null) => boolean): WireRequest | null {
  const { code, context, request } = refused;
  if (!UNAUTHENTICATED.includes(code) || !isMeant(request.headers[ACCESS_CODE] ?? null)) return null;
  return withHeader(request, ACCESS_CODE, context.tenant.credentials.esimaccess.accessCode);
}

/** A second try after a refused token, in the form that `again` gives it. */
function retrying(
  again: (refused: Refused, key: string | null) => Second | Promise<Second>,
): NonNullable<Behaviour["serve"]> {
  const { serve } = secondTry("*", (refused) =>
    refused.code === TOKEN_REFUSED ? again(refused, refused.request.headers[TOKEN_HEADER] ?? null) : null,
  );
  return (context, request, forward) => serve?.(context, request, forward) ?? forward(request);
}

/** Lets a request in with the sessions that are known: the first whose token does not lead to a refusal. */
function lettingIn(isMeant: (refused: Refused, key: string | null) => boolean): Behaviour {
  return watchingSessions(
    retrying(async (refused, key) => {
      const { context, request, forward } = refused;
      if (!isMeant(refused, key)) return null;
      const candidates = [...sessionsOf(context.memory), ...sessionsOf(context.shared)].map(({ token }) =>
        withToken(request, token),
      );
      let last: WireAnswer | null = null;
      for (const candidate of candidates) {
        last = await forward(candidate);
        if (isSuccess("fms", jsonOf(last))) return last;
      }
      return last;
    }),
  );
}

function isKnown(context: Serving, key: string): boolean {
  return sessionsOf(context.shared).some(({ token }) => token === key);
}

/** The first value in the query that is taken as a credential. */
function fromQuery(header: string, codes: readonly string[]): Behaviour {
  return secondTry("*", async ({ code, request, forward }) => {
    if (!codes.includes(code)) return null;
    for (const value of new URL(request.url).searchParams.values()) {
      const answer = await forward(withHeader(request, header, value));
      if (!codes.includes(codeOf(header === ACCESS_CODE ? "esimaccess" : "fms", answer))) return answer;
    }
    return null;
  });
}

function signatureOf(context: Serving, request: WireRequest): string {
  const { "rt-timestamp": timestamp = "", "rt-requestid": requestId = "" } = request.headers;
  const { accessCode, secretKey } = context.tenant.credentials.esimaccess;
  return createHmac("sha256", secretKey)
    .update(timestamp.trim() + requestId.trim() + accessCode)
    .update(request.bytes)
    .digest("hex");
}

/** The request with the signature that it should have. */
function signed(context: Serving, request: WireRequest): WireRequest {
  return withHeader(request, "rt-signature", signatureOf(context, request));
}

/** A stale request with a right signature, as if it had been signed just now. */
async function acceptingStale({ code, context, request }: Refused): Promise<WireRequest | null> {
  const isRight = request.headers["rt-signature"]?.trim().toLowerCase() === signatureOf(context, request);
  if (code !== TIMESTAMP_EXPIRED || !isRight) return null;
  const options = await context.tenant.options.list();
  const isWall = options.some(({ name, value }) => name === "timestampReference" && value === "wall");
  const now = isWall ? Date.now() : context.tenant.clock.now();
  return signed(context, withHeader(request, "rt-timestamp", String(now)));
}

async function readingForeign(
  ...[context, request, forward]: Parameters<NonNullable<Behaviour["serve"]>>
): Promise<WireAnswer> {
  const answer = await forward(request);
  if (codeOf("esimaccess", answer) !== "310272" || context.operationId !== "esimQuery") return answer;
  for (const { id, credentials } of context.tenants()) {
    if (id === context.tenant.id) continue;
    const foreign = await forward(withHeader(request, ACCESS_CODE, credentials.esimaccess.accessCode));
    if (isSuccess("esimaccess", jsonOf(foreign))) return foreign;
  }
  return answer;
}
