import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import { admin, signUp, type Member } from "../../world/ev.js";
import { askPayout, booked, fund, pay } from "../../world/ev-money.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** Title and type of what a member was told, oldest first. */
async function toldTo({ client }: Member, query = ""): Promise<readonly string[]> {
  const list = await client.get(`/api/notifications/?page_size=100${query}`);
  const results = list.list("results") as readonly { title: string; notification_type: string }[];
  return results.map(({ title, notification_type: type }) => `${type}: ${title}`).toReversed();
}

async function unread(client: HttpClient): Promise<number> {
  return (await client.get("/api/notifications/unread_count/")).number("unread_count");
}

test("a member is told of bookings, payments, money and payouts", async (t) => {
  const member = await signUp(world);
  const booking = await booked(member);
  await pay(member, booking, 5000);
  await fund(world, member, 20_000);
  const payout = (await askPayout(member, 10_000)).number("id");
  const { client: staff } = await admin(world);
  await staff.post(`/api/payout/${payout}/process/`);
  await staff.post(`/api/payout/${payout}/complete/`, { transaction_id: "BANK123456789" });
  t.deepEqual(await toldTo(member), [
    "system: Welcome",
    "booking: Booking Created",
    "payment: Payment Received",
    "booking: Booking Confirmed",
    "wallet: Wallet Credited",
    "payout: Payout Requested",
    "payout: Payout Processing",
    "payout: Payout Completed",
  ]);
  const list = await member.client.get("/api/notifications/?notification_type=booking");
  const number = (await member.client.get(`/api/booking/bookings/${booking}/`)).text(
    "booking_number",
  );
  t.like(list.at("results.0"), {
    user: member.id,
    notification_type: "booking",
    title: "Booking Confirmed",
    message: `Your booking ${number} has been confirmed`,
    is_read: false,
    read_at: null,
    reference_id: booking,
    reference_type: "booking",
  });
  t.regex(list.text("results.0.created_at"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test("notifications are read one by one or all at once, and only by whom they tell", async (t) => {
  const [member, other] = [await signUp(world), await signUp(world)];
  await booked(member);
  t.is(await unread(member.client), 2);
  const id = (await member.client.get("/api/notifications/")).number("results.0.id");
  t.is((await other.client.post(`/api/notifications/${id}/mark_read/`)).status, 404);
  const read = await member.client.post(`/api/notifications/${id}/mark_read/`);
  t.is(read.status, 200);
  t.like(read.body, { id, is_read: true });
  t.regex(read.text("read_at"), /Z$/);
  const again = await member.client.post(`/api/notifications/${id}/mark_read/`);
  t.is(again.text("read_at"), read.text("read_at"));
  t.is(await unread(member.client), 1);
  t.deepEqual(await toldTo(member, "&is_read=true"), ["booking: Booking Created"]);
  const all = await member.client.post("/api/notifications/mark_all_read/");
  t.deepEqual([all.status, all.body], [200, { message: "All notifications marked as read" }]);
  t.is(await unread(member.client), 0);
  t.is(await unread(other.client), 1);
  await booked(member);
  t.is(await unread(member.client), 1);
  t.deepEqual(await toldTo(member, "&is_read=false"), ["booking: Booking Created"]);
});

test("unknown notifications, wrong filters and strangers are refused", async (t) => {
  const { client } = await signUp(world);
  t.deepEqual((await client.post("/api/notifications/999999999/mark_read/")).body, {
    detail: "Not found.",
  });
  t.is((await client.post("/api/notifications/abc/mark_read/")).status, 404);
  const wrong = await client.get("/api/notifications/?notification_type=gossip");
  t.is(wrong.status, 400);
  t.deepEqual(wrong.list("notification_type").length, 1);
  t.is((await client.get("/api/notifications/?is_read=perhaps")).status, 400);
  t.is((await client.get("/api/notifications/?page=9")).status, 404);
  const stranger = world.http.at("/ev");
  for (const path of ["", "unread_count/"]) {
    t.is((await stranger.get(`/api/notifications/${path}`)).status, 401);
  }
  t.is((await stranger.post("/api/notifications/mark_all_read/")).status, 401);
  t.is((await stranger.post("/api/notifications/1/mark_read/")).status, 401);
});
