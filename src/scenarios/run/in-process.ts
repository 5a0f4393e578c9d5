import { createSimulator } from "../../simulator/index.ts";
import type { ScenarioTarget } from "./target.ts";

/** Any time will do: the timer has nothing to do but to be there. */
const ALIVE_MS = 60_000;

/** Opens a sandbox of its own in this process, in memory and without a socket. */
export async function openInProcess(): Promise<ScenarioTarget> {
  const sim = await createSimulator();
  // Without a socket nothing else keeps the process alive while an answer hangs, and it would end without a verdict.
  const alive = setInterval(() => undefined, ALIVE_MS);
  return {
    name: "in-process",
    url: sim.url,
    fetch: (url, init) => sim.fetch(url, init),
    adminToken: null,
    isOwn: true,
    close: () => {
      clearInterval(alive);
      return sim.close();
    },
  };
}
