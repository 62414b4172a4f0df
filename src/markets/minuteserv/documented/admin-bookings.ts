import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Admin APIs, Bookings Management. */
export const adminBookings: DocumentedAnswers = {
  "GET /admin/bookings": [
    { status: 200, body: { success: true, data: { bookings: [], pagination: {} } } },
  ],
  "GET /admin/bookings/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking: {},
          user: {},
          partner: {},
          payment: {},
          services: [],
          timeline: [{ action: "created", timestamp: "2024-01-20T09:00:00Z", by: "system" }],
        },
      },
    },
  ],
  "PATCH /admin/bookings/:id/status": [
    { status: 200, body: { success: true, data: { booking: {} } } },
  ],
  "POST /admin/bookings/:id/assign-partner": [
    { status: 200, body: { success: true, data: { booking: {}, assignment: {} } } },
  ],
  "POST /admin/bookings/:id/cancel": [
    { status: 200, body: { success: true, data: { booking: {}, refund: {} } } },
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
