import type { DeliveryRule, MachineRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import type { AwaitedNotification, Case, Step } from "../case.ts";
import { newCase } from "../new-case.ts";
import { pathTo } from "../precondition.ts";
import { notificationCases } from "./responses.ts";

/** What is sent, when, to whom, how often; and that nothing else is sent. */
export function webhookCases(spec: Specification): Case[] {
  const { delivery } = spec;
  if (delivery === null) return [];
  const register = spec.operations.get(delivery.register.call);
  return [
    ...notificationCases(spec),
    ...Object.entries(spec.machines).flatMap(([name, machine]) => [
      ...moveCases(spec, name, machine),
      ...operationCases(spec, name, machine),
    ]),
    ...(register === undefined ? [] : deliveryCases(spec, register, delivery)),
  ];
}

const OPEN: Step = { receiver: {} };

/** What a device, the clock or the making of a resource causes. */
function moveCases(spec: Specification, name: string, machine: MachineRule): Case[] {
  const shown = spec.operations.get(machine.observe?.call ?? "");
  if (shown === undefined) return [];
  return Object.entries(machine.states).flatMap(([state, rule]) => {
    if (rule.sends === undefined) return [];
    const isInitial = state === machine.initial;
    const needed = (machine.needs ?? []).flatMap((one) => pathTo(spec, one, spec.machines[one]?.initial ?? ""));
    return newCase(spec, shown, {
      layer: "webhooks",
      rule: "sent-on-becoming",
      location: `${name}.${state}`,
      says: `when a ${name} becomes ${state}, ${listed(rule.sends)} is sent and nothing else`,
      evidence: rule.evidence,
      setup: isInitial ? needed : pathTo(spec, name, rule.from ?? machine.initial),
      steps: [OPEN, ...(isInitial ? machine.create : (rule.by ?? [])), { notified: rule.sends }],
    });
  });
}

/** What the calls of operations cause, and that a refused one causes nothing. */
function operationCases(spec: Specification, name: string, machine: MachineRule): Case[] {
  return Object.entries(machine.operations).flatMap(([key, rule]) => {
    const operation = spec.operations.get(rule.call);
    if (operation === undefined || operation.option !== null) return [];
    const call = { call: rule.call, ...(rule.with === undefined ? {} : { with: rule.with }) };
    const variant = key === rule.call ? "" : `${key.slice(rule.call.length + 1)}-`;
    const cases = Object.entries(rule.allowed).flatMap(([state, next]) => {
      const sends = rule.sends ?? sentBy(machine, { next, state, call: rule.call });
      if (sends === null) return [];
      return newCase(spec, operation, {
        layer: "webhooks",
        rule: `${variant}sent`,
        location: `${name}.${state}`,
        says: `${rule.call} for a ${name} that is ${state} sends ${listed(sends)} and nothing else`,
        evidence: rule.evidence,
        setup: pathTo(spec, name, state),
        steps: [OPEN, call, { notified: sends }],
      });
    });
    const forbidden = Object.keys(machine.states).find((state) => !(state in rule.allowed));
    if (forbidden === undefined) return cases;
    const nothing = newCase(spec, operation, {
      layer: "webhooks",
      rule: `${variant}refused-sends-nothing`,
      location: `${name}.${forbidden}`,
      says: `${rule.call} that is refused sends nothing`,
      evidence: rule.evidence,
      setup: pathTo(spec, name, forbidden),
      steps: [OPEN, { ...call, expect: { outcome: "any" } }, { notified: [] }],
    });
    return [...cases, nothing];
  });
}

/** The `sends` of the state that follows, where this very call leads there; null where the overlay does not say. */
function sentBy(
  machine: MachineRule,
  move: { readonly next: string; readonly state: string; readonly call: string },
): readonly AwaitedNotification[] | null {
  if (move.next === move.state) return null;
  const rule = machine.states[move.next];
  const isEntered = (rule?.by ?? []).some((step) => "call" in step && step.call === move.call);
  return isEntered ? (rule?.sends ?? null) : null;
}

function listed(sends: readonly AwaitedNotification[]): string {
  return sends.length === 0 ? "nothing" : sends.map(({ name }) => name).join(", ");
}

/** The laws of delivery: attempts, addresses, the check of a new address. */
function deliveryCases(spec: Specification, register: OperationSpec, rule: DeliveryRule): Case[] {
  const { probe, retries, read, refusedCode, handshake } = rule;
  const one: Step = { notified: [{ name: probe.name }] };
  const none: Step = { notified: [] };
  const readBack = (url: string): Step[] => [
    { call: read.call, save: { readBack: read.value } },
    { check: `readBack = ${url}`, says: "the saved address is read back as it was saved", got: "readBack", expected: url },
  ];
  const parts = (name: string, says: string, steps: readonly Step[], given: readonly Step[] = probe.given): Case =>
    newCase(spec, register, { layer: "webhooks", rule: name, says, evidence: rule.evidence, setup: given, steps, root: `delivery ${name}` });
  const sameId: Step = {
    check: `$count($distinct(heard.(${rule.id}))) = 1`,
    says: "a repeated delivery keeps its id",
    got: `heard.(${rule.id})`,
  };
  const keep: Step = { let: { heard: "=$append(heard, notifications)" } };
  const refused = (code: string, replies: readonly number[]): Step[] => [
    { receiver: { register: false, replies } },
    { call: register.operationId, with: { [rule.register.at]: "=otherReceiverUrl" }, expect: { outcome: "refused", codes: [code] } },
  ];
  return [
    parts("delivered-once", "a notification that was accepted is not sent again", [OPEN, ...probe.steps, one, { advance: "1d" }, none]),
    parts("retried", `a notification that is not accepted is sent again after ${retries.join(", ")} and then no more`, [
      { receiver: { replies: Array.from({ length: retries.length + 2 }, () => 500) } },
      { let: { heard: [] } },
      ...probe.steps,
      one,
      keep,
      ...retries.flatMap((after): Step[] => [{ advance: `=$duration("${after}") - 1` }, none, { advance: "1ms" }, one, keep]),
      { advance: "1d" },
      none,
      sameId,
    ]),
    parts("retried-until-accepted", "a notification that is accepted the second time is not sent a third time", [
      { receiver: { replies: [503, 200] } },
      ...probe.steps,
      one,
      { advance: retries[0] ?? "10s" },
      one,
      { advance: "1d" },
      none,
    ]),
    parts("address-read-back", "the saved address is read back as it was saved", [OPEN, ...readBack("receiverUrl")], []),
    parts("address-replaced", "after a change of the address notifications go to the new one only", [
      OPEN,
      { call: register.operationId, with: { [rule.register.at]: "=otherReceiverUrl" } },
      ...(handshake === null ? [] : [{ notified: [{ name: handshake }] }]),
      ...probe.steps,
      one,
      { check: "$contains(otherReceiverUrl, notifications[0].receivedAt)", says: "notifications go to the new address", got: "notifications[0].receivedAt", expected: "otherReceiverUrl" },
      ...readBack("otherReceiverUrl"),
    ]),
    ...(handshake === null
      ? []
      : [
          parts("address-checked", "saving an address sends one check to it", [
            { receiver: { register: false } },
            { call: register.operationId, with: { [rule.register.at]: "=receiverUrl" } },
            { notified: [{ name: handshake }] },
          ], []),
          parts("address-refused", "an address whose receiver fails is not saved, and the one before stays", [
            OPEN,
            { let: { savedUrl: "=receiverUrl" } },
            ...refused(refusedCode, [500]),
            ...readBack("savedUrl"),
          ], []),
        ]),
  ];
}
