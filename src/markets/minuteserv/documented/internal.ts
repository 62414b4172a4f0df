import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { ADDRESS, BOOKING } from "./elided.js";

/** Internal APIs, Partner Assignment. */
export const internal: DocumentedAnswers = {
  "POST /internal/bookings/:id/assign-partner": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking: { ...BOOKING, status: "partner_assigned" },
          assignment: { partner_id: "uuid", partner_name: "Priya Sharma", status: "assigned" },
        },
      },
    },
  ],
  "GET /internal/assignments/queue": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          pending_assignments: [
            {
              booking_id: "uuid",
              booking_number: "BK-20240120-123456",
              booking_date: "2024-01-20",
              booking_time: "10:00:00",
              service_categories: ["Facial"],
              address: ADDRESS,
              priority: 5,
            },
          ],
        },
      },
    },
  ],
};
