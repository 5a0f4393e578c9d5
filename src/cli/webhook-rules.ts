import type { ControlSchemas } from "../client/transport.ts";
import { CommandRefused, driveSandbox, type Told } from "./control-call.ts";
import { jsonOf, numberFlag, pairOf, textFlag, textFlags, textOrFile } from "./flag-values.ts";
import type { GivenFlags } from "./flags.ts";
import { lawOf } from "./law-text.ts";

type Rule = ControlSchemas["WebhookRule"];
type NewRule = ControlSchemas["NewWebhookRule"];
type Effect = ControlSchemas["WebhookEffect"];

/** Lists the rules. */
export function listRules(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const items = await tenant.webhooks.rules.list();
    const lines = items.length === 0 ? ["no rules"] : items.map(lineOf);
    return { record: { items, total: items.length }, lines };
  });
}

/** Sets a rule from JSON, or from the flags of its effect. */
export function setRule(flags: GivenFlags, json: string | null): Promise<number> {
  return driveSandbox(flags, async ({ tenant: { webhooks } }): Promise<Told> => {
    const rule = json === null ? ruleOf(flags) : await ruleIn(json);
    const id = textFlag(flags, "id");
    const record = id === null ? await webhooks.rules.add(rule) : await webhooks.rules.put(id, rule);
    return { record, lines: [lineOf(record)] };
  });
}

/** Removes a rule. */
export function removeRule(flags: GivenFlags, id: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => toldRemoved(await tenant.webhooks.rules.remove(id)));
}

/** Removes every rule. */
export function clearRules(flags: GivenFlags): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => toldRemoved(await tenant.webhooks.rules.clear()));
}

function toldRemoved(record: ControlSchemas["Removed"]): Told {
  return { record, lines: [`${record.removed} removed`] };
}

function lineOf({ id, match, effect, times, seen, hits, isSpent }: Rule): string {
  const narrowed = Object.entries(match).filter(
    ([name, value]) => value !== null && !(name === "about" && isEmpty(value)),
  );
  const budget = times === null ? "always" : `${times} times`;
  const state = `${hits} hits of ${seen} seen${isSpent ? ", spent" : ""}`;
  return `${id}  ${JSON.stringify(effect)} to ${JSON.stringify(Object.fromEntries(narrowed))}, ${budget}: ${state}`;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

async function ruleIn(json: string): Promise<NewRule> {
  const value = jsonOf(await textOrFile(json), "the rule");
  if (isRule(value)) return value;
  throw new CommandRefused("the rule must be a JSON object with an effect");
}

/** Only as far as it matters here: the sandbox checks the rest and says what is wrong. */
function isRule(value: unknown): value is NewRule {
  return typeof value === "object" && value !== null && "effect" in value;
}

function ruleOf(flags: GivenFlags): NewRule {
  const about = Object.fromEntries(textFlags(flags, "about").map((text) => pairOf(text, "about")));
  const missing = Object.entries(about).find(([, id]) => id === null);
  if (missing !== undefined) throw new CommandRefused(`--about must be NAME=ID, got "${missing[0]}"`);
  const times = textFlag(flags, "times");
  return {
    match: {
      provider: textFlag(flags, "provider"),
      type: textFlag(flags, "type"),
      about: Object.fromEntries(Object.entries(about).map(([name, id]) => [name, id ?? ""])),
      nth: numberFlag(flags, "nth"),
      first: numberFlag(flags, "first"),
      every: numberFlag(flags, "every"),
      probability: numberFlag(flags, "probability"),
    },
    effect: effectOf(flags),
    ...(times === null ? {} : { times: times === "always" ? null : (numberFlag(flags, "times") ?? null) }),
  };
}

function effectOf(flags: GivenFlags): Effect {
  const effects: Effect[] = [];
  const [delay, gap] = [textFlag(flags, "delay"), textFlag(flags, "gap")];
  if (delay !== null) effects.push({ kind: "delay", by: lawOf(delay), isOvertaken: flags["overtaken"] === true });
  if (flags["drop"] === true) effects.push({ kind: "drop" });
  const [copies, behind] = [numberFlag(flags, "duplicate"), numberFlag(flags, "reorder")];
  if (copies !== null) effects.push({ kind: "duplicate", copies, ...(gap === null ? {} : { gap: lawOf(gap) }) });
  if (behind !== null) effects.push({ kind: "reorder", behind });
  if (flags["early"] === true) effects.push({ kind: "early" });
  const variant = textFlag(flags, "corrupt");
  const [remove, retype] = [textFlags(flags, "remove"), textFlags(flags, "retype")];
  if (variant !== null || remove.length + retype.length > 0) {
    effects.push({ kind: "corrupt", variant, remove: [...remove], retype: [...retype] });
  }
  const [only] = effects;
  if (only !== undefined && effects.length === 1) return only;
  const kinds = effects.map(({ kind }) => kind).join(", ");
  throw new CommandRefused(
    `webhook rules set must be given one effect (--delay, --drop, --duplicate, --reorder, --corrupt, --early) or JSON, got ${kinds || "none"}`,
  );
}
