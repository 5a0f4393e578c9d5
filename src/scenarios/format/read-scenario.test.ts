import { describe, expect, test } from "vitest";
import { readScenarioText } from "./read-scenario.ts";
import { type ScenarioProblem, ScenarioRefused } from "./scenario.ts";

/** A scenario that is right; a case replaces one of its lines. */
const RIGHT = [
  "name: shop",
  "says: A shop buys.",
  "providers: [esimaccess]",
  "options: {esimaccess: {strictPager: true}}",
  "faults:",
  "  - {provider: esimaccess, operationId: esimOrder, phase: before, effect: {kind: provider-error, code: '900001'}}",
  "laws: [never esimRevoke after esimCancel]",
  "variables: {code: JP_1_7}",
  "steps:",
  "  - name: order",
  "    do: {call: esimOrder, body: {packageInfoList: [{packageCode: '${code}'}]}}",
  "    save: {orderNo: obj.orderNo}",
  "    expect: {code: '900001'}",
  "  - at: order + 30s",
  "    do: {call: esimQuery, body: {orderNo: '${orderNo}'}}",
  "    expect: {members: {obj.esimList: {count: 1}}}",
] as const;

function problemsOf(text: string): readonly ScenarioProblem[] {
  try {
    readScenarioText(text, "shop.yaml");
    return [];
  } catch (error) {
    if (error instanceof ScenarioRefused) return error.problems;
    throw error;
  }
}

/** The problems of the right scenario with line `number` (from 1) in another form. */
function withLine(number: number, line: string): readonly ScenarioProblem[] {
  return problemsOf(RIGHT.map((right, index) => (index === number - 1 ? line : right)).join("\n"));
}

test("a scenario that is right is read", () => {
  expect(problemsOf(RIGHT.join("\n"))).toEqual([]);
});

