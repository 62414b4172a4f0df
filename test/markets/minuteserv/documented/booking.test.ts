import test from "ava";
import { sections } from "../../../../src/markets/minuteserv/documented/index.js";
import { customer, dayAhead, HOME, pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  BOOKING_WORDS,
  hirePriya,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";
import { proofOf, signatureOf } from "../../../world/razorpay.js";

let scene: DocumentWorld;
let priya: Awaited<ReturnType<typeof hirePriya>>;

test.before(async () => {
  scene = await openDocumentWorld();
  priya = await hirePriya(scene);
});

test.after.always(() => scene.world.close());

/** Assigns the booking to Priya, who accepts it. */
async function acceptByPriya(id: string): Promise<void> {
  await scene.staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: priya.id });
  await priya.client.post(`/partner/bookings/${id}/accept`);
}

test.serial("Checkout and Payments online", async (t) => {
  const { world, manual, nobody, john, home, services } = scene;
  const booking_date = await dayAhead(world, 3);
  const prepared = await manual.hold(t, "POST /checkout/prepare", {
    client: john,
    live: { service_ids: services, address_id: home, booking_date },
  });
  for (const slot of prepared.list("data.available_time_slots")) {
    t.regex(String(slot), /^(?:0[1-9]|1[0-2]):[03]0 [AP]M$/);
  }
  const preview_id = prepared.text("data.preview_id");
  const confirmed = await manual.hold(t, "POST /checkout/confirm", {
    client: john,
    when: "Online Payment",
    live: { preview_id, address_id: home, booking_date },
  });
  const id = confirmed.text("data.booking.id");
  t.is(confirmed.at("data.payment.notes.booking_id"), id);
  const order_id = confirmed.text("data.payment.order_id");
  const paid = await pay(world, order_id, { webhook: false });
  const paymentId = paid.text("razorpay_payment_id");
  const proof = proofOf(order_id, paymentId);
  await manual.hold(t, "POST /payments/verify", { client: john, live: proof });
  await manual.hold(t, "POST /payments/webhook", {
    client: nobody,
    live: { payload: { payment: { entity: { id: paymentId, order_id, method: "upi" } } } },
    sign: (body) => ({ "x-razorpay-signature": signatureOf(body) }),
  });
  await manual.hold(t, "GET /payments/:id/status", { client: john, ids: [order_id] });
  await acceptByPriya(id);
  await manual.hold(t, "GET /bookings/:id", {
    client: john,
    ids: [id],
    free: ["data.partner.rating"],
  });
  await manual.hold(t, "GET /bookings", {
    client: john,
    free: [
      "data.bookings.*.partner.rating",
      "data.pagination.total",
      "data.pagination.total_pages",
    ],
  });
  t.is((await john.get(`/bookings/${id}`)).at("data.payment.razorpay_payment_id"), paymentId);
});

test.serial("Cash Payment", async (t) => {
  const { world, manual, services } = scene;
  const client = await customer(world);
  const address_id = (await client.post("/users/addresses", HOME)).text("data.id");
  const booking_date = await dayAhead(world, 4);
  const order = { service_ids: services, promo_code: "SAVE10", address_id, booking_date };
  const prepared = await client.post("/checkout/prepare", order);
  await manual.hold(t, "POST /checkout/confirm", {
    client,
    when: "Cash Payment",
    live: {
      preview_id: prepared.text("data.preview_id"),
      payment_method: "cash",
      address_id,
      booking_date,
    },
  });
});

test.serial("Rate Booking", async (t) => {
  const { manual, john } = scene;
  const booked = await bookBoth(scene, john, { method: "cash", days: 5 });
  const id = booked.text("data.booking.id");
  await acceptByPriya(id);
  await priya.client.post(`/partner/bookings/${id}/complete`, {});
  await manual.hold(t, "POST /bookings/:id/rate", { client: john, ids: [id] });
  const rated = await john.get(`/bookings/${id}`);
  t.is(rated.at("data.partner.rating"), 5);
});

test.serial("Cancel Booking", async (t) => {
  const { world, manual } = scene;
  const client = await customer(world);
  const booked = await bookBoth(scene, client, { promo: "SAVE10", days: 6 });
  await pay(world, booked.text("data.payment.order_id"));
  const ids = [booked.text("data.booking.id")];
  await manual.hold(t, "POST /bookings/:id/cancel", { client, ids });
});

test.serial("every list of bookings speaks the document's words", async (t) => {
  const { manual, john } = scene;
  await manual.hold(t, "GET /bookings", {
    client: john,
    free: ["data.bookings", "data.pagination"],
    words: { "data.bookings.*.status": BOOKING_WORDS },
    nullable: ["data.bookings.*.partner"],
  });
});

test.serial("every endpoint of these headings was held", (t) => {
  const held = [sections.bookings, sections.checkout, sections.payments];
  t.deepEqual(scene.manual.unheld(...held), []);
});
