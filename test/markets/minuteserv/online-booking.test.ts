import test from "ava";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";
import { book, customer, newKey, pay, serviceIds } from "../../world/minuteserv.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

test("an online booking is priced, booked, paid by webhook and cancelled", async (t) => {
  const client = await customer(world);
  const ids = await serviceIds(client, "Facial - Minimal");
  const facial = ids[0] ?? "";
  const booked = await book(world, client, { serviceIds: [facial, facial], promo: "WELCOME10" });
  t.is(booked.status, 201, booked.raw);
  t.is(booked.at("data.booking.grand_total"), 1771.2);
  t.is(booked.at("data.payment.amount"), 177120);
  t.is(booked.at("data.booking.status"), "pending");
  const id = booked.text("data.booking.id");

  const paid = await pay(world, booked.text("data.payment.order_id"));
  t.is(paid.at("webhook.status"), 200, paid.raw);
  const afterPayment = await client.get(`/bookings/${id}`);
  t.is(afterPayment.at("data.payment_status"), "paid");
  t.is(afterPayment.at("data.status"), "partner_assigned");
  t.is(afterPayment.at("data.payment.payment_method"), "upi");

  const cancelled = await client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" });
  t.deepEqual(cancelled.at("data"), {
    booking_id: id,
    status: "cancelled",
    refund_amount: 1771.2,
    refund_status: "processing",
  });
});

test("verifying a payment has the effect of its webhook", async (t) => {
  const client = await customer(world);
  const booked = await book(world, client, {
    serviceIds: await serviceIds(client, "Facial - Minimal"),
  });
  const orderId = booked.text("data.payment.order_id");
  const paid = await pay(world, orderId, { webhook: false });
  const proof = {
    razorpay_order_id: orderId,
    razorpay_payment_id: paid.text("razorpay_payment_id"),
    razorpay_signature: paid.text("razorpay_signature"),
  };
  const verified = await client.post("/payments/verify", proof, newKey());
  t.deepEqual(verified.at("data"), {
    booking_id: booked.text("data.booking.id"),
    booking_number: booked.text("data.booking.booking_number"),
    payment_status: "success",
    booking_status: "partner_assigned",
  });
});