describe("a scenario is refused with file, line, column and the nearest valid name when", () => {
  test.for([
    [
      "a member is misspelt",
      2,
      "sayz: A shop buys.",
      "2:1: unknown-member: there is no member sayz here; did you mean says?",
    ],
    [
      "a provider is unknown",
      3,
      "providers: [esimacces]",
      '3:13: unknown-name: there is no "esimacces" here; did you mean esimaccess?',
    ],
    [
      "an option is unknown",
      4,
      "options: {esimaccess: {strictPages: true}}",
      "4:24: unknown-member: there is no member strictPages here; did you mean strictPager?",
    ],
    [
      "an option has a wrong value",
      4,
      "options: {esimaccess: {strictPager: 1}}",
      "4:24: shape: must be of type boolean, got 1",
    ],
    [
      "a fault's operation is unknown",
      6,
      "  - {provider: esimaccess, operationId: esimOrdr, phase: before, effect: {kind: reset}}",
      "6:28: unknown-operation: esimaccess has no operation esimOrdr; did you mean esimOrder?",
    ],
    [
      "a fault's code is unknown",
      6,
      "  - {provider: esimaccess, phase: before, effect: {kind: provider-error, code: '9000011'}}",
      "6:74: unknown-code: esimaccess has no code 9000011; did you mean 900001?",
    ],
    [
      "a fault's member is unknown",
      6,
      "  - {provider: esimaccess, phase: before, effect: {kind: reset}, time: 3}",
      "6:66: unknown-member: there is no member time here; did you mean times?",
    ],
    [
      "a law has no form",
      7,
      "laws: [esimRevoke never]",
      '7:8: law: must be "after CAUSE expect EFFECT within DURATION", "never WHAT after CAUSE" or "never WHAT", got "esimRevoke never"',
    ],
    [
      "a law names nothing",
      7,
      "laws: [never esimRevok]",
      "7:8: unknown-name: nothing that happens is named esimRevok; did you mean esimRevoke?",
    ],
    [
      "an operation is unknown",
      11,
      "    do: {call: esimOder}",
      '11:10: unknown-name: there is no "esimOder" here; did you mean esimOrder?',
    ],
    [
      "an operation is that of another provider",
      11,
      "    do: {call: preOrderPackage}",
      "11:10: unknown-operation: esimaccess has no operation preOrderPackage",
    ],
    [
      "an action is none",
      11,
      "    do: {cal: esimOrder}",
      "11:10: unknown-member: there is no member cal here; did you mean call?",
    ],
    [
      "a member of an action is misspelt",
      11,
      "    do: {call: esimOrder, bdy: {}}",
      "11:27: unknown-member: there is no member bdy here; did you mean body?",
    ],
    ["an action is a text", 11, "    do: esimOrder", "11:5: shape: must be an object with call"],
    [
      "a value is used that nothing saves",
      15,
      "    do: {call: esimQuery, body: {orderNo: '${orderN}'}}",
      "15:34: unknown-value: nothing before this has saved orderN; did you mean orderNo?",
    ],
    [
      "a value is used before it is saved",
      11,
      "    do: {call: esimOrder, body: {orderNo: '${orderNo}'}}",
      "11:34: unknown-value: nothing before this has saved orderNo",
    ],
    [
      "a step is unknown",
      14,
      "  - at: ordr + 30s",
      "14:5: unknown-step: no step before this is named ordr; did you mean order?",
    ],
    ["an instant is none", 14, "  - at: order + 30 s", "14:5: moment: must be an offset such as 2h"],
    [
      "a code is unknown",
      13,
      "    expect: {code: '9000011'}",
      "13:14: unknown-code: there is no code 9000011; did you mean 900001?",
    ],
    [
      "a path is none",
      16,
      "    expect: {members: {'obj..esimList': 1}}",
      "16:24: path: must be a path such as obj.esimList[0].iccid",
    ],
    [
      "a parameter of a control operation is missing",
      15,
      "    do: {control: getEsim}",
      "15:5: missing-member: getEsim must have the member id under `params`",
    ],
    [
      "a parameter of a control operation is unknown",
      15,
      "    do: {control: listDeliveries, params: {typ: ORDER_STATUS}}",
      "15:44: unknown-member: listDeliveries has no parameter typ; did you mean type?",
    ],
    [
      "webhooks are awaited that cannot come",
      16,
      "    expect: {webhooks: [{type: ORDER_STATUS}]}",
      "14:5: no-receiver: webhooks are awaited, but no step gives",
    ],
    [
      "a condition is misspelt",
      16,
      "    expect: {members: {obj.esimList: {cout: 1}}}",
      "16:39: unknown-member: there is no member cout here; did you mean count?",
    ],
    [
      "expectations contradict each other",
      13,
      "    expect: {code: '900001', success: true}",
      "13:14: contradiction: a success has no code of a refusal",
    ],
    ["it is no YAML", 3, "providers: [esimaccess", "yaml-syntax: must be YAML"],
  ] as const)("%s", ([, number, line, told]) => {
    const [first] = withLine(number, line);
    expect(`${first?.line}:${first?.column}: ${first?.rule}: ${first?.message}`).toContain(told);
  });

  test("a member is missing", () => {
    expect(problemsOf("name: shop")).toMatchObject([
      { file: "shop.yaml", line: 1, column: 1, rule: "missing-member", message: "must have the member says" },
      { message: "must have the member providers" },
      { message: "must have the member steps" },
    ]);
  });

  test("it is longer than any scenario", () => {
    expect(problemsOf(`#${"x".repeat(500_000)}`)).toMatchObject([{ rule: "size" }]);
  });

  test("several things are wrong: all are told at once", () => {
    const text = [
      ...RIGHT.slice(0, 10),
      "    do: {call: esimOrder, body: '${no}'}",
      "  - after: soon",
      "    at: 2h",
    ].join("\n");
    expect(problemsOf(text).map(({ rule, line }) => [rule, line])).toEqual([
      ["unknown-value", 11],
      ["contradiction", 12],
      ["duration", 12],
    ]);
  });
});
