import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { ADDRESS, LISTED_BOOKING } from "./elided.js";

/** Customer APIs, Bookings. */
export const bookings: DocumentedAnswers = {
  "GET /bookings": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          bookings: [
            {
              ...LISTED_BOOKING,
              partner: { name: "Priya Sharma", phone: "+919876543210", rating: 4.8 },
            },
          ],
          pagination: { page: 1, limit: 10, total: 25, total_pages: 3 },
        },
      },
    },
  ],
  "GET /bookings/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          id: "uuid",
          booking_number: "BK-20240120-123456",
          status: "confirmed",
          booking_date: "2024-01-20",
          booking_time: "10:00:00",
          grand_total: 1771.2,
          payment_status: "paid",
          services: LISTED_BOOKING.services,
          partner: {
            id: "uuid",
            name: "Priya Sharma",
            phone: "+919876543210",
            rating: 4.8,
            status: "confirmed",
          },
          address: ADDRESS,
          payment: { razorpay_payment_id: "pay_xyz789", payment_method: "upi" },
          created_at: "2024-01-20T09:00:00Z",
        },
      },
    },
  ],
  "POST /bookings/:id/cancel": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking_id: "uuid",
          status: "cancelled",
          refund_amount: 1771.2,
          refund_status: "processing",
        },
      },
    },
  ],
  "POST /bookings/:id/rate": [
    { status: 200, body: { success: true, message: "Rating submitted successfully" } },
  ],
};
