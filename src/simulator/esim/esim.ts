import { err, ok, type Result } from "../kernel/result.ts";
import { DAY_MS, type EpochMs } from "../kernel/time.ts";

/** Where a profile is: on the SM-DP+, on its way, or in a device. */
export type ProfileState = "released" | "downloaded" | "installed" | "enabled" | "disabled" | "deleted";

/** The commercial status of an eSIM. A: `esimStatus`. */
export type EsimStatus =
  | "unused"
  | "in-use"
  | "used-up"
  | "unused-expired"
  | "used-expired"
  | "cancelled"
  | "suspended"
  | "revoked";

/** A status that suspension can interrupt. */
export type LiveStatus = "unused" | "in-use" | "used-up";

/** Volume or validity that was added later. */
export interface TopUp {
  readonly id: string;
  readonly packageCode: string;
  readonly transactionId: string | null;
  /** What was charged, in ten-thousandths. */
  readonly charged: number;
  readonly volumeBytes: number;
  readonly validityDays: number;
  readonly at: EpochMs;
}

/** What was sold: one profile plus its allowance and dates. */
export interface Esim {
  readonly id: string;
  readonly provider: string;
  readonly accountId: string;
  readonly orderNumber: string;
  readonly transactionId: string | null;
  readonly packageCode: string;
  readonly iccid: string;
  readonly imsi: string;
  readonly matchingId: string;
  readonly pin: string;
  readonly puk: string;
  /** Names the QR image and short page; 32 hexadecimal digits. */
  readonly qrKey: string;
  readonly eid: string | null;
  readonly profile: ProfileState;
  readonly status: EsimStatus;
  /** The status to which a suspended eSIM returns; null otherwise. */
  readonly resumesTo: LiveStatus | null;
  /** What starts the validity: installation of the profile, or the first network attach. */
  readonly activatesOn: "installation" | "attach";
  /** Granted volume, top-ups included. */
  readonly volumeBytes: number;
  /** Consumed volume. */
  readonly usedBytes: number;
  /** Consumed volume as far as the operator has reported it. */
  readonly reportedBytes: number;
  readonly reportedAt: EpochMs | null;
  /** Granted validity, top-ups included. */
  readonly validityDays: number;
  /** What was charged for the eSIM itself, in ten-thousandths. */
  readonly charged: number;
  readonly createdAt: EpochMs;
  readonly installedAt: EpochMs | null;
  readonly activatedAt: EpochMs | null;
  /** Before activation the end of the shelf life, afterwards the end of the validity. */
  readonly expiresAt: EpochMs;
  readonly topUps: readonly TopUp[];
  /** Names of the usage thresholds that have been announced since the volume last grew. */
  readonly announced: readonly string[];
}

/** What a device does with a profile. */
export type DeviceEvent = "download" | "install" | "enable" | "disable" | "delete" | "attach" | "reinstall";

/** The profile is not where the event could happen. */
export interface DeviceRefused {
  readonly code: "impossible-device-event";
  readonly event: DeviceEvent;
  readonly profile: ProfileState;
  readonly status: EsimStatus;
}

const AFTER_EVENT: Readonly<Record<Exclude<DeviceEvent, "attach">, Partial<Record<ProfileState, ProfileState>>>> = {
  download: { released: "downloaded" },
  install: { downloaded: "installed" },
  enable: { installed: "enabled", disabled: "enabled" },
  disable: { enabled: "disabled" },
  delete: { installed: "deleted", enabled: "deleted", disabled: "deleted" },
  reinstall: { deleted: "released" },
};

/** Statuses in which the SM-DP+ still hands out a profile and the network still serves it. */
function isServed(status: EsimStatus): boolean {
  return status === "unused" || status === "in-use" || status === "used-up" || status === "suspended";
}

/**
 * Applies a device event. A download needs a profile on offer (`released`, of an eSIM that is not over); an attach needs an enabled
 * profile that is not suspended. Activation, where it is due, is the caller's next step (`activate`).
 */
