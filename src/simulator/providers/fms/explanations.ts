import type { Explanations } from "../../http/provider.ts";
import type { FmsRefused } from "./wire/errors.ts";

type Code = FmsRefused["code"];

const PURCHASE: readonly Code[] = [
  "package-not-offered",
  "package-code-mismatch",
  "price-entry-unknown",
  "period-mismatch",
  "price-mismatch",
];
const PRE_ORDER: readonly Code[] = [...PURCHASE, "out-of-stock"];
const NOTICE: readonly Code[] = ["order-not-found", "notice-repeated", "pre-order-timed-out", "payment-mismatch"];

/** The order in which each operation refuses, behind token, form of the members and partner. */
const guards: Readonly<Record<string, readonly Code[]>> = {
  emailRegister: ["address-registered", "verification-code-refused"],
  emailLogin: ["credentials-refused"],
  login: ["credentials-refused"],
  passwordReset: ["user-unknown", "verification-code-refused"],
  packageList: ["country-missing"],
  packageListV11: ["country-missing"],
  packageDetail: ["package-not-offered"],
  packageDetailV11: ["package-not-offered"],
  preOrderPackage: PRE_ORDER,
  preOrderPackageV11: PRE_ORDER,
  queryOrdStatusAndEmail: ["order-not-found", "qr-code-missing"],
  myEsimDetail: ["order-not-found"],
  myEsimDetailV11: ["order-not-found"],
  selectTopUpList: ["order-not-found"],
  topUpOrder: ["order-not-found", ...PURCHASE, "package-not-addable"],
  paymentWebhook: NOTICE,
  paymentWebhookV11: NOTICE,
};

type Refused = Parameters<Explanations["remedyOf"]>[0];

/** What would make a refused call succeed, by the code of the refusal. */
const remedies: Readonly<Record<Code, (refused: Refused) => string>> = {
  "malformed-request": ({ member }) => `the request breaks its contract at ${member}`,
  "partner-unknown": () => "send the partner code of this tenant, as GET tenants lists it, or none",
  "token-refused": ({ reason }) => `the token is ${reason}: log in again and send what the answer gives`,
  "address-registered": () => "the address has an account: log in, or register another one",
  "credentials-refused": () => "send the address and the password of an account that was registered",
  "user-unknown": () => "no account has this address: register it first",
  "verification-code-refused": () => "send the code of the latest mail to the address, as GET mails lists it",
  "country-missing": () => "name the country by its code or its name",
  "package-not-offered": ({ packageId }) =>
    `no package with the id ${packageId} is on sale: take one that a list gives, or put it on sale (PATCH packages)`,
  "package-code-mismatch": () => "the code is of another package than the id: take both from one entry",
  "price-entry-unknown": () => "currency and its id must be of one price of the package",
  "period-mismatch": ({ validityDays }) => `the period of the package is ${validityDays} days`,
  "price-mismatch": ({ price, got }) => `the price is ${price} ten-thousandths, ${got} was sent`,
  "package-not-addable": ({ orderId }) =>
    `the package cannot be added to the eSIM of order ${orderId}: take one of its list`,
  "out-of-stock": ({ package: code, stock, needed }) =>
    `package ${code} has ${stock} profiles and ${needed} is needed: raise its stock (PATCH packages)`,
  "time-not-convertible": () => "the time of the payment must be an instant",
  "order-not-found": ({ orderId }) => `no order ${orderId} of this user is in a state for that: see GET orders`,
  "notice-repeated": ({ orderId }) =>
    `the payment of order ${orderId} was notified before: send it once, or set duplicateNotification to idempotent`,
  "pre-order-timed-out": ({ orderId }) =>
    `order ${orderId} was not paid in time: order anew, or raise preOrderTimeoutMinutes before the order is placed`,
  "payment-mismatch": ({ amount, currency }) =>
    `the order is for ${amount} ten-thousandths of ${currency}: pay exactly that`,
  "qr-code-missing": ({ orderId }) => `order ${orderId} is completed, yet has no eSIM: reset the tenant`,
};

/** Why operations of this provider refuse, for whoever asks why. */
export const explanations: Explanations = {
  guards,
  remedyOf: (refused) => {
    const known = Object.entries(remedies).find(([code]) => code === refused.code);
    return known?.[1](refused) ?? null;
  },
};
