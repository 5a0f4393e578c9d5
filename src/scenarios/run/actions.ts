import { ControlFailed } from "../../client/control-failed.ts";
import type { ControlRequest } from "../../client/transport.ts";
import { controlOf } from "../documents/known-names.ts";
import { bytesOf } from "../format/bytes.ts";
import { durationMs } from "../format/durations.ts";
import type { Action } from "../format/scenario.ts";
import type { Answer } from "./answer.ts";
import { type ScenarioLife, StepFailed } from "./life.ts";
import { shown } from "./matchers.ts";
import { callProvider } from "./provider-call.ts";

/** Does what a step says; its references have been filled. @throws ControlFailed when the sandbox does not answer */
export async function act(life: ScenarioLife, action: Action): Promise<Answer> {
  if ("call" in action) return callProvider(life, action);
  try {
    return succeeded(await control(life, action));
  } catch (error) {
    // A refusal is an answer that a step may expect; no answer at all ends the run.
    if (!(error instanceof ControlFailed) || error.status === null || error.code === "foreign-answer") throw error;
    const { status, code, message, errors } = error;
    return {
      status,
      isSuccess: false,
      code,
      body: { code, message, errors },
      told: `HTTP ${status} ${code}: ${message}`,
    };
  }
}

function succeeded(body: unknown): Answer {
  return { status: 200, isSuccess: true, code: "", body, told: shown(body) };
}

async function control(life: ScenarioLife, action: Exclude<Action, { call: unknown }>): Promise<unknown> {
  const { control: tenant } = life;
  if ("device" in action) {
    return tenant.esims.play(action.esim, action.device, action.eid === undefined ? {} : { eid: action.eid });
  }
  if ("use" in action) return tenant.esims.use(action.esim, volumeOf(action.use));
  if ("clock" in action) return moveClock(life, action);
  if ("fault" in action) return action.fault === "clear" ? tenant.faults.clear() : tenant.faults.add(action.fault);
  if ("replies" in action) {
    (await life.receiver()).replies(action.replies);
    return { replies: action.replies };
  }
  if ("webhookRule" in action) {
    const { rules } = tenant.webhooks;
    return action.webhookRule === "clear" ? rules.clear() : rules.add(action.webhookRule);
  }
  if ("trigger" in action) {
    const { trigger: event, ...rest } = action;
    return tenant.send({ method: "POST", path: "trigger", body: { event, ...rest } });
  }
  return tenant.send(controlRequest(action));
}

function volumeOf(use: number | string): number {
  const bytes = typeof use === "number" ? use : bytesOf(use);
  if (bytes === null) throw new StepFailed(`\`use\` must be bytes or a volume such as 500MB, got ${shown(use)}`);
  return bytes;
}

async function moveClock(life: ScenarioLife, { clock, by }: Extract<Action, { clock: unknown }>): Promise<unknown> {
  if (clock === "next") return life.control.clock.next();
  if (clock === "run-until-idle") return life.control.clock.runUntilIdle();
  return life.control.clock.advance(`${durationMs(by ?? "") ?? 0}ms`);
}

/** Members of the path go into it, the others into the query. */
function controlRequest({
  control: id,
  params = {},
  body,
}: Extract<Action, { control: unknown }>): Omit<ControlRequest, "query"> {
  const operation = controlOf(id);
  if (operation === null) throw new Error(`a checked scenario asks the control API for ${id}, which it has not`);
  const rest = new URLSearchParams();
  let { path } = operation;
  for (const [name, value] of Object.entries(params)) {
    if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else rest.set(name, String(value));
  }
  const method = METHODS.find((known) => known === operation.method) ?? "GET";
  return { method, path: rest.size === 0 ? path : `${path}?${rest}`, ...(body === undefined ? {} : { body }) };
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What is done, in a line. */
export function describeAction(action: Action): string {
  if ("call" in action) {
    const { call, body, raw, path, method } = action;
    const sent = raw ?? (body === undefined ? "" : shown(body));
    return [call, method, path, sent].filter((part) => part !== undefined && part !== "").join(" ");
  }
  if ("device" in action) return `device: ${action.device} ${action.esim}`;
  if ("use" in action) return `device: use ${action.use} on ${action.esim}`;
  if ("clock" in action) return `clock: ${action.clock}${action.by === undefined ? "" : ` ${action.by}`}`;
  if ("fault" in action) return `fault: ${shown(action.fault)}`;
  if ("replies" in action) return `receiver: replies ${action.replies.join(", ")}`;
  if ("webhookRule" in action) return `webhooks: ${shown(action.webhookRule)}`;
  if ("trigger" in action) return `trigger: ${action.trigger} ${shown({ for: action.for, with: action.with })}`;
  return `control: ${action.control} ${shown({ ...action.params, ...(action.body === undefined ? {} : { body: action.body }) })}`;
}
