import type { Shape } from "../../kernel/shape.ts";
import { type StoredTable, storedTable } from "../../kernel/stored-table.ts";
import { numberingTable } from "./operations/numbering.ts";
import { orderTable, settingsTable, topUpTable } from "./operations/records.ts";

const order: Shape = {
  members: {
    number: "text",
    transactionId: "text",
    createdAt: "count",
    allocationMs: "count",
    isAllocated: "flag",
    lines: { list: { members: { packageCode: "text", count: "count", days: "count", chargedEach: "count" } } },
    charged: "count",
    esimIds: { list: "text" },
  },
};

const topUp: Shape = {
  members: {
    transactionId: "text",
    id: "text",
    esimId: "text",
    iccid: "text",
    expiresAt: "count",
    volumeBytes: "count",
    validityDays: "count",
    reportedBytes: "count",
  },
};

/** What this provider stores, as snapshots know it. */
export const esimAccessTables: readonly StoredTable[] = [
  storedTable(orderTable, order),
  storedTable(topUpTable, topUp),
  storedTable(settingsTable, { members: { accountId: "text", webhookUrl: { orNull: "text" } } }),
  storedTable(numberingTable, { members: { name: { oneOf: ["last"] }, minute: "count", serial: "count" } }),
];
