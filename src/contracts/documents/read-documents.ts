import { existsSync } from "node:fs";
import type { FlowFile } from "../flows/arazzo.ts";
import { flowCases, flowSources } from "../flows/flow-cases.ts";
import { readFlows } from "../flows/read-arazzo.ts";
import type { Case, ProviderName } from "../plan/case.ts";
import { BrokenDocuments } from "./broken-documents.ts";
import { nodeOf } from "./json-pointer.ts";
import { readSpecification } from "./read-specification.ts";
import { readSource } from "./source.ts";
import type { Node, Specification } from "./specification.ts";

/** Everything that `spec/` says about providers. */
export interface Documents {
  readonly specifications: ReadonlyMap<string, Specification>;
  readonly flows: ReadonlyMap<string, FlowFile>;
  readonly flowCases: ReadonlyMap<string, readonly Case[]>;
}

/** This file lies three folders below the package's root, as source and when built. */
const packageRoot = new URL("../../../", import.meta.url);

/** What `spec/` says about one provider. */
interface ProviderDocuments {
  readonly specification: Specification;
  /** Null for a provider without flows. */
  readonly flows: FlowFile | null;
  readonly flowCases: readonly Case[];
}

const known = new Map<ProviderName, ProviderDocuments>();

/** Reads and checks the documents of providers, each once per process. @throws BrokenDocuments */
export function readDocuments(providers: readonly ProviderName[]): Documents {
  const specifications = new Map<string, Specification>();
  const flows = new Map<string, FlowFile>();
  const cases = new Map<string, readonly Case[]>();
  for (const provider of providers) {
    const found = known.get(provider) ?? read(provider);
    known.set(provider, found);
    specifications.set(provider, found.specification);
    if (found.flows !== null) flows.set(provider, found.flows);
    cases.set(provider, found.flowCases);
  }
  return { specifications, flows, flowCases: cases };
}

function read(provider: ProviderName): ProviderDocuments {
  const result = readSpecification(provider);
  if (!result.ok) throw new BrokenDocuments(result.problems);
  const { specification } = result;
  const flows = readFlowFile(provider, specification);
  return { specification, flows, flowCases: flows === null ? [] : flowCases(specification, flows) };
}

let knownControl: Node | null = null;

/** The document of the control API, which flows call as well. */
function controlDocument(): Node {
  if (knownControl !== null) return knownControl;
  const admin = readSource(new URL("spec/admin/openapi.yaml", packageRoot), "spec/admin/openapi.yaml");
  if (!admin.ok) throw new BrokenDocuments(admin.problems);
  knownControl = nodeOf(admin.source.value);
  return knownControl;
}

function readFlowFile(provider: ProviderName, specification: Specification): FlowFile | null {
  const name = `spec/${provider}/flows.arazzo.yaml`;
  const url = new URL(name, packageRoot);
  if (!existsSync(url)) return null;
  const source = readSource(url, name);
  if (!source.ok) throw new BrokenDocuments(source.problems);
  const sources = flowSources({ [provider]: specification.document, admin: controlDocument() });
  const read = readFlows(source.source, sources);
  if (!read.ok) throw new BrokenDocuments(read.problems);
  return read.flows;
}
