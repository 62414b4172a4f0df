import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { ASSIGNED, BOOKING, LISTED_BOOKING, PAGINATION, PARTNER, USER } from "./elided.js";

/** Admin APIs, Bookings Management. */
export const adminBookings: DocumentedAnswers = {
  "GET /admin/bookings": [
    {
      status: 200,
      body: { success: true, data: { bookings: [LISTED_BOOKING], pagination: PAGINATION } },
    },
  ],
  "GET /admin/bookings/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking: LISTED_BOOKING,
          user: USER,
          partner: PARTNER,
          payment: { razorpay_payment_id: "pay_xyz789", payment_method: "upi" },
          services: [{ name: "Facial - Minimal", quantity: 1 }],
          timeline: [{ action: "created", timestamp: "2024-01-20T09:00:00Z", by: "system" }],
        },
      },
    },
  ],
  "PATCH /admin/bookings/:id/status": [
    { status: 200, body: { success: true, data: { booking: BOOKING } } },
  ],
  "POST /admin/bookings/:id/assign-partner": [
    {
      status: 200,
      body: { success: true, data: ASSIGNED },
    },
  ],
  "POST /admin/bookings/:id/cancel": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking: { ...BOOKING, status: "cancelled" },
          refund: { refund_id: "uuid", refund_amount: 1771.2, status: "processing" },
        },
      },
    },
  ],
  "POST /admin/bookings/:id/refund": [
    {
      status: 200,
      body: {
        success: true,
        data: { refund_id: "uuid", refund_amount: 1771.2, status: "processing" },
      },
    },
  ],
};
