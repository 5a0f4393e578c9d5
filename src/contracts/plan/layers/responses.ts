import type { Specification } from "../../documents/specification.ts";
import { ASPECTS, NOTIFICATION_LAWS } from "../aspects.ts";
import type { Case } from "../case.ts";
import { newCase } from "../new-case.ts";

const SAYS: Readonly<Record<(typeof ASPECTS)[number], string>> = {
  status: "every answer has a documented HTTP status",
  "content-type": "every answer is declared as JSON",
  encoding: "every answer is UTF-8 without a byte order mark",
  json: "every answer is JSON",
  envelope: "every answer has the envelope",
  schema: "every answer keeps its schema and has no undocumented member",
  header: "every answer has its documented headers",
  code: "every refusal has a code that is documented for the operation",
};

/** What every answer of an operation must be, judged over the whole run, and the laws of its overlay. */
export function responseCases(spec: Specification): Case[] {
  const cases: Case[] = [];
  for (const operation of spec.operations.values()) {
    const { operationId, evidence } = operation;
    for (const aspect of ASPECTS) {
      const subject = `responses/${operationId}/${aspect}`;
      cases.push(
        newCase(spec, operation, {
          layer: "responses",
          rule: aspect,
          says: SAYS[aspect],
          evidence,
          kind: "exchanges",
          subject,
        }),
      );
    }
    for (const law of operation.laws) {
      const subject = `law/${operationId}/${law.name}`;
      const root = `law ${operationId} ${law.name}`;
      const parts = { layer: "effects", rule: `law-${law.name}`, says: law.says, evidence: law.evidence } as const;
      cases.push(newCase(spec, operation, { ...parts, kind: "exchanges", subject, root }));
    }
  }
  return [...cases, ...historyCases(spec)];
}

/** What answers say about one resource over time. */
function historyCases(spec: Specification): Case[] {
  return Object.entries(spec.machines).flatMap(([name, machine]) => {
    const { lists = [], constant = {}, unique = {}, growing = {}, follows = false } = machine.histories ?? {};
    const operation = spec.operations.get(lists[0]?.operation ?? "");
    if (operation === undefined) return [];
    const laws: (readonly [kind: string, says: string])[] = [
      ...Object.keys(constant).map((value) => [`constant/${value}`, `${value} of one ${name} never changes`] as const),
      ...Object.keys(unique).map((value) => [`unique/${value}`, `two ${name}s never share their ${value}`] as const),
      ...Object.keys(growing).map((value) => [`growing/${value}`, `${value} of one ${name} never falls`] as const),
      ...(follows ? [["follows", `a ${name} only goes to states that follow from its own`] as const] : []),
    ];
    return laws.map(([kind, says]) =>
      newCase(spec, operation, {
        layer: "effects",
        rule: `history-${kind.replace("/", "-")}`,
        location: name,
        says,
        evidence: machine.evidence,
        kind: "exchanges",
        subject: `history/${name}/${kind}`,
      }),
    );
  });
}

const NOTIFICATION_SAYS: Readonly<Record<(typeof NOTIFICATION_LAWS)[number], string>> = {
  schema: "keeps its schema and has no undocumented member",
  request: "comes by the documented method and content type",
  headers: "carries the documented headers",
  agrees: "says what a query says at the same time",
  "same-id": "keeps its id and body when it is sent again, and shares its id with no other",
};

/** What every notification must be, judged over the whole run. */
export function notificationCases(spec: Specification): Case[] {
  return [...spec.notifications.values()].flatMap((notification) =>
    NOTIFICATION_LAWS.filter((law) => law !== "agrees" || notification.webhook?.agrees !== undefined).map((law) =>
      newCase(
        spec,
        { operationId: notification.name, place: notification.place },
        {
          layer: "webhooks",
          rule: law,
          says: `each notification ${notification.name} ${NOTIFICATION_SAYS[law]}`,
          evidence: notification.evidence,
          kind: "exchanges",
          subject: `notification/${notification.name}/${law}`,
        },
      ),
    ),
  );
}
