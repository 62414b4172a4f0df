import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Partner APIs, Bookings. */
export const partnerBookings: DocumentedAnswers = {
  "GET /partner/bookings": [{ status: 200, body: { success: true, data: { bookings: [] } } }],
  "POST /partner/bookings/:id/accept": [
    { status: 200, body: { success: true, data: { booking: {}, status: "confirmed" } } },
  ],
  "POST /partner/bookings/:id/reject": [
    { status: 200, body: { success: true, data: { booking: {}, status: "rejected" } } },
  ],
  "PATCH /partner/bookings/:id/status": [
    { status: 200, body: { success: true, data: { booking: {} } } },
  ],
  "POST /partner/bookings/:id/complete": [
    {
      status: 200,
      body: { success: true, data: { booking: {}, earning: { amount: 1200, status: "pending" } } },
      note: "1200.00 fits no booking of the document: 1771.20 less 30 % are 1239.84.",
    },
  ],
};
