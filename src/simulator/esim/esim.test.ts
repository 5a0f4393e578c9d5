import { describe, expect, test } from "vitest";
import { DAY_MS } from "../kernel/time.ts";
import {
  activate,
  applyDeviceEvent,
  applyTopUp,
  canExpire,
  consume,
  type DeviceEvent,
  type EsimStatus,
  expire,
  type ProfileState,
  report,
  resume,
  startsValidity,
  suspend,
  type TopUp,
} from "./esim.ts";
import { esimWith, NEW_YEAR } from "./testing/esims.ts";

const happening = { at: NEW_YEAR + 5, eid: "89049032000000000000000000000066" };
const profiles: readonly ProfileState[] = ["released", "downloaded", "installed", "enabled", "disabled", "deleted"];

describe("device events", () => {
  test.for([
    ["download", ["downloaded", null, null, null, null, null]],
    ["install", [null, "installed", null, null, null, null]],
    ["enable", [null, null, "enabled", null, "enabled", null]],
    ["disable", [null, null, null, "disabled", null, null]],
    ["delete", [null, null, "deleted", "deleted", "deleted", null]],
    ["attach", [null, null, null, "enabled", null, null]],
    ["reinstall", [null, null, null, null, null, "released"]],
  ] as const)("%s moves a profile only from where it can happen", ([event, expected]) => {
    const after = profiles.map((profile) => {
      const moved = applyDeviceEvent(esimWith({ profile }), event, happening);
      return moved.ok ? moved.value.profile : null;
    });
    expect(after).toEqual(expected);
  });

  test("an impossible event is refused with where the profile is", () => {
    expect(applyDeviceEvent(esimWith({ profile: "enabled", status: "in-use" }), "download", happening)).toEqual({
      ok: false,
      error: { code: "impossible-device-event", event: "download", profile: "enabled", status: "in-use" },
    });
  });

  test.for([
    ["download", "released"],
    ["install", "downloaded"],
    ["reinstall", "deleted"],
  ] as const)("the SM-DP+ serves a %s only while the eSIM is not over", ([event, profile]) => {
    const served = (["unused", "in-use", "used-up", "suspended"] as const).map((status) =>
      offer(status, event, profile),
    );
    const over = (["unused-expired", "used-expired", "cancelled", "revoked"] as const).map((status) =>
      offer(status, event, profile),
    );
    expect([served, over]).toEqual([
      [true, true, true, true],
      [false, false, false, false],
    ]);
  });

  test.for([
    ["unused", true],
    ["in-use", true],
    ["used-up", true],
    ["suspended", false],
    ["used-expired", false],
    ["revoked", false],
  ] as const)("the network lets an enabled profile of an eSIM that is %s attach: %s", ([status, attaches]) => {
    expect(offer(status, "attach", "enabled")).toBe(attaches);
  });

  test("a download takes the device's EID, an installation its first instant", () => {
    const downloaded = applyDeviceEvent(esimWith(), "download", happening);
    expect(downloaded).toMatchObject({ value: { eid: happening.eid, installedAt: null } });
    const again = esimWith({ profile: "downloaded", installedAt: NEW_YEAR });
    expect(applyDeviceEvent(again, "install", happening)).toMatchObject({ value: { installedAt: NEW_YEAR } });
  });

  function offer(status: EsimStatus, event: DeviceEvent, profile: ProfileState): boolean {
    return applyDeviceEvent(esimWith({ profile, status }), event, happening).ok;
  }
});

