import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { optionsReader } from "../../kernel/options.ts";
import { fmsOptions } from "./options.ts";

test("without a word, every option has its default", () => {
  expect(optionsReader(fmsOptions, {})({})).toEqual({
    preOrderTimeoutMinutes: 60,
    failedPayment: "release",
    duplicateNotification: "reject",
    verifyCode: "ignore",
    provisioningDelaySeconds: 2,
    provisioningStuck: false,
    tokenLifetimeSeconds: 259_200,
    contextPath: "",
    serveV11Webhook: false,
    requireTokenLikeV10: false,
  });
});

test("what a tenant has stored stands above what was given at the start", () => {
  const optionsOf = optionsReader(fmsOptions, { preOrderTimeoutMinutes: 10, verifyCode: "enforce" });
  expect(optionsOf({ preOrderTimeoutMinutes: 30 })).toMatchObject({
    preOrderTimeoutMinutes: 30,
    verifyCode: "enforce",
  });
});

test("the values of one stored set are put together once", () => {
  const optionsOf = optionsReader(fmsOptions, {});
  const stored = { serveV11Webhook: true };
  expect(optionsOf(stored)).toBe(optionsOf(stored));
});

test("each option and its number stand in the decisions", () => {
  const decisions = readFileSync(new URL("../../../../spec/fms/decisions.md", import.meta.url), "utf8");
  for (const [name, { decision }] of Object.entries(fmsOptions)) {
    expect(decisions).toMatch(new RegExp(`\\| \`${name}\` *\\| ${decision} *\\|`));
  }
});
