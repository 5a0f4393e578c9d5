import { type Behaviour, type Memory, Remembered } from "./mutant.ts";
import { putAt, textAt, textOf, type WireAnswer, type WireRequest, withText, withValue } from "./wire-message.ts";

/** An id that came before. */
export interface KnownId {
  readonly id: string;
  readonly operationId: string;
  /** When it came first. */
  readonly at: number;
}

const ids = new Remembered(() => new Map<string, KnownId>());
const aliases = new Remembered(() => new Map<string, string>());

/** The ids that came, by operation and id. */
export function knownIds(memory: Memory): Map<string, KnownId> {
  return ids.of(memory);
}

/** What an id is known under. */
export function keyOf(operationId: string, id: string): string {
  return `${operationId} ${id}`;
}

/** The request with an id of its own behind the scenes; clients go on seeing the id that they sent. */
export function aliased(memory: Memory, request: WireRequest, body: unknown): WireRequest {
  const known = aliases.of(memory);
  const alias = `again-${known.size + 1}-of-the-same`;
  known.set(alias, textAt(body, "transactionId"));
  return withValue(request, putAt(body, "transactionId", alias));
}

/** A text in which clients see the ids that they sent. */
function unaliased(memory: Memory, text: string): string {
  return [...aliases.of(memory)].reduce(
    (shown, [alias, id]) => shown.replaceAll(alias, JSON.stringify(id).slice(1, -1)),
    text,
  );
}

/** Serves and sends so that no alias is seen outside. */
export function hidingAliases(serve: NonNullable<Behaviour["serve"]>): Behaviour {
  return {
    serve: async (context, request, forward): Promise<WireAnswer> => {
      const answer = await serve(context, request, forward);
      if (aliases.of(context.memory).size === 0) return answer;
      return withText(answer, unaliased(context.memory, textOf(answer)));
    },
    send: ({ memory }, request, forward) => forward({ ...request, body: unaliased(memory, request.body) }),
  };
}
