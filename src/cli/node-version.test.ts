import { expect, test } from "vitest";
import { nodeComplaint } from "./node-version.ts";

test.for([
  ["20.19.0", null],
  ["22.0.0", null],
  ["24.11.1", null],
  ["20.18.3", "esim-sandbox: Node must be 20.19 or later, got 20.18.3; install a newer Node and try again"],
  ["18.20.8", "esim-sandbox: Node must be 20.19 or later, got 18.20.8; install a newer Node and try again"],
] as const)("Node %s is judged by its version", ([version, complaint]) => {
  expect(nodeComplaint(version)).toBe(complaint);
});