export function applyDeviceEvent(
  esim: Esim,
  event: DeviceEvent,
  happening: { readonly at: EpochMs; readonly eid: string },
): Result<Esim, DeviceRefused> {
  const refused = err({
    code: "impossible-device-event",
    event,
    profile: esim.profile,
    status: esim.status,
  } as const);
  if (event === "attach") {
    return esim.profile === "enabled" && isServed(esim.status) && esim.status !== "suspended" ? ok(esim) : refused;
  }
  const profile = AFTER_EVENT[event][esim.profile];
  const takesFromServer = event === "download" || event === "install" || event === "reinstall";
  if (profile === undefined || (takesFromServer && !isServed(esim.status))) return refused;
  if (event === "download") return ok({ ...esim, profile, eid: happening.eid });
  if (event === "install") return ok({ ...esim, profile, installedAt: esim.installedAt ?? happening.at });
  return ok({ ...esim, profile });
}

/** Says whether an event starts the validity: only an unused eSIM, by installation or attach as its package says. */
export function startsValidity(esim: Esim, event: DeviceEvent): boolean {
  return (
    esim.status === "unused" && ((event === "install" && esim.activatesOn === "installation") || event === "attach")
  );
}

/** Starts the validity: from here on the eSIM ends after its days, to the millisecond. */
export function activate(esim: Esim, at: EpochMs): Esim {
  return { ...esim, status: "in-use", activatedAt: at, expiresAt: at + esim.validityDays * DAY_MS };
}

/** Consumes up to `bytes`; what exceeds the allowance is not served. */
export function consume(esim: Esim, bytes: number): Esim {
  return { ...esim, usedBytes: Math.min(esim.volumeBytes, esim.usedBytes + bytes) };
}

/** Takes over what the operator reports as consumed; at the whole allowance the eSIM is used up. */
export function report(esim: Esim, usedBytes: number, at: EpochMs): Esim {
  const reportedBytes = Math.max(esim.reportedBytes, usedBytes);
  const reported: Esim = { ...esim, reportedBytes, reportedAt: at };
  if (reportedBytes < esim.volumeBytes) return reported;
  if (esim.status === "in-use") return { ...reported, status: "used-up" };
  if (esim.resumesTo === "in-use") return { ...reported, resumesTo: "used-up" };
  return reported;
}

/**
 * Adds a top-up: volume and days add up, and the expiry moves by the added days once the validity runs. Whether a top-up is
 * allowed at all is the provider's rule.
 */
export function applyTopUp(esim: Esim, topUp: TopUp): Esim {
  const isRunning = esim.activatedAt !== null;
  const volumeBytes = esim.volumeBytes + topUp.volumeBytes;
  const hasVolume = esim.reportedBytes < volumeBytes; // a top-up of days alone revives nothing
  return {
    ...esim,
    volumeBytes,
    validityDays: esim.validityDays + topUp.validityDays,
    expiresAt: isRunning ? esim.expiresAt + topUp.validityDays * DAY_MS : esim.expiresAt,
    status: hasVolume && esim.status === "used-up" ? "in-use" : esim.status,
    resumesTo: hasVolume && esim.resumesTo === "used-up" ? "in-use" : esim.resumesTo,
    topUps: [...esim.topUps, topUp],
    announced: topUp.volumeBytes > 0 ? [] : esim.announced,
  };
}

/** Stops the service until resumed; the validity runs on. */
export function suspend(esim: Esim, from: LiveStatus): Esim {
  return { ...esim, status: "suspended", resumesTo: from };
}

/** Returns a suspended eSIM to the status it had. */
export function resume(esim: Esim): Esim {
  return { ...esim, status: esim.resumesTo ?? esim.status, resumesTo: null };
}

/** Ends an eSIM whose time is over: never activated means unused-expired, whatever volume is left. */
export function expire(esim: Esim): Esim {
  return { ...esim, status: esim.activatedAt === null ? "unused-expired" : "used-expired", resumesTo: null };
}

/** Says whether an eSIM can still end by expiry. */
export function canExpire(esim: Esim): boolean {
  return isServed(esim.status);
}
