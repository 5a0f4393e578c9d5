import type { OutgoingRequest } from "../kernel/outbox.ts";
import type { Behaviour, ForwardSend, Sending, SendOutcome } from "./mutant.ts";
import { textAt } from "./wire-message.ts";

/** The check before an address is saved. No mutant touches it, since no notification would follow otherwise. */
const HEALTH_CHECK = "CHECK_HEALTH";

/** What the outbox is told of a notification that was never sent. */
export const KEPT_BACK: SendOutcome = { outcome: "accepted", status: 200, detail: null, wallMs: 0 };

/** The kind of a notification. */
function kindOf(sending: Sending): string {
  return textAt(sending.body, "notifyType");
}

/** Sends notifications of some kinds, parted by spaces, in its own way; `*` names all but the health check. */
export function sending(
  kinds: string,
  send: (sending: Sending, request: OutgoingRequest, forward: ForwardSend) => Promise<SendOutcome>,
): Behaviour {
  return {
    send: (context, request, forward) => {
      const kind = kindOf(context);
      const isMeant = kinds === "*" ? kind !== HEALTH_CHECK : kinds.split(" ").includes(kind);
      return isMeant ? send(context, request, forward) : forward(request);
    },
  };
}

/** Sends notifications of some kinds with another body. */
export function sendingAs(kinds: string, change: (body: unknown, context: Sending) => unknown): Behaviour {
  return sending(kinds, (context, request, forward) =>
    forward({ ...request, body: JSON.stringify(change(context.body, context)) }),
  );
}

/** Sends no notifications of some kinds. */
export function notSending(kinds: string): Behaviour {
  return sending(kinds, async () => KEPT_BACK);
}
