import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { BOOKING, LISTED_BOOKING } from "./elided.js";

/** Partner APIs, Bookings. */
export const partnerBookings: DocumentedAnswers = {
  "GET /partner/bookings": [
    { status: 200, body: { success: true, data: { bookings: [LISTED_BOOKING] } } },
  ],
  "POST /partner/bookings/:id/accept": [
    { status: 200, body: { success: true, data: { booking: BOOKING, status: "confirmed" } } },
  ],
  "POST /partner/bookings/:id/reject": [
    {
      status: 200,
      body: {
        success: true,
        data: { booking: { ...BOOKING, status: "partner_assigned" }, status: "rejected" },
      },
    },
  ],
  "PATCH /partner/bookings/:id/status": [
    { status: 200, body: { success: true, data: { booking: BOOKING } } },
  ],
  "POST /partner/bookings/:id/complete": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking: { ...BOOKING, status: "completed" },
          earning: { amount: 1200, status: "pending" },
        },
      },
      note: "1200.00 fits no booking of the document: 1771.20 less 30 % are 1239.84.",
    },
  ],
};
