import { existsSync } from "node:fs";
import type { FlowFile } from "../flows/arazzo.ts";
import { flowCases, flowSources } from "../flows/flow-cases.ts";
import { readFlows } from "../flows/read-arazzo.ts";
import type { Case, ProviderName } from "../plan/case.ts";
import { BrokenDocuments } from "./broken-documents.ts";
import { readSpecification } from "./read-specification.ts";
import { readSource } from "./source.ts";
import type { Specification } from "./specification.ts";

/** Everything that `spec/` says about providers. */
export interface Documents {
  readonly specifications: ReadonlyMap<string, Specification>;
  readonly flows: ReadonlyMap<string, FlowFile>;
  readonly flowCases: ReadonlyMap<string, readonly Case[]>;
}

/** This file lies three folders below the package's root, as source and when built. */
const packageRoot = new URL("../../../", import.meta.url);

const known = new Map<string, Documents>();

/** Reads and checks the documents of providers, once per process. @throws BrokenDocuments */
export function readDocuments(providers: readonly ProviderName[]): Documents {
  const key = providers.join(" ");
  const found = known.get(key) ?? read(providers);
  known.set(key, found);
  return found;
}

function read(providers: readonly ProviderName[]): Documents {
  const specifications = new Map<string, Specification>();
  const flows = new Map<string, FlowFile>();
  const cases = new Map<string, readonly Case[]>();
  for (const provider of providers) {
    const result = readSpecification(provider);
    if (!result.ok) throw new BrokenDocuments(result.problems);
    specifications.set(provider, result.specification);
    const file = readFlowFile(provider, result.specification);
    if (file === null) continue;
    flows.set(provider, file);
    cases.set(provider, flowCases(result.specification, file));
  }
  return { specifications, flows, flowCases: cases };
}

function readFlowFile(provider: ProviderName, specification: Specification): FlowFile | null {
  const name = `spec/${provider}/flows.arazzo.yaml`;
  const url = new URL(name, packageRoot);
  if (!existsSync(url)) return null;
  const source = readSource(url, name);
  if (!source.ok) throw new BrokenDocuments(source.problems);
  const admin = readSource(new URL("spec/admin/openapi.yaml", packageRoot), "spec/admin/openapi.yaml");
  if (!admin.ok) throw new BrokenDocuments(admin.problems);
  const sources = flowSources({ [provider]: specification.document, admin: admin.source.value });
  const read = readFlows(source.source, sources);
  if (!read.ok) throw new BrokenDocuments(read.problems);
  return read.flows;
}
