import test from "ava";
import { faultsInBooks } from "../../../world/books.js";
import type { HttpClient } from "../../../world/http-client.js";
import { entriesAbout } from "../../../world/ledger.js";
import { customer, HOME, pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";
import { ratedWorker, type Worker } from "../../../world/minuteserv-partner.js";

let scene: DocumentWorld;
let worker: Worker;

const CAPTURED =
  "PaymentCaptured: +1771.20 asset:gateway:razorpay:clearing -1771.20 liability:booking:escrow";

test.before(async () => {
  scene = await openDocumentWorld();
  worker = await ratedWorker(scene.world, HOME);
});

test.after.always(() => scene.world.close());

/** A new customer's online order of 1771.20, not yet paid. */
async function ordered(days: number) {
  const client = await customer(scene.world);
  const booked = await bookBoth(scene, client, { promo: "SAVE10", days });
  const id = booked.text("data.booking.id");
  const look = async () => (await client.get(`/bookings/${id}`)).at("data");
  return { client, id, look, orderId: booked.text("data.payment.order_id") };
}

async function titlesFor(client: HttpClient): Promise<readonly string[]> {
  const dashboard = await client.get("/dashboard");
  const told = dashboard.list("data.notifications") as readonly { readonly title: string }[];
  return told.map(({ title }) => title);
}

test.serial("cash: assigned at once, collected by the partner, who then owes it", async (t) => {
  const { world } = scene;
  const client = await customer(world);
  const booked = await bookBoth(scene, client, { promo: "SAVE10", method: "cash", days: 4 });
  const id = booked.text("data.booking.id");
  t.is(booked.at("data.booking.status"), "partner_assigned");
  const look = async () => (await client.get(`/bookings/${id}`)).at("data");
  t.like(await look(), { payment_status: "pending", partner: { id: worker.id } });
  await worker.client.post(`/partner/bookings/${id}/accept`);
  const done = await worker.client.post(`/partner/bookings/${id}/complete`, {});
  t.deepEqual(done.at("data.earning"), { amount: 1239.84, status: "pending" });
  t.like(await look(), { status: "completed", payment_status: "paid" });
  t.deepEqual(await entriesAbout(world, `booking:${id}`), [
    "BookingCompleted: +1771.20 asset:provider:receivable -1771.20 liability:booking:escrow" +
      " +1771.20 liability:booking:escrow -1239.84 liability:provider:payable" +
      " -200.16 revenue:commission -331.20 liability:tax:gst_output",
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("a failed payment keeps the booking, and the retry counts once", async (t) => {
  const { world } = scene;
  const { client, id, look, orderId } = await ordered(5);
  await pay(world, orderId, { outcome: "failed" });
  t.like(await look(), { status: "pending", payment_status: "failed", partner: null });
  t.deepEqual(await titlesFor(client), ["Payment Failed", "Booking Created"]);
  await pay(world, orderId);
  t.like(await look(), {
    status: "partner_assigned",
    payment_status: "paid",
    partner: { id: worker.id },
  });
  t.deepEqual(await entriesAbout(world, `booking:${id}`), [CAPTURED]);
});

test.serial("a lost webhook is found by the reconciliation, and the flow goes on", async (t) => {
  const { world } = scene;
  const { id, look, orderId } = await ordered(6);
  await pay(world, orderId, { webhook: false });
  t.like(await look(), { status: "pending", payment_status: "pending" });
  await world.http.post("/sandbox/jobs/reconciliation");
  t.like(await look(), {
    status: "partner_assigned",
    payment_status: "paid",
    partner: { id: worker.id },
  });
  await world.http.post("/sandbox/jobs/reconciliation");
  t.deepEqual(await entriesAbout(world, `booking:${id}`), [CAPTURED]);
  await worker.client.post(`/partner/bookings/${id}/accept`);
  const done = await worker.client.post(`/partner/bookings/${id}/complete`, {});
  t.deepEqual(done.at("data.earning"), { amount: 1239.84, status: "pending" });
});
