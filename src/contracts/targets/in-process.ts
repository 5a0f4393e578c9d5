import { createControlClient } from "../../client/control-client.ts";
import { createSimulator, type Simulator, type SimulatorOptions } from "../../simulator/index.ts";
import type { ProviderName } from "../plan/case.ts";
import { CallTimer, TOO_SLOW, wordsOf } from "./arrived.ts";
import { beginTenants, CONTROL_CAPABILITIES, createControl, TENANT_HEADER } from "./control.ts";
import { limits } from "./limits.ts";
import type { Arrived, OutgoingCall, Target } from "./target.ts";

/** What a simulator in this process is opened with. */
export interface InProcessSettings {
  readonly seed: number;
  /** A contract violation that is switched on, by its id. */
  readonly mutant?: string;
  /** The providers that are called; default both. */
  readonly providers?: readonly ProviderName[];
}

/**
 * Opens a simulator in memory with two tenants. It does not check its own answers: that is what the kit is there for.
 * @throws StartRefused for a mutant that does not exist
 */
export async function openInProcess({ seed, mutant, providers }: InProcessSettings): Promise<Target> {
  const options: SimulatorOptions = { seed, selfCheck: false, ...(mutant === undefined ? {} : { mutant }) };
  const sim = await createSimulator(options);
  try {
    const client = createControlClient({ fetch: sim.fetch, url: sim.url, timeoutMs: null });
    const find = await beginTenants(client, seed);
    return {
      name: "in-process",
      capabilities: new Set(CONTROL_CAPABILITIES),
      control: createControl(client),
      credentials: (provider, who) => (providers?.includes(provider) === false ? null : find(provider, who)),
      send: (_provider, call) => send(sim, call),
      tenantHeader: TENANT_HEADER,
      sendControl: (call) => send(sim, call),
      close: () => sim.close(),
    };
  } catch (error) {
    await sim.close(); // the failure itself is what the caller needs
    throw error;
  }
}

async function send(sim: Simulator, { method, path, headers, body }: OutgoingCall): Promise<Arrived> {
  const timer = new CallTimer();
  // A Request has no body with these methods, though a socket would carry one.
  const sent = body === null || method === "GET" || method === "HEAD" ? {} : { body };
  let clock: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<Arrived>((resolve) => {
      clock = setTimeout(() => resolve(timer.failed(TOO_SLOW)), limits.callSeconds * 1000);
    });
    const answer = receive(await Promise.race([sim.fetch(sim.url + path, { method, headers, ...sent }), late]), timer);
    return await Promise.race([answer, late]);
  } catch (error) {
    return timer.failed(wordsOf(error)); // a transport fault rejects as a real fetch does; so does a request that no fetch can send
  } finally {
    clearTimeout(clock);
  }
}

async function receive(response: Response | Arrived, timer: CallTimer): Promise<Arrived> {
  if (!(response instanceof Response)) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return timer.answered({ status: response.status, headers: new Map(response.headers), bytes });
}
