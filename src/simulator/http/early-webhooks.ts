import { jobTable } from "../kernel/jobs.ts";
import type { Tenant } from "../kernel/tenant.ts";
import type { Transaction } from "../kernel/transaction.ts";
import { webhookRuleTable } from "../kernel/webhook-desk.ts";
import { concerns, isSpent } from "../kernel/webhook-rules.ts";
import type { Answer } from "./call.ts";
import type { Provider } from "./provider.ts";

/**
 * Runs an operation, and keeps its answer until the webhooks that it caused and that a rule wants early have been tried. What the
 * operation planned is done at once where such a webhook comes of it. Without such a rule nothing of this happens.
 */
export async function answeredAfterEarly(
  tenant: Tenant,
  provider: Provider,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { deliveries } = tenant;
  if (!deliveries.hasEarlyRules) return run();
  const begun = deliveries.earlyBegun;
  const planned = await tenant.transact(latestJob);
  const answer = await run();
  if (!answer.isSuccess) return answer;
  await tenant.transact((tx) => hasten(tx, provider, planned));
  await tenant.runDueJobs();
  await deliveries.earlyEnded(begun);
  return answer;
}

/** The number of the job that was planned last among those that wait. */
async function latestJob(tx: Transaction): Promise<number> {
  const jobs = await tx.table(jobTable).all();
  return jobs.reduce((latest, { seq }) => Math.max(latest, seq), 0);
}

async function hasten(tx: Transaction, provider: Provider, planned: number): Promise<void> {
  const rules = await tx.table(webhookRuleTable).all();
  const early = rules.filter((rule) => rule.effect.kind === "early" && !isSpent(rule));
  for (const job of await tx.table(jobTable).all()) {
    const type = provider.control.events.ofJob(job.kind);
    if (type === null || job.seq <= planned || job.dueAt <= tx.at) continue;
    const rule = early.find((one) => concerns(one, { provider: provider.name, type, about: null }));
    if (rule === undefined) continue;
    const { id, kind, payload } = job;
    await tx.schedule({ id, kind, payload, dueAt: tx.at });
    tx.record({ kind: "job-hastened", jobId: id, ruleId: rule.id });
  }
}
