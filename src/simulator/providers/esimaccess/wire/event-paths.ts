import type { DeviceEvent, Esim, EsimStatus, ProfileState } from "../../../esim/esim.ts";
import type { EventRefused, EventStep, SoughtEvent } from "../../../http/provider-events.ts";
import { nearestName } from "../../../kernel/nearest.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS } from "../../../kernel/time.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import type { Ports } from "../operations/ports.ts";
import { ABSOLUTE_THRESHOLD_BYTES } from "../operations/react-to-esims.ts";
import { callStep, hasHappened } from "./event-subjects.ts";

/** A kind of event that happens to an eSIM: which step brings it nearer, and how it is told. */
export interface EsimPath {
  readonly name: string;
  readonly says: string;
  readonly takes: Readonly<Record<string, string>>;
  next(tx: Transaction, esim: Esim, by: Going): Promise<Step>;
  tell(tx: Transaction, esim: Esim, rules: Ports): Promise<void>;
  /** Why it cannot be told of an eSIM as that stands; absent where it always can. */
  untellable?(tx: Transaction, esim: Esim): string | null;
}

interface Going {
  readonly sought: SoughtEvent;
  readonly rules: Ports;
}

type Step = Result<EventStep | null, EventRefused>;

const STATUSES = ["IN_USE", "USED_UP", "USED_EXPIRED", "UNUSED_EXPIRED", "CANCEL", "REVOKED", "SUSPENDED"] as const;

type Status = (typeof STATUSES)[number];

/** What comes next in the usual life of an eSIM. */
const USUAL: Readonly<Record<EsimStatus, Status | null>> = {
  unused: "IN_USE",
  "in-use": "USED_UP",
  "used-up": "USED_EXPIRED",
  suspended: "IN_USE",
  "unused-expired": null,
  "used-expired": null,
  cancelled: null,
  revoked: null,
};

const esimStatus: EsimPath = {
  name: "ESIM_STATUS",
  says: "an eSIM comes to a status: the next one of its life, or the one given",
  takes: { status: `one of ${STATUSES.join(", ")}` },
  tell: (tx, esim, { announcer }) => announcer.statusChanged(tx, esim),
  next: async (tx, esim, { sought, rules }) => {
    const wanted = optionOf(sought, "status", STATUSES);
    if (!wanted.ok) return wanted;
    const fits = (told: Readonly<Record<string, unknown>>): boolean =>
      wanted.value === null || told["esimStatus"] === wanted.value;
    if (await hasHappened(tx, sought, { type: "ESIM_STATUS", id: esim.id, fits })) return ok(null);
    const status = wanted.value ?? USUAL[esim.status];
    if (status === null) return impossible(esim, "a further status");
    return towardsStatus(tx, esim, { status, rules, sought });
  },
};

async function towardsStatus(tx: Transaction, esim: Esim, by: Going & { readonly status: Status }): Promise<Step> {
  const { status, rules } = by;
  const named = { esimTranNo: esim.id };
  switch (status) {
    case "IN_USE":
      if (esim.status === "suspended") return ok(callStep(tx, "/esim/unsuspend", named));
      if (esim.status === "in-use") return ok(device(esim, esim.profile === "enabled" ? "disable" : "enable"));
      return esim.status === "unused" ? towardsUse(esim) : impossible(esim, status);
    case "USED_UP":
      return towardsUsage(tx, esim, { bytes: esim.volumeBytes, rules });
    case "USED_EXPIRED":
      if (esim.activatedAt === null) return towardsUse(esim);
      return isOver(esim) ? impossible(esim, status) : ok({ kind: "clock", to: esim.expiresAt });
    case "UNUSED_EXPIRED":
      return esim.status === "unused" ? ok({ kind: "clock", to: esim.expiresAt }) : impossible(esim, status);
    case "CANCEL":
      return refusable(by.sought, esim, callStep(tx, "/esim/cancel", named), status);
    case "REVOKED":
      return refusable(by.sought, esim, callStep(tx, "/esim/revoke", named), status);
    case "SUSPENDED":
      if (esim.profile === "released" && esim.status === "unused") return ok(device(esim, "download"));
      return refusable(by.sought, esim, callStep(tx, "/esim/suspend", named), status);
  }
}

