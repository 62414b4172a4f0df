import test from "ava";
import { askPayout, book, booked, fund, pay } from "../../world/ev-money.js";
import { newMember } from "../../world/ev-papers.js";
import { admin, newMobile } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

const BELOW = { booking_amount: ["Minimum booking amount is ₹500"] };
const NO_NUMBER = ["A valid number is required."];
const ABOVE_ZERO = ["Ensure this value is greater than 0."];

test("whatever is below 500.00 is told of the minimum, and of nothing else", async (t) => {
  const member = await newMember(world);
  for (const booking_amount of [499.99, "499.99", 1, 0, -5, "-500"]) {
    const refused = await book(member, { booking_amount });
    t.is(refused.status, 400, refused.raw);
    t.deepEqual(refused.body, BELOW, String(booking_amount));
  }
});

test("an amount that is missing, null, no number or below zero is told what it is", async (t) => {
  const member = await newMember(world);
  const missing = await member.client.post("/api/booking/bookings/", {});
  t.like(missing.body, {
    booking_amount: ["This field is required."],
    total_amount: ["This field is required."],
  });
  const id = await booked(member);
  const told: readonly (readonly [unknown, readonly string[]])[] = [
    [null, ["This field may not be null."]],
    ["five", NO_NUMBER],
    ["", NO_NUMBER],
    [true, NO_NUMBER],
    [1e30, NO_NUMBER],
    [0, ABOVE_ZERO],
    [-5, ABOVE_ZERO],
    ["-0.01", ABOVE_ZERO],
    ["1.005", ["Ensure that there are no more than 2 decimal places."]],
  ];
  for (const [amount, messages] of told) {
    t.deepEqual((await pay(member, id, amount)).body, { amount: messages }, String(amount));
    const payout = await askPayout(member, amount);
    t.deepEqual(payout.body, { requested_amount: messages }, String(amount));
  }
});

test("amounts that are no amounts are refused together, whatever else is wrong", async (t) => {
  const member = await newMember(world);
  const refused = await book(member, { booking_amount: 1e30, total_amount: "-7", emi_amount: 1 });
  t.is(refused.status, 400, refused.raw);
  t.deepEqual(refused.body, { booking_amount: NO_NUMBER, total_amount: ABOVE_ZERO });
});

test("a vehicle costs at most ten digits, so that the books can always be added up", async (t) => {
  const member = await newMember(world);
  const dear = await book(member, { total_amount: "100000000.00" });
  t.is(dear.status, 400, dear.raw);
  const message = "Ensure this value is less than or equal to 99999999.99.";
  t.deepEqual(dear.body, { total_amount: [message] });
  t.is((await book(member, { total_amount: 99_999_999.99 })).status, 201);
});

test("a day that no calendar has is refused, and stops nobody's bookings", async (t) => {
  const member = await newMember(world);
  const wrong = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
  const day = "0000-01-01";
  const refused = await book(member, { emi_amount: 5000, emi_start_date: day });
  t.is(refused.status, 400, refused.raw);
  t.deepEqual(refused.body, { emi_start_date: [wrong] });
  t.is((await book(member)).status, 201);
  const born = await member.client.patch("/api/users/update_profile/", { date_of_birth: day });
  t.deepEqual(born.body, { date_of_birth: [wrong] });
  for (const list of ["wallet/transactions", "reports/wallet"]) {
    const asked = await member.client.get(`/api/${list}/?start_date=${day}`);
    t.deepEqual(asked.body, { start_date: [wrong] }, list);
  }
  const backward = "start_date=2026-02-01&end_date=2026-01-31";
  for (const list of ["wallet/transactions", "reports/wallet"]) {
    const asked = await member.client.get(`/api/${list}/?${backward}`);
    t.is(asked.status, 400, asked.raw);
    t.deepEqual(asked.body, { end_date: ["Must not be before start_date."] }, list);
  }
  const { client } = await admin(world);
  t.is((await client.get(`/api/reports/sales/?${backward}`)).status, 400);
  t.is((await client.get(`/api/reports/sales/?end_date=${day}`)).status, 400);
  const ignored = await client.get(`/api/users/kyc/list_all/?submitted_date_from=${day}`);
  t.is(ignored.status, 200, ignored.raw);
});

