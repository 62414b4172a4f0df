import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import {
  startEventNode,
  type EventNode,
} from "../../src/platform/embedded/event-node/start-event-node.js";
import { createTestDatabase, type TestDatabase } from "../world/database.js";
import { eventually as seen } from "../world/eventually.js";
import { freePort } from "../world/free-port.js";
import { HttpClient } from "../world/http-client.js";
import { startMain, type MainProcess } from "../world/main-process.js";
import {
  BASE,
  book,
  customer,
  newKey,
  newPhone,
  pay,
  prepared,
  serviceIds,
  type Outside,
} from "../world/minuteserv.js";
import { patiently } from "./patiently.js";

let database: TestDatabase;
let node: EventNode;
let folder: string;
let settings: Readonly<Record<string, string>>;
let worker: MainProcess;
const running: MainProcess[] = [];
/** Two API processes, seen from outside. */
let one: Outside;
let other: Outside;

function start(roles: string, port: number): Promise<MainProcess> {
  return startMain({
    ...settings,
    ROLES: roles,
    PORT: String(port),
    DATA_DIR: join(folder, String(port)),
  }).then((main) => {
    running.push(main);
    return main;
  });
}

test.before(async () => {
  [database, node, folder] = await Promise.all([
    createTestDatabase(),
    startEventNode({ port: 0, storage: { kind: "memory" } }),
    mkdtemp(join(tmpdir(), "daybook-two-")),
  ]);
  const ports = [await freePort(), await freePort()];
  settings = {
    EVENTSTORE_URL: `esdb://127.0.0.1:${node.port}?tls=false`,
    DATABASE_URL: database.url,
    MASTER_KEY: randomBytes(32).toString("hex"),
    SANDBOX: "on",
    PUBLIC_URL: `http://127.0.0.1:${ports[0]}`,
  };
  const apis = ports.map((port) => start("api", port));
  worker = await start("projector,processes", await freePort());
  const [first, second] = await Promise.all(apis);
  one = { http: new HttpClient(first?.url ?? "") };
  other = { http: new HttpClient(second?.url ?? "") };
});

test.after.always(async () => {
  await Promise.all(running.map((main) => main.end("SIGTERM")));
  await node.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Both forget what they have counted: a busy machine takes more looks than a minute may. */
async function unthrottle(): Promise<void> {
  for (const { http } of [one, other]) await http.post("/sandbox/throttle/reset");
}

test.beforeEach(unthrottle);

/** Looks until it is seen, however often that takes. */
function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  return seen(what, async () => {
    await unthrottle();
    return look();
  });
}

/** The same customer at the other process. */
async function atBoth(): Promise<{ here: HttpClient; there: HttpClient }> {
  const here = await customer(one);
  return { here, there: here.from(other.http.at(BASE)) };
}

async function facials(client: HttpClient): Promise<readonly string[]> {
  return serviceIds(client, "Facial - Exclusive");
}

test.serial("what one API process wrote, both show, with its consequences", async (t) => {
  const { here, there } = await atBoth();
  const wanted = { serviceIds: await facials(here), method: "cash" } as const;
  // A machine that is too busy answers before the consequences are there.
  const cash = await eventually("an answer that shows the consequences", async () => {
    const answer = await book(one, here, wanted);
    const shows = answer.status === 201 && answer.at("data.booking.status") === "partner_assigned";
    return shows ? answer : undefined;
  });
  const id = cash.text("data.booking.id");
  t.is((await here.get(`/bookings/${id}`)).status, 200);
  const position = cash.headers.get("x-event-position") ?? "";
  t.regex(position, /^\d+$/);
  const shown = await patiently(() => there.get(`/bookings/${id}?min_position=${position}`));
  t.is(shown.at("data.status"), "partner_assigned", shown.raw);

  const online = await book(other, there, { serviceIds: await facials(there) });
  const paid = await pay(other, online.text("data.payment.order_id"));
  t.is(paid.status, 200, paid.raw);
  const onlineId = online.text("data.booking.id");
  await eventually("the payment at the first process", async () => {
    const answer = await here.get(`/bookings/${onlineId}`);
    return answer.at("data.payment_status") === "paid" ? true : undefined;
  });
  const cancelled = await here.post(`/bookings/${onlineId}/cancel`, { reason: "Ill" });
  t.is(cancelled.status, 200, cancelled.raw);
  await eventually("the refund's webhook, from the process that ordered it", async () => {
    const answer = await there.get(`/bookings/${onlineId}`);
    return answer.at("data.payment_status") === "refunded" ? true : undefined;
  });
});

test.serial("one key at two processes at once is one booking with one answer", async (t) => {
  const { here, there } = await atBoth();
  const order = await prepared(one, here, { serviceIds: await facials(here), time: "11:00 AM" });
  const key = newKey();
  const clients = [here, there, here, there];
  const answers = await Promise.all(
    clients.map((client) => patiently(() => client.post("/checkout/confirm", order, key))),
  );
  for (const answer of answers) t.is(answer.status, 201, answer.raw);
  t.is(new Set(answers.map(({ raw }) => raw)).size, 1);
  const booked = await eventually("the booking at the other process", async () => {
    const { length } = (await there.get("/bookings")).list("data.bookings");
    return length > 0 ? length : undefined;
  });
  t.is(booked, 1);
  const changed = { ...order, booking_time: "12:00 PM" };
  t.is((await there.post("/checkout/confirm", changed, key)).status, 409);
});

test.serial("an hourly limit counts the requests of both processes", async (t) => {
  const ask = { phone_number: newPhone(), purpose: "login" };
  const statuses: number[] = [];
  for (const { http } of [one, other, one, other, one]) {
    statuses.push((await http.at(BASE).post("/auth/send-otp", ask)).status);
  }
  t.deepEqual(statuses, [200, 200, 200, 429, 429]);
});

test.serial("who logs out at one process is out at the other", async (t) => {
  const { here, there } = await atBoth();
  t.is((await there.get("/auth/me")).status, 200);
  t.is((await here.post("/auth/logout")).status, 200);
  await eventually("the token refused", async () => {
    return (await there.get("/auth/me")).status === 401 ? true : undefined;
  });
  t.pass();
});

test.serial("when the worker is killed another one takes over", async (t) => {
  const { here } = await atBoth();
  const serviceIdsWanted = await facials(here);
  const standby = await start("projector,processes", await freePort());
  await worker.end("SIGKILL");
  await eventually("a service that is ready again", async () => {
    return (await one.http.get("/readyz")).status === 200 ? true : undefined;
  });
  const order = await prepared(one, here, { serviceIds: serviceIdsWanted, method: "cash" });
  const key = newKey();
  const cash = await patiently(() => here.post("/checkout/confirm", order, key));
  t.is(cash.status, 201, cash.raw);
  await eventually("the consequence of the new worker", async () => {
    const answer = await here.get(`/bookings/${cash.text("data.booking.id")}`);
    return answer.at("data.status") === "partner_assigned" ? true : undefined;
  });
  await standby.end("SIGKILL");
  await start("projector,processes", await freePort());
  const again = await patiently(() => here.get("/bookings"));
  t.is(again.list("data.bookings").length, 1);
  const next = await eventually("a booking through the third worker", async () => {
    const answer = await book(one, here, { serviceIds: serviceIdsWanted, method: "cash" });
    return answer.status === 201 ? answer : undefined;
  });
  t.is((await here.get(`/bookings/${next.text("data.booking.id")}`)).status, 200);
});
