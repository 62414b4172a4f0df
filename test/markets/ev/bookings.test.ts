import { randomUUID } from "node:crypto";
import test from "ava";
import { balanceOf, book, booked, EMI, fund, movementsOf, pay } from "../../world/ev-money.js";
import { newMember } from "../../world/ev-papers.js";
import { admin, staff } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("a new booking is pre-booked and nothing is paid", async (t) => {
  const member = await newMember(world);
  const made = await book(member, EMI);
  t.is(made.status, 201, made.raw);
  t.like(made.body, {
    user: member.id,
    vehicle_model: "EV Model X",
    vehicle_variant: "Premium",
    booking_amount: "500.00",
    total_amount: "50000.00",
    total_paid: "0.00",
    remaining_amount: "50000.00",
    status: "pre_booked",
    emi_amount: "5000.00",
    emi_paid_count: 0,
    emi_total_count: 10,
    emi_start_date: "2026-02-01",
  });
  t.regex(made.text("booking_number"), /^EV[A-Z]{3}\d{4}$/);
});

test("the walk of the document: 500.00, then 5,000.00 in all, then everything", async (t) => {
  const member = await newMember(world);
  const id = await booked(member, EMI);
  const first = await pay(member, id, "500.00");
  t.is(first.status, 201, first.raw);
  t.like(first.body, { booking: id, user: member.id, amount: "500.00", status: "completed" });
  t.regex(first.text("transaction_id"), /^TXN\d{6}$/);
  const path = `/api/booking/bookings/${id}/`;
  t.like((await member.client.get(path)).body, { status: "pre_booked", total_paid: "500.00" });
  t.is((await member.client.get("/api/users/profile/")).at("is_active_buyer"), false);
  await pay(member, id, 4500, "cash");
  const counted = { emi_paid_count: 1, emi_total_count: 10, remaining_amount: "45000.00" };
  t.like((await member.client.get(path)).body, { status: "confirmed", ...counted });
  t.is((await member.client.get("/api/users/profile/")).at("is_active_buyer"), true);
  t.is((await pay(member, id, 45000, "bank_transfer")).status, 201);
  const done = { status: "completed", remaining_amount: "0.00", emi_paid_count: 10 };
  t.like((await member.client.get(path)).body, done);
  const payments = await member.client.get("/api/booking/payments/");
  t.is(payments.at("count"), 3);
  t.like(payments.at("results.0"), { amount: "45000.00", payment_method: "bank_transfer" });
});

test("who pays 5,000.00 over two bookings is an active buyer", async (t) => {
  const member = await newMember(world);
  await pay(member, await booked(member), 2500);
  t.is((await member.client.get("/api/users/profile/")).at("is_active_buyer"), false);
  await pay(member, await booked(member), 2500);
  t.is((await member.client.get("/api/users/profile/")).at("is_active_buyer"), true);
});

test("more than remains is refused in the document's words, and changes nothing", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  const refused = await pay(member, id, "50000.01");
  t.is(refused.status, 400);
  t.deepEqual(refused.body, { error: "Amount exceeds remaining amount" });
  const booking = await member.client.get(`/api/booking/bookings/${id}/`);
  t.is(booking.at("total_paid"), "0.00");
});

test("a wallet pays what it has, and no more", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  const short = await pay(member, id, 1, "wallet");
  t.is(short.status, 400);
  t.deepEqual(short.body, { error: "Insufficient wallet balance" });
  t.is((await fund(world, member, 6000)).status, 200);
  t.is((await pay(member, id, 5000, "wallet")).status, 201);
  t.is(await balanceOf(member), "1000.00");
  t.is((await pay(member, id, 45001, "wallet")).status, 400);
  t.deepEqual(await movementsOf(member), [
    ["DEPOSIT", "6000.00", "6000.00"],
    ["EMI_DEDUCTION", "5000.00", "1000.00"],
  ]);
});

test("payments at the same time never exceed the total", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  const answers = await Promise.all([1, 2, 3].map(() => pay(member, id, 20000)));
  t.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 201, 400],
  );
  const booking = await member.client.get(`/api/booking/bookings/${id}/`);
  t.is(booking.at("total_paid"), "40000.00");
});

