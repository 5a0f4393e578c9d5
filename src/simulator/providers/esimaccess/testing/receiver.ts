import { Hono } from "hono";
import { beginningOf } from "../../../beginning.ts";
import { esimJobs } from "../../../esim/esim-life.ts";
import { buildApp } from "../../../http/app.ts";
import { Contract } from "../../../http/contract.ts";
import type { Provider } from "../../../http/provider.ts";
import type { DeliveryAttempt, OutgoingRequest } from "../../../kernel/outbox.ts";
import { readFixture, readSpec } from "../../../package-files.ts";
import { memoryDirectory } from "../../../storage/data-directory.ts";
import { TenantHandle } from "../../../tenant-handle.ts";
import { Tenants } from "../../../tenants.ts";
import { createEsimAccess } from "../index.ts";
import { Partner } from "./partner.ts";

/** A notification as a receiver hears it. */
interface Heard {
  readonly at: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly notifyType: string;
  readonly notifyId: string;
  readonly eventGenerateTime: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A receiver inside the process: what it heard, and the HTTP status it answers with (null for no answer at all). */
export interface Receiver {
  readonly partner: Partner;
  readonly heard: Heard[];
  /** The bodies exactly as they came. */
  readonly bodies: string[];
  /** Changes what the receiver answers; by default 200. */
  answers(status: (heard: Heard) => number | null): void;
  /** Lets the receiver do something before it answers. */
  answersAfter(work: (heard: Heard) => Promise<void>): void;
  /** Types of what was heard since the last call, with both statuses where there are any. */
  take(): string[];
}

const URL_IN_PROCESS = "http://sandbox.test";
const contract = new Contract(readSpec("esimaccess"));
const catalogue = readFixture("catalogues/esimaccess.json");

type Deliver = (
  sent: Pick<OutgoingRequest, "url" | "headers" | "body">,
  by: { readonly timeoutMs: number; readonly accepts: "2xx" | "200" },
) => Promise<Omit<DeliveryAttempt, "at">>;

/** One tenant of a sandbox without sockets, whose webhooks end at a receiver in the test. */
export async function openReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const bodies: string[] = [];
  let taken = 0;
  let workBefore: (heard: Heard) => Promise<void> = async () => undefined;
  let statusOf: (heard: Heard) => number | null = () => 200;
  const partner = await openPartner(async ({ url, headers, body }, { timeoutMs, accepts }) => {
    const event: Heard = { at: partner.handle.clock.now(), url, headers, timeoutMs, ...JSON.parse(body) };
    heard.push(event);
    bodies.push(body);
    await workBefore(event);
    const status = statusOf(event);
    if (status === null) return { outcome: "failed", status, detail: "no answer", wallMs: 0 };
    const isAccepted = accepts === "200" ? status === 200 : status >= 200 && status < 300;
    return { outcome: isAccepted ? "accepted" : "refused", status, detail: null, wallMs: 0 };
  });
  return {
    partner,
    heard,
    bodies,
    answers: (status) => {
      statusOf = status;
    },
    answersAfter: (work) => {
      workBefore = work;
    },
    take: () => {
      const fresh = heard.slice(taken);
      taken = heard.length;
      return fresh.map(({ notifyType, content }) => {
        const statuses = [content["esimStatus"], content["smdpStatus"]].filter((status) => status !== undefined);
        return [notifyType, ...statuses].join(" ");
      });
    },
  };
}

async function openPartner(deliver: Deliver): Promise<Partner> {
  const wall = { now: () => 0 };
  const provider = createEsimAccess({
    contract,
    startOptions: {},
    publicUrl: () => URL_IN_PROCESS,
    wall,
    rateLimit: "off",
    sendNow: (request) => deliver(request, { timeoutMs: request.timeoutMs, accepts: "2xx" }),
    catalogue,
  });
  const directory = memoryDirectory();
  const tenants = new Tenants((id) => ({
    store: directory.store(id),
    wall,
    jobs: { ...provider.jobs, ...esimJobs(() => provider.control.reactions) },
    send: (notification) => deliver(notification, notification.policy),
    seed: provider.seed,
    beginning: () => beginningOf({ id }, {}, 0),
  }));
  const tenant = await tenants.open("default");
  const app = appOf(provider, tenants);
  const serve = async (request: Request): Promise<Response> => app.fetch(request, {});
  const handle = new TenantHandle(tenant, {
    ...{ providers: [provider], startOptions: {}, publicUrl: () => URL_IN_PROCESS, serve },
    ...{ tenants, tables: provider.tables, shelf: directory.shelf, knowWorld: async () => null },
  });
  return new Partner(handle, (path, init) => serve(new Request(URL_IN_PROCESS + path, init)));
}

function appOf(provider: Provider, tenants: Tenants): ReturnType<typeof buildApp> {
  const ports = {
    tenants,
    contract,
    selfCheck: true,
    simHeaders: false,
    stopwatch: () => 0,
    sleep: async () => undefined,
    onExchange: () => undefined,
  };
  return buildApp({
    providers: [{ provider, ports }],
    only: null,
    admin: new Hono(),
    qr: async () => new Response(),
    front: () => new Response(),
  });
}
