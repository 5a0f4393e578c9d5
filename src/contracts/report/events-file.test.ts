import { expect, test } from "vitest";
import { readEvents, toNdjson } from "./events-file.ts";
import { renderHtml } from "./html.ts";
import { sampleRun } from "./testing/sample-run.ts";

const file = sampleRun().map(toNdjson).join("");

test("a written run is read again as it was, and gives the same report", () => {
  const { events, rejected } = readEvents(file);
  expect(rejected).toEqual([]);
  expect(events).toEqual(sampleRun());
  expect(renderHtml(events)).toBe(renderHtml(sampleRun()));
});

test("each event is one line", () => {
  expect(file.split("\n").length).toBe(sampleRun().length + 1);
});

test("a torn last line is reported and hides nothing else", () => {
  const { events, rejected } = readEvents(file.slice(0, -20));
  expect(events.length).toBe(sampleRun().length - 1);
  expect(rejected).toEqual([{ line: sampleRun().length, reason: "is no JSON object with a known `event`" }]);
});

test.for([
  ["no object", "[]", "is no JSON object with a known `event`"],
  ["an event of another kind", '{"event":"constructor"}', "is no JSON object with a known `event`"],
  [
    "a member of a wrong type",
    '{"event":"progress","done":"4","of":1,"requests":1,"now":""}',
    "is no progress event: /done must be integer",
  ],
  ["a missing member", '{"event":"case"}', "is no case event: it must have required property 'result'"],
] as const)("%s is rejected with its line and reason", ([, line, reason]) => {
  expect(readEvents(`\n${line}\n`)).toEqual({ events: [], rejected: [{ line: 2, reason }] });
});
