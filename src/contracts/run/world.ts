import type { Specification } from "../documents/specification.ts";
import type { AnswerOracle } from "../oracle/answer.ts";
import { hashOf, tagOf } from "../plan/random.ts";
import type { Control, Credentials, Target } from "../targets/target.ts";
import type { CataloguePick, Catalogues } from "./catalogue.ts";
import type { Exchange } from "./exchange.ts";
import { durationOf, type ExpressionFunction, evaluate, fill } from "./expressions.ts";
import type { Inbox, Notification } from "./inbox.ts";

/** What all worlds of a run share. */
export interface WorldPorts {
  readonly spec: Specification;
  readonly target: Target;
  readonly oracle: AnswerOracle;
  readonly catalogues: Catalogues;
  readonly seed: number;
  /** Opens the run's receiver of notifications, once. */
  readonly inbox: () => Promise<Inbox>;
  /** Told of every exchange, in order. */
  readonly onExchange: (exchange: Exchange, world: World) => Promise<void>;
  /** Gives what judges the notifications of a world while their deliveries are in flight. */
  readonly onNotification: (world: World) => (notification: Notification) => Promise<void>;
  /** Waits that many wall milliseconds; used without a clock only. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** A life of the target's tenants: what exists there by name, and what was said. */
export class World {
  static #lives = 0;
  readonly ports: WorldPorts;
  readonly label: string;
  /** Tells this life from every other one; two sequences of a model can have the same label. */
  readonly life: number;
  /** Values by name, as steps have saved them. */
  readonly saved: Record<string, unknown> = {};
  readonly exchanges: Exchange[] = [];
  /** How many notifications earlier steps have judged. */
  heard = 0;
  /** Whether what a notification says is compared with a query: not where the world moves on while it is delivered. */
  isCompared = true;
  #clock: number | null = null;
  #moves = 0;
  #isRunning = false;
  #hasMet = false;
  #fresh = 0;
  #pick: CataloguePick | null = null;

  constructor(ports: WorldPorts, label: string) {
    this.ports = ports;
    this.label = label;
    World.#lives += 1;
    this.life = World.#lives;
  }

  get spec(): Specification {
    return this.ports.spec;
  }

  /** @throws when the target has none: cases that need control are not run then. */
  get control(): Control {
    const { control } = this.ports.target;
    if (control === null) throw new Error("the target cannot be controlled");
    return control;
  }

  credentials(who: "usual" | "other" = "usual"): Credentials {
    const found = this.ports.target.credentials(this.spec.provider, who);
    if (found === null) throw new Error(`the target has no ${who} credentials`);
    return found;
  }

  get tenantId(): string {
    return this.credentials().tenantId;
  }

  /** Gives the tenant a new life, where that is possible. */
  async begin(): Promise<void> {
    if (!this.ports.target.capabilities.has("reset")) return;
    const now = await this.control.reset(this.tenantId);
    this.clockMoved();
    this.#clock = now;
  }

  /** Gives the other tenant a new life, too, at the present instant of this one; few cases call as the other one. */
  async meetOther(): Promise<void> {
    const { capabilities } = this.ports.target;
    if (this.#hasMet || !capabilities.has("tenants") || !capabilities.has("reset")) return;
    this.#hasMet = true;
    const { tenantId } = this.credentials("other");
    const began = await this.control.reset(tenantId);
    const now = await this.clock();
    if (now !== null && now > began) await this.control.advance(tenantId, `${now - began}ms`);
  }

  /** The tenant's clock in milliseconds since 1970; null without a clock. */
  async clock(): Promise<number | null> {
    if (!this.ports.target.capabilities.has("clock")) return null;
    if (this.#clock !== null && !this.#isRunning) return this.#clock;
    const moves = this.#moves;
    const now = await this.control.now(this.tenantId);
    if (moves === this.#moves) this.#clock = now; // a delivery may ask while the clock is being moved
    return now;
  }

  clockMoved(): void {
    this.#moves += 1;
    this.#clock = null;
  }

  async runClock(speed: number): Promise<void> {
    await this.control.run(this.tenantId, speed);
    this.#isRunning = speed > 0;
    this.clockMoved();
  }

  async advance(by: unknown): Promise<void> {
    const ms = durationOf(by);
    this.clockMoved();
    const now = await this.control.advance(this.tenantId, `${ms}ms`);
    if (this.#hasMet && ms > 0) await this.control.advance(this.credentials("other").tenantId, `${ms}ms`);
    this.clockMoved();
    if (!this.#isRunning) this.#clock = now;
  }

  /** Prices were changed: what was read of the catalogue is stale. */
  catalogueChanged(): void {
    this.#pick = null;
    this.ports.catalogues.forget(this);
  }

  async evaluate(expression: string, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return evaluate(expression, await this.#variables([expression], more), this.#functions());
  }

  async fill(template: unknown, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const texts = expressionsIn(template);
    return texts.length === 0 ? template : fill(template, await this.#variables(texts, more), this.#functions());
  }

  /** A text that nobody has used: the same one for the same seed. */
  readonly fresh = (prefix: unknown = "c"): string => {
    this.#fresh += 1;
    const tag = tagOf(this.ports.seed, this.spec.provider, this.label, this.#fresh);
    return `${String(prefix)}${this.#fresh.toString(36)}-${tag}`.slice(0, 32);
  };

  async #variables(
    texts: readonly string[],
    more: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> {
    const variables: Record<string, unknown> = {
      credentials: this.credentials().values,
      seed: this.ports.seed,
      ...this.saved,
      ...more,
    };
    const mentions = (name: string): boolean => texts.some((text) => text.includes(name));
    if (mentions("clock") && !("clock" in more)) variables["clock"] = await this.clock();
    if (mentions("picks") || mentions("$price(") || mentions("$listed(")) {
      this.#pick ??= await this.ports.catalogues.of(this);
      variables["picks"] = this.#pick.picks;
    }
    if (mentions("receiverUrl")) variables["receiverUrl"] = (await this.ports.inbox()).url;
    return variables;
  }

  #functions(): Readonly<Record<string, ExpressionFunction>> {
    return {
      fresh: this.fresh,
      price: (code: unknown) => this.#pick?.find(String(code))?.price,
      listed: (code: unknown) => this.#pick?.find(String(code))?.row,
      draw: (from: unknown, most: unknown) => {
        this.#fresh += 1;
        const [least, span] = [Number(from), Number(most) - Number(from) + 1];
        return least + (hashOf(this.ports.seed, this.label, this.#fresh) % span);
      },
    };
  }
}

function expressionsIn(template: unknown): string[] {
  if (typeof template === "string") return template.startsWith("=") ? [template] : [];
  if (Array.isArray(template)) return template.flatMap(expressionsIn);
  if (typeof template !== "object" || template === null) return [];
  return Object.values(template).flatMap(expressionsIn);
}
