import type { Provider } from "../../http/provider.ts";
import { validNames } from "../../kernel/nearest.ts";
import { ok } from "../../kernel/result.ts";
import type { ControlPorts } from "./ports.ts";
import { type Controlled, refuseValue } from "./refusal.ts";

/** The provider of that name; refused with the list of names. `path` says where the name was given. */
export function providerNamed(name: string, path: string, ports: ControlPorts): Controlled<Provider> {
  const found = ports.providers.find((provider) => provider.name === name);
  if (found !== undefined) return ok(found);
  const expected = validNames(
    String(name),
    ports.providers.map((provider) => provider.name),
  );
  return refuseValue({ path, expected, got: name }, "unknown-provider");
}

/** The provider that a listing is narrowed to, or all of them. */
export function namedProviders(name: string | undefined, ports: ControlPorts): Controlled<readonly Provider[]> {
  if (name === undefined) return ok(ports.providers);
  const found = providerNamed(name, "query.provider", ports);
  return found.ok ? ok([found.value]) : found;
}
