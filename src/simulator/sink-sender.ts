import type { NotificationSink } from "./config.ts";
import type { DeliveryAttempt, OutgoingRequest } from "./kernel/outbox.ts";

/**
 * Makes what hands notifications to a sink instead of a socket. It takes no wall time: `wallMs` is 0, so that two runs of one seed
 * are the same to the last byte. A sink that never answers holds up whoever waits for the delivery.
 */
export function createSinkSender(
  sink: NotificationSink,
): (
  tenantId: string | null,
  request: OutgoingRequest,
  accepts?: "2xx" | "200",
) => Promise<Omit<DeliveryAttempt, "at">> {
  return async (tenantId, { url, headers, body }, accepts = "2xx") => {
    try {
      const status = await sink({ tenantId, url, headers, body });
      const isAccepted = accepts === "200" ? status === 200 : status >= 200 && status < 300;
      return { outcome: isAccepted ? "accepted" : "refused", status, detail: null, wallMs: 0 };
    } catch (error) {
      // A receiver may fail in any way; for the sender that is a connection without an answer.
      const detail = error instanceof Error ? error.message : String(error);
      return { outcome: "failed", status: null, detail, wallMs: 0 };
    }
  };
}
