import { limits } from "../../kernel/limits.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { Transaction } from "../../kernel/transaction.ts";
import { type WebhookRule, type WebhookRuleTerms, webhookRuleTable } from "../../kernel/webhook-desk.ts";
import { asksForSame, isSpent } from "../../kernel/webhook-rules.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuse, refuseValue } from "./refusal.ts";
import { readTerms, type WebhookRuleGiven } from "./webhook-terms.ts";

/** A webhook rule as the control API shows it. */
export interface WebhookRuleView extends WebhookRule {
  readonly isSpent: boolean;
}

const RULE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Lists the rules in order of creation, spent ones included. */
export function listWebhookRules(tenant: Tenant): Promise<readonly WebhookRuleView[]> {
  return tenant.transact(async (tx) => (await tx.table(webhookRuleTable).all()).map(viewOf));
}

/** Shows one rule. */
export function showWebhookRule(tenant: Tenant, id: string): Promise<Controlled<WebhookRuleView>> {
  return tenant.transact(async (tx) => {
    const rule = await tx.table(webhookRuleTable).get(id);
    return rule === null ? unknownRule(id) : ok(viewOf(rule));
  });
}

/** Adds a rule under an id of ours. */
export async function addWebhookRule(
  tenant: Tenant,
  given: WebhookRuleGiven,
  ports: ControlPorts,
): Promise<Controlled<WebhookRuleView>> {
  const terms = readTerms(given, ports);
  if (!terms.ok) return terms;
  return tenant.transact(async (tx) => store(tenant, tx, { id: await freeId(tx), terms: terms.value }));
}

/** Sets a rule under an id of one's own. The same terms again change nothing, its counts included; others begin anew. */
export async function putWebhookRule(
  tenant: Tenant,
  put: { readonly id: string; readonly rule: WebhookRuleGiven },
  ports: ControlPorts,
): Promise<Controlled<WebhookRuleView>> {
  const { id } = put;
  if (!RULE_ID.test(id)) {
    const expected = "1 to 64 letters, digits, dots, dashes and underscores, the first a letter or digit";
    return refuseValue({ path: "path.ruleId", expected, got: id });
  }
  const terms = readTerms(put.rule, ports);
  if (!terms.ok) return terms;
  return tenant.transact(async (tx) => {
    const known = await tx.table(webhookRuleTable).get(id);
    return known !== null && asksForSame(known, terms.value)
      ? ok(viewOf(known))
      : store(tenant, tx, { id, terms: terms.value });
  });
}

/** Removes one rule. */
export function removeWebhookRule(tenant: Tenant, id: string): Promise<Controlled<{ readonly removed: number }>> {
  return tenant.transact(async (tx) => {
    if ((await tx.table(webhookRuleTable).get(id)) === null) return unknownRule(id);
    await remove(tenant, tx, [id]);
    return ok({ removed: 1 });
  });
}

/** Removes every rule. */
export function clearWebhookRules(tenant: Tenant): Promise<Controlled<{ readonly removed: number }>> {
  return tenant.transact(async (tx) => {
    const ids = (await tx.table(webhookRuleTable).all()).map(({ id }) => id);
    await remove(tenant, tx, ids);
    return ok({ removed: ids.length });
  });
}

async function freeId(tx: Transaction): Promise<string> {
  for (;;) {
    const id = `webhook-rule-${await tx.next("webhook-rule")}`;
    if ((await tx.table(webhookRuleTable).get(id)) === null) return id;
  }
}

async function store(
  tenant: Tenant,
  tx: Transaction,
  { id, terms }: { readonly id: string; readonly terms: WebhookRuleTerms },
): Promise<Controlled<WebhookRuleView>> {
  const rules = tx.table(webhookRuleTable);
  const known = await rules.get(id);
  const { webhookRules: most } = limits;
  if (known === null && (await rules.count()) >= most) {
    return refuse("too-many-webhook-rules", `a tenant has at most ${most} webhook rules; remove some first`);
  }
  const rule: WebhookRule = { id, ...terms, seen: 0, hits: 0 };
  await rules.put(rule);
  tx.record({ kind: "webhook-rule-set", ruleId: id, type: terms.match.type, effect: terms.effect.kind });
  await tenant.deliveries.rulesChanged(tx);
  return ok(viewOf(rule));
}

async function remove(tenant: Tenant, tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await tx.table(webhookRuleTable).delete(id);
    tx.record({ kind: "webhook-rule-removed", ruleId: id });
  }
  await tenant.deliveries.rulesChanged(tx);
}

function viewOf(rule: WebhookRule): WebhookRuleView {
  return { ...rule, isSpent: isSpent(rule) };
}

function unknownRule(id: string): Controlled<never> {
  const expected = "the id of a webhook rule, as GET webhooks/rules lists them";
  return refuseValue({ path: "path.ruleId", expected, got: id }, "unknown-webhook-rule");
}
