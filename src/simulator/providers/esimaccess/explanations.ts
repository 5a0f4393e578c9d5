import type { Explanations } from "../../http/provider.ts";
import { type EsimOperation, statesFor } from "./operations/find-esim.ts";
import type { Refusal } from "./operations/refusals.ts";

type Code = Refusal["code"];

const ONE_ESIM: readonly Code[] = ["no-esim-named", "unknown-esim", "esim-state-forbids"];

/** The order in which each operation refuses, as its docstring gives it. */
const guards: Readonly<Record<string, readonly Code[]>> = {
  esimOrder: [
    "transaction-id-used",
    "too-many-esims",
    "package-code-unknown",
    "package-withdrawn",
    "day-count-out-of-range",
    "unit-price-differs",
    "order-amount-differs",
    "insufficient-balance",
    "out-of-stock",
  ],
  esimTopup: [
    "transaction-id-used",
    "no-esim-named",
    "unknown-esim",
    "esim-keys-differ",
    "esim-state-forbids",
    "top-up-code-unknown",
    "package-withdrawn",
    "day-count-out-of-range",
    "unit-price-differs",
    "insufficient-balance",
  ],
  esimQuery: ["order-unknown", "order-allocating", "esim-outside-order"],
  esimCancel: ["order-unknown", ...ONE_ESIM],
  esimSuspend: ONE_ESIM,
  esimUnsuspend: ONE_ESIM,
  esimRevoke: ONE_ESIM,
  esimSendSms: ONE_ESIM,
  esimRealtimeBalanceQuery: ONE_ESIM,
  packageList: ["package-code-unknown"],
};

const OPERATIONS: Readonly<Record<string, EsimOperation>> = {
  esimTopup: "top-up",
  esimCancel: "cancel",
  esimSuspend: "suspend",
  esimUnsuspend: "resume",
  esimRevoke: "revoke",
  esimSendSms: "send-sms",
  esimRealtimeBalanceQuery: "realtime-balance",
};

type Refused = Parameters<Explanations["remedyOf"]>[0];

/** What would make a refused call succeed, by the code of the refusal. */
const remedies: Readonly<Record<Code, (refused: Refused, operationId: string) => string>> = {
  "insufficient-balance": ({ balance, needed }) =>
    `the wallet holds ${balance} and ${needed} is needed: set the balance to at least ${needed} (PATCH account)`,
  "out-of-stock": ({ package: code, stock, needed }) =>
    `package ${code} has ${stock} profiles and ${needed} are needed: raise its stock (PATCH packages)`,
  "unknown-esim": ({ id }) => `no eSIM of this tenant is named ${id}: name one that GET esims lists`,
  "package-code-unknown": ({ packageCode }) =>
    `no package is called ${packageCode}: take a code that GET packages lists`,
  "package-withdrawn": ({ packageCode }) => `package ${packageCode} is not on sale: put it on sale (PATCH packages)`,
  "too-many-esims": ({ count, most }) => `${count} eSIMs were ordered: order at most ${most} at once`,
  "day-count-out-of-range": () => "the days of a day pass must be from 1 to 365",
  "unit-price-differs": ({ expected, price }) =>
    `the price is ${price}, ${expected} was expected: send ${price} or none`,
  "order-amount-differs": ({ expected, amount }) =>
    `the amount is ${amount}, ${expected} was expected: send ${amount} or none`,
  "transaction-id-used": () => "the transaction id was used before: send a new one, or switch strictDuplicates off",
  "order-unknown": ({ orderNumber }) => `no order has the number ${orderNumber}: name one that GET orders lists`,
  "order-allocating": ({ total, ready }) =>
    `${ready} of ${total} profiles are there: wait for ORDER_STATUS, or move the clock to the next job`,
  "esim-outside-order": ({ orderNumber }) => `the ICCID is not of order ${orderNumber}: leave one of the two out`,
  "no-esim-named": () => "name the eSIM by its id or its ICCID",
  "esim-keys-differ": () => "id and ICCID must name the same eSIM: leave one of them out",
  "esim-state-forbids": ({ status, profile }, operationId) => {
    const operation = OPERATIONS[operationId];
    const is = `the eSIM is ${status}${profile === "" ? "" : `, its profile ${profile}`}`;
    if (operation === undefined) return is;
    const { statuses, profiles } = statesFor(operation);
    const inProfile = profiles === null ? "" : ` with a profile that is ${profiles.join(" or ")}`;
    return `${is}: ${operation} needs an eSIM that is ${statuses.join(" or ")}${inProfile}`;
  },
  "top-up-code-unknown": ({ packageCode }) =>
    `${packageCode} is no top-up of this eSIM: take a code that packageList gives for its ICCID`,
};

/** Why operations of this provider refuse, for whoever asks why. */
export const explanations: Explanations = {
  guards,
  remedyOf: (refused, operationId) => {
    const known = Object.entries(remedies).find(([code]) => code === refused.code);
    return known?.[1](refused, operationId) ?? null;
  },
};
