import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { ADDRESS, LISTED_BOOKING, PAGINATION, USER } from "./elided.js";

/** Admin APIs, Users Management. */
export const adminUsers: DocumentedAnswers = {
  "GET /admin/users": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          users: [
            {
              id: "uuid",
              name: "John Doe",
              phone_number: "+911234567890",
              email: "john@example.com",
              total_bookings: 10,
              total_spent: 15000,
              created_at: "2024-01-01T10:00:00Z",
            },
          ],
          pagination: PAGINATION,
        },
      },
    },
  ],
  "GET /admin/users/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          user: USER,
          bookings: [LISTED_BOOKING],
          addresses: [ADDRESS],
          stats: { total_bookings: 10, total_spent: 15000, average_order_value: 1500 },
        },
      },
    },
  ],
  "PATCH /admin/users/:id/status": [
    {
      status: 200,
      body: { success: true, data: { user: { is_active: false } } },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
};
