import type { Esim, EsimStatus, ProfileState } from "../../../esim/esim.ts";
import { activationCode } from "../../../esim/identity.ts";
import type { Account } from "../../../esim/money.ts";
import type { Answer } from "../../../http/call.ts";
import type { EpochMs } from "../../../kernel/time.ts";
import type { Catalogue } from "../operations/catalogue.ts";
import type { PricedOffer } from "../operations/list-packages.ts";
import type { EsimPage } from "../operations/query-esims.ts";
import type { EsimUsage } from "../operations/read-usage.ts";
import type { Order, TopUpRecord } from "../operations/records.ts";
import type { EsimAccessOptions } from "../options.ts";
import { successAnswer } from "./envelope.ts";
import type { components } from "./generated.ts";

type Schemas = components["schemas"];

/** The host that profiles are downloaded from; no such host exists. */
const SMDP_HOST = "rsp.example.com";

const APN = "internet.example";

/** What rows of an answer need besides their record. */
export interface Rendering {
  readonly catalogue: Catalogue;
  readonly options: EsimAccessOptions;
  /** Scheme, host and port under which the sandbox is reached. */
  readonly publicUrl: string;
}

/** The text inside the QR code of an eSIM. */
export function activationCodeOf(esim: Esim): string {
  return activationCode({ smdpHost: SMDP_HOST, matchingId: esim.matchingId });
}

