import { type Answer, jsonAnswer } from "../../../http/call.ts";
import type { EsimAccessOptions } from "../options.ts";
import type { components } from "./generated.ts";

/** The codes that a refusal may carry. */
export type ErrorCode = components["schemas"]["ErrorCode"];

/** A refusal: HTTP status 200 unless an option says otherwise (DEC-04). */
export function failureAnswer(code: ErrorCode, message: string, status = 200): Answer {
  const value: components["schemas"]["Failure"] = { success: false, errorCode: code, errorMsg: message, obj: null };
  return jsonAnswer(value, { status, code, isSuccess: false });
}

/** A success with its result; `{}` for an operation that has none. */
export function successAnswer(obj: object, options: EsimAccessOptions): Answer {
  const errorCode = options.successErrorCode === "null" ? null : "0"; // DEC-02
  return jsonAnswer({ success: true, errorCode, errorMsg: null, obj }, { code: "0", isSuccess: true });
}
