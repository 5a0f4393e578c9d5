import { describe, expect, test } from "vitest";
import { UNKNOWN_EVIDENCE } from "../documents/evidence.ts";
import type { CaseResult, Coverage } from "../report/events.ts";
import { aCase } from "../report/testing/sample-run.ts";
import { machineOf, specificationOf } from "../testing/specification.ts";
import { coverageOf, Traffic } from "./coverage.ts";

/** Parcels that somebody sends and time loses; a lost one cannot be sent. */
const parcel = machineOf({
  states: {
    new: { shows: "NEW", evidence: UNKNOWN_EVIDENCE },
    lost: { shows: "LOST", from: "new", evidence: UNKNOWN_EVIDENCE },
  },
  operations: {
    send: { call: "send", allowed: { new: "new" }, refused: "P1", evidence: UNKNOWN_EVIDENCE },
  },
});

const post = { operationId: "send", responses: {} };
const spec = specificationOf({ document: { paths: { "/send": { post } } }, machines: { parcel } });

const TIME_LOSES = "esimaccess:parcel:states:reached:parcel.lost";
const LOSS_IS_TOLD = "esimaccess:parcelLost:webhooks:sent-on-becoming:parcel.lost";
const NEW_IS_SENT = "esimaccess:send:states:allowed:parcel.new";
const LOST_IS_KEPT = "esimaccess:send:states:forbidden:parcel.lost";

function edgesOf(results: readonly CaseResult[]): Record<string, string> {
  const { machines } = coverageOf(spec, { cases: [], results, traffic: new Traffic() });
  const edges = machines.flatMap((machine) => machine.edges);
  return Object.fromEntries(edges.map(({ from, to, by, reached }) => [`${from} ${by} ${to}`, reached]));
}

const open = { "new event lost": "open", "new send new": "open", "lost send lost": "open" };

describe("the edges of a state diagram", () => {
  test("are open as long as no case has reached them", () => {
    expect(edgesOf([])).toEqual(open);
    expect(edgesOf([aCase({ rule: TIME_LOSES, outcome: "skipped" })])).toEqual(open);
  });

  test.each<[string, string, string]>([
    ["a state that somebody entered", TIME_LOSES, "new event lost"],
    ["a state that was told of when it was entered", LOSS_IS_TOLD, "new event lost"],
    ["a call that is allowed", NEW_IS_SENT, "new send new"],
    ["a call that must be refused", LOST_IS_KEPT, "lost send lost"],
  ])("are covered by %s", (_, rule, edge) => {
    expect(edgesOf([aCase({ rule, outcome: "passed" })])).toEqual({ ...open, [edge]: "covered" });
    expect(edgesOf([aCase({ rule, outcome: "known" })])).toEqual({ ...open, [edge]: "covered" });
    expect(edgesOf([aCase({ rule, outcome: "failed" })])).toEqual({ ...open, [edge]: "failed" });
  });

  test("have failed when one of two cases that reach them has", () => {
    const results = [aCase({ rule: TIME_LOSES, outcome: "passed" }), aCase({ rule: LOSS_IS_TOLD, outcome: "failed" })];
    expect(edgesOf(results)["new event lost"]).toBe("failed");
  });
});

test("what was seen on the wire is set against what the documents list", () => {
  const traffic = Traffic.joined([
    { requests: 2, operations: ["send"], statuses: ["send 200"], codes: [], notifications: [] },
    undefined,
    { requests: 3, operations: ["send"], statuses: ["send 500"], codes: ["P1"], notifications: [] },
  ]);
  expect(traffic.requests).toBe(5);
  const figures: Partial<Coverage> = coverageOf(spec, { cases: [], results: [], traffic });
  expect(figures).toMatchObject({
    operations: { covered: 1, total: 1, missing: [] },
    statuses: { covered: 1, total: 1 },
    errorCodes: { covered: 1, total: 1, reached: ["P1"] },
    webhooks: { covered: 0, total: 0 },
  });
});
