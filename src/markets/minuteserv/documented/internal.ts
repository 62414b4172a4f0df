import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { ADDRESS, ASSIGNED } from "./elided.js";

/** Internal APIs, Partner Assignment. */
export const internal: DocumentedAnswers = {
  "POST /internal/bookings/:id/assign-partner": [
    {
      status: 200,
      body: { success: true, data: ASSIGNED },
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
