import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { ProviderName } from "../plan/case.ts";
import { buildSpecification } from "./build-specification.ts";
import { builtWarnings, digestOf } from "./built-sources.ts";
import { sourceNames, textOrNothing } from "./document-names.ts";
import { isNode, kindOf } from "./json-pointer.ts";
import { applyOverlay, type Merged } from "./overlay.ts";
import { preflight } from "./preflight.ts";
import type { DocumentProblem, Report } from "./problem.ts";
import { readSource, type Source } from "./source.ts";
import type { Specification } from "./specification.ts";

/** A specification that can be used, or all that is wrong with its documents. */
export type SpecificationResult =
  | {
      readonly ok: true;
      readonly specification: Specification;
      readonly warnings: readonly DocumentProblem[];
      /** Names all that was checked. */
      readonly digest: string;
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** This file lies three folders below the package's root, as source and when built. */
const packageRoot = new URL("../../../", import.meta.url);

/**
 * Reads `spec/<provider>/openapi.yaml` with its `overlay.yaml` below the package's root, or below another folder, and checks
 * both. A document with a problem gives no specification; a warning does not hinder.
 */
export function readSpecification(provider: ProviderName, root: string | URL = packageRoot): SpecificationResult {
  const folder = new URL(`spec/${provider}/`, folderUrl(root));
  const base = readSource(new URL("openapi.yaml", folder), `spec/${provider}/openapi.yaml`);
  if (!base.ok) return base;
  const overlay = existsSync(new URL("overlay.yaml", folder)) ? read(folder, provider, "overlay.yaml") : null;
  if (overlay?.ok === false) return overlay;
  const sources = existsSync(new URL("sources.yaml", folder)) ? read(folder, provider, "sources.yaml") : null;
  if (sources?.ok === false) return sources;
  const decisions = textOrNothing(new URL("decisions.md", folder));
  const names = sourceNames(sources?.source.value, decisions);
  const parts = [base.source.digest, overlay?.source.digest ?? "", sources?.source.digest ?? "", decisions];
  return specificationOf(provider, {
    base: base.source,
    overlay: overlay?.source ?? null,
    names,
    digest: digestOf(...parts),
  });
}

function read(folder: URL, provider: ProviderName, name: string): ReturnType<typeof readSource> {
  return readSource(new URL(name, folder), `spec/${provider}/${name}`);
}

/** A folder's URL ends in a slash, or else its last name is cut off. */
function folderUrl(root: string | URL): URL {
  const url = root instanceof URL ? root : pathToFileURL(root);
  return url.href.endsWith("/") ? url : new URL(`${url.href}/`);
}

interface Documents {
  readonly base: Source;
  readonly overlay: Source | null;
  readonly names: ReadonlySet<string>;
  /** Names all that is checked. */
  readonly digest: string;
}

function specificationOf(provider: ProviderName, { base, overlay, names, digest }: Documents): SpecificationResult {
  if (!isNode(base.value)) {
    const message = `an OpenAPI document must be an object, got ${kindOf(base.value)}`;
    return { ok: false, problems: [{ ...base.placeOf("#"), rule: "not-an-object", message }] };
  }
  const merged = applyOverlay(base, overlay);
  const problems = [...merged.problems];
  const known = builtWarnings(provider, digest);
  const warnings: DocumentProblem[] = [...(known ?? [])];
  const refuse = noteIn(problems, merged);
  if (known === null) preflight(merged.document, { sources: names, refuse, warn: noteIn(warnings, merged) });
  if (problems.length > 0) return { ok: false, problems };
  const { document, placeOf } = merged;
  return { ok: true, specification: buildSpecification({ provider, document, placeOf }), warnings, digest };
}

/** What an alias repeats stands at one place of the document, and is one problem. */
function noteIn(list: DocumentProblem[], merged: Merged): Report {
  return (pointer, rule, message) => {
    const problem = { ...merged.placeOf(pointer), rule, message };
    if (!list.some((known) => isDeepStrictEqual(known, problem))) list.push(problem);
  };
}
