import type { DeliveryRule, MachineRule } from "../../documents/semantics.ts";
import type { OperationSpec, Specification } from "../../documents/specification.ts";
import { DESCRIBED } from "../aspects.ts";
import type { AwaitedNotification, Case, Step } from "../case.ts";
import { newCase } from "../new-case.ts";
import { machineOf, pathTo } from "../precondition.ts";
import { notificationCases } from "./responses.ts";

/** What is sent, when, to whom, how often; and that nothing else is sent. */
export function webhookCases(spec: Specification): Case[] {
  const { delivery } = spec;
  if (delivery === null) return [];
  const register = spec.operations.get(delivery.register.call);
  return [
    ...notificationCases(spec),
    ...(register === undefined ? [] : [describedCase(spec, register, delivery)]),
    ...Object.entries(spec.machines).flatMap(([name, machine]) => [
      ...moveCases(spec, name, machine),
      ...operationCases(spec, name, machine),
    ]),
    ...(register === undefined ? [] : deliveryCases(spec, register, delivery)),
  ];
}

function describedCase(spec: Specification, register: OperationSpec, delivery: DeliveryRule): Case {
  const says = "every notification is of a type that is described";
  const parts = { layer: "webhooks", rule: "described", says, evidence: delivery.evidence } as const;
  return newCase(spec, register, { ...parts, kind: "exchanges", subject: DESCRIBED, root: "notification type" });
}

const OPEN: Step = { receiver: {} };

/** What a device, the clock or the making of a resource causes. */
function moveCases(spec: Specification, name: string, machine: MachineRule): Case[] {
  const shown = spec.operations.get(machine.observe?.call ?? "");
  if (shown === undefined) return [];
  return Object.entries(machine.states).flatMap(([state, rule]) => {
    if (rule.sends === undefined) return [];
    const { setup, cause } = entering(spec, name, state);
    return newCase(spec, shown, {
      layer: "webhooks",
      // Quietly entered states are entered in `sim-fast` by the layer of states, the others here.
      weight: rule.sends.length === 0 ? "full" : "fast",
      rule: "sent-on-becoming",
      location: `${name}.${state}`,
      says: `when a ${name} becomes ${state}, ${listed(rule.sends)} is sent and nothing else`,
      evidence: rule.evidence,
      setup,
      steps: [OPEN, ...cause, { notified: rule.sends }],
    });
  });
}

