import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Admin APIs, Analytics & Reports. */
export const adminReports: DocumentedAnswers = {
  "GET /admin/analytics/revenue": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          total_revenue: 1875000,
          total_bookings: 1250,
          average_order_value: 1500,
          breakdown: [{ date: "2024-01-20", revenue: 25000, bookings: 15 }],
        },
      },
    },
  ],
  "GET /admin/analytics/partner-performance": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          partners: [
            {
              partner_id: "uuid",
              partner_name: "Priya Sharma",
              total_bookings: 50,
              completed_bookings: 48,
              cancelled_bookings: 2,
              total_earnings: 70000,
              average_rating: 4.8,
              cancellation_rate: 4,
            },
          ],
        },
      },
    },
  ],
  "GET /admin/analytics/service-popularity": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          services: [
            {
              service_id: "uuid",
              service_name: "Facial - Minimal",
              total_bookings: 250,
              total_revenue: 250000,
              average_rating: 4.5,
            },
          ],
        },
      },
    },
  ],
};
