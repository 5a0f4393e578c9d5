import { expect, test } from "vitest";
import { createControlClient } from "../../client/control-client.ts";
import { createSimulator } from "../../simulator/index.ts";
import { beginTenants } from "./control.ts";

test.for([
  ["a usual seed", 7, 8],
  ["the greatest seed", Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1],
] as const)("the two tenants of %s differ in theirs, and stand at a known instant", async ([, seed, other]) => {
  await using sim = await createSimulator({ freeze: false });
  const client = createControlClient({ fetch: sim.fetch, url: sim.url });
  await client.tenants.put("contract-a", { seed: 1 });
  await client.tenant("contract-a").account.set(0);
  const find = await beginTenants(client, seed);
  const clock = { now: "2026-01-01T00:00:00.000Z", mode: "frozen" };
  expect((await client.tenants.list()).slice(1)).toMatchObject([
    { id: "contract-a", seed, clock },
    { id: "contract-b", seed: other, clock },
  ]);
  expect(await client.tenant("contract-a").account.get()).toMatchObject({ balance: 10_000_000 });
  expect(find("esimaccess", "other")).toMatchObject({ tenantId: "contract-b" });
});
