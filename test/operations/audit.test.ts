import test from "ava";
import { book, customer, newPhone, serviceIds } from "../world/minuteserv.js";
import type { HttpClient } from "../world/http-client.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { everyPage, staff } from "./staff.js";

let world: ServiceWorld;
let finance: HttpClient;
let stream: string;
let between: string;

/** A cash booking that its customer cancels an hour later. */
test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  const phone = newPhone();
  const client = await customer(world, phone);
  const booked = await book(world, client, {
    serviceIds: await serviceIds(client, "Facial - Minimal"),
    method: "cash",
  });
  const id = booked.text("data.booking.id");
  stream = `booking-${id}`;
  await world.http.post("/sandbox/clock", { advance_seconds: 1_800 });
  between = (await world.http.get("/sandbox/clock")).text("now");
  await world.http.post("/sandbox/clock", { advance_seconds: 1_800 });
  // The first session is too old by now.
  const later = await customer(world, phone);
  const cancelled = await later.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  if (cancelled.status !== 200) throw new Error(cancelled.raw);
  finance = await staff(world, "finance1");
});

test.after.always(() => world.close());

interface Step {
  readonly type: string;
  readonly revision: number;
  readonly actor: { readonly role: string; readonly ip: string | null };
  readonly changes: readonly { field: string; before: unknown; after: unknown }[] | null;
}

test("a stream tells who did what, and what it changed", async (t) => {
  const history = await finance.get(`/streams/${stream}`);
  t.is(history.status, 200, history.raw);
  const steps = history.list("events") as readonly Step[];
  const [placed, cancelled] = [steps[0], steps.at(-1)];
  t.is(placed?.type, "BookingPlaced");
  t.is(placed?.actor.role, "customer");
  t.truthy(placed?.actor.ip);
  t.true(placed?.changes?.some(({ field, before }) => field === "status" && before === null));
  t.is(cancelled?.type, "BookingCancelled");
  const status = cancelled?.changes?.find(({ field }) => field === "status");
  t.is(status?.after, "cancelled");
  t.not(status?.before, null);
  t.is(typeof history.at("events.0.cause.command_id"), "string");
  t.is(typeof history.at("events.0.cause.causation_id"), "string");
  t.deepEqual(
    steps.map(({ revision }) => revision),
    steps.map((_, index) => index),
  );
});

test("a booking that nobody could be found for is stuck until it is cancelled", async (t) => {
  const client = await customer(world);
  const booked = await book(world, client, {
    serviceIds: await serviceIds(client, "Facial - Minimal"),
    method: "cash",
  });
  const id = booked.text("data.booking.id");
  const stuck = await finance.get("/stuck");
  const waiting = stuck.list("bookings") as readonly { id: string; reason: string }[];
  t.truthy(waiting.find((one) => one.id === id)?.reason, stuck.raw);
  t.is(stuck.at("more"), false);
  t.deepEqual((await finance.get("/stuck?page=2")).list("bookings"), []);
  await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  t.false((await finance.get("/stuck")).raw.includes(id));
});

test("a stream comes page by page, with the same changes", async (t) => {
  const whole = await finance.get(`/streams/${stream}`);
  t.deepEqual(await everyPage(finance, `/streams/${stream}`, "events"), whole.list("events"));
});

test("the state is told of now, of a revision and of a moment", async (t) => {
  const now = await finance.get(`/streams/${stream}/state`);
  t.is(now.at("state.status"), "cancelled");
  const first = await finance.get(`/streams/${stream}/state?revision=0`);
  t.is(first.at("revision"), 0);
  t.is(first.at("state.status"), "placed");
  const then = await finance.get(`/streams/${stream}/state?as_of=${between}`);
  t.is(then.at("state.status"), "open");
  t.true(then.number("revision") < now.number("revision"));
});

test("what is not there is not found, and said so", async (t) => {
  for (const [path, reason] of [
    ["/streams/booking-nothing", "stream_unknown"],
    ["/streams/booking-nothing/state", "stream_unknown"],
    ["/streams/nothing-at-all/state", "stream_unknown"],
    [`/streams/${stream}/state?revision=99`, "state_unknown"],
    [`/streams/${stream}/state?as_of=2000-01-01`, "state_unknown"],
  ] as const) {
    const answer = await finance.get(path);
    t.is(answer.status, 404, path);
    t.is(answer.at("reason"), reason, path);
  }
});

test("a stream of the log's own bookkeeping has events but no state", async (t) => {
  const all: string[] = [];
  for await (const page of world.service.foundation.eventLog.feed.history(0, 500)) {
    all.push(...page.events.map((event) => event.stream));
  }
  const own = all.find((name) => !/^(booking|account|service|promotion|payment)-/.test(name));
  if (own === undefined) return t.fail("the seed claims e-mails");
  const history = await finance.get(`/streams/${encodeURIComponent(own)}`);
  t.is(history.status, 200, own);
  t.is(history.at("events.0.changes"), null);
  const state = await finance.get(`/streams/${encodeURIComponent(own)}/state`);
  t.is(state.at("reason"), "stream_without_state");
});

test("what is asked for wrongly is refused by its name", async (t) => {
  for (const [path, field] of [
    [`/streams/${stream}?limit=1000`, "limit"],
    [`/streams/${stream}?cursor=abc`, "cursor"],
    [`/streams/${stream}/state?revision=-1`, "revision"],
    [`/streams/${stream}/state?revision=0&as_of=${between}`, "as_of"],
    ["/streams/$ce-booking", "stream"],
  ] as const) {
    const refused = await finance.get(path);
    t.is(refused.status, 422, path);
    t.is(refused.at("errors.0.field"), field, refused.raw);
  }
});