/** An instant as answers write it: UTC to the second, the offset without a colon. */
function answerTime(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 19)}+0000`;
}

const esimStatuses = {
  unused: "GOT_RESOURCE",
  "in-use": "IN_USE",
  "used-up": "USED_UP",
  "unused-expired": "UNUSED_EXPIRED",
  "used-expired": "USED_EXPIRED",
  cancelled: "CANCEL",
  suspended: "SUSPENDED",
  revoked: "REVOKE", // DEC-27: notifications spell it differently
} as const satisfies Record<EsimStatus, Schemas["EsimStatus"]>;

/** The state of a plan as queries show it. */
export function esimStatusOf(esim: Esim): (typeof esimStatuses)[EsimStatus] {
  return esimStatuses[esim.status];
}

const smdpStatuses = {
  released: "RELEASED",
  downloaded: "DOWNLOAD",
  installed: "INSTALLATION",
  enabled: "ENABLED",
  disabled: "DISABLED",
  deleted: "DELETED",
} as const satisfies Record<ProfileState, Schemas["SmdpStatus"]>;

/** The state of a profile; a deleted one may show differently (DEC-57). */
export function smdpStatusOf(esim: Esim, options: EsimAccessOptions): Schemas["SmdpStatus"] {
  return esim.profile === "deleted" ? options.deletedSmdpStatus : smdpStatuses[esim.profile];
}

export function balanceOf(account: Account): Schemas["Balance"] {
  return { balance: account.balance.amount };
}

export function orderAcceptedOf(order: Order): Schemas["OrderAccepted"] {
  return { orderNo: order.number, transactionId: order.transactionId };
}

export function topUpResultOf(topUp: TopUpRecord): Schemas["TopupResult"] {
  return {
    transactionId: topUp.transactionId,
    iccid: topUp.iccid,
    expiredTime: answerTime(topUp.expiresAt),
    totalVolume: topUp.volumeBytes,
    totalDuration: topUp.validityDays,
    orderUsage: topUp.reportedBytes,
    topUpEsimTranNo: topUp.id,
  };
}

export function usageListOf(usages: readonly EsimUsage[]): Schemas["UsageList"] {
  return {
    esimUsageList: usages.map(({ esim, countedUpTo }) => ({
      esimTranNo: esim.id,
      dataUsage: esim.reportedBytes,
      totalData: esim.volumeBytes,
      lastUpdateTime: answerTime(countedUpTo),
    })),
  };
}

export function realtimeBalanceOf(balance: {
  readonly remainingBytes: number;
  readonly at: EpochMs;
}): Schemas["RealtimeBalance"] {
  return {
    dataBalance: { dataRemaining: balance.remainingBytes, lastUpdateTime: answerTime(balance.at) },
    smsBalance: { smsMoLocalRemaining: 0, smsMoGlobalRemaining: 0 },
    voiceBalance: {
      voiceMoLocalRemaining: 0,
      voiceMoGlobalRemaining: 0,
      voiceMtLocalRemaining: 0,
      voiceMtGlobalRemaining: 0,
      voiceMtMoSharedLocalRemaining: 0,
      voiceMtMoSharedGlobalRemaining: 0,
    },
  };
}

export function esimPageOf(page: EsimPage, rendering: Rendering): Schemas["EsimPage"] {
  const { pageSize, pageNumber, total } = page;
  return {
    esimList: page.esims.map((esim) => esimRow(esim, rendering)),
    pager: { pageSize, pageNum: pageNumber, total },
  };
}

function esimRow(esim: Esim, rendering: Rendering): Schemas["Esim"] {
  const entry = rendering.catalogue.require(esim.packageCode);
  const page = `${rendering.publicUrl}/qr/${esim.qrKey}`;
  return {
    esimTranNo: esim.id,
    orderNo: esim.orderNumber,
    transactionId: esim.transactionId ?? "",
    imsi: esim.imsi,
    iccid: esim.iccid,
    smsStatus: entry.smsStatus,
    msisdn: "",
    ac: activationCodeOf(esim),
    qrCodeUrl: `${page}.png`,
    shortUrl: page,
    smdpStatus: smdpStatusOf(esim, rendering.options),
    eid: esim.eid ?? "",
    activeType: entry.activeType,
    dataType: entry.dataType,
    activateTime: esim.activatedAt === null ? null : answerTime(esim.activatedAt),
    installationTime: esim.installedAt === null ? null : answerTime(esim.installedAt),
    expiredTime: answerTime(esim.expiresAt),
    totalVolume: esim.volumeBytes,
    totalDuration: esim.validityDays,
    durationUnit: "DAY",
    orderUsage: esim.reportedBytes,
    esimStatus: esimStatusOf(esim),
    pin: esim.pin,
    puk: esim.puk,
    apn: APN,
    ipExport: entry.ipExport,
    supportTopUpType: entry.topUpType,
    fupPolicy: entry.fupPolicy,
    packageList: esimPackages(esim, rendering.catalogue),
  };
}

/** The package that the eSIM was sold with, then one element per top-up. */
function esimPackages(esim: Esim, catalogue: Catalogue): Schemas["EsimPackage"][] {
  const added = { days: 0, bytes: 0 };
  for (const topUp of esim.topUps) {
    added.days += topUp.validityDays;
    added.bytes += topUp.volumeBytes;
  }
  const sold = {
    id: esim.id,
    packageCode: esim.packageCode,
    transactionId: esim.transactionId,
    validityDays: esim.validityDays - added.days,
    volumeBytes: esim.volumeBytes - added.bytes,
    at: esim.createdAt,
  };
  return [sold, ...esim.topUps].map((loaded) => {
    const entry = catalogue.require(loaded.packageCode);
    return {
      packageName: entry.name,
      packageCode: loaded.packageCode,
      slug: entry.slug,
      duration: loaded.validityDays,
      volume: loaded.volumeBytes,
      locationCode: entry.locationCode,
      createTime: answerTime(loaded.at),
      esimTranNo: loaded.id,
      transactionId: loaded.transactionId ?? "",
    };
  });
}

/** A row of the catalogue. Countries of one place share their list of networks. */
function packageRow({ offer, price }: PricedOffer, networks: NetworkLists): Schemas["Package"] {
  const { entry } = offer;
  return {
    packageCode: offer.code,
    slug: entry.slug,
    name: entry.name,
    price,
    currencyCode: "USD",
    volume: entry.volumeBytes,
    smsStatus: entry.smsStatus,
    dataType: entry.dataType,
    unusedValidTime: entry.unusedValidDays,
    duration: entry.validityDays,
    durationUnit: "DAY",
    location: networks.codesOf(entry.locationCode),
    locationCode: entry.locationCode,
    description: entry.name,
    activeType: entry.activeType,
    favorite: false,
    retailPrice: offer.isTopUp ? 2 * offer.price : entry.retailPrice,
    speed: entry.speed,
    ipExport: entry.ipExport,
    supportTopUpType: entry.topUpType,
    fupPolicy: entry.fupPolicy,
    locationNetworkList: networks.of(entry.locationCode),
  };
}

/** The networks of each place, made once per place. */
class NetworkLists {
  readonly #catalogue: Catalogue;
  readonly #lists = new Map<string, Schemas["LocationNetwork"][]>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  codesOf(locationCode: string): string {
    return this.#catalogue.membersOf(locationCode).join(",");
  }

  of(locationCode: string): Schemas["LocationNetwork"][] {
    const known = this.#lists.get(locationCode);
    if (known !== undefined) return known;
    const list = this.#catalogue.membersOf(locationCode).map((code) => ({
      locationName: this.#catalogue.placeName(code),
      locationLogo: `/img/flags/${code.toLowerCase()}.png`,
      locationCode: code,
      operatorList: this.#catalogue
        .operatorsOf(code)
        .map(({ name, networkType }) => ({ operatorName: name, networkType })),
    }));
    this.#lists.set(locationCode, list);
    return list;
  }
}

/** The listed places; members of a region under `subLocationList` (DEC-11). */
export function locationListOf(catalogue: Catalogue): Schemas["LocationList"] {
  const listed = catalogue.places.filter((place) => place.listed);
  return {
    locationList: listed.map(({ code, name, members }) => ({
      code,
      name,
      type: members === null ? 1 : 2,
      subLocationList: members?.map((member) => ({ code: member, name: catalogue.placeName(member) })) ?? null,
    })),
  };
}

/** Characters of catalogue answers that are kept: the whole catalogue and a few dozen countries. */
const KEPT_CHARACTERS = 12_000_000;

/**
 * Keeps catalogue answers as bytes, since the same lists are asked for again and again; the oldest give way. `requested` tells apart what
 * was asked: the body as sent, and whatever else of the tenant the answer depends on.
 */
export class PackageAnswers {
  readonly #networks: NetworkLists;
  readonly #kept = new Map<string, Answer>();
  #characters = 0;

  constructor(catalogue: Catalogue) {
    this.#networks = new NetworkLists(catalogue);
  }

  /** An answer that was given before; it has been checked against the contract then. */
  kept(requested: string): Answer | null {
    return this.#kept.get(requested) ?? null;
  }

  /** The answer that shows these rows; kept under `requested` unless that is null. */
  answerFor(rows: readonly PricedOffer[], requested: string | null, options: EsimAccessOptions): Answer {
    const packageList = rows.map((row) => packageRow(row, this.#networks));
    const answer = successAnswer({ packageList }, options);
    const { status, text, code, isSuccess } = answer;
    const bytes = new TextEncoder().encode(text);
    if (requested !== null) this.#keep(requested, { status, text, bytes, code, isSuccess, isChecked: true });
    return answer;
  }

  #keep(key: string, answer: Answer): void {
    this.#characters += key.length + answer.text.length;
    this.#kept.set(key, answer);
    for (const [oldKey, { text }] of this.#kept) {
      if (this.#characters <= KEPT_CHARACTERS) return;
      this.#kept.delete(oldKey);
      this.#characters -= oldKey.length + text.length;
    }
  }
}
