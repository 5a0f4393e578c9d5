import { expect, test } from "vitest";
import type { Case, Plan } from "../plan/case.ts";
import type { Arrived, OutgoingCall, Target } from "../targets/target.ts";
import { specificationOf } from "../testing/specification.ts";
import { createMasker } from "./masking.ts";
import { runCases } from "./run-cases.ts";

const ok = { "200": { description: "an answer", content: { "application/json": { schema: {} } } } };

const document = {
  paths: {
    "/wallet": { post: { operationId: "wallet", responses: ok } },
    "/borrow": {
      post: {
        operationId: "borrow",
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
        responses: ok,
      },
    },
  },
};

const spec = specificationOf({
  document,
  money: {
    call: "wallet",
    value: "data",
    scale: 1,
    currency: "EUR",
    evidence: { grade: "documented", source: ["docs"] },
  },
});

/** A library that refuses every loan, and charges for those of `charges` days all the same; null: for every one. */
function libraryOf(charges: number | null): Target & { readonly calls: string[] } {
  let balance = 100;
  const calls: string[] = [];
  const send = async (_provider: string, { path, body }: OutgoingCall): Promise<Arrived> => {
    calls.push(path);
    const { days } = body === null ? { days: 0 } : JSON.parse(new TextDecoder().decode(body));
    if (path === "/borrow" && (charges === null || days === charges)) balance -= 1;
    const answer =
      path === "/wallet"
        ? { success: true, errorCode: "0", obj: balance }
        : { success: false, errorCode: "7", obj: null };
    const headers = new Map([["content-type", "application/json"]]);
    return { status: 200, headers, bytes: new TextEncoder().encode(JSON.stringify(answer)), wallMs: 0 };
  };
  return {
    name: "library",
    capabilities: new Set(),
    control: null,
    credentials: () => ({ tenantId: "reader", values: {} }),
    send,
    tenantHeader: null,
    sendControl: null,
    close: async () => undefined,
    calls,
  };
}

const COUNT = 30;

function aCase(days: number): Case {
  return {
    rule: `esimaccess:borrow:negatives:days-${days}`,
    provider: "esimaccess",
    operationId: "borrow",
    layer: "negatives",
    says: `${days} days are refused`,
    evidence: { grade: "documented", source: ["docs"] },
    needs: [],
    cost: "none",
    weight: "fast",
    place: { file: "library.yaml", line: 1, column: 1 },
    setup: [],
    steps: [{ call: "borrow", body: { days }, expect: { outcome: "refused", codes: ["7"] } }],
    isUnchanging: true,
    kind: "steps",
  };
}

async function failedIn(target: Target, count = COUNT): Promise<(readonly [number, string | undefined])[]> {
  const cases = Array.from({ length: count }, (_, index) => aCase(index + 1));
  const plan: Plan = { profile: "sim-full", seed: 1, hash: "", providers: ["esimaccess"], cases };
  const { judged } = await runCases(plan, [...cases.keys()], {
    specifications: new Map([["esimaccess", spec]]),
    flows: new Map(),
    target,
    masker: createMasker(),
    inbox: () => Promise.reject(new Error("there are no notifications")),
    onProgress: () => undefined,
    sleep: async () => undefined,
    stopwatch: () => 0,
    isLive: false,
  });
  expect(judged.map(({ index }) => index)).toEqual([...cases.keys()]);
  return judged.flatMap(({ index, problem }) => (problem === null ? [] : [[index, problem.message] as const]));
}

test("money is looked at before the first of many refused calls, and after each 24 of them", async () => {
  const library = libraryOf(0);
  expect(await failedIn(library)).toEqual([]);
  expect(library.calls.filter((path) => path === "/wallet")).toHaveLength(3);
  expect(library.calls.filter((path) => path === "/borrow")).toHaveLength(COUNT);
});

test("a target that charges for each of many is soon asked one by one, not everything twice", async () => {
  const library = libraryOf(null);
  expect(await failedIn(library, 480)).toHaveLength(480);
  const borrowed = library.calls.filter((path) => path === "/borrow").length;
  expect(borrowed).toBe(480 + 5 * 24);
});

test.for([1, 13, 24, 25, 30])("the one of them that changes something is found: number %i", async (days) => {
  const message = "borrow changes something that it must leave alone";
  expect(await failedIn(libraryOf(days))).toEqual([[days - 1, message]]);
});