/** A call that is made once: the provider's refusal ends the way. */
function refusable({ taken }: SoughtEvent, esim: Esim, step: EventStep, status: Status): Step {
  const last = taken.at(-1);
  if (last?.step.kind !== "call" || step.kind !== "call" || last.step.path !== step.path) return ok(step);
  const refused = last.answer?.body.slice(0, 200) ?? "";
  return err({ code: "impossible-event", says: `${status} of eSIM ${esim.id} was refused: ${refused}` });
}

const PROFILES = ["DOWNLOAD", "INSTALLATION", "ENABLED", "DISABLED", "DELETED"] as const;

const PROFILE_EVENTS: Readonly<Record<(typeof PROFILES)[number], DeviceEvent>> = {
  DOWNLOAD: "download",
  INSTALLATION: "install",
  ENABLED: "enable",
  DISABLED: "disable",
  DELETED: "delete",
};

/** What usually happens next to a profile. */
const NEXT_OF_PROFILE: Readonly<Record<ProfileState, DeviceEvent | null>> = {
  released: "download",
  downloaded: "install",
  installed: "enable",
  enabled: "disable",
  disabled: "enable",
  deleted: null,
};

const smdpEvent: EsimPath = {
  name: "SMDP_EVENT",
  says: "a device moves the profile: the next step of its life, or as far as the state given",
  takes: { profile: `one of ${PROFILES.join(", ")}` },
  tell: (tx, esim, { announcer }) => announcer.profileMoved(tx, esim),
  untellable: (_tx, esim) => (esim.eid === null ? `no device has downloaded the profile of eSIM ${esim.id}` : null),
  next: async (tx, esim, by) => {
    const { sought } = by;
    const wanted = optionOf(sought, "profile", PROFILES);
    if (!wanted.ok) return wanted;
    const shown = wanted.value === "DELETED" ? by.rules.options(tx).deletedSmdpStatus : wanted.value;
    const fits = (told: Readonly<Record<string, unknown>>): boolean => shown === null || told["smdpStatus"] === shown;
    if (await hasHappened(tx, sought, { type: "SMDP_EVENT", id: esim.id, fits })) return ok(null);
    const usual = NEXT_OF_PROFILE[esim.profile];
    if (usual === null) return impossible(esim, "a further profile event");
    if (wanted.value === null) return ok(device(esim, usual));
    const last = PROFILE_EVENTS[wanted.value];
    if (usual === last) return ok(device(esim, usual));
    const isEndAway = last === "disable" || last === "delete"; // both need a profile that was installed
    if (isEndAway && (esim.profile === "enabled" || (last === "delete" && esim.profile === "disabled"))) {
      return ok(device(esim, last));
    }
    const isBehind = sought.taken.length > PROFILES.length || !isAhead(esim.profile, last);
    return isBehind ? impossible(esim, wanted.value) : ok(device(esim, usual));
  },
};

const ORDER_OF_PROFILES: readonly ProfileState[] = ["released", "downloaded", "installed", "enabled", "disabled"];

function isAhead(profile: ProfileState, event: DeviceEvent): boolean {
  const needed = {
    download: "released",
    install: "downloaded",
    enable: "installed",
    disable: "enabled",
    delete: "disabled",
  } as const;
  const before = event === "attach" || event === "reinstall" ? null : needed[event];
  return before !== null && ORDER_OF_PROFILES.indexOf(profile) <= ORDER_OF_PROFILES.indexOf(before);
}

