import { CommandRefused, driveSandbox, type Told } from "./control-call.ts";
import { jsonOf, numberFlag, pairOf, textFlag, textFlags, textOrFile } from "./flag-values.ts";
import type { GivenFlags } from "./flags.ts";
import { linesOf } from "./webhook.ts";

/** Triggers an event, or lists what can be triggered. */
export function triggerEvent(flags: GivenFlags, event: string | null): Promise<number> {
  return driveSandbox(flags, async ({ tenant }): Promise<Told> => {
    if (event === null) {
      const items = await tenant.events();
      const lines = items.flatMap(({ event: name, provider, says, takes }) => [
        `${name}  (${provider})  ${says}`,
        ...Object.entries(takes).map(([option, what]) => `  ${option}: ${what}`),
      ]);
      return { record: { items, total: items.length }, lines };
    }
    const [order, subject] = [textFlag(flags, "order"), textFlag(flags, "for")];
    if (order !== null && subject !== null)
      throw new CommandRefused("--order and --for say the same; give one of them");
    const id = order ?? subject;
    const provider = textFlag(flags, "provider");
    const record = await tenant.trigger(event, {
      with: optionsOf(flags),
      ...(id === null ? {} : { for: id }),
      ...(provider === null ? {} : { provider }),
    });
    const { steps, deliveries, now } = record;
    const lines = [
      ...steps.flatMap(({ at, step, status, body }) => [
        `${at}  ${step}`,
        ...(status === null ? [] : [`  HTTP ${status} ${body ?? ""}`.trimEnd()]),
      ]),
      ...deliveries.flatMap(linesOf),
      `${now}  ${event} has happened after ${steps.length} steps`,
    ];
    return { record, lines };
  });
}

/** Emits an event. */
export function emitEvent(flags: GivenFlags, event: string): Promise<number> {
  return driveSandbox(flags, async ({ tenant }) => {
    const provider = textFlag(flags, "provider");
    const named = provider === null ? {} : { provider };
    const given = textFlag(flags, "content");
    const content = given === null ? {} : { content: membersOf(jsonOf(await textOrFile(given), "--content")) };
    const record = await tenant.emit(event, { for: textFlag(flags, "for") ?? "", ...named, ...content });
    return { record, lines: linesOf(record) };
  });
}

/** The members of an object. @throws CommandRefused when the value is none */
function membersOf(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new CommandRefused(`--content must be an object of members, got ${JSON.stringify(value).slice(0, 80)}`);
}

/** Options of an event: those with a flag of their own, and what `--with` names. Numbers are sent as such. */
function optionsOf(flags: GivenFlags): Record<string, string | number | null> {
  const options: Record<string, string | number | null> = {};
  for (const text of textFlags(flags, "with")) {
    const [name, value] = pairOf(text, "with");
    options[name] = value !== null && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  }
  for (const name of ["status", "late", "currency", "outcome", "reference"]) {
    const value = textFlag(flags, name);
    if (value !== null) options[name] = value;
  }
  for (const name of ["amount", "times"]) {
    const value = numberFlag(flags, name);
    if (value !== null) options[name] = value;
  }
  return options;
}
