import type { Of } from "../../../src/kernel/event.js";
import type { BookingEvent } from "../../../src/modules/booking/events.js";
import type { ChargebackEvent } from "../../../src/modules/chargeback/events.js";
import type { EarningEvent } from "../../../src/modules/earning/events.js";
import type { PaymentEvent } from "../../../src/modules/payment/events.js";
import type { PayoutEvent } from "../../../src/modules/payout/events.js";
import type { SettlementEvent } from "../../../src/modules/settlement/events.js";
import type { WalletEvent } from "../../../src/modules/wallet/events.js";
import type { Posting } from "../posting.js";
import * as bookings from "./bookings.js";
import * as chargebacks from "./chargebacks.js";
import * as earnings from "./earnings.js";
import * as instalments from "./instalments.js";
import * as payments from "./payments.js";
import * as payouts from "./payouts.js";
import * as settlements from "./settlements.js";
import * as wallets from "./wallets.js";

/** Every event that can move money. */
export type PostingEvent =
  | BookingEvent
  | ChargebackEvent
  | EarningEvent
  | PaymentEvent
  | PayoutEvent
  | SettlementEvent
  | WalletEvent;

export type PostingRules = {
  readonly [K in PostingEvent["type"]]?: (event: Of<PostingEvent, K>) => Posting | undefined;
};

/** The posting rules: one small pure function an event type (DESIGN §7). */
export const postingRules: PostingRules = {
  BookingCompleted: bookings.completed,
  BookingCancelled: bookings.cancelled,
  BookingPaidOff: instalments.paidOff,
  InstalmentPaid: instalments.paid,
  LatePaymentReturned: bookings.latePaymentReturned,
  RefundGranted: bookings.refundGranted,
  ChargebackOpened: chargebacks.opened,
  ChargebackWon: chargebacks.won,
  ChargebackLost: chargebacks.lost,
  ChargebackCovered: bookings.chargebackCovered,
  // A dispute posts what the provider's earnings, the arbiters of it, set aside and free again.
  EarningHeld: earnings.held,
  EarningFreed: earnings.freed,
  EarningReversed: earnings.reversed,
  PaymentCaptured: payments.captured,
  RefundConfirmed: payments.refundConfirmed,
  PayoutRequested: payouts.requested,
  PayoutCompleted: payouts.completed,
  PayoutFailed: payouts.failed,
  SettlementReceived: settlements.received,
  WalletCredited: wallets.credited,
  WalletDebited: wallets.debited,
  WalletHoldCaptured: wallets.captured,
};
