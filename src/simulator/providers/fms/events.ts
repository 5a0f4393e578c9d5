import type { JournalEvents } from "../../kernel/journal-vocabulary.ts";

/** What this provider journals besides exchanges and deliveries. */
export const events: JournalEvents = {
  "fms-user-registered": ["userId"],
  "fms-password-reset": ["userId"],
  "fms-order-placed": ["orderId", "packageCode", "toppedUpOrderId", "payableUntil"],
  "fms-order-completed": ["orderId"],
  "fms-order-expired": ["orderId"],
  "fms-payment-noticed": ["orderId", "state"],
};
