import { expect, test } from "vitest";
import { Contract } from "../../../http/contract.ts";
import { readSpec } from "../../../package-files.ts";
import { errorAnswer } from "./errors.ts";

test("every code has an answer that keeps the contract, and nothing else is a code", () => {
  const unknown = errorAnswer("toString");
  const known = unknown.ok ? [] : unknown.error.known;
  expect(known).toHaveLength(37);
  const contract = new Contract(readSpec("esimaccess"));
  for (const code of known) {
    const answer = errorAnswer(code);
    const value = answer.ok ? answer.value.value : null;
    expect([code, value]).toEqual([
      code,
      { success: false, errorCode: code, errorMsg: expect.stringMatching(/./), obj: null },
    ]);
    expect([code, contract.answerViolation("balanceQuery", 200, value)]).toEqual([code, null]);
  }
});