/** The steps that make a resource be in a state, and those that come before. */
function entering(
  spec: Specification,
  name: string,
  state: string,
): { readonly setup: readonly Step[]; readonly cause: readonly Step[] } {
  const { create, initial, needs = [], states } = machineOf(spec, name);
  if (state === initial) {
    return { setup: needs.flatMap((one) => pathTo(spec, one, machineOf(spec, one).initial)), cause: create };
  }
  const { from = initial, by = [] } = states[state] ?? {};
  return { setup: pathTo(spec, name, from), cause: by };
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
        weight: "full",
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

type DeliveryLaw = readonly [name: string, says: string, steps: readonly Step[]];

const NONE: Step = { notified: [] };

/** The laws of delivery: attempts, addresses, the check of a new address. */
function deliveryCases(spec: Specification, register: OperationSpec, rule: DeliveryRule): Case[] {
  const makeCase =
    (given: readonly Step[]) =>
    ([name, says, steps]: DeliveryLaw): Case =>
      newCase(spec, register, {
        layer: "webhooks",
        rule: name,
        says,
        evidence: rule.evidence,
        setup: given,
        steps,
        // Not to send again is one cause, after whatever answer.
        root: `delivery ${name.replace(/^retried.*/, "retried")}`,
      });
  return [
    ...attemptLaws(rule).map(makeCase(rule.probe.given)),
    ...retriedCases(spec, register, rule),
    ...addressLaws(rule).map(makeCase([])),
    makeCase(rule.probe.given)(replacedLaw(rule)),
  ];
}

/** Notifications of every other type are sent again, too: one case a type, where nothing else is sent meanwhile. */
function retriedCases(
  spec: Specification,
  register: OperationSpec,
  { probe, retries, evidence }: DeliveryRule,
): Case[] {
  const tried = new Set([probe.name]);
  const cases: Case[] = [];
  for (const [name, machine] of Object.entries(spec.machines)) {
    for (const [state, { sends = [] }] of Object.entries(machine.states)) {
      const [awaited, ...others] = sends;
      if (awaited === undefined || others.length > 0 || tried.has(awaited.name)) continue;
      tried.add(awaited.name);
      const { setup, cause } = entering(spec, name, state);
      const again: Step = { advance: retries[0] ?? "10s" };
      // Who waits for an outcome does not know how much of that time has passed since the first attempt.
      const attempts: readonly Step[] = cause.some((step) => "settle" in step)
        ? [again, { notified: [awaited, awaited] }]
        : [{ notified: sends }, again, { notified: sends }];
      cases.push(
        newCase(spec, register, {
          layer: "webhooks",
          rule: `retried-${awaited.name}`,
          says: `${awaited.name} that is not accepted is sent again`,
          evidence,
          setup,
          steps: [{ receiver: { replies: [500] } }, ...cause, ...attempts, { advance: "1d" }, NONE],
          weight: "full",
          root: "delivery retried",
        }),
      );
    }
  }
  return cases;
}

/** What a receiver may answer first instead of accepting. */
const NOT_ACCEPTED = [
  ["retried-until-accepted", "a notification that is accepted the second time is not sent a third time", 503],
  ["retried-after-302", "a notification whose receiver names another address is sent to the saved one again", 302],
  ["retried-after-404", "a notification whose receiver does not know the address is sent again", 404],
] as const;

/** How often a notification is sent. */
function attemptLaws({ probe, retries, id }: DeliveryRule): readonly DeliveryLaw[] {
  const one: Step = { notified: [{ name: probe.name }] };
  const keep: Step = { let: { heard: "=$append(heard, notifications)" } };
  const ids = `heard.(${id})`;
  const replies = Array.from({ length: retries.length + 2 }, () => 500);
  const waits = retries.flatMap((after): Step[] => [
    { advance: `=$duration("${after}") - 1` },
    NONE,
    { advance: "1ms" },
    one,
    keep,
  ]);
  return [
    [
      "delivered-once",
      "a notification that was accepted is not sent again",
      [OPEN, ...probe.steps, one, { advance: "1d" }, NONE],
    ],
    [
      "retried",
      `a notification that is not accepted is sent again after ${retries.join(", ")} and then no more`,
      [
        { receiver: { replies } },
        { let: { heard: [] } },
        ...probe.steps,
        one,
        keep,
        ...waits,
        { advance: "1d" },
        NONE,
        { check: `$count($distinct(${ids})) = 1`, says: "a repeated delivery keeps its id", got: ids },
      ],
    ],
    ...NOT_ACCEPTED.map(
      ([name, says, reply]): DeliveryLaw => [
        name,
        says,
        [
          { receiver: { replies: [reply] } },
          ...probe.steps,
          one,
          { advance: retries[0] ?? "10s" },
          one,
          { advance: "1d" },
          NONE,
        ],
      ],
    ),
  ];
}

/** Checks what the provider says about the saved address. */
function readBack({ read }: DeliveryRule, url: string): readonly Step[] {
  const says = "the saved address is read back as it was saved";
  return [
    { call: read.call, save: { readBack: read.value } },
    { check: `readBack = ${url}`, says, got: "readBack", expected: url },
  ];
}

/** Which address is saved, and how it is checked before. */
function addressLaws(rule: DeliveryRule): readonly DeliveryLaw[] {
  const { register, handshake, refusedCode } = rule;
  const saved: DeliveryLaw = [
    "address-read-back",
    "the saved address is read back as it was saved",
    [OPEN, ...readBack(rule, "receiverUrl")],
  ];
  if (handshake === null) return [saved];
  const refused: Step = {
    call: register.call,
    with: { [register.at]: "=otherReceiverUrl" },
    expect: { outcome: "refused", codes: [refusedCode] },
  };
  return [
    saved,
    [
      "address-checked",
      "saving an address sends one check to it",
      [
        { receiver: { register: false } },
        { call: register.call, with: { [register.at]: "=receiverUrl" } },
        { notified: [{ name: handshake }] },
      ],
    ],
    [
      "address-refused",
      "an address whose receiver fails is not saved, and the one before stays",
      [
        OPEN,
        { let: { savedUrl: "=receiverUrl" } },
        { receiver: { register: false, replies: [500] } },
        refused,
        ...readBack(rule, "savedUrl"),
      ],
    ],
  ];
}

function replacedLaw(rule: DeliveryRule): DeliveryLaw {
  const { register, handshake, probe } = rule;
  const at = "notifications[0].receivedAt";
  return [
    "address-replaced",
    "after a change of the address notifications go to the new one only",
    [
      OPEN,
      { call: register.call, with: { [register.at]: "=otherReceiverUrl" } },
      ...(handshake === null ? [] : [{ notified: [{ name: handshake }] }]),
      ...probe.steps,
      { notified: [{ name: probe.name }] },
      {
        check: `$contains(otherReceiverUrl, ${at})`,
        says: "notifications go to the new address",
        got: at,
        expected: "otherReceiverUrl",
      },
      ...readBack(rule, "otherReceiverUrl"),
    ],
  ];
}
