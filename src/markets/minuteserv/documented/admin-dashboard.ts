import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { LISTED_BOOKING, PARTNER } from "./elided.js";

/** Admin APIs, Dashboard. */
export const adminDashboard: DocumentedAnswers = {
  "GET /admin/dashboard": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          stats: {
            total_bookings: 1250,
            pending_bookings: 15,
            confirmed_bookings: 35,
            completed_bookings: 1100,
            cancelled_bookings: 100,
            total_revenue: 1875000,
            today_revenue: 25000,
            active_partners: 45,
            total_partners: 50,
            pending_payouts: 125000,
          },
          recent_bookings: [LISTED_BOOKING],
          recent_partners: [PARTNER],
          alerts: [{ type: "payment_failed", count: 5 }],
        },
      },
    },
  ],
};
