import type { Shape } from "../../kernel/shape.ts";
import { type StoredTable, storedTable } from "../../kernel/stored-table.ts";
import { salesTable } from "./operations/offers.ts";
import { orderTable } from "./operations/orders.ts";
import { tokenTable, userTable } from "./operations/users.ts";
import { pendingCodeTable } from "./operations/verification.ts";

const order: Shape = {
  members: {
    id: "text",
    userId: "text",
    toppedUpOrderId: { orNull: "text" },
    packageCode: "text",
    currency: "text",
    amount: "count",
    profileSerial: { orNull: "count" },
    state: { oneOf: ["reserved", "declined", "paid", "stalled", "completed", "failed", "expired"] },
    placedAt: "count",
    payableUntil: "count",
    changedAt: "count",
    paymentReference: { orNull: "text" },
    isMailed: "flag",
  },
};

const user: Shape = {
  members: { id: "text", email: "text", passwordDigest: "text", userType: "number", registeredAt: "count" },
};

/** What this provider stores, as snapshots know it. */
export const fmsTables: readonly StoredTable[] = [
  storedTable(orderTable, order),
  storedTable(userTable, user),
  storedTable(tokenTable, { members: { key: "text", userId: "text", issuedAt: "count" } }),
  storedTable(pendingCodeTable, { members: { mailbox: "text", code: "text" } }),
  storedTable(salesTable, { members: { packageCode: "text", count: "count" } }),
];
