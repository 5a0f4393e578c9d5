import { createSimulator, type SimulatorOptions, type TenantHandle } from "../../index.ts";

/** What a client saw of an answer. */
interface Seen {
  readonly status: number;
  readonly contentType: string | null;
  readonly token: string | null;
  readonly requestId: string | null;
  readonly connection: string | null;
  readonly text: string;
}

/** How a request leaves the usual path. */
export interface Change {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers of the usual request that are left out. */
  readonly without?: readonly string[];
  readonly raw?: string;
}

/** Another tenant that every sandbox of a probe has. */
const OTHER_TENANT = "other";

const DIGEST = "d0f12ebb5e82841005e1974a77a0c88b";
const CHINA = { id: 1001, currency: "USD", currencyId: 2, money: 12.5, periodNum: 7, packageCode: "PKG-CN-5" } as const;

/** An answer, read as JSON. `obj` and `data` are loosely typed, so that a probe can look into them. */
// biome-ignore lint/suspicious/noExplicitAny: probes look into whatever comes
export type Read = any;

/** A client of both providers that keeps what it saw. The same probe sees the same twice, unless a mutant makes the difference. */
export class Probe {
  readonly handle: TenantHandle;
  readonly seen: unknown[] = [];
  readonly #fetch: (path: string, init: RequestInit) => Promise<Response>;
  #count = 0;

  constructor(fetch: (path: string, init: RequestInit) => Promise<Response>, handle: TenantHandle) {
    this.#fetch = fetch;
    this.handle = handle;
  }

  /** Keeps something besides answers. */
  note(value: unknown): void {
    this.seen.push(value);
  }

  /** Calls eSIM Access. */
  a(path: string, body: unknown = {}, change: Change = {}): Promise<Read> {
    const headers = { "rt-accesscode": this.handle.credentials.esimaccess.accessCode };
    return this.#call(`/api/v1/open/${path}`, body, { ...change, headers: { ...headers, ...change.headers } });
  }

  /** Calls FMS. */
  f(path: string, body: object, token?: string, change: Change = {}): Promise<Read> {
    const { partnerCode } = this.handle.credentials.fms;
    const headers = token === undefined ? change.headers : { "x-access-token": token, ...change.headers };
    return this.#call(path, { partnerCode, ...body }, { ...change, ...(headers === undefined ? {} : { headers }) });
  }

  /** Orders one kind of package; gives the order's number. */
  async order(packageCode = "CKH144", further: object = {}, count = 1): Promise<string> {
    this.#count += 1;
    const transactionId = `purchase-${this.#count}`;
    const packageInfoList = [{ packageCode, count }];
    const answer = await this.a("esim/order", { transactionId, packageInfoList, ...further });
    return String(answer?.obj?.orderNo);
  }

  /** The eSIMs of an order. */
  async rows(orderNo: string): Promise<Read[]> {
    const answer = await this.a("esim/query", { orderNo, pager: { pageNum: 1, pageSize: 50 } });
    return [answer?.obj?.esimList ?? []].flat();
  }

  /** Buys one eSIM and gives its number, read behind the wire. */
  async esim(packageCode?: string): Promise<string> {
    await this.order(packageCode);
    await this.handle.clock.advance("2s");
    return (await this.handle.esims.list({ provider: "esimaccess" })).at(-1)?.id ?? "";
  }

  /** Reads an eSIM. */
  row(esimTranNo: string): Promise<Read> {
    return this.a("esim/query", { esimTranNo, pager: { pageNum: 1, pageSize: 50 } });
  }

  /** Buys an eSIM and brings it into use. */
  async active(packageCode?: string): Promise<string> {
    const id = await this.esim(packageCode);
    for (const event of ["download", "install", "enable", "attach"] as const) await this.handle.esims[event](id);
    return id;
  }

  /** Lets it be known what the wallet holds. */
  async wallet(): Promise<void> {
    await this.a("balance/query");
  }

  /** Registers a user of FMS; gives the token. */
  async user(email = "traveller@example.com"): Promise<string> {
    const answer = await this.f("/user/emailRegister", { email, passwd: DIGEST });
    return String(answer.data?.["x-access-token"]);
  }

  login(email = "traveller@example.com"): Promise<Read> {
    return this.f("/user/emailLogin", { email, passwd: DIGEST });
  }

  /** Places a pre-order of the China package; gives its id. */
  async preOrder(token: string, changes: object = {}): Promise<string> {
    const answer = await this.f("/package/preOrderPackage", { ...CHINA, ...changes }, token);
    return String(answer.data?.id);
  }

  topUpOrder(orderId: string, token: string, changes: object = {}): Promise<Read> {
    return this.f("/package/topUpOrder", { ...CHINA, orderId, ...changes }, token);
  }

  notify(orderId: string, changes: object = {}): Promise<Read> {
    const type = "payment_intent.succeeded";
    return this.f("/payment/webhook", {
      dateTime: 1767225600,
      orderId,
      payAmount: 12.5,
      payCurrency: "USD",
      type,
      ...changes,
    });
  }

  status(orderId: string, token: string): Promise<Read> {
    return this.f("/package/queryOrdStatusAndEmail", { orderId }, token);
  }

  detail(orderId: string, token: string): Promise<Read> {
    return this.f("/order/myEsimDetail", { orderId }, token);
  }

  /** Buys the China package and waits until it is there. */
  async bought(): Promise<{ token: string; orderId: string }> {
    const token = await this.user();
    const orderId = await this.preOrder(token);
    await this.notify(orderId);
    await this.handle.clock.advance("2s");
    return { token, orderId };
  }

  async #call(path: string, body: unknown, change: Change): Promise<Read> {
    const usual = { "content-type": "application/json", ...change.headers };
    const headers = Object.fromEntries(
      Object.entries(usual).filter(([name]) => change.without?.includes(name) !== true),
    );
    const method = change.method ?? "POST";
    const sent = method === "GET" ? {} : { body: change.raw ?? JSON.stringify(body) };
    const response = await this.#fetch(path, { method, headers, ...sent });
    const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
    const seen: Seen = {
      status: response.status,
      contentType: response.headers.get("content-type"),
      token: response.headers.get("x-access-token"),
      requestId: response.headers.get("x-request-id"),
      connection: response.headers.get("connection"),
      text,
    };
    this.seen.push(seen);
    try {
      return JSON.parse(text);
    } catch {
      return {}; // what is no JSON was seen all the same
    }
  }
}

/** Runs a probe in a sandbox of its own; gives what was seen. */
export async function seenBy(
  run: (probe: Probe) => Promise<unknown>,
  options: SimulatorOptions = {},
): Promise<readonly unknown[]> {
  await using sim = await createSimulator(options);
  const probe = new Probe(sim.fetch, await sim.tenant());
  await sim.tenant(OTHER_TENANT);
  await run(probe);
  return probe.seen;
}
