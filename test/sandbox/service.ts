import { z } from "zod";
import type { Clock } from "../../src/kernel/clock.js";
import type { Market } from "../../src/kernel/market.js";
import { problemDialect } from "../../src/kernel/problem-dialect.js";
import { isRejection, reject } from "../../src/kernel/rejection.js";
import { ok, PUBLIC, route } from "../../src/kernel/route.js";
import { openSandboxClock } from "../../src/platform/clock/sandbox-clock.js";
import type { Database } from "../../src/platform/database/database.js";
import { sandboxOutbox } from "../../src/platform/gateways/messages/outbox.js";
import {
  pretendRazorpay,
  type PretendRazorpay,
} from "../../src/platform/gateways/razorpay/pretend/gateway.js";
import { HTTP_DEFAULTS } from "../../src/platform/http/config.js";
import { idempotencyStore } from "../../src/platform/http/idempotency-store.js";
import { rateLimits } from "../../src/platform/http/rate-limits.js";
import { createHttpServer } from "../../src/platform/http/server.js";
import { createLog } from "../../src/platform/telemetry/log.js";
import { createMetrics } from "../../src/platform/telemetry/metrics.js";
import type { SandboxPorts } from "../../src/sandbox/ports.js";
import { sandboxSurface } from "../../src/sandbox/surface.js";
import { SECRETS } from "../platform/gateways/razorpay/contract.js";
import { freshUrl, open } from "../platform/gateways/sandbox-world.js";

/** What the tests' own market hears from Razorpay. */
export interface Heard {
  readonly holds: boolean;
  readonly event: string;
  readonly eventId: string | undefined;
}

export interface Service {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: ReturnType<typeof sandboxOutbox>;
  readonly razorpay: PretendRazorpay;
  readonly heard: Heard[];
  call(path: string, json?: object): Promise<{ readonly status: number; readonly body: object }>;
  /** The content type of a GET's answer. */
  type(path: string): Promise<string | null>;
  close(): Promise<void>;
}

export type InjectedPorts = Omit<SandboxPorts, "clock" | "outbox" | "razorpay">;

/** The sandbox over HTTP beside a market of one webhook, on real stores. */
export async function startSandbox(injected: (clock: Clock) => InjectedPorts): Promise<Service> {
  const database = open(await freshUrl());
  const clock = await openSandboxClock(database);
  const outbox = sandboxOutbox(database, clock);
  let url = "";
  const razorpay = pretendRazorpay({
    database,
    secrets: SECRETS,
    clock,
    webhookUrl: () => `${url}/shop/webhook`,
    onError: (error) => {
      throw error;
    },
  });
  const heard: Heard[] = [];
  const ports: SandboxPorts = { clock, outbox, razorpay, ...injected(clock) };
  const server = createHttpServer({
    markets: [sandboxSurface(ports, "test"), shop(razorpay, heard)],
    ports: {
      clock,
      messenger: outbox,
      payments: () => razorpay,
      reads: database,
      idempotency: idempotencyStore(database, { lease: 1_000, patience: 1_000 }),
      rateLimits: rateLimits(database, clock),
      ...UNUSED,
    },
    config: HTTP_DEFAULTS,
    log: createLog({ level: "silent", pretty: false }),
    metrics: createMetrics(),
    checks: {},
  });
  url = `http://127.0.0.1:${await server.listen("127.0.0.1", 0)}`;
  return {
    database,
    clock,
    outbox,
    razorpay,
    heard,
    call: (path, json) => call(`${url}/sandbox${path}`, json),
    type: async (path) => (await fetch(`${url}/sandbox${path}`)).headers.get("content-type"),
    async close() {
      await server.close();
      await razorpay.close();
      clock.close();
      await database.close();
    },
  };
}

async function call(url: string, json: object | undefined) {
  const post = { method: "POST", headers: { "content-type": "application/json" } };
  const init = json === undefined ? {} : { ...post, body: JSON.stringify(json) };
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as object };
}

function shop(razorpay: PretendRazorpay, heard: Heard[]): Market {
  const webhook = route({
    method: "POST",
    path: "/webhook",
    summary: "Hears Razorpay",
    tag: "Payments",
    may: PUBLIC,
    limit: "open",
    replies: { 200: { description: "Heard", schema: z.looseObject({}) } },
    handle({ rawBody, headers }) {
      const holds = razorpay.webhookSignatureHolds(rawBody, headers["x-razorpay-signature"] ?? "");
      const { event } = JSON.parse(rawBody.toString()) as { event: string };
      heard.push({ holds, event, eventId: headers["x-razorpay-event-id"] });
      const wrong = reject("malformed", "wrong_signature", "The signature is wrong");
      return Promise.resolve(holds ? ok({ success: true }) : wrong);
    },
  });
  return {
    name: "shop",
    title: "Shop",
    base: "/shop",
    hostBase: "",
    description: "A market of one webhook.",
    realms: [],
    dialect: problemDialect,
    limits: { open: { most: 1_000, window: 60_000, by: "ip" } },
    routes: [webhook],
    tokens: { access: 1, refresh: 1 },
    idempotencyHeader: "Idempotency-Key",
  };
}

function unused(): never {
  throw new Error("the sandbox does not use this port");
}

/** What the sandbox reaches only through what main injects. */
const UNUSED = {
  commands: { execute: unused, load: unused, history: unused },
  claims: { take: unused, owner: unused, release: unused },
  numbers: { next: unused },
  drafts: { put: unused, get: unused, latest: unused },
  files: { keep: unused, read: unused, discard: unused },
  otps: { issue: unused, redeem: unused, redeemAll: unused },
  credentials: { set: unused, verify: unused },
  sessions: {
    start: unused,
    refresh: unused,
    renew: unused,
    end: unused,
    endOf: unused,
    endAll: unused,
  },
  tokens: { verify: unused },
  projected: { reached: unused },
  processed: { settled: () => Promise.resolve(true) },
  feed: { end: async () => 0 },
};

/** The paid order's ids, or an error that shows the answer. */
export function paidOrder(answer: { readonly body: object }) {
  const order = z.object({ razorpay_order_id: z.string(), razorpay_payment_id: z.string() });
  const read = order.safeParse(answer.body);
  if (!read.success || isRejection(answer.body)) throw new Error(JSON.stringify(answer.body));
  return { orderId: read.data.razorpay_order_id, paymentId: read.data.razorpay_payment_id };
}
