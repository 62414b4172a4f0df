import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { admin, customer } from "../../world/minuteserv.js";
import { acceptedBooking, newPartner, signIn } from "../../world/minuteserv-partners.js";
import { UNKNOWN } from "../../world/minuteserv-staff.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("a partner's bookings, earnings and payouts are found by their filters", async (t) => {
  const staff = await admin(world);
  const { id: partnerId, phone } = await newPartner(world);
  const partner = { id: partnerId, client: await signIn(world, phone) };
  const client = await customer(world);
  const done = await acceptedBooking(world, client, partner, { days: 2 });
  const next = await acceptedBooking(world, client, partner, { days: 4 });
  await partner.client.post(`/partner/bookings/${done}/complete`, {});

  const bookings = async (query: string): Promise<readonly unknown[]> => {
    const found = await staff.get(`/admin/partners/${partnerId}/bookings?${query}`);
    t.is(found.status, 200, found.raw);
    return (found.list("data.bookings") as readonly { id: string }[]).map(({ id }) => id);
  };
  const day = (await client.get(`/bookings/${next}`)).text("data.booking_date");
  t.deepEqual(await bookings(""), [done, next]);
  t.deepEqual(await bookings("status=completed"), [done]);
  t.deepEqual(await bookings(`date_from=${day}&date_to=${day}`), [next]);
  t.deepEqual(await bookings("status=cancelled"), []);
  t.deepEqual(await bookings("limit=1&page=2"), [next]);

  const earned = await staff.get(`/admin/partners/${partnerId}/earnings?status=pending`);
  t.is(earned.at("data.total_earnings"), earned.number("data.pending"), earned.raw);
  t.is(earned.at("data.paid"), 0);
  t.is(earned.at("data.earnings.0.booking_id"), done);
  t.is(earned.at("data.earnings.0.paid_at"), null);
  const paid = await staff.get(`/admin/partners/${partnerId}/earnings?status=paid`);
  t.deepEqual(paid.at("data.earnings"), []);

  const { raw, status } = await staff.get(`/admin/payouts?partner_id=${partnerId}`);
  t.is(status, 200, raw);
  t.is((await staff.get("/admin/payouts?status=processing")).list("data.payouts").length, 0);
  for (const path of [
    `/admin/partners/${partnerId}/bookings?date_from=2024-13-01`,
    `/admin/partners/${partnerId}/bookings?status=lost`,
    `/admin/partners/${partnerId}/earnings?status=lost`,
    "/admin/payouts?partner_id=1",
    "/admin/payouts?status=lost",
    "/admin/payouts?limit=1001",
    "/admin/payouts?page=0",
  ]) {
    t.is((await staff.get(path)).status, 422, path);
  }
  t.is((await staff.get(`/admin/partners/${UNKNOWN}/bookings`)).status, 404);
  t.is((await staff.get(`/admin/partners/${UNKNOWN}/earnings`)).status, 404);
});

test("a payout is listed with its partner until it is done", async (t) => {
  const staff = await admin(world);
  const { id: partnerId, phone } = await newPartner(world);
  const partner = { id: partnerId, client: await signIn(world, phone) };
  const client = await customer(world);
  const bookingId = await acceptedBooking(world, client, partner, { method: "online" });
  await partner.client.post(`/partner/bookings/${bookingId}/complete`, {});
  const asked = { partner_id: partnerId, payment_method: "bank_transfer" };
  const payout = await staff.post("/admin/payouts", asked);
  t.is(payout.status, 201, payout.raw);
  const list = (query: string) => staff.get(`/admin/payouts?partner_id=${partnerId}&${query}`);
  const pending = await list("status=pending");
  t.is(pending.at("data.payouts.0.payout_number"), payout.text("data.payout_number"));
  t.is(pending.at("data.payouts.0.partner.name"), "Asha Rao");
  t.regex(pending.text("data.payouts.0.partner.partner_code"), /^PT-\d{3,}$/);
  const today = (await world.http.get("/sandbox/clock")).text("now");
  const day = new Date(Date.parse(today) + 330 * 60_000).toISOString().slice(0, 10);
  t.is((await list(`date_from=${day}&date_to=${day}`)).list("data.payouts").length, 1);
  t.is((await list("date_to=2024-01-01")).list("data.payouts").length, 0);
  const id = payout.text("data.payout.id");
  await staff.post(`/admin/payouts/${id}/process`, { bank_transaction_id: "TXN123456" });
  t.is((await list("status=completed")).at("data.payouts.0.id"), id);
  const page = { page: 1, limit: 1000, total: 1, total_pages: 1 };
  t.deepEqual((await list("")).at("data.pagination"), page);
});

test("no payout stands beyond the last page", async (t) => {
  const staff = await admin(world);
  const { id: partner_id, phone } = await newPartner(world);
  const partner = { id: partner_id, client: await signIn(world, phone) };
  const client = await customer(world);
  const made: string[] = [];
  for (const days of [3, 5, 7]) {
    const booked = await acceptedBooking(world, client, partner, { method: "online", days });
    await partner.client.post(`/partner/bookings/${booked}/complete`, {});
    const asked = { partner_id, payment_method: "upi" };
    made.unshift((await staff.post("/admin/payouts", asked)).text("data.payout.id"));
  }
  const found: unknown[] = [];
  for (const page of [1, 2, 3]) {
    const path = `/admin/payouts?partner_id=${partner_id}&limit=1&page=${page}`;
    const answer = await staff.get(path);
    t.deepEqual(answer.at("data.pagination"), { page, limit: 1, total: 3, total_pages: 3 });
    found.push(answer.at("data.payouts.0.id"));
  }
  t.deepEqual(found, made);
});
