import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Partner APIs, Availability. */
export const partnerAvailability: DocumentedAnswers = {
  "PATCH /partner/availability": [
    {
      status: 200,
      body: { success: true, data: { is_available: true, last_seen_at: "2024-01-20T10:00:00Z" } },
    },
  ],
  "PUT /partner/working-hours": [
    {
      status: 200,
      body: {
        success: true,
        data: { working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] } },
      },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
};
