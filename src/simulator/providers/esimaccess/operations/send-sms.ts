import { ok, type Result } from "../../../kernel/result.ts";
import type { Transaction } from "../../../kernel/transaction.ts";
import { type EsimKeys, requireAllowed, stateForbids } from "./find-esim.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusals.ts";

export interface SendSms extends EsimKeys {
  readonly message: string;
}

/** Delivers a text message, free of charge, to an eSIM on a device whose package takes messages. The sandbox only journals it. */
export async function sendSms(tx: Transaction, command: SendSms, ports: Ports): Promise<Result<null, Refusal>> {
  const found = await requireAllowed(tx, command, "send-sms");
  if (!found.ok) return found;
  if (ports.catalogue.require(found.value.packageCode).smsStatus === 0) return stateForbids(found.value);
  tx.record({ kind: "sms-sent", esimId: found.value.id, characters: command.message.length });
  return ok(null);
}
