import fc from "fast-check";
import { expect, test } from "vitest";
import { type Partner, partners } from "../testing/partner.ts";

const open = partners({ rateLimit: "off" });

/** A partner with one new eSIM. */
async function withEsim(): Promise<{ partner: Partner; esim: Record<string, string> }> {
  const partner = await open();
  return { partner, esim: await partner.esim("AE_1_7") };
}

type Shape = readonly [shape: string, path: string, body: (esim: Record<string, string>) => unknown, code: string];

const ORDERED = { transactionId: "c-1", packageInfoList: [{ packageCode: "AE_1_7", count: 1 }] };

const shapes: readonly Shape[] = [
  [
    "every optional filter as a blank",
    "package/list",
    () => ({ locationCode: "", type: "", packageCode: "", slug: "", iccid: "" }),
    "0",
  ],
  [
    "every optional filter as null",
    "package/list",
    () => ({ locationCode: null, type: null, packageCode: null, iccid: null }),
    "0",
  ],
  ["the data type as a number", "package/list", () => ({ dataType: 2, locationCode: "AE" }), "0"],
  ["a numeric type", "package/list", () => ({ type: 1 }), "000104"],
  [
    "pages of a list that has none",
    "package/list",
    () => ({ locationCode: "AE", pager: { pageNum: 2, pageSize: 50 } }),
    "0",
  ],
  ["package and ICCID together", "package/list", ({ iccid }) => ({ type: "TOPUP", packageCode: "AE_1_7", iccid }), "0"],
  ["a blank type of locations", "location/list", () => ({ type: "" }), "0"],
  ["a body that is absent", "location/list", () => undefined, "0"],
  [
    "an order with members of its own",
    "esim/order",
    () => ({ ...ORDERED, userEmail: "a@example.com", outOrder: "7", payer: {} }),
    "0",
  ],
  [
    "a slug beside the code, and prices",
    "esim/order",
    () => ({
      ...ORDERED,
      amount: 19500,
      packageInfoList: [{ packageCode: "AE_1_7", slug: "XX", count: 1, price: 19500 }],
    }),
    "0",
  ],
  [
    "a price of null",
    "esim/order",
    () => ({ ...ORDERED, packageInfoList: [{ packageCode: "AE_1_7", count: 1, price: null, periodNum: null }] }),
    "0",
  ],
  ["the flat order of 2023", "esim/order", () => ({ packageCode: "CKH527", count: 1, transactionId: "c-1" }), "000105"],
  ["a pager only", "esim/query", () => ({ pager: { pageNum: 1, pageSize: 50 } }), "0"],
  ["no pager", "esim/query", ({ orderNo }) => ({ orderNo }), "0"],
  ["page instead of pageNum", "esim/query", () => ({ pager: { page: 1, pageSize: 20 } }), "0"],
  ["a page of one row", "esim/query", ({ iccid }) => ({ iccid, pager: { pageNum: 1, pageSize: 1 } }), "0"],
  [
    "filters of null and a total of null",
    "esim/query",
    () => ({
      orderNo: null,
      iccid: null,
      startTime: null,
      endTime: null,
      pager: { pageNum: 1, pageSize: 50, total: null },
    }),
    "0",
  ],
  [
    "a transaction id beside a blank order",
    "esim/query",
    () => ({ transactionId: "c-1", orderNo: "", iccid: "", pager: { pageNum: 1, pageSize: 50 } }),
    "0",
  ],
  [
    "a time range with colons in the offset",
    "esim/query",
    () => ({
      startTime: "2025-12-31T00:00+00:00",
      endTime: "2026-01-02T00:00+00:00",
      pager: { pageNum: 1, pageSize: 50 },
    }),
    "0",
  ],
  [
    "a top-up by ICCID and slug",
    "esim/topup",
    ({ iccid }) => ({ iccid, esimTranNo: "", packageCode: "AE_1_7", transactionId: "c-2" }),
    "0",
  ],
  [
    "a top-up by both keys",
    "esim/topup",
    ({ iccid, esimTranNo }) => ({ iccid, esimTranNo, packageCode: "TOPUP_CKH527", transactionId: "c-2" }),
    "0",
  ],
  [
    "a top-up with the amount in a string",
    "esim/topup",
    ({ iccid }) => ({ iccid, packageCode: "TOPUP_CKH527", transactionId: "c-2", amount: "19500" }),
    "0",
  ],
  [
    "a top-up by base code",
    "esim/topup",
    ({ iccid }) => ({ iccid, packageCode: "CKH527", transactionId: "c-2" }),
    "310242",
  ],
  ["a text message without a body", "esim/sendSms", () => undefined, "000105"],
  ["cancelling by order", "esim/cancel", ({ orderNo }) => ({ orderNo }), "200042"],
  ["cancelling with an action", "esim/cancel", ({ iccid }) => ({ action: "cancel", iccid, esimTranNo: null }), "0"],
  ["a refund", "esim/order/refund", ({ orderNo }) => ({ orderNo }), "404"],
  ["the list that was removed", "esim/list", () => ({}), "404"],
  ["an account query", "account/query", () => ({ currencyCode: "USD" }), "404"],
];

