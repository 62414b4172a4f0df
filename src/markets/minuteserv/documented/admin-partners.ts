import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { LISTED_BOOKING, PAGINATION, PARTNER } from "./elided.js";

/** Admin APIs, Partners Management. */
export const adminPartners: DocumentedAnswers = {
  "GET /admin/partners": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          partners: [PARTNER],
          pagination: PAGINATION,
        },
      },
    },
  ],
  "GET /admin/partners/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          partner: PARTNER,
          earnings: { total: 350000, pending: 25000, paid: 325000 },
          bookings: { total: 250, completed: 245, cancelled: 5 },
          performance: { rating: 4.8, cancellation_rate: 2, average_rating: 4.8 },
        },
      },
    },
  ],
  "POST /admin/partners": [
    { status: 201, body: { success: true, data: { partner: PARTNER, partner_code: "PT-001" } } },
  ],
  "PUT /admin/partners/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          partner: {
            name: "Priya Sharma",
            is_active: true,
            service_categories: ["Facial", "Waxing", "Hair"],
          },
        },
      },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
  "POST /admin/partners/:id/verify": [
    { status: 200, body: { success: true, data: { partner: PARTNER } } },
  ],
  "PATCH /admin/partners/:id/availability": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          partner: {
            is_available: true,
            working_hours: { start: "08:00", end: "20:00", days: [1, 2, 3, 4, 5, 6, 7] },
          },
        },
      },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
  "GET /admin/partners/:id/bookings": [
    { status: 200, body: { success: true, data: { bookings: [LISTED_BOOKING] } } },
  ],
  "GET /admin/partners/:id/earnings": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          total_earnings: 350000,
          pending: 25000,
          paid: 325000,
          earnings: [
            {
              booking_id: "uuid",
              booking_number: "BK-20240120-123456",
              partner_earning: 1200,
              status: "paid",
              paid_at: "2024-01-21T10:00:00Z",
            },
          ],
        },
      },
    },
  ],
};
