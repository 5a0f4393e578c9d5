import { parseSource } from "../../documents/source.ts";
import type { FlowFile } from "../arazzo.ts";
import { flowSources } from "../flow-cases.ts";
import type { FlowAnswer, FlowCall, FlowPorts } from "../flow-ports.ts";
import { type FlowFileResult, readFlows } from "../read-arazzo.ts";

/** An invented API: a shelf of books, and the keeper who looks after it. */
export const SHELF: unknown = {
  paths: {
    "/books": { get: { operationId: "listBooks" }, post: { operationId: "addBook" } },
    "/books/{id}": { get: { operationId: "showBook" }, delete: { operationId: "dropBook" } },
  },
};
export const KEEPER: unknown = { paths: { "/__admin/clock/advance": { post: { operationId: "advance" } } } };

const HEAD = `arazzo: 1.0.1
info: { title: Shelf, version: "1" }
sourceDescriptions:
  - { name: shelf, url: ./shelf.yaml, type: openapi }
`;

/** Reads a flow file with one source, `shelf`; `rest` begins with `workflows:`. */
export function readShelfFlows(rest: string): FlowFileResult {
  const source = parseSource(HEAD + rest, "shelf/flows.arazzo.yaml");
  if (!source.ok) return source;
  return readFlows(source.source, flowSources({ shelf: SHELF }));
}

/** The same, where nothing is wrong with it. */
export function shelfFlows(rest: string): FlowFile {
  const read = readShelfFlows(rest);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.flows;
}

/** An answer as the shelf gives it. */
export interface ShelfAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a flow did to the world. */
export interface ShelfWorld {
  readonly ports: FlowPorts;
  readonly calls: FlowCall[];
  readonly waits: number[];
  readonly awaited: unknown[];
}

/** A world that gives these answers one after the other, the last one for ever; an error is thrown. */
export function shelfWorld(answers: readonly (ShelfAnswer | Error)[], more: Partial<FlowPorts> = {}): ShelfWorld {
  const [calls, waits, awaited]: [FlowCall[], number[], unknown[]] = [[], [], []];
  const send = (_source: string, call: FlowCall): Promise<FlowAnswer> => {
    const next = answers[Math.min(calls.length, answers.length - 1)] ?? {};
    calls.push(call);
    if (next instanceof Error) return Promise.reject(next);
    const { status = 200, headers = {}, body = {} } = next;
    return Promise.resolve({ status, headers: new Map(Object.entries(headers)), body, text: JSON.stringify(body) });
  };
  const ports: FlowPorts = {
    send,
    wait: (seconds) => {
      waits.push(seconds);
      return Promise.resolve();
    },
    awaitWebhook: (expected) => {
      awaited.push(expected);
      return Promise.resolve(null);
    },
    ...more,
  };
  return { ports, calls, waits, awaited };
}
