import type { ProcessDefinition } from "../kernel/process.js";
import { actOnGatewayWebhook } from "./act-on-gateway-webhook.js";
import { activateBuyer } from "./activate-buyer.js";
import { applyCapturedPayment } from "./apply-captured-payment.js";
import { applyEmiOfPayout } from "./apply-emi-of-payout.js";
import { assignProvider } from "./assign-provider.js";
import { creditMatchedPair } from "./credit-matched-pair.js";
import { creditReferralBonus } from "./credit-referral-bonus.js";
import { deliverNotifications } from "./deliver-notifications.js";
import { expireUnansweredOffer } from "./expire-unanswered-offer.js";
import { grantUnaskedRefund } from "./grant-unasked-refund.js";
import { holdDisputedEarning } from "./hold-disputed-earning.js";
import { noteLostChargeback } from "./note-lost-chargeback.js";
import { openPaymentOfPlacedBooking } from "./open-payment-of-placed-booking.js";
import { recordPaidInstalment } from "./record-paid-instalment.js";
import { refundCancelledInstalments } from "./refund-cancelled-instalments.js";
import { orderGrantedRefund } from "./order-granted-refund.js";
import { placeReferredMember } from "./place-referred-member.js";
import type { Ports } from "./ports.js";
import { recoverLostChargeback } from "./recover-lost-chargeback.js";
import { releaseUnusedRedemption } from "./release-unused-redemption.js";
import { requestReservedPayout } from "./request-reserved-payout.js";
import { reverseRefundedEarning } from "./reverse-refunded-earning.js";
import { sendOrderedRefund } from "./send-ordered-refund.js";
import { settleCompletedBooking } from "./settle-completed-booking.js";
import { settlePayout } from "./settle-payout.js";
import { settleWalletHold } from "./settle-wallet-hold.js";

/** Every rule of the form "when this has happened, then that is to be done". */
export const processes: readonly ProcessDefinition<Ports>[] = [
  activateBuyer,
  actOnGatewayWebhook,
  applyCapturedPayment,
  applyEmiOfPayout,
  assignProvider,
  creditMatchedPair,
  creditReferralBonus,
  deliverNotifications,
  expireUnansweredOffer,
  grantUnaskedRefund,
  holdDisputedEarning,
  noteLostChargeback,
  openPaymentOfPlacedBooking,
  orderGrantedRefund,
  placeReferredMember,
  recordPaidInstalment,
  recoverLostChargeback,
  refundCancelledInstalments,
  releaseUnusedRedemption,
  requestReservedPayout,
  reverseRefundedEarning,
  sendOrderedRefund,
  settleCompletedBooking,
  settlePayout,
  settleWalletHold,
];
