import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { EARNING, LISTED_BOOKING } from "./elided.js";

/** Partner APIs, Dashboard. */
export const partnerDashboard: DocumentedAnswers = {
  "GET /partner/dashboard": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          stats: {
            total_bookings: 250,
            pending_bookings: 2,
            today_bookings: 5,
            completed_bookings: 245,
            total_earnings: 350000,
            pending_payout: 25000,
            rating: 4.8,
          },
          upcoming_bookings: [LISTED_BOOKING],
          recent_earnings: [EARNING],
        },
      },
    },
  ],
};
