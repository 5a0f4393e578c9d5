import type { Behaviour, Forward, MutantProvider, Serving } from "./mutant.ts";
import { at, changeAt, jsonOf, textAt, type WireAnswer, type WireRequest, withValue } from "./wire-message.ts";

/** The operations of a list parted by spaces; `*` names all of them. */
function includes(operations: string, operationId: string): boolean {
  return operations === "*" || operations.split(" ").includes(operationId);
}

/** Says whether an answer tells of success. */
export function isSuccess(provider: MutantProvider, value: unknown): boolean {
  return provider === "esimaccess" ? at(value, "success") === true : at(value, "code") === 0;
}

/** The provider's code of an answer, as text. */
export function codeOf(provider: MutantProvider, answer: WireAnswer): string {
  return textAt(jsonOf(answer), provider === "esimaccess" ? "errorCode" : "code");
}

/** The answer of a success with this payload, in the manner of `like`. */
export function successLike(provider: MutantProvider, like: WireAnswer, payload: unknown): WireAnswer {
  const value =
    provider === "esimaccess"
      ? { success: true, errorCode: "0", errorMsg: null, obj: payload }
      : { code: 0, data: payload, message: "success", messageSourceHandler: {} };
  return withValue({ ...like, status: 200 }, value);
}

/** The answer of a refusal by a code, in the manner of `like`. */
export function refusalLike(
  provider: MutantProvider,
  like: WireAnswer,
  refusal: { readonly code: string; readonly message: string },
): WireAnswer {
  const { code, message } = refusal;
  const value =
    provider === "esimaccess"
      ? { success: false, errorCode: code, errorMsg: message, obj: null }
      : { code: Number(code), data: null, message };
  return withValue({ ...like, status: 200 }, value);
}

/** Serves these operations in its own way and the others as they are. */
export function serving(operations: string, serve: NonNullable<Behaviour["serve"]>): Behaviour {
  return {
    serve: (context, request, forward) =>
      includes(operations, context.operationId) ? serve(context, request, forward) : forward(request),
  };
}

/** Changes answers as bytes, whatever they tell. */
export function onAnswer(
  operations: string,
  change: (answer: WireAnswer, context: Serving) => WireAnswer | Promise<WireAnswer>,
): Behaviour {
  return serving(operations, async (context, request, forward) => change(await forward(request), context));
}

/** Changes the JSON of answers that tell of success. */
export function onSuccess(
  operations: string,
  change: (value: unknown, context: Serving) => unknown | Promise<unknown>,
): Behaviour {
  return onAnswer(operations, async (answer, context) => {
    const value = jsonOf(answer);
    return isSuccess(context.provider, value) ? withValue(answer, await change(value, context)) : answer;
  });
}

/** Changes answers that tell of a failure; `code` is the provider's. */
export function onFailure(
  operations: string,
  change: (answer: WireAnswer, code: string, context: Serving) => WireAnswer | Promise<WireAnswer>,
): Behaviour {
  return onAnswer(operations, (answer, context) => {
    const value = jsonOf(answer);
    if (value === undefined || isSuccess(context.provider, value)) return answer;
    return change(answer, codeOf(context.provider, answer), context);
  });
}

/** Changes what stands at a path of successful answers. */
export function atPath(
  operations: string,
  path: string,
  change: (old: unknown, owner: Readonly<Record<string, unknown>>, context: Serving) => unknown,
): Behaviour {
  return onSuccess(operations, (value, context) => changeAt(value, path, (old, owner) => change(old, owner, context)));
}

/** Mends requests before they are served: what `mend` gives is served instead, null leaves a request as it is. */
export function mending(
  operations: string,
  mend: (body: unknown, context: Serving) => unknown | null | Promise<unknown | null>,
): Behaviour {
  return serving(operations, async (context, request, forward) => {
    const mended = context.body === undefined ? null : await mend(context.body, context);
    return forward(mended === null ? request : withValue(request, mended));
  });
}

/** What follows a refusal: another form of the request, another answer, or null to leave it at the refusal. */
export type Second = WireRequest | WireAnswer | null;

/** Serves a request and, when it was refused, once more in another form. */
export function secondTry(operations: string, again: (refused: Refused) => Second | Promise<Second>): Behaviour {
  return serving(operations, async (context, request, forward) => {
    const answer = await forward(request);
    if (isSuccess(context.provider, jsonOf(answer))) return answer;
    const code = codeOf(context.provider, answer);
    const next = await again({ code, answer, context, request, forward });
    if (next === null) return answer;
    return "status" in next ? next : forward(next);
  });
}

/** A request that was refused. */
export interface Refused {
  readonly code: string;
  readonly answer: WireAnswer;
  readonly context: Serving;
  readonly request: WireRequest;
  readonly forward: Forward;
}

/** Joins behaviours: the first is the outermost. */
export function joined(...behaviours: readonly Behaviour[]): Behaviour {
  return behaviours.reduceRight((inner, outer): Behaviour => {
    const { serve } = outer;
    const { serve: next } = inner;
    const send = outer.send ?? inner.send;
    const both: Behaviour["serve"] =
      serve === undefined || next === undefined
        ? (serve ?? next)
        : (context, request, forward) =>
            serve(context, request, (passed) =>
              next({ ...context, body: passed === request ? context.body : jsonOf(passed) }, passed, forward),
            );
    return { ...(both === undefined ? {} : { serve: both }), ...(send === undefined ? {} : { send }) };
  });
}
