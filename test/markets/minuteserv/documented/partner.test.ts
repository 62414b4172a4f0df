import test from "ava";
import { sections } from "../../../../src/markets/minuteserv/documented/index.js";
import type { HttpClient } from "../../../world/http-client.js";
import { book, customer, otpSentTo, pay } from "../../../world/minuteserv.js";
import {
  bookBoth,
  openDocumentWorld,
  PRIYA,
  type DocumentWorld,
} from "../../../world/minuteserv-document.js";

let scene: DocumentWorld;
let priya: { readonly id: string; readonly client: HttpClient };
let queued: string;

/** No earning is the document's 1200.00: its booking's is 1239.84. */
const EARNED = ["data.earnings.*.partner_earning", "data.recent_earnings.*.partner_earning"];

const dispatcher = () => scene.nobody.as("internal-test-key");

test.before(async () => {
  scene = await openDocumentWorld();
});

test.after.always(() => scene.world.close());

/** A customer's paid order of 1771.20, offered to Priya. */
async function offered(client: HttpClient, days: number): Promise<string> {
  const booked = await bookBoth(scene, client, { promo: "SAVE10", days });
  await pay(scene.world, booked.text("data.payment.order_id"));
  const id = booked.text("data.booking.id");
  await scene.staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: priya.id });
  return id;
}

test.serial("a partner is registered, verified and signs in", async (t) => {
  const { world, manual, staff, nobody } = scene;
  const made = await manual.hold(t, "POST /admin/partners", { client: staff });
  const id = made.text("data.partner.id");
  await manual.hold(t, "POST /admin/partners/:id/verify", { client: staff, ids: [id] });
  await nobody.post("/auth/send-otp", { phone_number: PRIYA, purpose: "login" });
  const signedIn = await manual.hold(t, "POST /partner/auth/login", {
    client: nobody,
    live: { otp_code: await otpSentTo(world, PRIYA) },
  });
  priya = { id, client: nobody.as(signedIn.text("data.access_token")) };
  await manual.hold(t, "PATCH /partner/availability", priya);
  await manual.hold(t, "PUT /partner/working-hours", priya);
  const call = { client: staff, ids: [id] };
  await manual.hold(t, "PUT /admin/partners/:id", call);
  await manual.hold(t, "PATCH /admin/partners/:id/availability", call);
});

test.serial("a booking that nobody can take waits in the queue", async (t) => {
  const { world, manual, john, services } = scene;
  const order = { serviceIds: services.slice(0, 1), method: "cash" } as const;
  queued = (await book(world, john, order)).text("data.booking.id");
  const queue = await manual.hold(t, "GET /internal/assignments/queue", {
    client: dispatcher(),
    free: ["data.pending_assignments.*.priority"],
  });
  t.is(queue.at("data.pending_assignments.0.booking_id"), queued);
});

test.serial("a partner rejects one booking and does another", async (t) => {
  const { world, manual } = scene;
  const { client } = priya;
  const rejected = [await offered(await customer(world), 4)];
  await manual.hold(t, "POST /partner/bookings/:id/reject", { client, ids: rejected });
  for (const days of [5, 6]) {
    const buyer = await customer(world);
    const ids = [await offered(buyer, days)];
    await manual.hold(t, "POST /partner/bookings/:id/accept", { client, ids });
    const path = "PATCH /partner/bookings/:id/status";
    await manual.hold(t, path, { client, ids });
    const done = await manual.hold(t, "POST /partner/bookings/:id/complete", {
      client,
      ids,
      free: ["data.earning.amount"],
    });
    t.is(done.at("data.earning.amount"), 1239.84);
    await buyer.post(`/bookings/${ids.join()}/rate`, { rating: 5 });
  }
  await manual.hold(t, "GET /partner/bookings", {
    client,
    words: { "data.bookings.*.status": ["completed"] },
  });
});

test.serial("earnings are paid out", async (t) => {
  const { manual, staff } = scene;
  const { id, client } = priya;
  const listed = await client.get("/partner/earnings");
  const earnings_ids = [listed.text("data.earnings.0.id"), listed.text("data.earnings.1.id")];
  const free = ["payouts.*", "payout"].flatMap((name) => [
    `data.${name}.total_amount`,
    `data.${name}.net_amount`,
  ]);
  const live = { partner_id: id, earnings_ids };
  const failing = await manual.hold(t, "POST /admin/payouts", {
    client: staff,
    live,
    free,
  });
  await manual.hold(t, "GET /admin/payouts", { client: staff, free });
  const failed = [failing.text("data.payout.id")];
  await manual.hold(t, "POST /admin/payouts/:id/fail", {
    client: staff,
    ids: failed,
    free,
  });
  const made = await manual.hold(t, "POST /admin/payouts", { client: staff, live, free });
  t.is(made.at("data.payout.net_amount"), 2479.68);
  const ids = [made.text("data.payout.id")];
  await manual.hold(t, "POST /admin/payouts/:id/process", {
    client: staff,
    ids,
    free,
  });
  const payouts = await manual.hold(t, "GET /partner/payouts", {
    client,
    free,
    words: { "data.payouts.*.status": ["completed", "failed"] },
    nullable: ["data.payouts.*.processed_at"],
  });
  t.like(payouts.at("data.payouts.0"), { status: "completed", total_amount: 2479.68 });
  const amounts = ["data.total_earnings", "data.pending", "data.paid"];
  const earned = await manual.hold(t, "GET /partner/earnings", {
    client,
    free: [...amounts, ...EARNED],
  });
  t.like(earned.at("data"), { total_earnings: 2479.68, pending: 0, paid: 2479.68 });
  await manual.hold(t, "GET /admin/partners/:id/earnings", {
    client: staff,
    ids: [id],
    free: [...amounts, ...EARNED],
  });
});

test.serial("what staff and partner see of all that", async (t) => {
  const { world, manual, staff } = scene;
  const { id, client } = priya;
  const next = await offered(await customer(world), 8);
  await client.post(`/partner/bookings/${next}/accept`);
  await manual.hold(t, "GET /partner/dashboard", { client, free: ["data.stats", ...EARNED] });
  await manual.hold(t, "GET /admin/partners", {
    client: staff,
    query: { status: "active", service_category: "Hair" },
    free: [
      "rating",
      "total_bookings",
      "completed_bookings",
      "total_earnings",
      "pending_payout",
    ].map((name) => `data.partners.*.${name}`),
  });
  const seen = await manual.hold(t, "GET /admin/partners/:id", {
    client: staff,
    ids: [id],
    free: ["data.earnings", "data.bookings", "data.performance"],
  });
  t.deepEqual(seen.at("data.earnings"), { total: 2479.68, pending: 0, paid: 2479.68 });
  await manual.hold(t, "GET /admin/partners/:id/bookings", {
    client: staff,
    ids: [id],
    query: { status: "confirmed" },
  });
});

test.serial("well rated, she is found for what waits", async (t) => {
  const { manual } = scene;
  const assigned = await manual.hold(t, "POST /internal/bookings/:id/assign-partner", {
    client: dispatcher(),
    ids: [queued],
    free: ["data.booking.grand_total", "data.booking.payment_status"],
  });
  t.is(assigned.at("data.assignment.partner_id"), priya.id);
});

test.serial("every endpoint of these headings was held", (t) => {
  const held = [
    sections.adminPartners,
    sections.adminPayouts,
    sections.internal,
    sections.partnerAuthentication,
    sections.partnerAvailability,
    sections.partnerBookings,
    sections.partnerDashboard,
    sections.partnerEarnings,
  ];
  t.deepEqual(scene.manual.unheld(...held), []);
});
