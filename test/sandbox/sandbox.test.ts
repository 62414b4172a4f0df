import test from "ava";
import { reject } from "../../src/kernel/rejection.js";
import { sandboxSurface } from "../../src/sandbox/surface.js";
import { startSandbox, type InjectedPorts, type Service } from "./service.js";

/** What the injected ports were asked, in order. */
const asked: unknown[] = [];
let service: Service;

const SENT = {
  id: "d-1",
  marketplace: "m",
  subscriber: "shop.example",
  event: "booking.created",
  subject: "booking-1",
  attempts: 1,
  last_status: 200,
  last_error: null,
  tried_at: "2026-01-01T00:00:00.000Z",
  delivered_at: "2026-01-01T00:00:00.000Z",
};

test.before(async () => {
  service = await startSandbox((clock): InjectedPorts => ({
    runDueNow() {
      asked.push({ due: new Date(clock.now()).getUTCFullYear() });
      return Promise.resolve();
    },
    jobs: {
      deadlines: () => Promise.resolve({ acted: 3 }),
    },
    webhooks: { latest: () => Promise.resolve([SENT]) },
    login: (_app, who) =>
      Promise.resolve(
        who.username === "asha@example.com"
          ? { access: "a", refresh: "r", user: { id: "u-1", marketplace: who.marketplace } }
          : reject("not_found", "unknown_account", "There is no such account"),
      ),
    creditWallet(_app, deposit) {
      asked.push(deposit);
      return Promise.resolve({ balance: 1 });
    },
    resetThrottle() {
      asked.push("reset");
      return Promise.resolve();
    },
  }));
});

test.after.always(() => service.close());

test("production refuses to build the sandbox", (t) => {
  const never = () => {
    throw new Error("never called");
  };
  const ports = {
    clock: { now: never, advance: never },
    outbox: { messages: never },
    razorpay: { checkout: never, dispute: never, refundByHand: never, setAvailable: never },
    runDueNow: never,
    webhooks: { latest: never },
    jobs: {},
    login: never,
    creditWallet: never,
    resetThrottle: never,
  };
  t.throws(() => sandboxSurface(ports, "production"), { message: /SANDBOX=off/ });
  t.is(sandboxSurface(ports, undefined).base, "/sandbox");
});

test("an unknown address is answered with problem details", async (t) => {
  const { status, body } = await service.call("/nowhere");
  t.is(status, 404);
  t.like(body, { status: 404, title: "Not Found", type: "about:blank" });
  t.is(await service.type("/nowhere"), "application/problem+json");
  t.is(await service.type("/clock"), "application/json; charset=utf-8");
});

test.serial("the clock moves on, and what fell due is run before the answer", async (t) => {
  const before = await service.call("/clock");
  t.is(before.status, 200);
  const start = Date.parse((before.body as { now: string }).now);
  t.true(Math.abs(start - Date.now()) < 60_000);
  asked.length = 0;
  const year = 366 * 24 * 3_600;
  const moved = await service.call("/clock", { advance_seconds: year });
  t.is(moved.status, 200);
  const now = Date.parse((moved.body as { now: string }).now);
  t.true(now - start >= year * 1_000);
  t.deepEqual(asked, [{ due: new Date(now).getUTCFullYear() }]);
});

test("the clock refuses to go back, to stop making sense and to move by text", async (t) => {
  for (const advance of [-1, 1.5, 1e15, "960", null]) {
    const { status, body } = await service.call("/clock", { advance_seconds: advance });
    t.is(status, 422, JSON.stringify(advance));
    t.like(body, { reason: "invalid_request" });
  }
  t.is((await service.call("/clock", {})).status, 422);
});

test("the outbox is read with filters, and a bare plus is understood", async (t) => {
  const message = { marketplace: "m", subject: "s", text: "t", data: { otp: "1" } } as const;
  await service.outbox.send({ ...message, channel: "sms", to: "+911" });
  await service.outbox.send({ ...message, channel: "email", to: "a@b.in" });
  const count = async (query: string) => {
    const { status, body } = await service.call(`/outbox${query}`);
    t.is(status, 200);
    return (body as { messages: unknown[] }).messages.length;
  };
  t.is(await count(""), 2);
  t.is(await count("?to=&channel=&marketplace="), 2);
  t.is(await count("?to=+911"), 1);
  t.is(await count("?to=%2B911&channel=sms&marketplace=m"), 1);
  t.is(await count("?channel=email&marketplace=other"), 0);
  t.is((await service.call("/outbox?channel=pigeon")).status, 422);
  const { body } = await service.call("/outbox?channel=sms");
  t.like(body, { messages: { 0: { channel: "sms", to: "+911", data: { otp: "1" } } } });
});

test("a job runs once and answers with its result; an unknown one is 404", async (t) => {
  t.deepEqual(await service.call("/jobs/deadlines", {}), { status: 200, body: { acted: 3 } });
  for (const name of ["unknown", "constructor", "__proto__"]) {
    const { status, body } = await service.call(`/jobs/${name}`, {});
    t.is(status, 404, name);
    t.like(body, { reason: "unknown_job" });
  }
});

test("a login needs no password, only an account", async (t) => {
  const known = { marketplace: "minuteserv", username: "asha@example.com" };
  const user = { id: "u-1", marketplace: "minuteserv" };
  t.deepEqual(await service.call("/login", known), {
    status: 200,
    body: { access: "a", refresh: "r", user },
  });
  t.is((await service.call("/login", { ...known, username: "nobody" })).status, 404);
  t.is((await service.call("/login", { marketplace: "minuteserv" })).status, 422);
});

test.serial("a deposit is credited in minor units, exactly", async (t) => {
  const credit = (amount: unknown) =>
    service.call("/wallets/credit", { marketplace: "ev", user_id: 42, amount });
  for (const [given, minor] of [
    [500, 50_000],
    [0.29, 29],
    ["1771.20", 177_120],
    [1771.2, 177_120],
  ] as const) {
    asked.length = 0;
    t.deepEqual(await credit(given), { status: 200, body: { balance: 1 } });
    t.deepEqual(asked, [{ marketplace: "ev", userId: "42", amount: minor }]);
  }
  for (const wrong of [0, -1, 0.001, 1.005, "1e3", "", "₹5", null, 10_000_001]) {
    t.is((await credit(wrong)).status, 422, JSON.stringify(wrong));
  }
});

test.serial("the throttle is forgotten on demand", async (t) => {
  asked.length = 0;
  t.deepEqual(await service.call("/throttle/reset", {}), { status: 200, body: { reset: true } });
  t.deepEqual(asked, ["reset"]);
});

test("custom webhooks can be looked at, and the sandbox takes them", async (t) => {
  const { body } = await service.call("/webhooks");
  t.deepEqual(body, { webhooks: [SENT] });
  t.is((await service.call("/webhooks", { id: "n-1", event: "booking.created" })).status, 200);
});