const dataUsage: EsimPath = {
  name: "DATA_USAGE",
  says: "usage crosses a threshold: the next one, or the fraction left that is given",
  takes: { threshold: "a fraction left that the option dataThresholds names, such as 0.2" },
  tell: (tx, esim, { announcer, options }) => {
    const { dataThresholds } = options(tx);
    const fractions = dataThresholds === "100MB" ? [] : dataThresholds.split(",").map(Number);
    const left = (esim.volumeBytes - esim.reportedBytes) / esim.volumeBytes;
    const crossed = fractions.filter((fraction) => left <= fraction).at(-1);
    return announcer.dataThresholdCrossed(tx, { esim, fraction: crossed ?? fractions[0] ?? null });
  },
  next: async (tx, esim, { sought, rules }) => {
    const names = rules.options(tx).dataThresholds.split(",");
    const wanted = optionOf(sought, "threshold", names);
    if (!wanted.ok) return wanted;
    const fraction = wanted.value === null || wanted.value === "100MB" ? null : Number(wanted.value);
    const fits = (told: Readonly<Record<string, unknown>>): boolean =>
      fraction === null || told["remainThreshold"] === fraction;
    if (await hasHappened(tx, sought, { type: "DATA_USAGE", id: esim.id, fits })) return ok(null);
    const open = names.filter((name) => !esim.announced.includes(name));
    const name = wanted.value ?? open[0];
    if (name === undefined || !open.includes(name)) return impossible(esim, "a threshold that was not told before");
    const left = name === "100MB" ? ABSOLUTE_THRESHOLD_BYTES : Math.floor(esim.volumeBytes * Number(name));
    return towardsUsage(tx, esim, { bytes: esim.volumeBytes - left, rules });
  },
};

const validityUsage: EsimPath = {
  name: "VALIDITY_USAGE",
  says: "a plan ends within a day",
  takes: {},
  tell: (tx, esim, { announcer }) => announcer.validityEnding(tx, esim),
  untellable: (tx, esim) => (esim.expiresAt <= tx.at ? `no day of the plan of eSIM ${esim.id} is left` : null),
  next: async (tx, esim, { sought }) => {
    if (await hasHappened(tx, sought, { type: "VALIDITY_USAGE", id: esim.id })) return ok(null);
    if (esim.status === "unused") return towardsUse(esim);
    const at = esim.expiresAt - DAY_MS;
    return isOver(esim) || at <= tx.at ? impossible(esim, "the last day of its plan") : ok({ kind: "clock", to: at });
  },
};

/** The events that happen to eSIMs. */
export const esimPaths: readonly EsimPath[] = [esimStatus, smdpEvent, dataUsage, validityUsage];

/** The next step until data can flow. */
function towardsUse(esim: Esim): Step {
  if (esim.profile === "enabled" && esim.status === "unused") return ok(device(esim, "attach"));
  const next = esim.profile === "enabled" ? null : NEXT_OF_PROFILE[esim.profile];
  return next === null || isOver(esim) ? impossible(esim, "use of data") : ok(device(esim, next));
}

/** The next step until `bytes` in all are used and reported. */
function towardsUsage(tx: Transaction, esim: Esim, to: { readonly bytes: number; readonly rules: Ports }): Step {
  if (esim.reportedBytes >= to.bytes) return impossible(esim, "use that is not reported yet");
  if (esim.usedBytes >= to.bytes) {
    return ok({ kind: "clock", to: tx.at + to.rules.reactions.usageLagMs(tx) });
  }
  if (esim.status !== "in-use" && esim.status !== "unused") return impossible(esim, "further use of data");
  if (esim.profile !== "enabled" || esim.status !== "in-use") return towardsUse(esim);
  return ok({ kind: "use-data", esimId: esim.id, bytes: to.bytes - esim.usedBytes });
}

function isOver({ status }: Esim): boolean {
  return USUAL[status] === null;
}

function device({ id }: Esim, event: DeviceEvent): EventStep {
  return { kind: "device", esimId: id, event };
}

function impossible(
  { id, status, profile }: Esim,
  wanted: string,
): { readonly ok: false; readonly error: EventRefused } {
  const says = `eSIM ${id} cannot come to ${wanted}: it is ${status} and its profile is ${profile}`;
  return err({ code: "impossible-event", says });
}

/** An option of the trigger that takes one of several words; null when it is left out. */
function optionOf<const N extends string>(
  { options }: SoughtEvent,
  option: string,
  names: readonly N[],
): Result<N | null, EventRefused> {
  const got = options[option];
  if (got === undefined) return ok(null);
  const found = names.find((name) => name === String(got));
  if (found !== undefined) return ok(found);
  const nearest = nearestName(String(got), names);
  const expected = `one of ${names.join(", ")}${nearest === null ? "" : `; did you mean ${nearest}?`}`;
  return err({ code: "wrong-event-option", option, expected, got });
}
