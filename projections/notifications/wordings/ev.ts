import type { Wording } from "../wording.js";

/**
 * Notification APIs: seven types; the confirmation as List Notifications prints it, "Booking
 * Confirmed", "Your booking EVABC1234 has been confirmed". The other texts are of the same kind.
 */
export const evWording: Wording = {
  account_registered: {
    type: "system",
    title: "Welcome",
    message: "Your account is ready",
  },
  booking_created: {
    type: "booking",
    title: "Booking Created",
    message: "Your booking {number} has been created",
  },
  booking_confirmed: {
    type: "booking",
    title: "Booking Confirmed",
    message: "Your booking {number} has been confirmed",
  },
  booking_completed: {
    type: "booking",
    title: "Booking Completed",
    message: "Your booking {number} is paid in full",
  },
  booking_cancelled: {
    type: "booking",
    title: "Booking Cancelled",
    message: "Your booking {number} has been cancelled",
  },
  instalment_paid: {
    type: "payment",
    title: "Payment Received",
    message: "We have received your payment of {amount} for booking {number}",
  },
  wallet_credited: {
    type: "wallet",
    title: "Wallet Credited",
    message: "{amount} has been added to your wallet: {description}",
  },
  pair_matched: {
    type: "binary",
    title: "Binary Pair Matched",
    message: "Pair #{pairNumber} has earned you {amount}",
  },
  payout_requested: {
    type: "payout",
    title: "Payout Requested",
    message: "Your payout request #{number} of {gross} has been received",
  },
  payout_sent: {
    type: "payout",
    title: "Payout Processing",
    message: "Your payout request #{number} is being processed",
  },
  payout_completed: {
    type: "payout",
    title: "Payout Completed",
    message: "Your payout of {amount} has been sent to your bank",
  },
  payout_rejected: {
    type: "payout",
    title: "Payout Rejected",
    message: "Your payout request #{number} has been rejected: {reason}",
  },
  payout_cancelled: {
    type: "payout",
    title: "Payout Cancelled",
    message: "Your payout request #{number} has been cancelled",
  },
  kyc_submitted: {
    type: "kyc",
    title: "KYC Submitted",
    message: "Your KYC documents have been received and are being reviewed",
  },
  kyc_approved: {
    type: "kyc",
    title: "KYC Approved",
    message: "Your KYC documents have been approved",
  },
  kyc_rejected: {
    type: "kyc",
    title: "KYC Rejected",
    message: "Your KYC documents have been rejected: {reason}",
  },
  nominee_verified: {
    type: "kyc",
    title: "Nominee Verified",
    message: "Your nominee's identity has been verified",
  },
  nominee_rejected: {
    type: "kyc",
    title: "Nominee Rejected",
    message: "Your nominee's identity has been rejected: {reason}",
  },
};
