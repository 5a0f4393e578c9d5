/** The package as it is built: the loader that runs these scripts from their sources would add its own cost to each function. */
export async function builtSimulator(): Promise<typeof import("../../src/simulator/index.ts")> {
  return import(new URL("../../dist/simulator/index.js", import.meta.url).href);
}
