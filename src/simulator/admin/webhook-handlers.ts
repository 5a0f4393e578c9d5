import { ok } from "../kernel/result.ts";
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
} from "./control/deliveries.ts";
import type { ControlPorts } from "./control/ports.ts";
import { type EmitGiven, emit, listEvents, type TriggerGiven, trigger } from "./control/trigger.ts";
import {
  changeEndpoint,
  endHold,
  holdWebhooks,
  type PlanGiven,
  removeRetryPlan,
  setRetryPlan,
  showDesk,
} from "./control/webhook-desk.ts";
import {
  addWebhookRule,
  clearWebhookRules,
  listWebhookRules,
  putWebhookRule,
  removeWebhookRule,
  showWebhookRule,
} from "./control/webhook-rules.ts";
import type { WebhookRuleGiven } from "./control/webhook-terms.ts";
import type { AdminHandler } from "./handlers.ts";

interface Types {
  readonly types?: readonly string[] | null;
}

/** The operations of the webhook desk, by their operationId in `spec/admin/openapi.yaml`. */
export function webhookHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return { ...ruleHandlers(ports), ...deskHandlers(ports), ...deliveryHandlers(), ...eventHandlers(ports) };
}

function ruleHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    listWebhookRules: async (tenant) => {
      const items = await listWebhookRules(tenant);
      return ok({ items, total: items.length });
    },
    addWebhookRule: (tenant, { body }) => addWebhookRule(tenant, validated<WebhookRuleGiven>(body), ports),
    clearWebhookRules: (tenant) => clearWebhookRules(tenant),
    getWebhookRule: (tenant, { param }) => showWebhookRule(tenant, param("ruleId")),
    putWebhookRule: (tenant, { param, body }) => {
      return putWebhookRule(tenant, { id: param("ruleId"), rule: validated<WebhookRuleGiven>(body) }, ports);
    },
    removeWebhookRule: (tenant, { param }) => removeWebhookRule(tenant, param("ruleId")),
  };
}

function deskHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    getWebhookDesk: async (tenant) => ok(await showDesk(tenant)),
    holdWebhooks: (tenant, { body }) => holdWebhooks(tenant, validated<Types>(body), ports),
    endWebhookHold: (tenant) => endHold(tenant),
    setRetryPlan: (tenant, { body }) => setRetryPlan(tenant, validated<PlanGiven>(body)),
    removeRetryPlan: (tenant) => removeRetryPlan(tenant),
    changeWebhookEndpoint: (tenant, { body }) => {
      return changeEndpoint(tenant, validated<{ url: string; isDisabled: boolean }>(body));
    },
    listInbox: async (tenant) => ok(await listInbox(tenant)),
    orderInbox: (tenant, { body }) => orderInbox(tenant, validated<{ ids: readonly string[] }>(body).ids),
    releaseInbox: (tenant, { body }) => releaseInbox(tenant, validated<Types>(body)),
  };
}

function deliveryHandlers(): Record<string, AdminHandler> {
  return {
    getDelivery: (tenant, { param }) => showDelivery(tenant, param("id")),
    editDelivery: (tenant, { param, body }) => {
      return editDelivery(tenant, { id: param("id"), edit: validated<DeliveryEdit>(body) });
    },
    releaseDelivery: (tenant, { param }) => releaseDelivery(tenant, param("id")),
    dropDelivery: (tenant, { param }) => dropDelivery(tenant, param("id")),
    resendDelivery: (tenant, { param }) => resendDelivery(tenant, param("id")),
  };
}

function eventHandlers(ports: ControlPorts): Record<string, AdminHandler> {
  return {
    listEvents: async () => ok(listEvents(ports)),
    triggerEvent: (tenant, { body }) => trigger(tenant, validated<TriggerGiven>(body), ports),
    emitEvent: (tenant, { body }) => emit(tenant, validated<EmitGiven>(body), ports),
  };
}

/** The one cast of this border: the body has just passed the schema of its operation. */
function validated<T>(body: unknown): T {
  return body as T;
}
