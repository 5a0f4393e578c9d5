import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createSimulator, type Simulator, type SimulatorOptions, type TenantHandle } from "../../../index.ts";
import type { OptionValue } from "../../../kernel/options.ts";

/** An answer, read. `obj` is loosely typed, so that a test can look into it. */
export interface Answered {
  readonly success: boolean;
  readonly errorCode: string | null;
  readonly errorMsg: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests compare what comes; a wrong shape fails them
  readonly obj: any;
}

/** Whatever `fetch` a partner's requests go through. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Seconds after which orders of the default kind are allocated. */
const ALLOCATED = "2s";

/** A partner with a tenant of its own, seen as a client of eSIM Access. */
export class Partner {
  readonly handle: TenantHandle;
  readonly accessCode: string;
  readonly #fetch: Fetch;
  #purchases = 0;

  constructor(handle: TenantHandle, fetch: Fetch) {
    this.handle = handle;
    this.accessCode = handle.credentials.esimaccess.accessCode;
    this.#fetch = fetch;
  }

  /** Sends a request as it stands. */
  send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { "rt-accesscode": this.accessCode, "content-type": "application/json", ...init.headers };
    return this.#fetch(`/api/v1/open/${path}`, { method: "POST", ...init, headers });
  }

  /** Sends an empty request with these headers and no others. */
  raw(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    return this.#fetch(`/api/v1/open/${path}`, { method: "POST", headers });
  }

  /** Calls an endpoint with a JSON body. */
  async call(path: string, body: unknown = {}): Promise<Answered> {
    const response = await this.send(path, { body: JSON.stringify(body) });
    expect(response.status).toBe(200);
    return (await response.json()) as Answered; // the envelope that every answer has
  }

  /** The code of what a call is answered with. */
  async codeOf(path: string, body: unknown = {}): Promise<string | null> {
    return (await this.call(path, body)).errorCode;
  }

  async balance(): Promise<number> {
    return (await this.call("balance/query")).obj.balance;
  }

  /** Orders `count` eSIMs of a package; the answer's order number. */
  async order(
    packageCode: string,
    wanted: { readonly count?: number; readonly periodNum?: number } = {},
  ): Promise<string> {
    this.#purchases += 1;
    const transactionId = `purchase-${this.#purchases}`;
    const packageInfoList = [{ packageCode, count: 1, ...wanted }];
    const answer = await this.call("esim/order", { transactionId, packageInfoList });
    expect(answer.errorMsg).toBeNull();
    return answer.obj.orderNo;
  }

  /** Buys one eSIM and waits for its allocation; gives its row. */
  async esim(packageCode: string, wanted: { readonly periodNum?: number } = {}): Promise<Answered["obj"]> {
    const orderNo = await this.order(packageCode, wanted);
    await this.handle.clock.advance(ALLOCATED);
    return (await this.call("esim/query", { orderNo })).obj.esimList[0];
  }

  /** The present row of an eSIM. */
  async row(esimTranNo: string): Promise<Answered["obj"]> {
    return (await this.call("esim/query", { esimTranNo })).obj.esimList[0];
  }

  /** Tops an eSIM up. */
  topUp(esimTranNo: string, packageCode: string, further: object = {}): Promise<Answered> {
    this.#purchases += 1;
    return this.call("esim/topup", { esimTranNo, packageCode, transactionId: `top-up-${this.#purchases}`, ...further });
  }

  /** Brings an eSIM to a device and on to where the name says. */
  async play(esimTranNo: string, upTo: "download" | "install" | "enable" | "attach"): Promise<void> {
    for (const event of ["download", "install", "enable", "attach"] as const) {
      await this.handle.esims[event](esimTranNo);
      if (event === upTo) return;
    }
  }

  async set(options: Readonly<Record<string, OptionValue>>): Promise<void> {
    await this.handle.options.change({ esimaccess: options });
  }
}

/** Journal entries that no test may leave behind. */
const DEFECTS = ["contract-violation", "internal-error", "job-failed", "jobs-halted"] as const;

/** Fails when something of ours broke or broke the contract. */
export async function expectNoDefect(handle: TenantHandle): Promise<void> {
  for (const kind of DEFECTS) expect(await handle.journal.list({ kind })).toEqual([]);
}

/** One sandbox for a test file; each partner has a tenant of its own, looked through for defects after its test. */
export function partners(
  options: SimulatorOptions = {},
): (values?: Readonly<Record<string, OptionValue>>) => Promise<Partner> {
  let simulator: Simulator;
  let count = 0;
  let open: Partner[] = [];
  beforeAll(async () => {
    simulator = await createSimulator(options);
  });
  afterEach(async () => {
    for (const { handle } of open) await expectNoDefect(handle);
    open = [];
  });
  afterAll(() => simulator.close());
  return async (values = {}) => {
    count += 1;
    const partner = new Partner(await simulator.tenant(`shop-${count}`), simulator.fetch);
    open.push(partner);
    if (Object.keys(values).length > 0) await partner.set(values);
    return partner;
  };
}
