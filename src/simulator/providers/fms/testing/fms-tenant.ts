import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createSimulator, type Simulator, type TenantHandle } from "../../../index.ts";
import type { OptionValue } from "../../../kernel/options.ts";

/** An answer of the sandbox, read. */
export interface Answered {
  readonly status: number;
  readonly token: string | null;
  readonly code: unknown;
  readonly message: unknown;
  /** Members of an object, or of the whole list. */
  readonly data: Readonly<Record<string, unknown>> & Iterable<Readonly<Record<string, unknown>>>;
  readonly body: unknown;
}

/** MD5 values of made-up passwords. */
export const DIGEST = "d0f12ebb5e82841005e1974a77a0c88b";
export const OTHER_DIGEST = "8790d272c7b61d6fb15d8d4aa2d3d775";

/** The China package of the catalogue, as a client would order it. */
export const CHINA = { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7 } as const;

/** A tenant of its own, seen by a client of FMS. */
export class FmsTenant {
  readonly handle: TenantHandle;
  readonly partnerCode: string;
  readonly #sandbox: Simulator;

  constructor(sandbox: Simulator, handle: TenantHandle) {
    this.#sandbox = sandbox;
    this.handle = handle;
    this.partnerCode = handle.credentials.fms.partnerCode;
  }

  async send(path: string, init: RequestInit): Promise<Answered> {
    const response = await this.#sandbox.fetch(path, init);
    const body: unknown = JSON.parse(await response.text());
    const { code, message, data } = body as Pick<Answered, "code" | "message" | "data">; // every answer has the envelope
    return { status: response.status, token: response.headers.get("x-access-token"), code, message, data, body };
  }

  /** Posts a body; the tenant's partner code is filled in unless the body names one. */
  post(path: string, body: object, token?: string): Promise<Answered> {
    const headers = { "content-type": "application/json", ...(token === undefined ? {} : { "x-access-token": token }) };
    const filled = Array.isArray(body) ? body : { partnerCode: this.partnerCode, ...body };
    return this.send(path, { method: "POST", headers, body: JSON.stringify(filled) });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send(path, { headers: { "x-sim-tenant": this.handle.id, ...headers } });
  }

  /** Registers a user and gives the token. */
  async register(email = "traveller@example.com"): Promise<string> {
    const registered = await this.post("/user/emailRegister", { email, passwd: DIGEST });
    return String(registered.token);
  }

  /** Places the order of the China package, changed as given, and gives its id. */
  async preOrder(token: string, changes: object = {}): Promise<string> {
    const placed = await this.post("/package/preOrderPackage", { ...CHINA, ...changes }, token);
    expect(placed.code).toBe(0);
    return String(placed.data["id"]);
  }

  /** Sends the notice of a successful payment of the China package, changed as given. */
  notify(orderId: string, changes: object = {}): Promise<Answered> {
    const type = "payment_intent.succeeded";
    const notice = { dateTime: 1767225600, orderId, payAmount: 12.5, payCurrency: "USD", type };
    return this.post("/payment/webhook", { ...notice, ...changes });
  }

  status(orderId: string, token: string): Promise<Answered> {
    return this.post("/package/queryOrdStatusAndEmail", { orderId }, token);
  }

  /** Registers a user, buys the China package and waits until it is there. */
  async buy(): Promise<{ token: string; orderId: string }> {
    const token = await this.register();
    const orderId = await this.preOrder(token);
    await this.notify(orderId);
    await this.handle.clock.advance("2s");
    return { token, orderId };
  }

  setOptions(values: Readonly<Record<string, OptionValue>>): Promise<unknown> {
    return this.handle.options.change({ fms: values });
  }

  setPackage(change: { stock?: number | null; onSale?: boolean; price?: number }): Promise<unknown> {
    return this.handle.packages.change("fms", "PKG-CN-5", change);
  }

  async stockOfChina(): Promise<number | null> {
    const listed = await this.handle.packages.list({ provider: "fms" });
    return listed.find(({ code }) => code === "PKG-CN-5")?.stock ?? null;
  }
}

/**
 * Keeps one sandbox per test file and gives each test a tenant of its own. After each test the journals must hold no violation of the
 * contract and no failure of ours.
 */
export function useSandbox(): { open(options?: Readonly<Record<string, OptionValue>>): Promise<FmsTenant> } {
  let sandbox: Simulator;
  let opened: TenantHandle[] = [];
  let count = 0;
  beforeAll(async () => {
    sandbox = await createSimulator();
  });
  afterAll(async () => {
    await sandbox.close();
  });
  afterEach(async () => {
    for (const handle of [await sandbox.tenant(), ...opened]) {
      const entries = await handle.journal.list();
      expect(entries.filter(({ kind }) => DEFECTS.has(kind))).toEqual([]);
    }
    opened = [];
  });
  return {
    open: async (options) => {
      count += 1;
      const handle = await sandbox.tenant(`shop-${count}`);
      opened.push(handle);
      const tenant = new FmsTenant(sandbox, handle);
      if (options !== undefined) await tenant.setOptions(options);
      return tenant;
    },
  };
}

const DEFECTS = new Set(["contract-violation", "internal-error", "job-failed", "jobs-halted"]);
