import { buildSpecs } from "./build-spec.ts";

/** Run by Vitest before any test: the sandbox reads its contracts as JSON. */
export function setup(): void {
  buildSpecs();
}
