import { readDocuments } from "./documents/read-documents.ts";
import type { Plan, ProviderName } from "./plan/case.ts";
import type { PlanOptions } from "./plan-contract.ts";
import { createMasker, type Masker } from "./run/masking.ts";
import { createReceiver, type Receiver } from "./run/receiver.ts";
import { type CasesOutcome, type Progress, runCases } from "./run/run-cases.ts";
import type { Target } from "./targets/target.ts";

/** Runs cases in this process, against a target that is open. */
export class LocalWorker {
  readonly #plan: Plan;
  readonly #options: PlanOptions;
  readonly #target: Target;
  readonly #inbox: LazyReceiver;

  /** `listen`: where its receiver listens, `127.0.0.1` and a free port unless named. */
  constructor(
    plan: Plan,
    options: PlanOptions,
    { target, listen = {} }: { readonly target: Target; readonly listen?: Partial<ListenAddress> },
  ) {
    this.#plan = plan;
    this.#options = options;
    this.#target = target;
    this.#inbox = new LazyReceiver(listen);
  }

  get providers(): readonly ProviderName[] {
    return this.#plan.providers;
  }

  run(indices: readonly number[], onProgress: (progress: Progress) => void): Promise<CasesOutcome> {
    const { specifications, flows } = readDocuments(this.#options.providers);
    return runCases(this.#plan, indices, {
      specifications,
      flows,
      target: this.#target,
      masker: maskerFor(this.#target, this.#plan),
      inbox: () => this.#inbox.open(),
      onProgress,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      stopwatch: () => performance.now(),
      isLive: this.#options.profile === "live-read",
    });
  }

  close(): Promise<void> {
    return this.#inbox.close();
  }
}

/** Where a receiver listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Hides the credentials of every tenant that takes part. */
function maskerFor(target: Target, plan: Plan): Masker {
  const masker = createMasker();
  for (const provider of plan.providers) {
    for (const who of ["usual", "other"] as const) {
      for (const [name, value] of Object.entries(target.credentials(provider, who)?.values ?? {})) {
        masker.secret(name, value);
      }
    }
  }
  return masker;
}

/** A receiver that is opened when a case first needs one. */
class LazyReceiver {
  readonly #address: Partial<ListenAddress>;
  #receiver: Promise<Receiver> | null = null;

  constructor(address: Partial<ListenAddress>) {
    this.#address = address;
  }

  open(): Promise<Receiver> {
    this.#receiver ??= createReceiver(this.#address);
    return this.#receiver;
  }

  async close(): Promise<void> {
    await (await this.#receiver)?.close();
  }
}
