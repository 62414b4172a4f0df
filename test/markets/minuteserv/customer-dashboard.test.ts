import test from "ava";
import { acceptedBooking, newPartner, signIn } from "../../world/minuteserv-partners.js";
import { admin, BASE, customer, newPhone } from "../../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("a new customer's dashboard has a profile and three empty lists", async (t) => {
  const phone = newPhone();
  const seen = await (await customer(world, phone)).get("/dashboard");
  t.is(seen.status, 200, seen.raw);
  t.is(seen.at("data.user.phone_number"), phone);
  t.is(seen.at("data.user.name"), null);
  t.deepEqual(
    [seen.at("data.addresses"), seen.at("data.recent_bookings"), seen.at("data.notifications")],
    [[], [], []],
  );
});

test("a customer's dashboard shows addresses, five bookings and what was told", async (t) => {
  const known = await newPartner(world);
  const partner = { id: known.id, client: await signIn(world, known.phone) };
  const client = await customer(world);
  const ids: string[] = [];
  for (const days of [2, 3, 4, 5, 6, 7]) {
    ids.unshift(await acceptedBooking(world, client, partner, { days }));
  }
  const seen = await client.get("/dashboard");
  const recent = seen.list("data.recent_bookings") as readonly { id: string }[];
  t.deepEqual(
    recent.map(({ id }) => id),
    ids.slice(0, 5),
    "newest first",
  );
  t.is(seen.at("data.recent_bookings.0.status"), "confirmed");
  t.is(seen.at("data.recent_bookings.0.services.0.name"), "Facial - Minimal");
  t.is(seen.at("data.recent_bookings.0.services.0.quantity"), 1);
  t.is(seen.at("data.addresses.0.is_default"), true);
  t.is(seen.at("data.user.name"), "John Doe");
  const number = seen.text("data.recent_bookings.0.booking_number");
  const told = seen.list("data.notifications") as readonly Readonly<Record<string, unknown>>[];
  const confirmed = told.find(({ title }) => title === "Booking Confirmed");
  t.is(confirmed?.["message"], `Your booking ${number} has been confirmed`);
  t.is(confirmed?.["is_read"], false);
  // One row is read for all of the page; each thing looks as it does where it is read by itself.
  const asked = await client.get("/bookings?limit=5");
  t.deepEqual(recent, asked.list("data.bookings") as readonly { id: string }[]);
  t.deepEqual(seen.at("data.addresses"), (await client.get("/users/addresses")).at("data"));
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  t.true(told.every(({ created_at }) => instant.test(String(created_at))));
});

test("a dashboard is for its customer alone", async (t) => {
  t.is((await world.http.at(BASE).get("/dashboard")).status, 401);
  t.is((await (await admin(world)).get("/dashboard")).status, 403);
});
