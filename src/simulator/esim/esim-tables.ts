import type { Shape } from "../kernel/shape.ts";
import { type StoredTable, storedTable } from "../kernel/stored-table.ts";
import { accountTable, esimTable, packageOverlayTable } from "./tables.ts";

const topUp: Shape = {
  members: {
    id: "text",
    packageCode: "text",
    transactionId: { orNull: "text" },
    charged: "count",
    volumeBytes: "count",
    validityDays: "count",
    at: "count",
  },
};

const STATUSES = ["unused", "in-use", "used-up", "unused-expired", "used-expired", "cancelled", "suspended", "revoked"];

const esim: Shape = {
  members: {
    id: "text",
    provider: "text",
    accountId: "text",
    orderNumber: "text",
    transactionId: { orNull: "text" },
    packageCode: "text",
    iccid: "text",
    imsi: "text",
    matchingId: "text",
    pin: "text",
    puk: "text",
    qrKey: "text",
    eid: { orNull: "text" },
    profile: { oneOf: ["released", "downloaded", "installed", "enabled", "disabled", "deleted"] },
    status: { oneOf: STATUSES },
    resumesTo: { orNull: { oneOf: ["unused", "in-use", "used-up"] } },
    activatesOn: { oneOf: ["installation", "attach"] },
    volumeBytes: "count",
    usedBytes: "count",
    reportedBytes: "count",
    reportedAt: { orNull: "count" },
    validityDays: "count",
    charged: "count",
    createdAt: "count",
    installedAt: { orNull: "count" },
    activatedAt: { orNull: "count" },
    expiresAt: "count",
    topUps: { list: topUp },
    announced: { list: "text" },
  },
};

/** The tables that every provider's eSIMs have in common. */
export const esimTables: readonly StoredTable[] = [
  storedTable(accountTable, {
    members: { id: "text", provider: "text", balance: { members: { amount: "count", currency: "text" } } },
  }),
  storedTable(esimTable, esim),
  storedTable(packageOverlayTable, {
    members: { provider: "text", code: "text", stock: { orNull: "count" }, onSale: "flag", price: { orNull: "count" } },
  }),
];
