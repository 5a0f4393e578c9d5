import type { CancelEsims } from "../operations/cancel-esims.ts";
import type { EsimKeys } from "../operations/find-esim.ts";
import type { ListPackages } from "../operations/list-packages.ts";
import type { PlaceOrder } from "../operations/place-order.ts";
import type { QueryEsims } from "../operations/query-esims.ts";
import type { SendSms } from "../operations/send-sms.ts";
import type { TopUpEsim } from "../operations/top-up-esim.ts";
import type { components } from "./generated.ts";

type Schemas = components["schemas"];

/** A body that the contract has accepted; members that are tolerated when absent are optional. */
export interface RequestBodies {
  readonly packageList: Schemas["PackageListRequest"];
  readonly esimOrder: Schemas["EsimOrderRequest"];
  readonly esimQuery: Omit<Schemas["EsimQueryRequest"], "pager"> & { readonly pager?: Partial<Schemas["QueryPager"]> };
  readonly esimCancel: Schemas["EsimCancelRequest"];
  readonly esimKeys: Schemas["EsimIdentifierRequest"];
  readonly esimTopup: Schemas["EsimTopupRequest"];
  readonly esimSendSms: Schemas["EsimSendSmsRequest"];
  readonly esimUsageQuery: Schemas["EsimUsageQueryRequest"];
  readonly webhookSave: Partial<Schemas["WebhookSaveRequest"]>;
  readonly esimRealtimeBalanceQuery: Schemas["EsimRealtimeBalanceQueryRequest"];
}

/** A member that no client may leave blank, beyond what the contract says. */
export interface WrongMember {
  readonly member: string;
  readonly text: string;
}

const DEFAULT_PAGE_SIZE = 20;
const PAGE_SIZES = { least: 5, most: 500 } as const;
const URL_LENGTH = 2048;

/** A text filter; blank and null count as absent. */
function filled(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === "" ? null : value;
}

export function esimKeysOf(body: RequestBodies["esimKeys"]): EsimKeys {
  return { esimId: filled(body.esimTranNo), iccid: filled(body.iccid) };
}

export function listPackagesOf(body: RequestBodies["packageList"]): ListPackages {
  const dataType = filled(String(body.dataType ?? ""));
  return {
    ...esimKeysOf(body),
    type: body.type === "TOPUP" ? "top-up" : "base",
    locationCode: filled(body.locationCode),
    package: filled(body.packageCode) ?? filled(body.slug),
    dataType: dataType === null ? null : Number(dataType),
  };
}

export function placeOrderOf(body: RequestBodies["esimOrder"]): PlaceOrder {
  return {
    transactionId: body.transactionId,
    amount: comparedMoney(body.amount),
    lines: body.packageInfoList.map((line) => ({
      packageCode: line.packageCode,
      count: line.count,
      price: comparedMoney(line.price),
      days: daysOf(line.periodNum),
    })),
  };
}

/** 0 and null skip the comparison (DEC-12). */
function comparedMoney(value: number | null | undefined): number | null {
  return value === undefined || value === null || value === 0 ? null : value;
}

/** A number of days, also as text; NaN for what is none (DEC-38). */
function daysOf(value: number | string | null | undefined): number | null {
  if (typeof value === "number" || value === null || value === undefined) return value ?? null;
  if (value.trim() === "") return null;
  return /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
}

export function topUpEsimOf(body: RequestBodies["esimTopup"]): TopUpEsim {
  return {
    ...esimKeysOf(body),
    packageCode: body.packageCode,
    transactionId: body.transactionId,
    amount: priceOf(body.amount),
    days: daysOf(body.periodNum),
  };
}

/** A price as number or digits; NaN for any other text, which no price equals (DEC-22). */
function priceOf(value: number | string | null | undefined): number | null {
  if (typeof value === "number" || value === null || value === undefined) return value ?? null;
  if (value.trim() === "") return null;
  return /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
}

export function cancelEsimsOf(body: RequestBodies["esimCancel"]): CancelEsims {
  return { ...esimKeysOf(body), orderNumber: filled(body.orderNo) };
}

export function sendSmsOf(body: RequestBodies["esimSendSms"]): SendSms {
  return { ...esimKeysOf(body), message: body.message };
}

export function readUsageOf(body: RequestBodies["esimUsageQuery"]): { readonly esimIds: readonly string[] } {
  return { esimIds: body.esimTranNoList };
}

export function readRealtimeBalanceOf(body: RequestBodies["esimRealtimeBalanceQuery"]): { readonly esimId: string } {
  return { esimId: body.esimTranNo };
}

/** A query with the pager as it is applied: 20 rows by default, sizes moved into 5 to 500 (DEC-13). */
export function queryEsimsOf(body: RequestBodies["esimQuery"]): QueryEsims | WrongMember {
  const startTime = filled(body.startTime);
  const endTime = filled(body.endTime);
  const from = startTime === null ? null : instantOf(startTime);
  const to = endTime === null ? null : instantOf(endTime);
  if (Number.isNaN(from)) return { member: "startTime", text: "must be a date of the calendar" };
  if (Number.isNaN(to)) return { member: "endTime", text: "must be a date of the calendar" };
  const { pageSize = DEFAULT_PAGE_SIZE, pageNum = 1 } = body.pager ?? {};
  return {
    ...esimKeysOf(body),
    orderNumber: filled(body.orderNo),
    from,
    to,
    pageSize: Math.min(PAGE_SIZES.most, Math.max(PAGE_SIZES.least, pageSize)),
    pageNumber: pageNum,
  };
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** Reads a time whose form the contract has checked; NaN when the calendar has no such day. */
function instantOf(text: string): number {
  const found = TIME.exec(text);
  if (found === null) return Number.NaN;
  const part = (index: number): number => Number(found[index] ?? 0);
  const midnight = new Date(0);
  midnight.setUTCFullYear(part(1), part(2) - 1, part(3));
  if (midnight.getUTCDate() !== part(3)) return Number.NaN;
  const offsetMinutes = (found[7] === "-" ? -1 : 1) * (part(8) * 60 + part(9));
  return midnight.getTime() + ((part(4) * 60 + part(5) - offsetMinutes) * 60 + part(6)) * 1000;
}

/** The address to save: `webhook`, else its other spelling (DEC-15). */
export function webhookUrlOf(body: RequestBodies["webhookSave"]): { readonly url: string } | WrongMember {
  const url = filled(body.webhook) ?? filled(body.webhookUrl);
  if (url === null) return { member: "webhook", text: "must not be blank" };
  const member = filled(body.webhook) === null ? "webhookUrl" : "webhook";
  if (url.length <= URL_LENGTH && URL.canParse(url)) {
    const { protocol, username, password } = new URL(url);
    if ((protocol === "http:" || protocol === "https:") && username === "" && password === "") return { url };
  }
  return { member, text: `must be an http or https URL without credentials, at most ${URL_LENGTH} characters long` };
}
