import { defineProjection } from "../../src/kernel/projection.js";
import type { AccountEvent } from "../../src/modules/account/events.js";
import type { BookingEvent } from "../../src/modules/booking/events.js";
import type { InboxEvent } from "../../src/modules/inbox/events.js";
import type { KycEvent } from "../../src/modules/kyc/events.js";
import type { NomineeEvent } from "../../src/modules/nominee/events.js";
import type { PairEvent } from "../../src/modules/pair/events.js";
import type { PaymentEvent } from "../../src/modules/payment/events.js";
import type { PayoutEvent } from "../../src/modules/payout/events.js";
import type { WalletEvent } from "../../src/modules/wallet/events.js";
import {
  inboxesTable,
  notificationReadsTable,
  notificationsTable,
  notifiedBookingsTable,
  notifiedNumbersTable,
} from "./tables.js";
import { tellOfAccount, tellOfRegistration } from "./tell-of-account.js";
import {
  tellOfBooking,
  tellOfCancellation,
  tellOfInstalment,
  tellOfPayment,
  tellOfPlacing,
} from "./tell-of-booking.js";
import { tellOfCredit, tellOfPair, tellOfPayout, tellOfRequest } from "./tell-of-money.js";

/**
 * What customers, members, partners and staff are told, one row a thing and an addressee. It is
 * also what is sent to them: the sender looks its words up here.
 */
export const notifications = defineProjection<
  | AccountEvent
  | BookingEvent
  | InboxEvent
  | KycEvent
  | NomineeEvent
  | PairEvent
  | PaymentEvent
  | PayoutEvent
  | WalletEvent
>({
  name: "notifications",
  version: 4,
  tables: [
    notificationsTable,
    notifiedBookingsTable,
    notifiedNumbersTable,
    notificationReadsTable,
    inboxesTable,
  ],
  on: {
    AccountRegistered: tellOfRegistration,
    BookingPlaced: tellOfPlacing,
    ProviderOffered: (event, rows) =>
      tellOfBooking(event, rows, "partner_assigned", { partner: event.data.providerId }),
    OfferAccepted: (event, rows) => {
      // Staff who confirm in a partner's place say so in a second event, which tells it once.
      if (event.metadata.actor.id !== event.data.providerId) return;
      tellOfBooking(event, rows, "booking_confirmed");
    },
    BookingConfirmedByStaff: (event, rows) => tellOfBooking(event, rows, "booking_confirmed"),
    BookingConfirmedByPayment: (event, rows) => tellOfBooking(event, rows, "booking_confirmed"),
    BookingCompleted: (event, rows) => tellOfBooking(event, rows, "booking_completed"),
    BookingPaidOff: (event, rows) => tellOfBooking(event, rows, "booking_completed"),
    BookingCancelled: tellOfCancellation,
    AssignmentQueued: (event, rows) =>
      tellOfBooking(event, rows, "manual_assignment_required", "staff"),
    InstalmentPaid: tellOfInstalment,
    PaymentCaptured: (event, rows) => tellOfPayment(event, rows, "payment_success"),
    PaymentFailed: (event, rows) => tellOfBooking(event, rows, "payment_failed"),
    RefundConfirmed: (event, rows) => tellOfPayment(event, rows, "payment_refunded"),
    WalletCredited: tellOfCredit,
    PairMatched: tellOfPair,
    PayoutRequested: tellOfRequest,
    PayoutSent: (event, rows) => tellOfPayout(event, rows, "payout_sent"),
    PayoutCompleted: (event, rows) => tellOfPayout(event, rows, "payout_completed"),
    PayoutFailed: (event, rows) => tellOfPayout(event, rows, "payout_failed"),
    PayoutRejected: (event, rows) =>
      tellOfPayout(event, rows, "payout_rejected", { reason: event.data.reason }),
    PayoutCancelled: (event, rows) => tellOfPayout(event, rows, "payout_cancelled"),
    KycSubmitted: (event, rows) => tellOfAccount(event, rows, "kyc_submitted", "kyc"),
    KycApproved: (event, rows) => tellOfAccount(event, rows, "kyc_approved", "kyc"),
    KycRejected: (event, rows) =>
      tellOfAccount(event, rows, "kyc_rejected", "kyc", { reason: event.data.reason }),
    NomineeVerified: (event, rows) => tellOfAccount(event, rows, "nominee_verified", "nominee"),
    NomineeRejected: (event, rows) =>
      tellOfAccount(event, rows, "nominee_rejected", "nominee", { reason: event.data.reason }),
    NotificationRead: ({ data, metadata }, rows) =>
      rows.insert(notificationReadsTable, {
        notification_id: data.notificationId,
        read_at: metadata.occurredAt,
      }),
    InboxRead: ({ data, metadata }, rows) =>
      rows.upsert(inboxesTable, { account_id: data.accountId }, () => ({
        account_id: data.accountId,
        read_through: data.through,
        read_at: metadata.occurredAt,
      })),
  },
});
