import { randomUUID } from "node:crypto";
import test from "ava";
import type { HttpClient } from "../../world/http-client.js";
import {
  admin,
  book,
  customer,
  dayAhead,
  HOME,
  newKey,
  serviceIds,
} from "../../world/minuteserv.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function facial(client: HttpClient): Promise<string> {
  const [id = ""] = await serviceIds(client, "Facial - Minimal");
  return id;
}

/** A well-formed Confirm Booking for a fresh preview. */
async function confirmation(client: HttpClient, change: object = {}) {
  const booking_date = await dayAhead(world, 3);
  const address = await client.post("/users/addresses", HOME);
  const preview = await client.post("/checkout/prepare", {
    service_ids: [await facial(client)],
    booking_date,
  });
  return {
    preview_id: preview.text("data.preview_id"),
    payment_method: "cash",
    address_id: address.text("data.id"),
    booking_date,
    booking_time: "10:00 AM",
    customer_name: "John Doe",
    customer_phone: "+911234567890",
    customer_email: "john@example.com",
    cancellation_policy_accepted: true,
    ...change,
  };
}

test("prepare prices the document's sample to the paisa and offers its slots", async (t) => {
  const client = await customer(world);
  const id = await facial(client);
  const prepared = await client.post("/checkout/prepare", {
    service_ids: [id, id],
    promo_code: "welcome10",
    booking_date: await dayAhead(world, 3),
  });
  t.is(prepared.status, 200, prepared.raw);
  t.deepEqual(prepared.at("data.pricing"), {
    subtotal: 2000,
    savings: 400,
    discount: 160,
    tax: 331.2,
    grand_total: 1771.2,
  });
  t.deepEqual(prepared.at("data.promo"), { code: "WELCOME10", discount: 160, valid: true });
  t.is(prepared.at("data.services.0.quantity"), 2);
  const slots = prepared.list("data.available_time_slots");
  t.deepEqual(slots.slice(0, 3), ["08:00 AM", "08:30 AM", "09:00 AM"]);
  const validated = await client.post("/promo-codes/validate", { code: "WELCOME10", amount: 2000 });
  t.like(validated.at("data"), { code: "WELCOME10", discount: 160, valid: true });
});

test("an unusable promo code does not fail the checkout", async (t) => {
  const client = await customer(world);
  const prepared = await client.post("/checkout/prepare", {
    service_ids: [await facial(client)],
    promo_code: "NOSUCH",
  });
  t.is(prepared.status, 200);
  t.deepEqual(prepared.at("data.promo"), { code: "NOSUCH", discount: 0, valid: false });
  t.is(prepared.at("data.pricing.grand_total"), 980);
  const validated = await client.post("/promo-codes/validate", { code: "NOSUCH", amount: 2000 });
  t.like(validated.at("data"), { discount: 0, valid: false });
});

test("prepare refuses unknown services and days outside the window", async (t) => {
  const client = await customer(world);
  const service_ids = [await facial(client)];
  t.is((await client.post("/checkout/prepare", { service_ids: [randomUUID()] })).status, 404);
  t.is((await client.post("/checkout/prepare", { service_ids: [] })).status, 422);
  for (const days of [-1, 32]) {
    const booking_date = await dayAhead(world, days);
    const refused = await client.post("/checkout/prepare", { service_ids, booking_date });
    t.is(refused.status, 422, `${days}`);
  }
  const stranger = await customer(world);
  const address_id = (await stranger.post("/users/addresses", HOME)).text("data.id");
  t.is((await client.post("/checkout/prepare", { service_ids, address_id })).status, 404);
});

test("a cash booking is in the assignment stage at once", async (t) => {
  const client = await customer(world);
  const booked = await client.post("/checkout/confirm", await confirmation(client), newKey());
  t.is(booked.status, 201, booked.raw);
  t.is(booked.at("data.booking.status"), "partner_assigned");
  t.is(booked.at("data.message"), "Booking created. Partner will be assigned shortly.");
  t.regex(booked.text("data.booking.booking_number"), /^BK-\d{8}-\d{6}$/);
});

test("an online booking is pending and carries what Razorpay Checkout needs", async (t) => {
  const client = await customer(world);
  const body = await confirmation(client, { payment_method: "online" });
  const booked = await client.post("/checkout/confirm", body, newKey());
  t.is(booked.at("data.booking.status"), "pending");
  t.like(booked.at("data.payment"), {
    amount: 98_000,
    currency: "INR",
    prefill: { contact: "+911234567890", email: "john@example.com", name: "John Doe" },
    notes: {
      booking_id: booked.text("data.booking.id"),
      booking_number: booked.text("data.booking.booking_number"),
    },
  });
  t.regex(booked.text("data.payment.order_id"), /^order_/);
});

