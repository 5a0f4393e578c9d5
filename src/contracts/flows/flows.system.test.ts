import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { parseSource } from "../documents/source.ts";
import type { ProviderName } from "../plan/case.ts";
import { evaluate } from "../run/expressions.ts";
import { createReceiver, type Receiver } from "../run/receiver.ts";
import { openInProcess } from "../targets/in-process.ts";
import type { Target } from "../targets/target.ts";
import type { ExpectedWebhook, FlowFile } from "./arazzo.ts";
import { flowSources } from "./flow-cases.ts";
import type { FlowAnswer, FlowCall, FlowPorts, FlowRun } from "./flow-ports.ts";
import { readFlows } from "./read-arazzo.ts";
import { runFlow } from "./run-flow.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const textOf = (path: string): string => readFileSync(`${root}/spec/${path}`, "utf8");
const admin: unknown = parse(textOf("admin/openapi.yaml"));

let target: Target;
let receiver: Receiver;

beforeAll(async () => {
  target = await openInProcess({ seed: 1 });
  receiver = await createReceiver();
});

afterAll(async () => {
  await receiver.close();
  await target.close();
});

function flowsOf(provider: ProviderName): FlowFile {
  const file = `spec/${provider}/flows.arazzo.yaml`;
  const source = parseSource(textOf(`${provider}/flows.arazzo.yaml`), file);
  if (!source.ok) throw new Error(JSON.stringify(source.problems));
  const sources = flowSources({ [provider]: parse(textOf(`${provider}/openapi.yaml`)), admin });
  const read = readFlows(source.source, sources);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.flows;
}

/** A flow's world: a sandbox whose clock stands still, and a receiver for its notifications. */
function portsOf(provider: ProviderName, tenantId: string, waited: number[]): FlowPorts {
  return {
    send: async (_source: string, { method, path, headers, body }: FlowCall): Promise<FlowAnswer> => {
      const bytes = body === null ? null : new TextEncoder().encode(body);
      const arrived = await target.send(provider, { method, path, headers, body: bytes });
      if (arrived.status === null) throw new Error(arrived.failure);
      const text = new TextDecoder().decode(arrived.bytes);
      return { status: arrived.status, headers: arrived.headers, text, body: JSON.parse(text) };
    },
    wait: async (seconds) => {
      waited.push(seconds);
      await target.control?.advance(tenantId, `${seconds * 1000}ms`);
    },
    awaitWebhook: async ({ predicate }: ExpectedWebhook) => {
      await target.control?.advance(tenantId, "0s"); // deliveries of this instant end before it answers
      for (const { body } of receiver.arrived()) {
        if ((await evaluate(predicate ?? "true", { body })) === true) return null;
      }
      return `${receiver.arrived().length} others did`;
    },
  };
}

async function run(provider: ProviderName, workflowId: string): Promise<FlowRun & { readonly waited: number[] }> {
  const credentials = target.credentials(provider, "usual");
  const tenant = credentials?.tenantId ?? "";
  await target.control?.reset(tenant);
  receiver.clear();
  const waited: number[] = [];
  const inputs = { ...credentials?.values, tenant, reference: "kit", webhookUrl: receiver.url };
  return { ...(await runFlow(flowsOf(provider), workflowId, inputs, portsOf(provider, tenant, waited))), waited };
}

const ALL = (["esimaccess", "fms"] as const).flatMap((provider) =>
  [...flowsOf(provider).workflows.keys()].map((workflowId) => [provider, workflowId] as const),
);

test.for(ALL)("%s: the flow %s passes by our own runner, notifications included, without waiting", async (one) => {
  const { problem, steps, waited } = await run(...one);
  expect([problem, steps.filter(({ ok }) => !ok), waited]).toEqual([null, [], []]);
});

test("the flows cover every step of a life: each operation that a partner of eSIM Access needs is called", () => {
  const called = [...flowsOf("esimaccess").workflows.values()].flatMap(({ steps }) =>
    steps.flatMap(({ target: to }) =>
      to.kind === "operation" && to.source === "esimaccess" ? [to.operation.operationId] : [],
    ),
  );
  expect([...new Set(called)].sort()).toEqual([
    "balanceQuery",
    "esimCancel",
    "esimOrder",
    "esimQuery",
    "esimRevoke",
    "esimSuspend",
    "esimTopup",
    "esimUnsuspend",
    "esimUsageQuery",
    "packageList",
    "webhookSave",
  ]);
});
