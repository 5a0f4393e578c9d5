/** A setting that cannot be followed. `message` is one sentence that names the flag, the variable or the place in the file. */
export interface ConfigRefused {
  readonly code:
    | "unknown-setting"
    | "wrong-setting"
    | "contradicting-settings"
    | "admin-token-missing"
    | "bad-config-file";
  readonly message: string;
}

/** Carries a refusal out of the readers; `resolveConfig` and `parseConfigFile` turn it back into a value. */
export class ConfigRefusedError extends Error {
  override readonly name = "ConfigRefusedError";
  readonly refused: ConfigRefused;

  constructor(refused: ConfigRefused) {
    super(refused.message);
    this.refused = refused;
  }
}

/** Shows a value in a message: as JSON, cut when long. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
