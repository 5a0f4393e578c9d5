import type { ControlSchemas } from "../client/transport.ts";
import { CommandRefused, driveSandbox, type Told } from "./control-call.ts";
import { numberFlag, pairOf, textFlag, textFlags, textOrFile } from "./flag-values.ts";
import type { GivenFlags } from "./flags.ts";

type Delivery = ControlSchemas["Delivery"];
type Desk = ControlSchemas["WebhookDesk"];

/** Lists webhooks. */
export function listWebhooks(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const [state, type, about] = [stateOf(textFlag(flags, "state")), textFlag(flags, "type"), textFlag(flags, "about")];
    const query = {
      ...(state === null ? {} : { state }),
      ...(type === null ? {} : { type }),
      ...(about === null ? {} : { about }),
    };
    return toldList(await tenant.deliveries.list(query));
  });
}

/** Shows the desk, or one webhook. */
export function showWebhooks(flags: GivenFlags, id: string | null): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    if (id === null) return toldDesk(await tenant.webhooks.show());
    const record = await tenant.webhooks.get(id);
    return { record, lines: [...linesOf(record), record.body] };
  });
}

/** Holds webhooks, or ends that. */
export function holdWebhooks(flags: GivenFlags): Promise<number> {
  const types = textFlags(flags, "type");
  return driveSandbox(flags, async ({ tenant: { webhooks } }) => {
    if (flags["off"] === true) return toldDesk(await webhooks.endHold());
    return toldDesk(await webhooks.hold(types.length === 0 ? undefined : types));
  });
}

/** Lists what is held. */
export function listInbox(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => toldList(await tenant.webhooks.inbox()));
}

/** Releases one webhook, or the inbox. */
export function releaseWebhooks(flags: GivenFlags, id: string | null): Promise<number> {
  const types = textFlags(flags, "type");
  return driveSandbox(flags, async ({ tenant: { webhooks } }) => {
    if ((flags["all"] === true) === (id !== null)) {
      throw new CommandRefused("webhook release must be given either an id or --all");
    }
    if (id !== null) return toldOne(await webhooks.release(id));
    return toldList(await webhooks.releaseAll(types.length === 0 ? undefined : types));
  });
}

/** Puts webhooks in front of the inbox. */
export function reorderInbox(flags: GivenFlags, ids: readonly string[]): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => toldList(await tenant.webhooks.reorder(ids)));
}

/** Changes body and headers of a webhook. */
export function editWebhook(flags: GivenFlags, id: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const given = textFlag(flags, "body");
    const headers = Object.fromEntries(textFlags(flags, "header").map((text) => pairOf(text, "header")));
    const body = given === null ? {} : { body: await textOrFile(given) };
    return toldOne(await tenant.webhooks.edit(id, { ...body, headers }));
  });
}

/** Drops a webhook or sends it again. */
export function stepWebhook(flags: GivenFlags, step: "drop" | "resend", id: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => toldOne(await tenant.webhooks[step](id)));
}

/** Sets the retry plan, or removes it. */
export function setRetries(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    if (flags["off"] === true) return toldDesk(await tenant.webhooks.retries(null));
    const delays = (textFlag(flags, "delays") ?? "").split(",").filter((delay) => delay !== "");
    const plan = {
      delays,
      jitter: numberFlag(flags, "jitter") ?? 0,
      giveUpAfter: textFlag(flags, "giveUpAfter"),
      disableAfter: numberFlag(flags, "disableAfter"),
      enableAfter: textFlag(flags, "enableAfter"),
    };
    return toldDesk(await tenant.webhooks.retries(plan));
  });
}

/** Disables an address, or enables it. */
export function changeEndpoint(flags: GivenFlags, url: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const isDisabled = flags["disable"] === true;
    if (isDisabled === (flags["enable"] === true)) {
      throw new CommandRefused("webhook endpoint must be given either --disable or --enable");
    }
    return toldDesk(await tenant.webhooks.setDisabled(url, isDisabled));
  });
}

/** A webhook in a line, and one for each thing that happened to it. */
export function linesOf(delivery: Delivery): string[] {
  const { id, createdAt, type, state, treatments, attempts, about } = delivery;
  const ids = Object.entries(about).map(([name, value]) => `${name}=${value}`);
  return [
    `${createdAt}  ${state.padEnd(9)}  ${type}  ${id}  ${ids.join(" ")}`,
    ...treatments.map(({ effect, detail, ruleId }) => `  ${effect}: ${detail}${ruleId === null ? "" : ` (${ruleId})`}`),
    ...attempts.map(({ at, outcome, status, detail }) => `  ${at}  ${outcome} ${status ?? detail ?? ""}`.trimEnd()),
  ];
}

function toldOne(record: Delivery): Told {
  return { record, lines: linesOf(record) };
}

function toldList(items: readonly Delivery[]): Told {
  const lines = items.length === 0 ? ["no webhooks"] : items.flatMap(linesOf);
  return { record: { items, total: items.length }, lines };
}

function toldDesk(record: Desk): Told {
  const { hold, plan, rules, deliveries, endpoints } = record;
  const held = hold === null ? "nothing" : (hold.types?.join(", ") ?? "everything");
  const states = Object.entries(deliveries).map(([state, count]) => `${count} ${state}`);
  const lines = [
    `held: ${held}; rules: ${rules}; webhooks: ${states.length === 0 ? "none" : states.join(", ")}`,
    plan === null ? "retries: as the provider does" : `retries: ${JSON.stringify(plan)}`,
    ...endpoints.map(({ url, failures, isDisabled }) => {
      return `${url}  ${isDisabled ? "disabled" : "enabled"}, ${failures} failed in a row`;
    }),
  ];
  return { record, lines };
}

const STATES = ["queued", "waiting", "sending", "held", "held-back", "delivered", "given-up", "dropped"] as const;

function stateOf(text: string | null): (typeof STATES)[number] | null {
  if (text === null) return null;
  const found = STATES.find((state) => state === text);
  if (found === undefined) throw new CommandRefused(`--state must be one of ${STATES.join(", ")}, got "${text}"`);
  return found;
}
