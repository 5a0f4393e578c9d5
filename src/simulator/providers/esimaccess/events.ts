import type { JournalEvents } from "../../kernel/journal-vocabulary.ts";

/** What this provider journals besides exchanges and deliveries. */
export const events: JournalEvents = {
  "order-placed": ["provider", "orderNumber", "charged", "count"],
  "order-allocated": ["provider", "orderNumber", "esimIds"],
  "esim-status-changed": ["esimId", "status"],
  "esim-cancelled": ["esimId", "refund"],
  "esim-topped-up": ["esimId", "topUpId", "charged"],
  "sms-sent": ["esimId", "characters"],
  "webhook-saved": ["provider"],
  "rate-limit-exceeded": ["provider", "requestId"],
};
