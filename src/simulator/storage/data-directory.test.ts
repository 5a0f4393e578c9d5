import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDataDirectory } from "./data-directory.ts";
import { type DataRefused, explainDataRefused } from "./data-refused.ts";
import { encodeEntry } from "./log-format.ts";
import { idsIn, openDirectory, write } from "./testing/open-directory.ts";
import { afterCrash, temporaryDirectory } from "./testing/temporary-directory.ts";

const HEADER = '{"format":1,"generation":0}\n';

const line = (id: string): string =>
  encodeEntry({ tenantId: "default", changes: [{ table: "notes", key: id, record: { id, text: id } }] }).toString();

function directoryWith(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = temporaryDirectory();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(dir, name), content);
  return dir;
}

async function refusalOf(dir: string): Promise<DataRefused> {
  const opened = await openDataDirectory(dir, { now: () => 0, report: (message) => expect.fail(message) });
  if (opened.ok) expect.fail("it was opened");
  return opened.error;
}

function contentsOf(dir: string): Record<string, string> {
  const names = readdirSync(dir).filter((name) => name !== ".gitignore");
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(dir, name), "latin1")]));
}

test("a new directory belongs to its user alone and is ignored by git; its files too", async () => {
  const dir = path.join(temporaryDirectory(), "deep", "data");
  const { directory } = await openDirectory(dir);
  await write(directory.store("default"), "a");
  const modeOf = (name: string) => (statSync(path.join(dir, name)).mode & 0o777).toString(8);
  expect([".", "lock", "changes-0.log"].map(modeOf)).toEqual(["700", "600", "600"]);
  expect(readFileSync(path.join(dir, ".gitignore"), "utf8")).toBe("*\n");
  await directory.close();
  expect(modeOf("state.json")).toBe("600");
});

test("a directory that holds something else gets no .gitignore", async () => {
  const dir = directoryWith({ "package.json": "{}" });
  await (await openDirectory(dir)).directory.close();
  expect(readdirSync(dir).sort()).toEqual(["package.json", "state.json"]);
});

const whole = HEADER + line("a");

test.for([
  ["in the middle of its content", whole + line("b").slice(0, -9), ["a"], 61],
  ["before its newline", whole + line("b").slice(0, -1), ["a"], 69],
  ["in the middle of its length", `${whole}4`, ["a"], 1],
  ["in the middle of its checksum", `${whole}44 0f3`, ["a"], 6],
  ["in the middle of the log's first line", HEADER.slice(0, 9), [], 9],
] as const)("a record torn %s is cut off and reported, and the rest is there", async ([, log, ids, tornBytes]) => {
  const dir = directoryWith({ "changes-0.log": log });
  const { directory, reports } = await openDirectory(dir);
  expect(await idsIn(directory.store("default"))).toEqual(ids);
  expect(reports).toEqual([expect.stringContaining(`ended in a record of ${tornBytes} bytes that was never finished`)]);
  await write(directory.store("default"), "c");
  const { directory: next, reports: nothing } = await openDirectory(afterCrash(dir));
  expect([await idsIn(next.store("default")), nothing]).toEqual([[...ids, "c"], []]);
});

const damagedContent = line("b").replace('"text":"b"', '"text":"x"');
test.for([
  ["changed content", { "changes-0.log": whole + damagedContent }, "log-damaged", 98],
  ["changed content before the end", { "changes-0.log": HEADER + damagedContent + line("a") }, "log-damaged", 28],
  ["a line that is too short", { "changes-0.log": `${whole}99 00000000 {}\n` }, "log-damaged", 98],
  [
    "a line that was cut out of the middle",
    { "changes-0.log": HEADER + line("a").slice(0, 20) + line("b") },
    "log-damaged",
    28,
  ],
  ["an empty line", { "changes-0.log": `${HEADER}\n${line("a")}` }, "log-damaged", 28],
  ["noughts at the end", { "changes-0.log": `${whole}\0\0\0\0` }, "log-damaged", 98],
  ["a last line without newline that is too long", { "changes-0.log": `${whole}2 00000000 {}{}` }, "log-damaged", 98],
  ["content that is no transaction", { "changes-0.log": `${HEADER}2 a3a6bf43 {}\n` }, "log-damaged", 28],
  ["another generation's first line", { "changes-0.log": '{"format":1,"generation":4}\n' }, "log-damaged", 0],
  [
    "a torn log with a later one",
    { "changes-0.log": `${whole}4`, "changes-1.log": HEADER.replace("0", "1") },
    "log-damaged",
    98,
  ],
  [
    "a gap between logs",
    { "changes-0.log": whole, "changes-2.log": HEADER.replace("0", "2") },
    "log-missing",
    undefined,
  ],
  ["a log without its snapshot", { "changes-3.log": HEADER.replace("0", "3") }, "snapshot-missing", undefined],
  ["a log of a later version", { "changes-0.log": '{"format":2,"generation":0}\n' }, "data-format-newer", undefined],
  ["a snapshot of a later version", { "state.json": '{"format": 2, "records": []}' }, "data-format-newer", undefined],
  ["an empty snapshot", { "state.json": "" }, "snapshot-damaged", undefined],
  ["half a snapshot", { "state.json": '{\n  "format": 1,\n  "gener' }, "snapshot-damaged", undefined],
  [
    "a snapshot that is not UTF-8",
    { "state.json": Buffer.from('{"format":1,"x":"\xff"}', "latin1") },
    "snapshot-damaged",
    undefined,
  ],
  ["a snapshot without generation", { "state.json": '{"format": 1, "tenants": {}}' }, "snapshot-damaged", undefined],
  [
    "a record that is no object",
    { "state.json": '{"format":1,"generation":0,"tenants":{"a":{"b":{"c":1}}}}' },
    "snapshot-damaged",
    undefined,
  ],
] as const)("%s stops the start and leaves the files as they are", async ([, files, code, offset]) => {
  const dir = directoryWith(files);
  const before = contentsOf(dir);
  const refusal = await refusalOf(dir);
  expect(refusal.code).toBe(code);
  expect("offset" in refusal ? refusal.offset : undefined).toBe(offset);
  expect(contentsOf(dir)).toEqual(before);
});