test("a wallet's last rupee is spent once, and no hold stays behind", async (t) => {
  const member = await newMember(world);
  const ids = [await booked(member), await booked(member)];
  await fund(world, member, 100);
  const answers = await Promise.all(ids.map((id) => pay(member, id, 100, "wallet")));
  t.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 400],
  );
  t.is(await balanceOf(member), "0.00");
});

test("a cancelled booking gives back what was paid, to the wallet", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  await pay(member, id, 1234.56);
  const { client: ofAdmin } = await admin(world);
  const own = await member.client.post(`/api/booking/bookings/${id}/cancel/`);
  t.is(own.status, 403);
  t.deepEqual(own.body, {
    detail: "Only an admin can cancel a booking that has been paid for.",
  });
  const gone = await ofAdmin.post(`/api/booking/bookings/${id}/cancel/`);
  t.is(gone.status, 200, gone.raw);
  t.is(gone.at("status"), "cancelled");
  t.deepEqual(await movementsOf(member), [["REFUND", "1234.56", "1234.56"]]);
  t.deepEqual((await pay(member, id, 1)).body, { error: "Booking is cancelled" });
  const again = await ofAdmin.post(`/api/booking/bookings/${id}/cancel/`);
  t.deepEqual(again.body, { error: "Booking is already cancelled" });
  const unpaid = await booked(member);
  t.is((await member.client.post(`/api/booking/bookings/${unpaid}/cancel/`)).status, 200);
  t.is((await member.client.get("/api/booking/payments/")).at("results.0.status"), "refunded");
});

test("a repeated request with its key pays once", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  const client = member.client.with({ "idempotency-key": randomUUID() });
  const body = { amount: 700, payment_method: "online" };
  const path = `/api/booking/bookings/${id}/make_payment/`;
  const [one, two] = [await client.post(path, body), await client.post(path, body)];
  t.deepEqual(one.body, two.body);
  t.is((await member.client.get(`/api/booking/bookings/${id}/`)).at("total_paid"), "700.00");
});

test("a booking needs 500.00 and senseful numbers", async (t) => {
  const member = await newMember(world);
  const low = await book(member, { booking_amount: 499.99 });
  t.is(low.status, 400);
  t.deepEqual(low.body, { booking_amount: ["Minimum booking amount is ₹500"] });
  const wrong: readonly (readonly [string, unknown])[] = [
    ["booking_amount", "abc"],
    ["booking_amount", 500.001],
    ["total_amount", -1],
    ["total_amount", 499],
    ["total_amount", 1e15],
    ["emi_amount", 50000.01],
    ["emi_duration_months", 0],
    ["emi_start_date", "2026-02-30"],
    ["vehicle_model", ""],
  ];
  for (const [field, value] of wrong) {
    const refused = await book(member, { [field]: value });
    t.is(refused.status, 400, `${field}: ${String(value)}`);
    t.deepEqual(Object.keys(refused.body as object), [field]);
  }
});

test("a payment needs an amount and a known method", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  for (const amount of [0, -5, "1.005", "x", null, 1e15]) {
    const refused = await pay(member, id, amount);
    t.is(refused.status, 400, String(amount));
    t.deepEqual(Object.keys(refused.body as object), ["amount"]);
  }
  t.deepEqual((await pay(member, id, 5, "emi_held")).body, { payment_method: ["Invalid choice"] });
});

test("nobody but the owner and the admins sees a booking", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  const other = await newMember(world);
  for (const stranger of [other, await staff(world)]) {
    const path = `/api/booking/bookings/${id}/`;
    t.deepEqual((await stranger.client.get(path)).body, { detail: "Not found." });
    t.is((await pay(stranger, id, 500)).status, 404);
    t.is((await stranger.client.post(`${path}cancel/`)).status, 404);
  }
  const boss = await admin(world);
  t.is((await boss.client.get(`/api/booking/bookings/${id}/`)).at("user"), member.id);
  t.is((await pay(boss, id, 500, "wallet")).status, 400);
  const listed = await boss.client.get("/api/booking/bookings/?status=pre_booked&page_size=100");
  t.true(listed.list("results").some((one) => (one as { id: number }).id === id));
  t.is((await other.client.get("/api/booking/bookings/")).at("count"), 0);
  t.is((await member.client.get("/api/booking/bookings/?status=confirmed")).at("count"), 0);
  t.is((await member.client.get("/api/booking/bookings/?status=nonsense")).status, 400);
});
