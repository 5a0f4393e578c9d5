import type { JobHandlers } from "../../kernel/jobs.ts";
import type { Catalogue } from "./operations/catalogue.ts";
import { EXPIRE_ORDER_JOB, expireOrder } from "./operations/expire-order.ts";
import { FMS } from "./operations/offers.ts";
import { PROVISION_JOB, provision } from "./operations/provision.ts";
import { FORGET_CODE_JOB, forgetCode } from "./operations/verification.ts";
import type { OptionsOf } from "./options.ts";

/** The later work of FMS: time limits of orders, provisioning, and the end of verification codes. */
export function fmsJobs(catalogue: Catalogue, optionsOf: OptionsOf): JobHandlers {
  return {
    [EXPIRE_ORDER_JOB]: expireOrder,
    [FORGET_CODE_JOB]: forgetCode,
    [PROVISION_JOB]: (tx, job) => provision(tx, job, { catalogue, options: optionsOf(tx.options(FMS)) }),
  };
}
