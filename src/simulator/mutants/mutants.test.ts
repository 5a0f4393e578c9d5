import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createSimulator, StartRefused } from "../index.ts";
import { catalogue, explainUnknown, mutantOf } from "./index.ts";
import { providersOf } from "./mutant.ts";
import { notApplicable } from "./not-applicable.ts";
import { accessProbes, limitedProbes } from "./testing/access-probes.ts";
import { fmsProbes } from "./testing/fms-probes.ts";
import { seenBy } from "./testing/probe.ts";
import { at } from "./wire-message.ts";

const probes = { esimaccess: accessProbes, fms: fmsProbes };

/** Seen by a receiver only, so that a system test probes them. */
const ONLY_SENT = /^(WEB-|N-1[12]|SCR-11)/;

const pairs = catalogue.flatMap((mutant) =>
  providersOf(mutant)
    .filter((provider) => provider === "fms" || !ONLY_SENT.test(mutant.id))
    .map((provider) => [mutant.id, provider, mutant.says] as const),
);

test.for(pairs)("%s of %s: %s", async ([mutant, provider]) => {
  const probe = probes[provider][mutant];
  if (probe === undefined) throw new Error(`${mutant} has no probe for ${provider}`);
  const options = limitedProbes.includes(mutant) ? { rateLimit: "enforce" as const } : {};
  const plain = await seenBy(probe, options);
  expect(await seenBy(probe, options), "the probe sees the same twice").toEqual(plain);
  expect(await seenBy(probe, { ...options, mutant })).not.toEqual(plain);
});

test("each id names one mutant, or a reason why it names none", () => {
  const ids = [...catalogue, ...notApplicable].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(mutantOf("mon-01")?.id).toBe("MON-01");
  expect(mutantOf("IDE-02")).toBeNull();
  expect(explainUnknown("IDE-02")).toContain("DEC-06");
});

test("every violation names the rules that it breaks, and no neutral change does", () => {
  const wrong = catalogue.filter(({ id, rules }) => id.startsWith("N-") !== (rules.length === 0));
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("an unknown mutant is refused with the nearest one", async () => {
  await expect(createSimulator({ mutant: "MON-1" })).rejects.toThrow(StartRefused);
  await expect(createSimulator({ mutant: "MON-1" })).rejects.toThrow(
    /--mutant must be the id .* did you mean MON-0\d\?/,
  );
});

test("an operator is told which mutant is on", async () => {
  const told: string[] = [];
  await using _sim = await createSimulator({ mutant: "MON-01", report: (line) => told.push(line) });
  expect(told).toEqual(["mutant MON-01 is on, for measuring a test suite: an order is not debited"]);
});

test("what a mutant remembers is forgotten with a reset", async () => {
  await using sim = await createSimulator({ mutant: "MON-15" });
  const handle = await sim.tenant();
  const headers = { "rt-accesscode": handle.credentials.esimaccess.accessCode };
  const balance = async (): Promise<unknown> => {
    const answer = await sim.fetch("/api/v1/open/balance/query", { method: "POST", headers });
    return at(await answer.json(), "obj.balance");
  };
  const first = await balance();
  await handle.reset();
  await handle.account.set(1234);
  expect([await balance(), first]).toEqual([1234, expect.any(Number)]);
});

test("control requests pass a mutant untouched", async () => {
  await using sim = await createSimulator({ mutant: "STA-14" });
  expect((await sim.fetch("/__admin/nothing")).status).toBe(404);
});

test("only one module loads mutants, and only when one is asked for", () => {
  const simulator = dirname(dirname(fileURLToPath(import.meta.url)));
  const product = readdirSync(simulator, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith("mutants"),
  );
  const loading = product.filter((path) =>
    /^import (?!type)[^;]*mutants\/|import\("[^"]*mutants\//m.test(readFileSync(join(simulator, path), "utf8")),
  );
  expect(loading).toEqual(["load-mutant.ts"]);
  expect(readFileSync(join(simulator, "load-mutant.ts"), "utf8")).toContain('await import("./mutants/index.ts")');
});
