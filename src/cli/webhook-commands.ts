import type { Command } from "commander";
import { addTenantFlags, type GivenFlags, givenFlags } from "./flags.ts";
import { LAW_SAYS } from "./law-text.ts";

/** Called with the exit code when a command has ended. */
type Finished = (exitCode: number) => void;

type Sub = (name: string, says: string) => Command;

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Adds the parts of `webhook`; what they do is imported when one runs, so that help comes at once. */
export function addWebhookCommands(webhook: Command, finished: Finished): void {
  const sub = subcommandsOf(webhook);
  addLookCommands(sub, finished);
  addInboxCommands(sub, finished);
  addRetryCommands(sub, finished);
  addRuleCommands(webhook.command("rules").description("rules by which webhooks misbehave").exitOverride(), finished);
}

function addLookCommands(sub: Sub, finished: Finished): void {
  sub("ls", "list webhooks on their way or settled")
    .option("--state <STATE>", "queued, waiting, sending, held, held-back, delivered, given-up or dropped")
    .option("--type <TYPE>", "one type, such as ORDER_STATUS")
    .option("--about <ID>", "those about one order or eSIM")
    .action(async (_, command: Command) => {
      const { listWebhooks } = await import("./webhook.ts");
      finished(await listWebhooks(givenFlags(command)));
    });
  sub("show", "show the desk, or one webhook with every attempt")
    .argument("[id]", "the webhook")
    .action(async (id: string | undefined, _, command: Command) => {
      const { showWebhooks } = await import("./webhook.ts");
      finished(await showWebhooks(givenFlags(command), id ?? null));
    });
}

function addInboxCommands(sub: Sub, finished: Finished): void {
  sub("hold", "let webhooks wait in the inbox from now on")
    .option("--type <TYPE>", "only this type; repeatable", collect)
    .option("--off", "hold no longer; what is in the inbox stays there")
    .action(async (_, command: Command) => {
      const { holdWebhooks } = await import("./webhook.ts");
      finished(await holdWebhooks(givenFlags(command)));
    });
  sub("inbox", "list what is held, in the order of its release").action(async (_, command: Command) => {
    const { listInbox } = await import("./webhook.ts");
    finished(await listInbox(givenFlags(command)));
  });
  sub("release", "send a held or delayed webhook now, or the whole inbox")
    .argument("[id]", "the webhook")
    .option("--all", "everything in the inbox")
    .option("--type <TYPE>", "with --all, only this type; repeatable", collect)
    .action(async (id: string | undefined, _, command: Command) => {
      const { releaseWebhooks } = await import("./webhook.ts");
      finished(await releaseWebhooks(givenFlags(command), id ?? null));
    });
  sub("reorder", "put held webhooks in front of the inbox, in the order given")
    .argument("<id...>", "the webhooks")
    .action(async (ids: readonly string[], _, command: Command) => {
      const { reorderInbox } = await import("./webhook.ts");
      finished(await reorderInbox(givenFlags(command), ids));
    });
  sub("edit", "change a webhook that was not sent yet")
    .argument("<id>", "the webhook")
    .option("--body <TEXT>", "the whole body; @FILE reads it from a file")
    .option("--header <NAME=VALUE>", "a header; without a value it is taken away; repeatable", collect)
    .action(async (id: string, _, command: Command) => {
      const { editWebhook } = await import("./webhook.ts");
      finished(await editWebhook(givenFlags(command), id));
    });
  for (const [name, says] of [
    ["drop", "take a webhook that was not sent yet out of the way"],
    ["resend", "send a settled webhook once more, with the same id"],
  ] as const) {
    sub(name, says)
      .argument("<id>", "the webhook")
      .action(async (id: string, _, command: Command) => {
        const { stepWebhook } = await import("./webhook.ts");
        finished(await stepWebhook(givenFlags(command), name, id));
      });
  }
}

function addRetryCommands(sub: Sub, finished: Finished): void {
  sub("retries", "set when refused webhooks are tried again")
    .option("--delays <LIST>", "waiting times, such as 5s,1m,1h; none for a single attempt")
    .option("--jitter <SHARE>", "how much each may be shorter or longer, from 0 to 1 (0)")
    .option("--give-up-after <DURATION>", "no attempt is made so long after the first")
    .option("--disable-after <N>", "failed attempts in a row after which the address is disabled")
    .option("--enable-after <DURATION>", "so long after that it is enabled again")
    .option("--off", "leave retries to the provider's policy")
    .action(async (_, command: Command) => {
      const { setRetries } = await import("./webhook.ts");
      finished(await setRetries(givenFlags(command)));
    });
  sub("endpoint", "disable an address, or enable it again")
    .argument("<url>", "an address to which something was sent")
    .option("--disable", "send nothing there")
    .option("--enable", "send there again")
    .action(async (url: string, _, command: Command) => {
      const { changeEndpoint } = await import("./webhook.ts");
      finished(await changeEndpoint(givenFlags(command), url));
    });
}

