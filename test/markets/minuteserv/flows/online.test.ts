import test from "ava";
import { faultsInBooks } from "../../../world/books.js";
import { entriesAbout } from "../../../world/ledger.js";
import { HOME, newKey, pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  openDocumentWorld,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";
import { ratedWorker } from "../../../world/minuteserv-partner.js";

let scene: DocumentWorld;

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

test("online: paid, assigned, accepted, done, rated and paid out", async (t) => {
  const { world, john, staff } = scene;
  const worker = await ratedWorker(world, HOME);
  const booked = await bookBoth(scene, john, { promo: "SAVE10", days: 4 });
  const id = booked.text("data.booking.id");
  const look = async () => (await john.get(`/bookings/${id}`)).at("data");
  t.like(await look(), { status: "pending", payment_status: "pending", partner: null });

  await pay(world, booked.text("data.payment.order_id"));
  t.like(await look(), { status: "partner_assigned", payment_status: "paid" });
  t.like(await look(), { partner: { id: worker.id } }, "found by herself");

  const say = (status: string) => worker.client.patch(`/partner/bookings/${id}/status`, { status });
  await worker.client.post(`/partner/bookings/${id}/accept`);
  t.like(await look(), { status: "confirmed", partner: { status: "confirmed" } });
  await say("in_transit");
  await say("arrived");
  t.like(await look(), { status: "in_progress" });
  const done = await worker.client.post(`/partner/bookings/${id}/complete`, {});
  t.deepEqual(done.at("data.earning"), { amount: 1239.84, status: "pending" });
  t.is((await john.post(`/bookings/${id}/rate`, { rating: 4 })).status, 200);

  t.deepEqual(await entriesAbout(world, `booking:${id}`), [
    "PaymentCaptured: +1771.20 asset:gateway:razorpay:clearing" +
      " -1771.20 liability:booking:escrow",
    "BookingCompleted: +1771.20 liability:booking:escrow" +
      " -1239.84 liability:provider:payable -200.16 revenue:commission" +
      " -331.20 liability:tax:gst_output",
  ]);

  // Her first booking was in cash: she kept 980.00 for the platform and earned 686.00 by it.
  const body = { partner_id: worker.id, payment_method: "bank_transfer" };
  const payout = await staff.post("/admin/payouts", body, newKey());
  t.like(payout.at("data.payout"), {
    total_amount: 1925.84,
    commission_deduction: 980,
    net_amount: 945.84,
    status: "pending",
  });
  const path = `/admin/payouts/${payout.text("data.payout.id")}/process`;
  const processed = await staff.post(path, { bank_transaction_id: "TXN123456" }, newKey());
  t.is(processed.at("data.status"), "completed");
  t.deepEqual(await entriesAbout(world, `payout:${payout.text("data.payout.id")}`), [
    "PayoutRequested: +1925.84 liability:provider:payable -980.00 asset:provider:receivable" +
      " -945.84 liability:payout:bank_transfer:in_transit",
    "PayoutCompleted: +945.84 liability:payout:bank_transfer:in_transit" +
      " -945.84 asset:bank:payouts",
  ]);
  const earnings = await worker.client.get("/partner/earnings");
  t.like(earnings.at("data"), { total_earnings: 1925.84, pending: 0, paid: 1925.84 });
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});
