import test, { type ExecutionContext } from "ava";
import { notifications } from "../../../projections/notifications/fold.js";
import {
  inboxOf,
  newestToldTo,
  notificationsOf,
  notificationsOfEvent,
  notificationToldAt,
  unreadCount,
} from "../../../projections/notifications/queries.js";
import { rebuild } from "../../../src/platform/projecting/rebuild.js";
import type { Recorded } from "../../../src/kernel/event.js";
import { ArrayFeed } from "../../platform/projecting/array-feed.js";
import { dump, runEngine, testDatabase } from "../../platform/projecting/engine.js";
import { sample } from "../journal/posted.js";

/** The samples of these events as one market's history of one booking. */
function history(feed: ArrayFeed, marketplace: string, types: readonly string[]): Recorded[] {
  const placed = sample("BookingPlaced") as { readonly bookingId: string };
  const { providerId } = sample("OfferAccepted") as { readonly providerId: string };
  const actors: Readonly<Record<string, string>> = { OfferAccepted: providerId };
  return types.map((type) => {
    const { bookingId } = placed;
    const event = feed.append(type, sample(type, type.startsWith("Payout") ? {} : { bookingId }));
    const actor = { id: actors[type] ?? "system", role: "system" };
    const renamed = { ...event, metadata: { ...event.metadata, marketplace, actor } };
    feed.events[feed.events.length - 1] = renamed;
    return renamed;
  });
}

const STORY = [
  "BookingPlaced",
  "PaymentFailed",
  "PaymentCaptured",
  "AssignmentQueued",
  "ProviderOffered",
  "OfferAccepted",
  "BookingConfirmedByStaff",
  "BookingCompleted",
  "BookingCancelled",
  "RefundConfirmed",
  "PayoutCompleted",
  "PayoutFailed",
];

async function project(t: ExecutionContext, marketplace: string) {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  const events = history(feed, marketplace, STORY);
  const engine = runEngine(t, database, feed, [notifications]);
  await engine.caughtUp();
  return { database, feed, events, engine };
}

test("each event tells those whom it concerns, in the market's words", async (t) => {
  const { database } = await project(t, "minuteserv");
  const rows = await database.rows<{ whom: string; type: string; title: string; message: string }>(
    `SELECT CASE WHEN user_id IS NOT NULL THEN 'user' WHEN partner_id IS NOT NULL THEN 'partner'
       ELSE 'staff' END AS whom, notification_type AS type, title, message
     FROM notifications ORDER BY position, whom DESC`,
  );
  t.deepEqual(
    rows.map(({ whom, type }) => `${whom} ${type}`),
    [
      "user booking_created",
      "user payment_failed",
      "user payment_success",
      "staff manual_assignment_required",
      "partner partner_assigned",
      "user booking_confirmed",
      "user booking_confirmed",
      "user booking_completed",
      "user booking_cancelled",
      "partner booking_cancelled",
      "user payment_refunded",
      "partner payout_completed",
      "partner payout_failed",
    ],
  );
  const { number } = sample("BookingPlaced") as { readonly number: string };
  t.like(rows[5], {
    title: "Booking Confirmed",
    message: `Your booking ${number} has been confirmed`,
  });
  t.true(rows.every(({ message }) => !message.includes("{")));
  t.regex(rows[2]?.message ?? "", /₹\d+\.\d\d for booking BK-/);
});

test("a confirmation by staff in the partner's place is told once", async (t) => {
  const database = await testDatabase(t);
  const feed = new ArrayFeed();
  const events = history(feed, "minuteserv", ["BookingPlaced", "OfferAccepted"]);
  const accepted = events[1];
  if (accepted === undefined) return t.fail();
  const actor = { id: "some-admin", role: "admin" };
  feed.events[1] = { ...accepted, metadata: { ...accepted.metadata, actor } };
  history(feed, "minuteserv", ["BookingConfirmedByStaff"]);
  await runEngine(t, database, feed, [notifications]).caughtUp();
  const rows = await database.rows<{ n: number }>(
    "SELECT count(*) AS n FROM notifications WHERE notification_type = 'booking_confirmed'",
  );
  t.is(rows[0]?.n, 1);
});

test("queries show each addressee their own, newest first", async (t) => {
  const { database, events } = await project(t, "minuteserv");
  const { customerId } = sample("BookingPlaced") as { readonly customerId: string };
  const { providerId } = sample("ProviderOffered") as { readonly providerId: string };
  const mine = await notificationsOf(database, { userId: customerId }, 3);
  t.deepEqual(
    mine.map((row) => row.notification_type),
    ["payment_refunded", "booking_cancelled", "booking_completed"],
  );
  t.true(mine.every((row) => row.user_id === customerId && row.partner_id === null));
  const theirs = await notificationsOf(database, { partnerId: providerId }, 10);
  t.true(theirs.length > 0 && theirs.every((row) => row.partner_id === providerId));
  const staff = await notificationsOf(database, { staffOf: "minuteserv" }, 10);
  t.deepEqual(
    staff.map((row) => row.notification_type),
    ["manual_assignment_required"],
  );
  const cancelled = events.find(({ type }) => type === "BookingCancelled");
  const told = await notificationsOfEvent(database, cancelled?.id ?? "");
  t.is(told.length, 2);
});

test("a rebuild gives the same rows", async (t) => {
  const { database, feed, engine } = await project(t, "minuteserv");
  const before = await dump(database, "notifications");
  await rebuild({
    definitions: [notifications],
    feed,
    database,
    names: ["notifications"],
  });
  t.deepEqual(await dump(database, "notifications"), before);
  await engine.stop();
});

test("a market without words tells nobody and stops nothing", async (t) => {
  const { database } = await project(t, "elsewhere");
  t.deepEqual(await dump(database, "notifications"), []);
});

test("what is read, by itself or with all others, shows as read", async (t) => {
  const { database, feed, engine } = await project(t, "minuteserv");
  const { customerId } = sample("BookingPlaced") as { readonly customerId: string };
  const [newest, second] = await notificationsOf(database, { userId: customerId }, 2);
  const accountId = customerId;
  feed.append("NotificationRead", { accountId, notificationId: newest?.id });
  await engine.caughtUp();
  const before = await unreadCount(database, customerId);
  t.is((await notificationsOf(database, { userId: customerId }, 1))[0]?.read_at === null, false);
  feed.append("InboxRead", { accountId, through: second?.position });
  await engine.caughtUp();
  t.true(before > 0);
  t.is(await unreadCount(database, customerId), 0);
  const all = { limit: 100, offset: 0 };
  t.is((await inboxOf(database, customerId, { read: false }, all)).total, 0);
  const read = await inboxOf(database, customerId, { read: true, types: ["booking_created"] }, all);
  t.deepEqual([read.total, read.rows.length], [1, 1]);
  const toldAt = newest?.position ?? 0;
  t.is((await notificationToldAt(database, customerId, toldAt))?.id, newest?.id);
  t.is(await notificationToldAt(database, "somebody-else", toldAt), undefined);
  t.is(await newestToldTo(database, customerId), toldAt);
});