test.for(shapes)("clients may send %s", async ([, path, body, code]) => {
  const { partner, esim } = await withEsim();
  const sent = body(esim);
  const response = await partner.send(path, sent === undefined ? {} : { body: JSON.stringify(sent) });
  expect(await response.json()).toMatchObject({ success: code === "0", errorCode: code });
});

test("unused headers and a wrong signature formula do no harm", async () => {
  const partner = await open();
  const headers = { secretkey: "s", "rt-signature": "d41d8cd98f00b204e9800998ecf8427e", "rt-requestid": "1" };
  expect(await (await partner.send("balance/query", { headers })).json()).toMatchObject({ success: true });
});

const OPERATIONS = [
  "balance/query",
  "package/list",
  "location/list",
  "esim/order",
  "esim/query",
  "esim/cancel",
  "esim/suspend",
  "esim/unsuspend",
  "esim/revoke",
  "esim/topup",
  "esim/sendSms",
  "esim/usage/query",
  "webhook/query",
] as const;

const word = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "ES_1_7",
    "AE_1_7",
    "TOPUP_CKH527",
    "BASE",
    "TOPUP",
    "ES",
    "!RG",
    "__proto__",
    "\u0000",
    "\ud800",
    "1",
  ),
  fc.string({ unit: "binary" }),
);
const value = fc.oneof(
  word,
  fc.constantFrom(0, -0, 1, -1, 1.5, 2 ** 53 + 2, 1e300, 365, 366),
  fc.boolean(),
  fc.constant(null),
);
const line = fc.record({ packageCode: value, count: value, price: value, periodNum: value }, { requiredKeys: [] });
const purchase = fc.record({ packageCode: fc.constantFrom("AE_1_7", "JP_1_Daily"), count: fc.constantFrom(1, 2) });
const bodies = fc.record(
  {
    transactionId: fc.oneof(fc.uuid(), value),
    amount: fc.oneof(fc.constant(0), value),
    packageInfoList: fc.oneof(
      fc.array(purchase, { minLength: 1, maxLength: 3 }),
      value,
      fc.array(fc.oneof(line, value), { maxLength: 3 }),
    ),
    packageCode: value,
    slug: value,
    type: value,
    locationCode: value,
    dataType: value,
    iccid: value,
    esimTranNo: fc.oneof(value, fc.constant("26010100000001")),
    orderNo: fc.oneof(value, fc.constant("B26010100000000")),
    message: value,
    periodNum: value,
    startTime: value,
    pager: fc.oneof(value, fc.record({ pageSize: value, pageNum: value }, { requiredKeys: [] })),
    esimTranNoList: fc.oneof(value, fc.array(value, { maxLength: 11 })),
    ["__proto__"]: value,
  },
  { requiredKeys: [], noNullPrototype: true },
);

async function sumOf(partner: Partner, kind: string, member: string): Promise<number> {
  const entries = await partner.handle.journal.list({ kind, limit: 1000 });
  return entries.reduce((sum, entry) => sum + Number(entry[member]), 0);
}

test("strange requests are answered in the provider's words, and money and eSIMs stay in step", async () => {
  const { partner } = await withEsim();
  const requests = fc.asyncProperty(fc.constantFrom(...OPERATIONS), bodies, async (path, body) => {
    const answer = await partner.call(path, body);
    expect(answer.errorCode).not.toBe("000001");
    expect(answer.success).toBe(answer.errorCode === "0");
  });
  await fc.assert(requests, { numRuns: 300, seed: 7 });
  const spent = await sumOf(partner, "order-placed", "charged");
  const added = await sumOf(partner, "esim-topped-up", "charged");
  const refunded = await sumOf(partner, "esim-cancelled", "refund");
  expect(spent).toBeGreaterThan(19_500); // some of the requests were purchases
  expect(await partner.balance()).toBe(10_000_000 - spent - added + refunded);
});
