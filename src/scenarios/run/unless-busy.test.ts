import { expect, test } from "vitest";
import { ControlFailed } from "../../client/control-failed.ts";
import { unlessBusy } from "./unless-busy.ts";

function refusal(code: string): ControlFailed {
  return new ControlFailed({ status: 409, code, message: "refused" });
}

/** A clock that is busy the first times it is asked, and somebody who counts the pauses and gives up after so many. */
function busyClock(times: number, most: number): { asked: () => Promise<string>; told: () => Promise<string | null> } {
  const counts = { asked: 0, pauses: 0 };
  const asked = async (): Promise<string> => {
    counts.asked += 1;
    if (counts.asked <= times) throw refusal("clock-busy");
    return `moved after ${counts.pauses} pauses`;
  };
  const pause = async (): Promise<void> => {
    counts.pauses += 1;
  };
  return { asked, told: () => unlessBusy(asked, { pause, isOver: () => counts.pauses >= most }) };
}

test.for([
  ["free at once", 0, "moved after 0 pauses"],
  ["busy for a while", 3, "moved after 3 pauses"],
  ["busy until the last try", 5, "moved after 5 pauses"],
  ["busy for too long", 6, null],
] as const)("a clock that is %s is asked until it moves or the time is over", async ([, times, told]) => {
  expect(await busyClock(times, 5).told()).toBe(told);
});

test("any other refusal is passed on", async () => {
  const ask = (): Promise<never> => Promise.reject(refusal("clock-beyond-range"));
  await expect(unlessBusy(ask, { pause: async () => undefined, isOver: () => false })).rejects.toMatchObject({
    code: "clock-beyond-range",
  });
});
