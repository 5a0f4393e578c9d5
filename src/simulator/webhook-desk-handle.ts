import {
  type DeliveryEdit,
  dropDelivery,
  editDelivery,
  listInbox,
  orderInbox,
  releaseDelivery,
  releaseInbox,
  resendDelivery,
  showDelivery,
} from "./admin/control/deliveries.ts";
import { type DeliveryQuery, type DeliveryView, listDeliveries } from "./admin/control/outbox.ts";
import type { ControlPorts } from "./admin/control/ports.ts";
import type { Controlled } from "./admin/control/refusal.ts";
import {
  changeEndpoint,
  type DeskView,
  endHold,
  holdWebhooks,
  type PlanGiven,
  removeRetryPlan,
  setRetryPlan,
  showDesk,
} from "./admin/control/webhook-desk.ts";
import {
  addWebhookRule,
  clearWebhookRules,
  listWebhookRules,
  putWebhookRule,
  removeWebhookRule,
  showWebhookRule,
  type WebhookRuleView,
} from "./admin/control/webhook-rules.ts";
import type { WebhookRuleGiven } from "./admin/control/webhook-terms.ts";
import type { Tenant } from "./kernel/tenant.ts";

/** What the providers sent to the saved webhook URLs, and what becomes of it on its way out. */
export interface WebhookDeskHandle {
  /** Webhooks on their way or settled, with every attempt. */
  list(query?: DeliveryQuery): Promise<readonly DeliveryView[]>;
  get(id: string): Promise<DeliveryView>;
  show(): Promise<DeskView>;
  readonly rules: {
    list(): Promise<readonly WebhookRuleView[]>;
    get(id: string): Promise<WebhookRuleView>;
    add(rule: WebhookRuleGiven): Promise<WebhookRuleView>;
    put(id: string, rule: WebhookRuleGiven): Promise<WebhookRuleView>;
    remove(id: string): Promise<void>;
    clear(): Promise<void>;
  };
  /** Keeps webhooks in the inbox from now on: all of them, or those of some types. */
  hold(types?: readonly string[]): Promise<DeskView>;
  endHold(): Promise<DeskView>;
  inbox(): Promise<readonly DeliveryView[]>;
  /** Puts webhooks in front of the inbox. */
  reorder(ids: readonly string[]): Promise<readonly DeliveryView[]>;
  release(id: string): Promise<DeliveryView>;
  releaseAll(types?: readonly string[]): Promise<readonly DeliveryView[]>;
  edit(id: string, edit: DeliveryEdit): Promise<DeliveryView>;
  drop(id: string): Promise<DeliveryView>;
  resend(id: string): Promise<DeliveryView>;
  /** Sets when refused webhooks are tried again; null leaves that to the provider's policy. */
  retries(plan: PlanGiven | null): Promise<DeskView>;
  /** Disables an address, or enables it again. */
  setDisabled(url: string, isDisabled: boolean): Promise<DeskView>;
}

/** Makes the desk of a tenant; `granted` gives what an operation gave or throws its refusal. */
export function webhookDeskHandle(
  tenant: Tenant,
  ports: ControlPorts,
  granted: <T>(outcome: Controlled<T>) => T,
): WebhookDeskHandle {
  return {
    list: async (query = {}) => granted(await listDeliveries(tenant, query, ports)).items,
    get: async (id) => granted(await showDelivery(tenant, id)),
    show: () => showDesk(tenant),
    rules: {
      list: () => listWebhookRules(tenant),
      get: async (id) => granted(await showWebhookRule(tenant, id)),
      add: async (rule) => granted(await addWebhookRule(tenant, rule, ports)),
      put: async (id, rule) => granted(await putWebhookRule(tenant, { id, rule }, ports)),
      remove: async (id) => void granted(await removeWebhookRule(tenant, id)),
      clear: async () => void granted(await clearWebhookRules(tenant)),
    },
    hold: async (types) => granted(await holdWebhooks(tenant, { types: types ?? null }, ports)),
    endHold: async () => granted(await endHold(tenant)),
    inbox: async () => (await listInbox(tenant)).items,
    reorder: async (ids) => granted(await orderInbox(tenant, ids)).items,
    release: async (id) => granted(await releaseDelivery(tenant, id)),
    releaseAll: async (types) => granted(await releaseInbox(tenant, { types: types ?? null })).items,
    edit: async (id, edit) => granted(await editDelivery(tenant, { id, edit })),
    drop: async (id) => granted(await dropDelivery(tenant, id)),
    resend: async (id) => granted(await resendDelivery(tenant, id)),
    retries: async (plan) => granted(plan === null ? await removeRetryPlan(tenant) : await setRetryPlan(tenant, plan)),
    setDisabled: async (url, isDisabled) => granted(await changeEndpoint(tenant, { url, isDisabled })),
  };
}
