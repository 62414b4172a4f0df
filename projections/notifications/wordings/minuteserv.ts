import type { Wording } from "../wording.js";

/**
 * System Notifications; the confirmation as GET /dashboard prints it: "Booking Confirmed",
 * "Your booking BK-20240115-123456 has been confirmed".
 */
export const minuteservWording: Wording = {
  booking_created: {
    title: "Booking Created",
    message: "Your booking {number} for {date} at {time} has been created",
  },
  booking_confirmed: {
    title: "Booking Confirmed",
    message: "Your booking {number} has been confirmed",
  },
  booking_cancelled: {
    title: "Booking Cancelled",
    message: "Your booking {number} has been cancelled",
    toPartner: {
      title: "Booking Cancelled",
      message: "Booking {number} has been cancelled, you need not go there",
    },
  },
  booking_completed: {
    title: "Booking Completed",
    message: "Your booking {number} has been completed. How was it? Please rate it",
  },
  partner_assigned: {
    title: "New Booking Assigned",
    message: "Booking {number} on {date} at {time} is yours if you accept it in time",
  },
  payment_success: {
    title: "Payment Successful",
    message: "We have received your payment of {amount} for booking {number}",
  },
  payment_failed: {
    title: "Payment Failed",
    message: "Your payment for booking {number} has failed. You can try again",
  },
  payment_refunded: {
    title: "Payment Refunded",
    message: "{amount} for booking {number} has been refunded",
  },
  payout_completed: {
    title: "Payout Completed",
    message: "Your payout of {amount} has been paid",
  },
  payout_failed: {
    title: "Payout Failed",
    message: "Your payout of {amount} has failed. It will be made again",
  },
  manual_assignment_required: {
    title: "Manual Assignment Required",
    message: "No partner could be found for booking {number} on {date} at {time}",
  },
};
