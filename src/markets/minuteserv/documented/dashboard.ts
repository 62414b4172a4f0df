import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, Dashboard (Combined Endpoint). */
export const dashboard: DocumentedAnswers = {
  "GET /dashboard": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          user: {
            id: "uuid",
            name: "John Doe",
            phone_number: "+911234567890",
            email: "john@example.com",
          },
          addresses: [
            {
              id: "uuid",
              name: "Home",
              address_line1: "123 Main St",
              city: "Kolkata",
              state: "West Bengal",
              pincode: "700032",
              is_default: true,
            },
          ],
          recent_bookings: [
            {
              id: "uuid",
              booking_number: "BK-20240115-123456",
              status: "completed",
              booking_date: "2024-01-15",
              booking_time: "10:00:00",
              grand_total: 1500,
              services: [{ name: "Facial - Minimal", quantity: 1 }],
            },
          ],
          notifications: [
            {
              id: "uuid",
              title: "Booking Confirmed",
              message: "Your booking BK-20240115-123456 has been confirmed",
              is_read: false,
              created_at: "2024-01-15T10:00:00Z",
            },
          ],
        },
      },
    },
  ],
};
