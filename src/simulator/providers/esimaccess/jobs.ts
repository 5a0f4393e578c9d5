import type { JobHandlers } from "../../kernel/jobs.ts";
import { allocateOrder } from "./operations/allocate-order.ts";
import { ALLOCATE_JOB } from "./operations/place-order.ts";
import type { Ports } from "./operations/ports.ts";
import { announceValidityEnding, VALIDITY_ENDING_JOB } from "./operations/react-to-esims.ts";

/** The work that waits for its instant: allocation of orders, and the announcement that a plan ends. */
export function esimAccessJobs(ports: Ports): JobHandlers {
  return {
    [ALLOCATE_JOB]: (tx, job) => allocateOrder(tx, String(job.payload["number"]), ports),
    [VALIDITY_ENDING_JOB]: (tx, job) => announceValidityEnding(tx, String(job.payload["esimId"]), ports.announcer),
  };
}
