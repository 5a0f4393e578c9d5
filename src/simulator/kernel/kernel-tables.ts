import { autoAdvanceTable } from "./auto-advance.ts";
import { faultTable } from "./faults.ts";
import { jobTable } from "./jobs.ts";
import { mailTable, notificationTable } from "./outbox.ts";
import type { Shape } from "./shape.ts";
import { type StoredTable, storedTable } from "./stored-table.ts";
import { counterTable, tenantTable } from "./unit-of-work.ts";
import { webhookDeskTable, webhookEndpointTable, webhookRuleTable } from "./webhook-desk.ts";

const texts: Shape = { mapOf: "text" };

const clockState: Shape = {
  either: [
    { members: { mode: { oneOf: ["frozen"] }, at: "count" } },
    { members: { mode: { oneOf: ["running"] }, at: "count", wallAt: "count", speed: "number" } },
  ],
};

const settings: Shape = {
  members: {
    name: { oneOf: ["settings"] },
    seed: "count",
    createdAt: "count",
    options: { mapOf: { mapOf: { either: ["flag", "number", "text"] } } },
    beginning: {
      members: { seed: "count", mode: { oneOf: ["frozen", "running"] }, at: "count", world: "text" },
      optional: ["seed", "mode", "at", "world"],
    },
  },
  optional: ["beginning"],
};

const job: Shape = {
  members: {
    id: "text",
    kind: "text",
    dueAt: "count",
    seq: "count",
    payload: { mapOf: { orNull: { either: ["text", "number", "flag"] } } },
  },
};

const attempt: Shape = {
  members: {
    at: "count",
    outcome: { oneOf: ["accepted", "refused", "failed"] },
    status: { orNull: "count" },
    detail: { orNull: "text" },
    wallMs: "number",
  },
  isOpen: true,
};

const notification: Shape = {
  members: {
    id: "text",
    seq: "count",
    provider: "text",
    type: "text",
    url: "text",
    headers: texts,
    body: "text",
    lane: "text",
    policy: "anything",
    about: texts,
    createdAt: "count",
    state: "text",
    attempts: { list: attempt },
  },
  isOpen: true,
};

const mail: Shape = {
  members: {
    id: "text",
    seq: "count",
    sentAt: "count",
    provider: "text",
    to: "text",
    subject: "text",
    text: "text",
    attachments: { list: { members: { name: "text", contentType: "text", path: "text" } } },
  },
};

const effect: Shape = { members: { kind: "text" }, isOpen: true };

const fault: Shape = {
  members: {
    ...{ id: "text", seq: "count", provider: "text", operationId: { orNull: "text" }, asked: "text" },
    match: { members: {}, isOpen: true },
    phase: { oneOf: ["before", "committed", "after"] },
    effect,
    ...{ times: { orNull: "count" }, createdAt: "count", expiresAt: { orNull: "count" }, hits: "count", seen: "count" },
    seenByKey: { mapOf: "count" },
  },
};

const webhookRule: Shape = {
  members: {
    id: "text",
    match: { members: { about: texts }, isOpen: true },
    effect,
    ...{ times: { orNull: "count" }, seen: "count", hits: "count" },
  },
  isOpen: true,
};

/** The tables of every tenant, whatever its providers. */
export const kernelTables: readonly StoredTable[] = [
  storedTable(tenantTable, { either: [settings, { members: { name: { oneOf: ["clock"] }, state: clockState } }] }),
  storedTable(counterTable, { members: { name: "text", value: "count" } }),
  storedTable(jobTable, job),
  storedTable(notificationTable, notification),
  storedTable(mailTable, mail),
  storedTable(faultTable, fault),
  storedTable(webhookRuleTable, webhookRule),
  storedTable(webhookDeskTable, { members: { name: { oneOf: ["desk"] } }, isOpen: true }),
  storedTable(webhookEndpointTable, { members: { url: "text" }, isOpen: true }),
  storedTable(autoAdvanceTable, { members: { name: { oneOf: ["auto-advance"] }, enabled: "flag" } }),
];
