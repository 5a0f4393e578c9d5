import { expect, test } from "vitest";
import { createMasker } from "./masking.ts";

const ICCID = "8999001381966011273";
const CODE = "LPA:1$rsp.example.com$0A1B2C3D4E5F6071";

test.for([
  ["an ICCID of 19 digits", `{"iccid":"${ICCID}"}`, '{"iccid":"<iccid:1>"}'],
  ["an ICCID of 20 digits", `iccid=${ICCID}0`, "iccid=<iccid:1>"],
  ["more digits than an ICCID has", `${ICCID}00`, `${ICCID}00`],
  ["19 digits of something else", "1299001381966011273", "1299001381966011273"],
  ["an activation code", `{"code":"${CODE}"}`, '{"code":"<activation-code:1>"}'],
  ["an activation code with a confirmation mark", `${CODE}$$1 `, "<activation-code:1> "],
  ["an activation code in a URL", `?data=${encodeURIComponent(CODE)}&size=1`, "?data=<activation-code:1>&size=1"],
  ["nothing to hide", '{"price":23000}', '{"price":23000}'],
] as const)("%s is shown as it may be", ([, text, shown]) => {
  expect(createMasker().mask(text)).toBe(shown);
});

test("the same value has the same label wherever and however it is written", () => {
  const masker = createMasker();
  expect(masker.mask(`${ICCID} 8999001381966011281 ${ICCID}`)).toBe("<iccid:1> <iccid:2> <iccid:1>");
  expect(masker.mask(`8999001381966011281 ${CODE} ${encodeURIComponent(CODE)}`)).toBe(
    "<iccid:2> <activation-code:1> <activation-code:1>",
  );
});

test("registered values are masked by name, or by number where there are many", () => {
  const masker = createMasker();
  masker.secret("access-code", "test-access-code");
  masker.secret("other-access-code", "test-access-code-b");
  masker.numbered("token", "aaaa.bbbb");
  masker.numbered("token", "cccc+dddd");
  masker.numbered("token", "aaaa.bbbb");
  expect(masker.mask("test-access-code-b test-access-code aaaa.bbbb cccc+dddd cccc%2Bdddd aaaaxbbbb")).toBe(
    "<other-access-code> <access-code> <token:1> <token:2> <token:2> aaaaxbbbb",
  );
});

test("a value is masked in JSON too, where quotes are escaped", () => {
  const masker = createMasker();
  masker.secret("secret", 'say "yes"');
  expect(masker.mask(JSON.stringify({ key: 'say "yes"' }))).toBe('{"key":"<secret>"}');
});

test("a text that is too short to be a secret stays", () => {
  const masker = createMasker();
  masker.secret("secret", "1");
  masker.secret("nothing", "");
  masker.numbered("token", "ab");
  expect(masker.mask("1 ab")).toBe("1 ab");
});