describe("the validity", () => {
  test.for([
    ["an installation, where the package says so", "installation", "install", "unused", true],
    ["no installation, where the package waits for the network", "attach", "install", "unused", false],
    ["the first attach", "attach", "attach", "unused", true],
    ["no later attach", "attach", "attach", "in-use", false],
    ["no download", "installation", "download", "unused", false],
    ["nothing while suspended", "installation", "install", "suspended", false],
  ] as const)("is started by %s", ([, activatesOn, event, status, starts]) => {
    expect(startsValidity(esimWith({ activatesOn, status }), event)).toBe(starts);
  });

  test("ends after its days, to the millisecond", () => {
    expect(activate(esimWith({ validityDays: 7 }), NEW_YEAR + 5)).toMatchObject({
      status: "in-use",
      activatedAt: NEW_YEAR + 5,
      expiresAt: NEW_YEAR + 5 + 604_800_000,
    });
  });

  test.for([
    ["was never activated", null, "unused-expired"],
    ["was activated", NEW_YEAR, "used-expired"],
  ] as const)("leaves an eSIM that %s in its own end", ([, activatedAt, status]) => {
    const esim = esimWith({ activatedAt, status: "suspended", resumesTo: "in-use" });
    expect(expire(esim)).toMatchObject({ status, resumesTo: null });
  });

  test("ends nothing that is over", () => {
    const statuses = [
      "unused",
      "in-use",
      "used-up",
      "suspended",
      "unused-expired",
      "used-expired",
      "cancelled",
      "revoked",
    ] as const;
    expect(statuses.map((status) => canExpire(esimWith({ status })))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("data", () => {
  test("is served up to the allowance", () => {
    expect(consume(esimWith({ usedBytes: 900 }), 99).usedBytes).toBe(999);
    expect(consume(esimWith({ usedBytes: 900 }), 101).usedBytes).toBe(1000);
  });

  test.for([
    ["below the allowance", { status: "in-use" }, 999, { status: "in-use", reportedBytes: 999 }],
    ["at the allowance", { status: "in-use" }, 1000, { status: "used-up", reportedBytes: 1000 }],
    ["never less than before", { status: "in-use", reportedBytes: 500 }, 400, { status: "in-use", reportedBytes: 500 }],
    [
      "while suspended",
      { status: "suspended", resumesTo: "in-use" },
      1000,
      { status: "suspended", resumesTo: "used-up" },
    ],
    ["after the end", { status: "revoked" }, 1000, { status: "revoked", reportedBytes: 1000 }],
  ] as const)("is reported %s", ([, over, usedBytes, after]) => {
    expect(report(esimWith(over), usedBytes, NEW_YEAR + 5)).toMatchObject({ ...after, reportedAt: NEW_YEAR + 5 });
  });
});

describe("a top-up", () => {
  const topUp: TopUp = {
    id: "t1",
    packageCode: "T1",
    transactionId: null,
    charged: 1,
    volumeBytes: 500,
    validityDays: 3,
    at: NEW_YEAR,
  };

  test("adds volume and days, and moves the end of a running validity", () => {
    const esim = esimWith({
      status: "in-use",
      activatedAt: NEW_YEAR,
      expiresAt: NEW_YEAR + 7 * DAY_MS,
      announced: ["half"],
    });
    expect(applyTopUp(esim, topUp)).toMatchObject({
      volumeBytes: 1500,
      validityDays: 10,
      expiresAt: NEW_YEAR + 10 * DAY_MS,
      topUps: [topUp],
      announced: [],
    });
  });

  test("leaves the shelf life of an unused eSIM", () => {
    expect(applyTopUp(esimWith(), topUp)).toMatchObject({ validityDays: 10, expiresAt: NEW_YEAR + 180 * DAY_MS });
  });

  test.for([
    ["an eSIM that was used up", { status: "used-up" }, topUp, { status: "in-use", resumesTo: null }],
    [
      "one that was used up and suspended",
      { status: "suspended", resumesTo: "used-up" },
      topUp,
      { status: "suspended", resumesTo: "in-use" },
    ],
    ["nothing when it brings days alone", { status: "used-up" }, { ...topUp, volumeBytes: 0 }, { status: "used-up" }],
  ] as const)("revives %s", ([, over, added, after]) => {
    expect(applyTopUp(esimWith({ ...over, usedBytes: 1000, reportedBytes: 1000 }), added)).toMatchObject(after);
  });
});

test("a suspended eSIM returns to where it was", () => {
  const suspended = suspend(esimWith({ status: "in-use" }), "in-use");
  expect(suspended).toMatchObject({ status: "suspended", resumesTo: "in-use" });
  expect(resume(suspended)).toEqual(esimWith({ status: "in-use" }));
});
