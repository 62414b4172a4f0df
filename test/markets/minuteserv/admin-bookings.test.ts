import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin, book, customer, dayAhead, pay, serviceIds } from "../../world/minuteserv.js";
import { acceptedBooking, newPartner, signIn } from "../../world/minuteserv-partners.js";
import { refusesOthers, ROLES, UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("bookings are found by every filter, and by all of them together", async (t) => {
  const staff = await admin(world);
  const known = await newPartner(world);
  const partner = { id: known.id, client: await signIn(world, known.phone) };
  const client = await customer(world);
  const user = (await client.get("/auth/me")).text("data.id");
  const first = await acceptedBooking(world, client, partner, { days: 7 });
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids, days: 9 });
  const second = booked.text("data.booking.id");

  const search = async (query: string): Promise<readonly string[]> => {
    const found = await staff.get(`/admin/bookings?${query}`);
    t.is(found.status, 200, found.raw);
    const rows = found.list("data.bookings") as readonly { id: string }[];
    const { total } = found.at("data.pagination") as { total: number };
    t.true(total >= rows.length);
    return rows.map(({ id }) => id);
  };
  const day7 = await dayAhead(world, 7);
  const day8 = await dayAhead(world, 8);
  const day9 = await dayAhead(world, 9);
  t.deepEqual(await search(`user_id=${user}`), [second, first], "newest first");
  t.deepEqual(await search(`user_id=${user}&status=confirmed`), [first]);
  t.deepEqual(await search(`partner_id=${known.id}`), [first]);
  t.deepEqual(await search(`user_id=${user}&date_from=${day8}`), [second]);
  t.deepEqual(await search(`user_id=${user}&date_from=${day7}&date_to=${day9}`), [second, first]);
  t.deepEqual(await search(`user_id=${user}&date_to=${day8}&status=pending`), []);
  t.deepEqual(await search(`user_id=${user}&limit=1&page=2`), [first]);
  t.deepEqual(await search(`user_id=${user}&page=9`), []);
  t.true((await search("")).includes(second));
  for (const query of ["status=lost", "date_from=today", "partner_id=1", "page=0", "limit=101"]) {
    t.is((await staff.get(`/admin/bookings?${query}`)).status, 422, query);
  }
  const backward = await staff.get(`/admin/bookings?date_from=${day9}&date_to=${day7}`);
  t.is(backward.status, 422, backward.raw);
  t.is(backward.at("error.details.0.field"), "date_to");
  await refusesOthers(t, world, { method: "GET", path: "/admin/bookings", may: ROLES });
});

test("staff move a booking through its legal steps and no others", async (t) => {
  const staff = await admin(world, "support");
  const known = await newPartner(world);
  const partner = { id: known.id, client: await signIn(world, known.phone) };
  const client = await customer(world);
  const id = await acceptedBooking(world, client, partner, { days: 5, method: "online" });
  const path = `/admin/bookings/${id}/status`;
  const move = (status: string) => staff.patch(path, { status, notes: "By hand" });
  for (const illegal of ["pending", "partner_assigned", "confirmed"]) {
    t.is((await move(illegal)).status, 409, illegal);
  }
  t.is((await move("in_progress")).at("data.booking.status"), "in_progress");
  t.is((await move("cancelled")).status, 409);
  const completed = await move("completed");
  t.is(completed.at("data.booking.status"), "completed", completed.raw);
  const earned = await partner.client.get("/partner/earnings");
  t.is(earned.list("data.earnings").length, 1, "the earning is made as by the partner's own call");
  t.is((await move("completed")).status, 409);
  t.is((await move("refunded")).status, 403, "support may not give money back");
  const finance = await admin(world);
  const refunded = await finance.patch(path, { status: "refunded", notes: "Not provided" });
  t.is(refunded.at("data.booking.status"), "refunded", refunded.raw);
  t.is((await finance.patch(path, { status: "refunded" })).status, 409);
});

test("staff confirm the document's example, and cancelling gives the money back", async (t) => {
  const staff = await admin(world);
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const booked = await book(world, client, { serviceIds: ids });
  const id = booked.text("data.booking.id");
  const path = `/admin/bookings/${id}/status`;
  const example = { status: "confirmed", notes: "Manually confirmed by admin" };
  t.is((await staff.patch(path, example)).status, 409, "unpaid");
  t.is((await staff.patch(path, { status: "refunded" })).status, 409, "nothing was paid");
  await pay(world, booked.text("data.payment.order_id"));
  const confirmed = await staff.patch(path, example);
  t.is(confirmed.at("data.booking.status"), "confirmed", confirmed.raw);
  const cancelled = await staff.patch(path, { status: "cancelled" });
  t.is(cancelled.at("data.booking.status"), "cancelled");
  const seen = await client.get(`/bookings/${id}`);
  t.regex(seen.text("data.payment_status"), /paid|refunded/);
  t.is((await staff.patch(path, { status: "confirmed" })).status, 409);
  t.is((await staff.patch(path, { status: "done" })).status, 422);
  t.is((await staff.patch(path, {})).status, 422);
  const unknown = `/admin/bookings/${UNKNOWN}/status`;
  t.is((await staff.patch(unknown, example)).status, 404);
  const may = ["super_admin", "admin", "support"] as const;
  await refusesOthers(t, world, { method: "PATCH", path: unknown, body: example, may });
});
