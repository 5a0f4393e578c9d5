import { type Answer, jsonAnswer } from "../../../http/call.ts";

/** An answer to a call that succeeded. `data` is null where there is nothing to say. */
export function successAnswer(data: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = { code: 0, data, message: "success", messageSourceHandler: {} };
  return { ...jsonAnswer(body, { code: "0", isSuccess: true }), headers };
}

/** A refusal: three members only, as in both that are documented. HTTP status 200 unless the call did not get as far. */
export function failureAnswer(code: number, message: string, status = 200): Answer {
  return jsonAnswer({ code, data: null, message }, { status, code: String(code), isSuccess: false });
}