test("the message about a snapshot that was edited into disorder names the line", async () => {
  const dir = directoryWith({ "state.json": '{\n  "format": 1,\n  "generation": 0,\n  "tenants": oops\n}\n' });
  const message = explainDataRefused(await refusalOf(dir));
  expect(message).toMatch(/state\.json must be a snapshot .* it is not JSON: .*o.*nothing was changed/s);
});

test("a snapshot with a comma too many is refused with line and column", async () => {
  const text =
    '{\n  "format": 1,\n  "generation": 0,\n  "tenants": {\n    "default": {\n      "notes": {\n        "a": {"id":"a"},\n      }\n    }\n  }\n}\n';
  expect(await refusalOf(directoryWith({ "state.json": text }))).toMatchObject({
    code: "snapshot-damaged",
    detail: expect.stringMatching(/\(line 8 column 7\)/),
  });
});

test("a snapshot that an editor laid out anew is read", async () => {
  const state = {
    format: 1,
    generation: 5,
    tenants: { default: { notes: { b: { id: "b", text: "1" }, a: { id: "a", text: "2" } } } },
  };
  for (const text of [
    JSON.stringify(state),
    JSON.stringify(state, null, 4),
    `\ufeff${JSON.stringify(state, null, "\t").replaceAll("\n", "\r\n")}`,
  ]) {
    const { directory } = await openDirectory(directoryWith({ "state.json": text }));
    expect(await idsIn(directory.store("default"))).toEqual(["b", "a"]);
  }
});

test("a file in the place of the directory is refused with what to do", async () => {
  const file = path.join(directoryWith({ data: "" }), "data");
  expect(explainDataRefused(await refusalOf(file))).toMatch(
    /must be a directory that can be written, but ENOTDIR.*--memory/,
  );
  expect((await refusalOf(path.join(file, "below"))).code).toBe("data-unwritable");
});

test("a directory without permission is refused", async () => {
  const parent = temporaryDirectory();
  chmodSync(parent, 0o755);
  const dir = path.join(parent, "data");
  mkdirSync(dir, { mode: 0o500 });
  const user = process.geteuid?.() ?? 1;
  if (user === 0) process.seteuid?.(65_534); // the superuser is stopped by no permission
  const refusal = await refusalOf(dir).finally(() => process.seteuid?.(user));
  expect(refusal).toMatchObject({ code: "data-unwritable", cause: expect.stringContaining("EACCES") });
  expect(contentsOf(dir)).toEqual({});
});

test("a directory that is open is refused to a second one, which names the process", async () => {
  const dir = temporaryDirectory();
  const { directory } = await openDirectory(dir);
  expect(await refusalOf(dir)).toEqual({ code: "data-locked", dir, pid: process.pid });
  await directory.close();
  await (await openDirectory(dir)).directory.close();
});

test("a refused start gives the lock back", async () => {
  const dir = directoryWith({ "state.json": "" });
  await refusalOf(dir);
  expect(existsSync(path.join(dir, "lock"))).toBe(false);
});

test("the lock of a dead process is taken over and reported", async () => {
  const dir = directoryWith({ lock: '{"pid":4194305,"started":null,"id":"00000000000000ff"}' });
  const { reports } = await openDirectory(dir);
  expect(reports).toEqual([expect.stringContaining("left locked by process 4194305, which has ended; taken over")]);
});
