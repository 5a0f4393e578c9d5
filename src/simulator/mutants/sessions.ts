import { isSuccess } from "./behaviours.ts";
import { type Behaviour, type Forward, type Memory, Remembered, type Serving } from "./mutant.ts";
import { at, jsonOf, textAt, type WireRequest, withHeader } from "./wire-message.ts";

/** A session of a user, as the sandbox has handed it out. */
export interface Session {
  readonly token: string;
  readonly email: string;
  /** The request that began it, to begin another one. */
  readonly begun: WireRequest;
  readonly at: number;
}

/** As many as any case opens; a mutant tries them one after another. */
const MOST_SESSIONS = 50;

const sessions = new Remembered((): Session[] => []);

const BEGINNING = ["emailRegister", "emailLogin", "login"];

/** The operations that ask for a token. */
export const TOKEN_OPERATIONS: readonly string[] = [
  "preOrderPackage",
  "preOrderPackageV11",
  "queryOrdStatusAndEmail",
  "myEsimDetail",
  "myEsimDetailV11",
  "selectTopUpList",
  "topUpOrder",
];

/** The header in which a token is presented. */
export const TOKEN_HEADER = "x-access-token";

/** The sessions that began last, oldest first. */
export function sessionsOf(memory: Memory): readonly Session[] {
  return sessions.of(memory);
}

/** Keeps the sessions that begin, for its tenant and for all, before `serve` looks at a request. */
export function watchingSessions(serve: NonNullable<Behaviour["serve"]>): Behaviour {
  return {
    serve: async (context, request, forward) => {
      if (!BEGINNING.includes(context.operationId)) return serve(context, request, forward);
      const answer = await serve(context, request, forward);
      keep(context, request, jsonOf(answer));
      return answer;
    },
  };
}

function keep(context: Serving, request: WireRequest, value: unknown): void {
  const token = textAt(at(value, "data"), TOKEN_HEADER);
  if (!isSuccess("fms", value) || token === "") return;
  const session = { token, email: textAt(value, "data.email"), begun: request, at: context.tenant.clock.now() };
  for (const memory of [context.memory, context.shared]) {
    const known = sessions.of(memory);
    known.push(session);
    if (known.length > MOST_SESSIONS) known.shift();
  }
}

/** A token of a session that begins now for the same user; null when none could begin. */
export async function renewed(session: Session, forward: Forward): Promise<string | null> {
  const url = new URL(session.begun.url);
  url.pathname = url.pathname.replace("emailRegister", "emailLogin");
  const answer = await forward({ ...session.begun, url: url.href });
  const token = textAt(at(jsonOf(answer), "data"), TOKEN_HEADER);
  return token === "" ? null : token;
}

/** The request with another token. */
export function withToken(request: WireRequest, token: string): WireRequest {
  return withHeader(request, TOKEN_HEADER, token);
}
