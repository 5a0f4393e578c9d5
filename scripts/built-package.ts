/** The package as it is built: the loader that runs these scripts from their sources would add its own cost to each function. */
export async function builtSimulator(): Promise<typeof import("../src/simulator/index.ts")> {
  return import(new URL("../dist/simulator/index.js", import.meta.url).href);
}

/** The suite as it is built; it takes its documents as the build has read and checked them. */
export async function builtContracts(): Promise<typeof import("../src/contracts/index.ts")> {
  return import(new URL("../dist/contracts/index.js", import.meta.url).href);
}
