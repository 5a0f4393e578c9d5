import { type Ask, askFor, type ControlSchemas } from "./transport.ts";

type Desk = ControlSchemas["WebhookDesk"];
type Rule = ControlSchemas["WebhookRule"];
type Delivery = ControlSchemas["Delivery"];

/** What becomes of webhooks on their way out. Every method rejects with ControlFailed when it is refused. */
export interface WebhookControl {
  show(): Promise<Desk>;
  get(id: string): Promise<Delivery>;
  readonly rules: {
    list(): Promise<readonly Rule[]>;
    get(id: string): Promise<Rule>;
    add(rule: ControlSchemas["NewWebhookRule"]): Promise<Rule>;
    /** Sets a rule under an id of your own; the same terms again change nothing. */
    put(id: string, rule: ControlSchemas["NewWebhookRule"]): Promise<Rule>;
    remove(id: string): Promise<ControlSchemas["Removed"]>;
    clear(): Promise<ControlSchemas["Removed"]>;
  };
  /** Keeps webhooks in the inbox from now on: all of them, or those of some types. */
  hold(types?: readonly string[]): Promise<Desk>;
  /** Later webhooks are sent again; what is in the inbox stays there. */
  endHold(): Promise<Desk>;
  inbox(): Promise<readonly Delivery[]>;
  /** Puts webhooks in front of the inbox. */
  reorder(ids: readonly string[]): Promise<readonly Delivery[]>;
  release(id: string): Promise<Delivery>;
  releaseAll(types?: readonly string[]): Promise<readonly Delivery[]>;
  edit(id: string, edit: ControlSchemas["DeliveryEdit"]): Promise<Delivery>;
  drop(id: string): Promise<Delivery>;
  /** Sends a settled webhook once more, with the same id. */
  resend(id: string): Promise<Delivery>;
  /** Sets when refused webhooks are tried again; null leaves that to the provider's policy. */
  retries(plan: ControlSchemas["NewRetryPlan"] | null): Promise<Desk>;
  /** Disables an address, or enables it again. */
  setDisabled(url: string, isDisabled: boolean): Promise<Desk>;
}

/** Makes the desk of a tenant; `ask` sends below `/__admin` for that tenant. */
export function webhookControl(ask: Ask): WebhookControl {
  const desk = (method: "GET" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Desk> =>
    askFor<"WebhookDesk">(ask, { method, path, ...(body === undefined ? {} : { body }) });
  const step = (id: string, name: string): Promise<Delivery> =>
    askFor<"Delivery">(ask, { method: "POST", path: `deliveries/${encodeURIComponent(id)}/${name}` });
  const listed = async (method: "GET" | "PUT" | "POST", path: string, body?: unknown): Promise<readonly Delivery[]> =>
    (await askFor<"DeliveryList">(ask, { method, path, ...(body === undefined ? {} : { body }) })).items;
  const ofTypes = (types: readonly string[] | undefined): object => (types === undefined ? {} : { types });
  return {
    show: () => desk("GET", "webhooks"),
    get: (id) => askFor<"Delivery">(ask, { method: "GET", path: `deliveries/${encodeURIComponent(id)}` }),
    rules: ruleControl(ask),
    hold: (types) => desk("PUT", "webhooks/hold", ofTypes(types)),
    endHold: () => desk("DELETE", "webhooks/hold"),
    inbox: () => listed("GET", "webhooks/inbox"),
    reorder: (ids) => listed("PUT", "webhooks/inbox/order", { ids }),
    release: (id) => step(id, "release"),
    releaseAll: (types) => listed("POST", "webhooks/release", ofTypes(types)),
    edit: (id, body) =>
      askFor<"Delivery">(ask, { method: "PATCH", path: `deliveries/${encodeURIComponent(id)}`, body }),
    drop: (id) => step(id, "drop"),
    resend: (id) => step(id, "resend"),
    retries: (plan) => (plan === null ? desk("DELETE", "webhooks/plan") : desk("PUT", "webhooks/plan", plan)),
    setDisabled: (url, isDisabled) => desk("PATCH", "webhooks/endpoints", { url, isDisabled }),
  };
}

function ruleControl(ask: Ask): WebhookControl["rules"] {
  const pathOf = (id: string): string => `webhooks/rules/${encodeURIComponent(id)}`;
  return {
    list: async () => (await askFor<"WebhookRuleList">(ask, { method: "GET", path: "webhooks/rules" })).items,
    get: (id) => askFor<"WebhookRule">(ask, { method: "GET", path: pathOf(id) }),
    add: (body) => askFor<"WebhookRule">(ask, { method: "POST", path: "webhooks/rules", body }),
    put: (id, body) => askFor<"WebhookRule">(ask, { method: "PUT", path: pathOf(id), body }),
    remove: (id) => askFor<"Removed">(ask, { method: "DELETE", path: pathOf(id) }),
    clear: () => askFor<"Removed">(ask, { method: "DELETE", path: "webhooks/rules" }),
  };
}
