import type { DocumentedAnswers } from "../../../kernel/documented.js";

const NOTIFICATION = {
  id: 1,
  user: 1,
  notification_type: "booking",
  title: "Booking Confirmed",
  message: "Your booking EVABC1234 has been confirmed",
  is_read: false,
  reference_id: 1,
  reference_type: "booking",
  created_at: "2026-01-06T12:00:00Z",
};

/** Notification APIs. */
export const notifications: DocumentedAnswers = {
  "GET /api/notifications/": [
    {
      status: 200,
      body: {
        count: 20,
        next: null,
        previous: null,
        results: [NOTIFICATION],
      },
    },
  ],
  "POST /api/notifications/:id/mark_read/": [
    {
      status: 200,
      body: { ...NOTIFICATION, is_read: true, read_at: "2026-01-06T13:00:00Z" },
      note: "The document elides what List Notifications prints.",
    },
  ],
  "POST /api/notifications/mark_all_read/": [
    { status: 200, body: { message: "All notifications marked as read" } },
  ],
  "GET /api/notifications/unread_count/": [{ status: 200, body: { unread_count: 5 } }],
};
