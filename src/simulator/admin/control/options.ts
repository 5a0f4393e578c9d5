import type { Provider } from "../../http/provider.ts";
import { validNames } from "../../kernel/nearest.ts";
import { checkOption, type OptionKind, type OptionValue, optionValues } from "../../kernel/options.ts";
import { ok } from "../../kernel/result.ts";
import type { Tenant } from "../../kernel/tenant.ts";
import type { ControlPorts } from "./ports.ts";
import { providerNamed } from "./providers.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** One option of a provider: its value for this tenant, its default and where it comes from. */
export interface OptionView {
  readonly provider: string;
  readonly name: string;
  readonly value: OptionValue;
  readonly default: OptionValue;
  readonly kind: OptionKind;
  /** The decision in `spec/<provider>/decisions.md` that made it an option. */
  readonly decision: string;
  /** What it changes. */
  readonly says: string;
}

/** New values by provider and option. */
export type OptionChange = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

/** Lists every option of every provider. */
export function listOptions(tenant: Tenant, ports: ControlPorts): readonly OptionView[] {
  return ports.providers.flatMap((provider) => viewsOf(tenant, provider, ports));
}

/** Sets options of one or more providers: all of them, or none when one is refused. */
export async function changeOptions(
  tenant: Tenant,
  change: OptionChange,
  ports: ControlPorts,
): Promise<Controlled<readonly OptionView[]>> {
  if (typeof change !== "object" || change === null || Object.keys(change).length === 0) {
    return refuseValue({ path: "body", expected: 'options by provider, such as {"fms":{"name":true}}', got: change });
  }
  const checked: { readonly provider: string; readonly values: Record<string, OptionValue> }[] = [];
  for (const [name, members] of Object.entries(change)) {
    const provider = providerNamed(name, "body", ports);
    if (!provider.ok) return provider;
    const values = checkValues(provider.value, members);
    if (!values.ok) return values;
    checked.push({ provider: name, values: values.value });
  }
  for (const { provider, values } of checked) await tenant.changeOptions(provider, values);
  return ok(listOptions(tenant, ports));
}

function checkValues(provider: Provider, members: unknown): Controlled<Record<string, OptionValue>> {
  const path = `body.${provider.name}`;
  if (typeof members !== "object" || members === null || Array.isArray(members)) {
    return refuseValue({ path, expected: "an object of option names and values", got: members });
  }
  const values: Record<string, OptionValue> = {};
  for (const [option, value] of Object.entries(members)) {
    const checked = checkOption(provider.options, option, value);
    if (!checked.ok && checked.error.code === "unknown-option") {
      const expected = validNames(option, Object.keys(provider.options));
      return refuseValue({ path, expected, got: option }, "unknown-option");
    }
    if (!checked.ok) {
      const { expected, code } = checked.error;
      return refuseValue({ path: `${path}.${option}`, expected, got: value }, code);
    }
    values[option] = checked.value;
  }
  return ok(values);
}

function viewsOf(tenant: Tenant, provider: Provider, ports: ControlPorts): OptionView[] {
  const values: Readonly<Record<string, OptionValue>> = optionValues(
    provider.options,
    ports.startOptions[provider.name] ?? {},
    tenant.options(provider.name),
  );
  return Object.entries(provider.options).map(([name, spec]) => ({
    provider: provider.name,
    name,
    value: values[name] ?? spec.default,
    default: spec.default,
    kind: spec.kind,
    decision: spec.decision,
    says: spec.says,
  }));
}
