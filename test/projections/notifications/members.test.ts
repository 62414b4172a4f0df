import test from "ava";
import { notifications } from "../../../projections/notifications/fold.js";
import { inboxOf } from "../../../projections/notifications/queries.js";
import type { Recorded } from "../../../src/kernel/event.js";
import { ArrayFeed } from "../../platform/projecting/array-feed.js";
import { runEngine, testDatabase } from "../../platform/projecting/engine.js";
import { sample } from "../journal/posted.js";

const member = "0b9c2f64-7a5e-4d0e-8b32-5a1f3c7d9e01";
const bookingId = "4a6c1d7e-2f3b-4c8a-9d10-6e5f4a3b2c02";
const payoutId = "4a6c1d7e-2f3b-4c8a-9d10-6e5f4a3b2c04";

const booking = { bookingId, customerId: member, number: "EVABC1234" };
const instalments = { serial: 3, visit: null, payment: null, contact: null, place: null };
const wallet = { ownerId: member, walletId: member };
const payout = { payoutId, payeeId: member, source: "wallet", number: "5", emi: null };

/** What happened to one member, oldest first. */
const STORY: readonly (readonly [type: string, changes: object])[] = [
  ["AccountRegistered", { accountId: member, kind: "member", number: 7 }],
  ["BookingPlaced", { ...booking, ...instalments }],
  ["InstalmentPaid", booking],
  ["BookingConfirmedByPayment", booking],
  [
    "WalletCredited",
    { ...wallet, amount: 50_000, kind: "deposit", description: "Deposit", reference: null },
  ],
  ["PairMatched", { earnerId: member }],
  ["PayoutRequested", { ...payout, earningIds: [] }],
  ["PayoutSent", payout],
  ["PayoutRejected", { ...payout, reason: "Bank details do not match" }],
  ["BookingCancelled", { ...booking, paymentId: null, providerId: null }],
  ["KycRejected", { accountId: member, reason: "PAN document is not clear" }],
  ["NomineeVerified", { accountId: member }],
];

function happened(feed: ArrayFeed, marketplace: string): void {
  for (const [type, changes] of STORY) {
    const event: Recorded = feed.append(type, sample(type, changes));
    const metadata = { ...event.metadata, marketplace };
    feed.events[feed.events.length - 1] = { ...event, metadata };
  }
}

test("a member is told of each thing once, with its type and its number", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  happened(feed, "ev");
  await runEngine(t, database, feed, [notifications]).caughtUp();
  const { rows, total } = await inboxOf(database, member, {}, { limit: 100, offset: 0 });
  t.is(total, STORY.length);
  t.deepEqual(
    rows.toReversed().map((row) => {
      const { notification_type: type, reference_type: about, reference_number: number } = row;
      return [type, row.title, `${about} ${number}`];
    }),
    [
      ["system", "Welcome", "user 7"],
      ["booking", "Booking Created", "booking 3"],
      ["payment", "Payment Received", "payment 7"],
      ["booking", "Booking Confirmed", "booking 3"],
      ["wallet", "Wallet Credited", "wallet null"],
      ["binary", "Binary Pair Matched", "binary_pair 1"],
      ["payout", "Payout Requested", "payout 5"],
      ["payout", "Payout Processing", "payout 5"],
      ["payout", "Payout Rejected", "payout 5"],
      ["booking", "Booking Cancelled", "booking 3"],
      ["kyc", "KYC Rejected", "kyc 7"],
      ["kyc", "Nominee Verified", "nominee 7"],
    ],
  );
  const confirmed = rows.find(({ title }) => title === "Booking Confirmed");
  t.is(confirmed?.message, "Your booking EVABC1234 has been confirmed");
  const rejected = rows.find(({ title }) => title === "Payout Rejected");
  t.is(rejected?.message, "Your payout request #5 has been rejected: Bank details do not match");
  const binary = await inboxOf(database, member, { types: ["binary"] }, { limit: 1, offset: 0 });
  t.is(binary.total, 1);
});

test("a market without words for these things tells nobody", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  happened(feed, "somewhere-else");
  await runEngine(t, database, feed, [notifications]).caughtUp();
  t.is((await inboxOf(database, member, {}, { limit: 1, offset: 0 })).total, 0);
});
