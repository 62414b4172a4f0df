import test from "ava";
import { faultsInBooks } from "../../../world/books.js";
import { eventually } from "../../../world/eventually.js";
import { entriesAbout } from "../../../world/ledger.js";
import { admin, customer, newKey, newPhone, pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";

let scene: DocumentWorld;

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

const CAPTURED =
  "PaymentCaptured: +1771.20 asset:gateway:razorpay:clearing -1771.20 liability:booking:escrow";

/** Waits until the gateway's confirmation has reached the booking. */
function has(look: () => Promise<unknown>, status: string): Promise<true> {
  return eventually(`the payment as ${status}`, async () => {
    const seen = (await look()) as { readonly payment_status: string };
    return seen.payment_status === status ? true : undefined;
  });
}

/** A new customer's paid order of 1771.20. */
async function paid(days: number) {
  const { world } = scene;
  const phone = newPhone();
  const client = await customer(world, phone);
  const booked = await bookBoth(scene, client, { promo: "SAVE10", days });
  await pay(world, booked.text("data.payment.order_id"));
  const id = booked.text("data.booking.id");
  /** With a session of its own, as the clock may have moved on. */
  const look = async () => {
    const again = await customer(world, phone);
    return (await again.get(`/bookings/${id}`)).at("data");
  };
  return { id, phone, look };
}

test.serial("cancelled within five minutes: all comes back", async (t) => {
  const { world } = scene;
  const { id, phone, look } = await paid(3);
  const client = await customer(world, phone);
  const reason = { reason: "Change of plans" };
  const cancelled = await client.post(`/bookings/${id}/cancel`, reason, newKey());
  t.like(cancelled.at("data"), { refund_amount: 1771.2, refund_status: "processing" });
  await world.http.post("/sandbox/jobs/refunds");
  await has(look, "refunded");
  t.like(await look(), { status: "cancelled" });
  t.deepEqual(await entriesAbout(world, `booking:${id}`), [
    CAPTURED,
    "BookingCancelled: +1771.20 liability:booking:escrow" +
      " -1771.20 liability:refund:razorpay:in_transit",
    "RefundConfirmed: +1771.20 liability:refund:razorpay:in_transit" +
      " -1771.20 asset:gateway:razorpay:clearing",
  ]);
});

test.serial("cancelled later: a tenth is the fee", async (t) => {
  const { world } = scene;
  const { id, phone, look } = await paid(4);
  await world.http.post("/sandbox/clock", { advance_seconds: 301 });
  const client = await customer(world, phone);
  const reason = { reason: "Change of plans" };
  const cancelled = await client.post(`/bookings/${id}/cancel`, reason, newKey());
  t.like(cancelled.at("data"), { refund_amount: 1594.08, refund_status: "processing" });
  await world.http.post("/sandbox/jobs/refunds");
  // The job answers when all that it set off is in the books.
  t.deepEqual(await entriesAbout(world, `booking:${id}`), [
    CAPTURED,
    "BookingCancelled: +1771.20 liability:booking:escrow" +
      " -1594.08 liability:refund:razorpay:in_transit -177.12 revenue:cancellation_fee",
    "RefundConfirmed: +1594.08 liability:refund:razorpay:in_transit" +
      " -1594.08 asset:gateway:razorpay:clearing",
  ]);
  t.like(await look(), { status: "cancelled" });
});

test.serial("staff give back a part, then the rest", async (t) => {
  const { world } = scene;
  const staff = await admin(world, "finance");
  const { id, look } = await paid(5);
  const refund = (amount: number) => {
    const body = { amount, reason: "Service not provided", notes: "Customer complained..." };
    return staff.post(`/admin/bookings/${id}/refund`, body, newKey());
  };
  t.like((await refund(500)).at("data"), { refund_amount: 500, status: "processing" });
  await world.http.post("/sandbox/jobs/refunds");
  await has(look, "partially_refunded");
  t.is((await refund(1271.21)).status, 422, "more than is left");
  t.like((await refund(1271.2)).at("data"), { refund_amount: 1271.2 });
  await world.http.post("/sandbox/jobs/refunds");
  await has(look, "refunded");
  t.like(await look(), { status: "refunded" });
  const order = (amount: string) =>
    `RefundGranted: +${amount} liability:booking:escrow` +
    ` -${amount} liability:refund:razorpay:in_transit`;
  const confirmation = (amount: string) =>
    `RefundConfirmed: +${amount} liability:refund:razorpay:in_transit` +
    ` -${amount} asset:gateway:razorpay:clearing`;
  t.deepEqual(await entriesAbout(world, `booking:${id}`), [
    CAPTURED,
    order("500.00"),
    confirmation("500.00"),
    order("1271.20"),
    confirmation("1271.20"),
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});
