import type { FlowFile } from "../flows/arazzo.ts";
import type { FlowCall, FlowPorts, FlowRun } from "../flows/flow-ports.ts";
import { runFlow } from "../flows/run-flow.ts";
import type { Case } from "../plan/case.ts";
import type { OutgoingCall } from "../targets/target.ts";
import { sendBuilt } from "./call.ts";
import { evaluate } from "./expressions.ts";
import { bodyOf, closeReceiver, nameOf } from "./notifications.ts";
import type { CaseRun } from "./run-case.ts";
import { problemOf } from "./step-problem.ts";
import { World, type WorldPorts } from "./world.ts";

/** Runs one workflow of a flow file in a world of its own. */
export async function runFlowCase(ports: WorldPorts, one: Case, flows: FlowFile): Promise<CaseRun> {
  const world = new World(ports, one.rule);
  await world.begin();
  world.isCompared = false; // a flow does not wait for deliveries
  const inbox = await ports.inbox();
  inbox.clear();
  inbox.onArrival(ports.onNotification(world));
  const credentials = world.credentials();
  const inputs = {
    ...credentials.values,
    tenant: credentials.tenantId,
    reference: world.fresh("f"),
    webhookUrl: inbox.url,
  };
  const run: FlowRun = await runFlow(flows, one.subject ?? "", inputs, portsOf(world));
  await closeReceiver(world);
  return {
    problem: run.ok ? null : problemOf(`${run.workflowId}: ${run.problem ?? "a step fails"}`),
    isSetup: false,
    world,
    from: 0,
  };
}

function portsOf(world: World): FlowPorts {
  return {
    send: (source, call) => (source === "admin" ? control(world, call) : provider(world, call)),
    wait: async (seconds) => world.advance(Math.ceil(seconds * 1000)),
    awaitWebhook: async ({ name, predicate, within }) => {
      if (await hasArrived(world, name, predicate)) return null;
      await world.advance(within); // what the step causes may take its time
      return (await hasArrived(world, name, predicate))
        ? null
        : `the notification ${name} does not arrive within ${within}`;
    },
  };
}

async function hasArrived(world: World, wanted: string, predicate: string | null): Promise<boolean> {
  await world.advance(0); // deliveries of this instant end before it answers
  for (const notification of (await world.ports.inbox()).arrived()) {
    const { name } = await nameOf(world, notification);
    if (name !== wanted) continue;
    const body = bodyOf(notification);
    if (predicate === null || (await evaluate(predicate, { body, ...body })) === true) return true;
  }
  return false;
}

type Answered = ReturnType<FlowPorts["send"]>;

async function control(world: World, call: FlowCall): Answered {
  const { sendControl } = world.ports.target;
  if (sendControl === null) throw new Error("the target cannot be controlled");
  const arrived = await sendControl(outgoingOf(call));
  world.clockMoved(); // the call may have turned it
  if (arrived.status === null) throw new Error(arrived.failure);
  const text = new TextDecoder().decode(arrived.bytes);
  return { status: arrived.status, headers: arrived.headers, body: parsed(text) ?? text, text };
}

async function provider(world: World, call: FlowCall): Answered {
  const { operationId, body } = call;
  const { tenantId } = world;
  const exchange = await sendBuilt(world, { operationId, outgoing: outgoingOf(call), request: parsed(body), tenantId });
  if (exchange.status === null) throw new Error(exchange.failure ?? "no answer");
  const text = exchange.text ?? "";
  return { status: exchange.status, headers: exchange.headers, body: exchange.answer ?? text, text };
}

function outgoingOf({ method, path, headers, body }: FlowCall): OutgoingCall {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    path,
    headers: Object.fromEntries(lower),
    body: body === null ? null : new TextEncoder().encode(body),
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null || text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined; // a flow may send what is no JSON
  }
}