test("instalments that nobody could count are refused, and stop nobody's bookings", async (t) => {
  const member = await newMember(world);
  const refused = await book(member, { total_amount: 99_999_999.99, emi_amount: 0.01 });
  t.is(refused.status, 400, refused.raw);
  const message = "Ensure this value is greater than or equal to 83333.34.";
  t.deepEqual(refused.body, { emi_amount: [message] });
  const many = await book(member, { total_amount: 12_000, emi_amount: 10 });
  t.is(many.number("emi_total_count"), 1200, many.raw);
});

test("a form's texts are taken for the numbers that they are", async (t) => {
  const member = await newMember(world);
  const texts = { booking_amount: " 500 ", emi_amount: "5000.00", emi_duration_months: "10" };
  const made = await book(member, { ...texts, vehicle_variant: "" });
  t.is(made.status, 201, made.raw);
  t.like(made.body, {
    booking_amount: "500.00",
    emi_amount: "5000.00",
    emi_total_count: 10,
    vehicle_variant: null,
  });
  for (const emi_duration_months of ["ten", 1.5, "1.5", true]) {
    const refused = await book(member, { emi_duration_months });
    t.deepEqual(refused.body, { emi_duration_months: ["A valid integer is required."] });
  }
  const none = await book(member, { emi_duration_months: "0" });
  const least = "Ensure this value is greater than or equal to 1.";
  t.deepEqual(none.body, { emi_duration_months: [least] });
});

test("a number is taken for the text that it is, anything else is told to be none", async (t) => {
  const { client } = await newMember(world);
  const mobile = Number(newMobile());
  const sent = { pincode: 400001, mobile, city: 12.5, state: 7 };
  const changed = await client.patch("/api/users/update_profile/", sent);
  t.is(changed.status, 200, changed.raw);
  const texts = { pincode: "400001", mobile: String(mobile), city: "12.5", state: "7" };
  t.like(changed.body, texts);
  for (const city of [true, ["Mumbai"], { name: "Mumbai" }, 2 ** 60]) {
    const refused = await client.patch("/api/users/update_profile/", { city });
    t.is(refused.status, 400, refused.raw);
    t.deepEqual(refused.body, { city: ["Not a valid string."] });
  }
  const pin = await client.patch("/api/users/update_profile/", { pincode: 1 });
  t.deepEqual(pin.body, { pincode: ["Enter a valid 6-digit pincode."] });
  const born = await client.patch("/api/users/update_profile/", { date_of_birth: 1990 });
  const wrong = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
  t.deepEqual(born.body, { date_of_birth: [wrong] });
});

test("a deposit fills a wallet to its border and no further", async (t) => {
  const member = await newMember(world);
  const { client } = await admin(world);
  const deposit = (amount: unknown) =>
    client.post("/api/wallet/deposit/", { user_id: member.id, amount });
  t.is((await deposit("99999999.98")).status, 201);
  const over = await deposit("0.02");
  t.is(over.status, 400, over.raw);
  t.deepEqual(over.body, { amount: ["The wallet may not hold more than 99999999.99."] });
  const full = await deposit("0.01");
  t.is(full.at("balance"), "99999999.99", full.raw);
  t.is((await deposit(0.01)).status, 400);
});

test("an empty page is the first one, and filters that are empty filter nothing", async (t) => {
  const { client } = await newMember(world);
  t.is((await client.get("/api/booking/bookings/?page=&page_size=&status=")).status, 200);
  t.is((await client.get("/api/binary/pairs/?pair_month=&pair_year=")).status, 200);
  const wrong = await client.get("/api/binary/pairs/?pair_month=may&pair_year=2026");
  t.deepEqual(wrong.body, { pair_month: ["A valid integer is required."] });
});

test("whether something is read may be asked as Python and query strings write it", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 10);
  const count = async (is_read: string) =>
    (await member.client.get(`/api/notifications/?is_read=${is_read}`)).number("count");
  const unread = await count("false");
  t.true(unread > 0);
  t.deepEqual([await count("False"), await count("0")], [unread, unread]);
  t.deepEqual([await count("True"), await count("1"), await count("")], [0, 0, unread]);
});

test("a word that is no choice is told so in a profile, too", async (t) => {
  const { client } = await newMember(world);
  const refused = await client.patch("/api/users/update_profile/", { gender: "x" });
  t.is(refused.status, 400);
  t.deepEqual(refused.body, { gender: ["Invalid choice"] });
});

test("a deposit below zero is refused", async (t) => {
  const member = await newMember(world);
  const { client } = await admin(world);
  const refused = await client.post("/api/wallet/deposit/", { user_id: member.id, amount: -1 });
  t.deepEqual(refused.body, { amount: ABOVE_ZERO });
});
