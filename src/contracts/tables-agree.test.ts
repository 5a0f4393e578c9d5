import { describe, expect, test } from "vitest";
import type { EsimStatus, ProfileState } from "../simulator/esim/esim.ts";
import { esimWith } from "../simulator/esim/testing/esims.ts";
import { allows, type EsimOperation } from "../simulator/providers/esimaccess/operations/find-esim.ts";
import { errorAnswer as accessAnswer } from "../simulator/providers/esimaccess/wire/errors.ts";
import { answerOfCode as fmsAnswer } from "../simulator/providers/fms/wire/errors.ts";
import { readDocuments } from "./documents/read-documents.ts";
import type { Specification } from "./documents/specification.ts";

// The simulator has tables of its own for codes and states. Here they are held against the overlays, so that the two cannot drift.

const { specifications } = readDocuments(["esimaccess", "fms"]);

function specOf(provider: string): Specification {
  const spec = specifications.get(provider);
  if (spec === undefined) throw new Error(`there is no ${provider}`);
  return spec;
}

/** Every code that an overlay names, whatever for. */
function codesOf(spec: Specification): string[] {
  const states = Object.values(spec.machines).flatMap(({ operations }) =>
    Object.values(operations).flatMap(({ refused }) =>
      typeof refused === "string" ? [refused] : Object.values(refused),
    ),
  );
  const rules = [...spec.errors, ...[...spec.operations.values()].flatMap(({ errors }) => errors)].map(
    ({ code }) => code,
  );
  return [...new Set([...states, ...rules])];
}

test("every code of the overlay of eSIM Access is one that the simulator can answer", () => {
  expect(codesOf(specOf("esimaccess")).filter((code) => !accessAnswer(code).ok)).toEqual([]);
});

test("every code of the overlay of FMS is one that the simulator can answer", () => {
  expect(codesOf(specOf("fms")).filter((code) => !fmsAnswer(code).ok)).toEqual([]);
});

const STATUSES: Readonly<Record<string, EsimStatus>> = {
  GOT_RESOURCE: "unused",
  IN_USE: "in-use",
  USED_UP: "used-up",
  UNUSED_EXPIRED: "unused-expired",
  USED_EXPIRED: "used-expired",
  CANCEL: "cancelled",
  SUSPENDED: "suspended",
  REVOKE: "revoked",
};

const PROFILES: Readonly<Record<string, ProfileState>> = {
  RELEASED: "released",
  DOWNLOAD: "downloaded",
  INSTALLATION: "installed",
  ENABLED: "enabled",
  DISABLED: "disabled",
  DELETED: "deleted",
  NOT_SUPPORTED: "deleted",
};

const OPERATIONS: Readonly<Record<string, EsimOperation>> = {
  esimCancel: "cancel",
  esimSuspend: "suspend",
  esimUnsuspend: "resume",
  esimRevoke: "revoke",
  esimTopup: "top-up",
  esimSendSms: "send-sms",
};

describe("the states in which an operation of eSIM Access is allowed are those of the simulator's table", () => {
  const machine = specOf("esimaccess").machines["esim"];
  const states = Object.entries(machine?.states ?? {});

  test.for(Object.entries(OPERATIONS))("%s", ([key, operation]) => {
    const allowed = machine?.operations[key]?.allowed ?? {};
    const differing = states.filter(([state, { shows }]) => {
      const [status = "", profile = ""] = shows.split("/");
      const esim = esimWith({ status: STATUSES[status] ?? "unused", profile: PROFILES[profile] ?? "released" });
      return allows(esim, operation) !== state in allowed;
    });
    expect(states.length).toBeGreaterThan(20);
    expect(differing.map(([state]) => state)).toEqual([]);
  });
});
