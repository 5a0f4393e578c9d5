import { createSimulator } from "../../simulator/index.ts";
import type { ScenarioTarget } from "./target.ts";

/** Opens a sandbox of its own in this process, in memory and without a socket. */
export async function openInProcess(): Promise<ScenarioTarget> {
  const sim = await createSimulator();
  return {
    name: "in-process",
    url: sim.url,
    fetch: (url, init) => sim.fetch(url, init),
    adminToken: null,
    isOwn: true,
    close: () => sim.close(),
  };
}
