import { expect, test } from "vitest";
import { SerialQueue } from "./serial-queue.ts";

test("tasks run one after another in the order in which they came, also after one has failed", async () => {
  const queue = new SerialQueue();
  const seen: string[] = [];
  const task = (name: string) => async () => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === "b") throw new Error("b failed");
    return name;
  };
  const outcomes = await Promise.allSettled(["a", "b", "c"].map((name) => queue.run(task(name))));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});
