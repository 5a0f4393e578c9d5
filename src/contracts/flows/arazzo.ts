import type { Node } from "../documents/specification.ts";
import type { Evidence, SpecPlace } from "../plan/case.ts";
import type { Condition } from "./conditions.ts";

/** An operation of a source description, as far as a flow needs it. */
export interface FlowOperation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
}

/** The operations of each OpenAPI source by `operationId`, under the name that the flow file gives the source. */
export type FlowSources = ReadonlyMap<string, ReadonlyMap<string, FlowOperation>>;

/** Where a parameter goes; null for an input of a workflow. */
type ParameterPlace = "path" | "query" | "header" | "cookie" | null;

/** A parameter of a step, references resolved. */
export interface FlowParameter {
  readonly name: string;
  readonly in: ParameterPlace;
  /** A value with runtime expressions in it. */
  readonly value: unknown;
}

/** Something that must hold. */
export type Criterion =
  | { readonly type: "simple"; readonly text: string; readonly condition: Condition }
  | { readonly type: "regex"; readonly text: string; readonly context: string; readonly pattern: RegExp }
  | { readonly type: "jsonpath"; readonly text: string; readonly context: string };

/** Where an action leads. */
export type ActionTarget = { readonly stepId: string } | { readonly workflowId: string };

/** What happens after a step, when all criteria hold. */
export interface FlowAction {
  readonly name: string;
  readonly type: "end" | "goto" | "retry";
  /** Never null for `goto`; for `retry` what runs before the step is tried again. */
  readonly target: ActionTarget | null;
  readonly criteria: readonly Criterion[];
  readonly retryAfterSeconds: number;
  readonly retryLimit: number;
}

/** What a step sends. */
export interface FlowBody {
  readonly contentType: string;
  /** A value with runtime expressions in it. */
  readonly payload: unknown;
  /** Values put into the payload by JSON pointer. */
  readonly replacements: readonly { readonly target: string; readonly value: unknown }[];
}

/** `x-expect-webhook`: a notification that must have arrived after the step. */
export interface ExpectedWebhook {
  /** Its key under `webhooks:`. */
  readonly name: string;
  /** JSONata over `body`, with embedded runtime expressions; absent where any will do. */
  readonly predicate: string | null;
  /** A duration, such as `60s`. */
  readonly within: string;
}

/** One step of a workflow, with what the workflow says for all of its steps. */
export interface FlowStep {
  readonly stepId: string;
  readonly description: string;
  readonly place: SpecPlace;
  readonly target:
    | { readonly kind: "operation"; readonly source: string; readonly operation: FlowOperation }
    | { readonly kind: "workflow"; readonly workflowId: string };
  readonly parameters: readonly FlowParameter[];
  readonly body: FlowBody | null;
  readonly successCriteria: readonly Criterion[];
  readonly onSuccess: readonly FlowAction[];
  readonly onFailure: readonly FlowAction[];
  /** Runtime expressions by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly expectedWebhook: ExpectedWebhook | null;
}

/** One workflow. */
export interface Workflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly place: SpecPlace;
  readonly evidence: Evidence;
  /** JSON schema of the inputs. */
  readonly inputs: Node;
  readonly dependsOn: readonly string[];
  readonly steps: readonly FlowStep[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** An Arazzo 1.0 file whose references all lead somewhere. */
export interface FlowFile {
  readonly file: string;
  readonly workflows: ReadonlyMap<string, Workflow>;
  /** URLs of the source descriptions by name. */
  readonly sources: Readonly<Record<string, string>>;
  /** The file's components, for `$components`. */
  readonly components: Node;
}
