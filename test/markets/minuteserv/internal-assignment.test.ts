import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { BASE, book, serviceIds } from "../../world/minuteserv.js";
import { bookInCash, customerAt, newPlace, ratedWorker } from "../../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

const KEY = "internal-key-of-the-tests";

let world: ServiceWorld;
let internal: HttpClient;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off", INTERNAL_API_KEY: KEY });
  internal = world.http.at(BASE).as(KEY);
});

test.after.always(() => world.close());

function assign(id: string, force?: boolean) {
  return internal.post(`/internal/bookings/${id}/assign-partner`, { force });
}

test("the service's key opens internal routes alone, and no other key does", async (t) => {
  const http = world.http.at(BASE);
  t.is((await internal.get("/internal/assignments/queue")).status, 200);
  t.is((await internal.get("/admin/partners")).status, 403);
  for (const key of ["internal-test-key", `${KEY}x`, KEY.slice(1)]) {
    t.is((await http.as(key).get("/internal/assignments/queue")).status, 401, key);
  }
});

test("a booking that nobody can take is queued by urgency", async (t) => {
  const client = await customerAt(world, newPlace());
  const far = await bookInCash(world, client, { days: 20 });
  const near = await bookInCash(world, client, { days: 2 });
  t.is((await assign(far)).status, 404);
  const queue = await internal.get("/internal/assignments/queue");
  const entries = queue.list("data.pending_assignments") as readonly Entry[];
  const own = entries.filter(({ booking_id }) => booking_id === far || booking_id === near);
  t.deepEqual(
    own.map(({ booking_id }) => booking_id),
    [near, far],
  );
  const [soon, late] = own;
  t.deepEqual(soon?.service_categories, ["Facial"]);
  t.is(late?.priority, 1);
  t.true((soon?.priority ?? 0) > 1);
  t.is(soon?.address.address_line1, "123 Main St");
  t.deepEqual(
    entries.map(({ priority }) => priority),
    entries.map(({ priority }) => priority).toSorted((one, other) => other - one),
  );
  const urgent = await internal.get("/internal/assignments/queue?priority=1");
  const filtered = urgent.list("data.pending_assignments") as readonly Entry[];
  t.true(filtered.every(({ priority }) => priority === 1));
  t.true(filtered.some(({ booking_id }) => booking_id === far));
  t.is((await internal.get("/internal/assignments/queue?priority=high")).status, 422);
  for (const query of ["priority=77", "status=elsewhere"]) {
    const none = await internal.get(`/internal/assignments/queue?${query}`);
    t.deepEqual(none.at("data.pending_assignments"), [], query);
  }
  for (const page of [1, 2]) {
    const one = await internal.get(`/internal/assignments/queue?limit=1&page=${page}`);
    t.is(one.list("data.pending_assignments").length, 1, one.raw);
    t.true(one.number("data.pagination.total") > 1);
  }
});

interface Entry {
  readonly booking_id: string;
  readonly service_categories: readonly string[];
  readonly priority: number;
  readonly address: { readonly address_line1: string };
}

test("the best partner is offered the booking, and force passes it on", async (t) => {
  const place = newPlace();
  const client = await customerAt(world, place);
  const id = await bookInCash(world, client);
  const worker = await ratedWorker(world, place);
  const assigned = await assign(id);
  t.is(assigned.status, 200, assigned.raw);
  t.like(assigned.at("data.assignment"), {
    partner_id: worker.id,
    partner_name: "Priya Sharma",
    status: "assigned",
  });
  t.is(assigned.at("data.booking.id"), id);
  t.is((await assign(id)).status, 409, "with a partner already");
  t.is((await assign(id, true)).status, 404, "there is nobody else");
  t.is((await worker.client.post(`/partner/bookings/${id}/accept`)).status, 200, "still theirs");
  const other = await ratedWorker(world, place);
  const passed = await assign(id, true);
  t.is(passed.at("data.assignment.partner_id"), other.id, passed.raw);
  const queue = await internal.get("/internal/assignments/queue");
  const entries = queue.list("data.pending_assignments") as readonly Entry[];
  t.false(entries.some(({ booking_id }) => booking_id === id));
});

test("what is unpaid, cancelled or completed is not assigned", async (t) => {
  const place = newPlace();
  const client = await customerAt(world, place);
  const worker = await ratedWorker(world, place);
  const ids = await serviceIds(client, "Facial - Minimal");
  const unpaid = await book(world, client, { serviceIds: ids, method: "online" });
  t.is((await assign(unpaid.text("data.booking.id"))).status, 409);
  const id = await bookInCash(world, client, { time: "12:00 PM" });
  await worker.client.post(`/partner/bookings/${id}/accept`);
  await worker.client.post(`/partner/bookings/${id}/complete`, {});
  t.is((await assign(id, true)).status, 409, "completed");
  const cancelled = await bookInCash(world, client, { time: "04:00 PM" });
  await client.post(`/bookings/${cancelled}/cancel`, { reason: "Change of plans" });
  t.is((await assign(cancelled, true)).status, 409, "cancelled");
});

test("a rejection goes to the next best partner, and to nobody twice", async (t) => {
  const place = newPlace();
  const [one, two] = await Promise.all([ratedWorker(world, place), ratedWorker(world, place)]);
  const client = await customerAt(world, place);
  const id = await bookInCash(world, client);
  const holder = async () => (await client.get(`/bookings/${id}`)).at("data.partner.id");
  const first = (await holder()) === one.id ? one : two;
  const second = first === one ? two : one;
  await first.client.post(`/partner/bookings/${id}/reject`, { reason: "Too far from location" });
  t.is(await holder(), second.id);
  await second.client.post(`/partner/bookings/${id}/reject`, {});
  t.is(await holder(), undefined);
  const queue = await internal.get("/internal/assignments/queue?status=queued");
  const entries = queue.list("data.pending_assignments") as readonly Entry[];
  t.true(entries.some(({ booking_id }) => booking_id === id));
});