function addRuleCommands(rules: Command, finished: Finished): void {
  const sub = subcommandsOf(rules);
  const run = (what: (flags: GivenFlags, id: string) => Promise<number>) => {
    return async (id: string, _: unknown, command: Command): Promise<void> => {
      finished(await what(givenFlags(command), id));
    };
  };
  sub("ls", "list the rules with their hits").action(async (_, command: Command) => {
    const { listRules } = await import("./webhook-rules.ts");
    finished(await listRules(givenFlags(command)));
  });
  sub("rm", "remove a rule")
    .argument("<id>", "the rule")
    .action(run(async (flags, id) => (await import("./webhook-rules.ts")).removeRule(flags, id)));
  sub("clear", "remove every rule").action(async (_, command: Command) => {
    const { clearRules } = await import("./webhook-rules.ts");
    finished(await clearRules(givenFlags(command)));
  });
  addEffectFlags(sub("set", "set a rule by its effect, or as JSON"))
    .argument("[json]", 'the rule, such as {"match": {"type": "ORDER_STATUS"}, "effect": {"kind": "drop"}}; @FILE')
    .action(async (json: string | undefined, _, command: Command) => {
      const { setRule } = await import("./webhook-rules.ts");
      finished(await setRule(givenFlags(command), json ?? null));
    });
}

/** One effect, and to what it happens. */
function addEffectFlags(command: Command): Command {
  return command
    .option("--id <ID>", "an id of your own; setting it again replaces the rule")
    .option("--delay <LAW>", `later by a law: ${LAW_SAYS}`)
    .option("--overtaken", "with --delay: the others of its lane do not wait for it")
    .option("--drop", "never sent")
    .option("--duplicate <N>", "N more with the same id")
    .option("--gap <LAW>", "with --duplicate: the time between them, a law as well")
    .option("--reorder <N>", "behind N later ones of its lane")
    .option("--corrupt <FORM>", "in another form of the provider, such as generation-2023 or wrong-signature")
    .option("--remove <POINTER>", "without a member, such as /content/orderNo; repeatable", collect)
    .option("--retype <POINTER>", "with a member of another type; repeatable", collect)
    .option("--early", "before the answer of the call that caused it")
    .option("--provider <NAME>", "only webhooks of this provider")
    .option("--type <TYPE>", "only this type")
    .option("--about <NAME=ID>", "only about this record, such as orderNumber=B1; repeatable", collect)
    .option("--nth <N>", "only the n-th that fits")
    .option("--first <N>", "only the first n that fit")
    .option("--every <N>", "only every n-th that fits")
    .option("--probability <P>", "each with this probability, above 0 and at most 1")
    .option("--times <N>", "how often it strikes, or always (once)");
}

/** Adds `trigger` and `emit`. */
export function addEventCommands(child: Sub, finished: Finished): void {
  addTenantFlags(child("trigger", "drive orders, devices, payments and the clock until an event has happened"))
    .argument("[event]", "the event, such as ORDER_STATUS or payment-notice; without it, all are listed")
    .option("--for <ID>", "an order or an eSIM; without it, one is ordered")
    .option("--order <ID>", "the same as --for")
    .option("--provider <NAME>", "the provider, where two have such an event")
    .option("--with <NAME=VALUE>", "an option of the event; repeatable", collect)
    .option("--status <STATUS>", "of ESIM_STATUS: the status to come to")
    .option("--late <DURATION>", "of payment-notice: after the time limit; -1ms is before it")
    .option("--amount <N>", "of payment-notice: ten-thousandths that were paid")
    .option("--currency <CODE>", "of payment-notice")
    .option("--outcome <OUTCOME>", "of payment-notice: succeeded or failed")
    .option("--times <N>", "of payment-notice: how many are sent")
    .option("--reference <TEXT>", "of payment-notice: the payment's reference")
    .action(async (event: string | undefined, _, command: Command) => {
      const { triggerEvent } = await import("./trigger.ts");
      finished(await triggerEvent(givenFlags(command), event ?? null));
    });
  addTenantFlags(child("emit", "send a webhook about an order or eSIM as that stands, without anything happening"))
    .argument("<event>", "the event, such as ESIM_STATUS")
    .requiredOption("--for <ID>", "the order or eSIM")
    .option(
      "--content <JSON>",
      "members of the content in place of its own or besides them; @FILE reads them from a file",
    )
    .option("--provider <NAME>", "the provider, where two have such an event")
    .action(async (event: string, _, command: Command) => {
      const { emitEvent } = await import("./trigger.ts");
      finished(await emitEvent(givenFlags(command), event));
    });
}

function subcommandsOf(parent: Command): Sub {
  return (name, says) => addTenantFlags(parent.command(name).description(says).exitOverride());
}