test("what costs nothing is booked with cash, and takes no use of a code otherwise", async (t) => {
  const client = await customer(world);
  const staff = await admin(world);
  const service = await staff.post("/admin/services", {
    name: "Consultation",
    category: "Consultation",
    service_type: "Consultation",
    tier: "Minimal",
    product_cost: 500,
  });
  const code = `FREE${Date.now()}`;
  const free = { discount_type: "percentage", discount_value: 100, usage_limit: 1 };
  t.is((await staff.post("/admin/promo-codes", { code, ...free })).status, 201);
  const preview = await client.post("/checkout/prepare", {
    service_ids: [service.text("data.service.id")],
    promo_code: code,
  });
  t.is(preview.at("data.pricing.grand_total"), 0);
  const body = { ...(await confirmation(client)), preview_id: preview.text("data.preview_id") };
  const online = { ...body, payment_method: "online" };
  const refused = await client.post("/checkout/confirm", online, newKey());
  t.is(refused.status, 422, refused.raw);
  t.is(refused.at("error.details.0.field"), "payment_method");
  t.is((await client.post("/checkout/confirm", body, newKey())).status, 201);
});

test("a repeat under one key books once, another body under it is a conflict", async (t) => {
  const client = await customer(world);
  const body = await confirmation(client);
  const key = newKey();
  const both = await Promise.all([
    client.post("/checkout/confirm", body, key),
    client.post("/checkout/confirm", body, key),
  ]);
  const again = await client.post("/checkout/confirm", body, key);
  t.is(again.status, 201);
  for (const { status, raw } of both) {
    if (status === 201) t.is(raw, again.raw);
    else t.is(status, 409);
  }
  const changed = { ...body, customer_name: "Jane Doe" };
  t.is((await client.post("/checkout/confirm", changed, key)).status, 409);
  t.is((await client.post("/checkout/confirm", body, newKey())).status, 409, "preview used");
  t.is((await client.get("/bookings")).at("data.pagination.total"), 1);
});

test("confirm refuses what is missing, strange, late or another's", async (t) => {
  const client = await customer(world);
  const body = await confirmation(client);
  const confirm = (change: object) =>
    client.post("/checkout/confirm", { ...body, ...change }, newKey());
  t.is((await client.post("/checkout/confirm", body)).status, 400, "no key");
  const noUuid = { "x-idempotency-key": "once" };
  t.is((await client.post("/checkout/confirm", body, noUuid)).status, 400);
  t.is((await confirm({ cancellation_policy_accepted: false })).status, 422);
  t.is((await confirm({ booking_time: "07:30 AM" })).status, 422);
  t.is((await confirm({ booking_time: "10:15 AM" })).status, 422);
  t.is((await confirm({ booking_time: "25:00" })).status, 422);
  t.is((await confirm({ payment_method: "barter" })).status, 422);
  t.is((await confirm({ preview_id: randomUUID() })).status, 404);
  t.is((await confirm({ address_id: randomUUID() })).status, 404);
  const stranger = await customer(world);
  const theirs = await confirmation(stranger);
  t.is((await confirm({ preview_id: theirs.preview_id })).status, 404);
  t.is((await confirm({ address_id: theirs.address_id })).status, 404);
  t.is((await client.get("/bookings")).at("data.pagination.total"), 0);
  t.is((await confirm({})).status, 201, "after all that the preview is still good");
});

test("a promo code's use is one an account, and one in all for two who race", async (t) => {
  const staff = await admin(world);
  const code = `RACE${Date.now()}`;
  const made = await staff.post("/admin/promo-codes", {
    code,
    discount_type: "fixed",
    discount_value: 50.5,
    total_usage_limit: 1,
  });
  t.is(made.status, 201, made.raw);
  const racers = await Promise.all([customer(world), customer(world)]);
  const booked = await Promise.all(
    racers.map(async (client) => {
      const body = await confirmation(client);
      const preview = await client.post("/checkout/prepare", {
        service_ids: [await facial(client)],
        promo_code: code.toLowerCase(),
        booking_date: body.booking_date,
      });
      t.is(preview.at("data.pricing.discount"), 50.5);
      const preview_id = preview.text("data.preview_id");
      return client.post("/checkout/confirm", { ...body, preview_id }, newKey());
    }),
  );
  t.deepEqual(
    booked.map(({ status }) => status).toSorted((one, other) => one - other),
    [201, 422],
  );
});

test("prices are those of the preview, and the profile is filled from the booking", async (t) => {
  const client = await customer(world);
  await book(world, client, { serviceIds: [await facial(client)] });
  const me = await client.get("/auth/me");
  t.like(me.at("data"), { name: "John Doe", email: "john@example.com" });
});

test.serial("a preview lives two minutes", async (t) => {
  const client = await customer(world);
  const body = await confirmation(client);
  await world.http.post("/sandbox/clock", { advance_seconds: 121 });
  t.is((await client.post("/checkout/confirm", body, newKey())).status, 404);
  t.is((await client.get("/bookings")).at("data.pagination.total"), 0);
});
