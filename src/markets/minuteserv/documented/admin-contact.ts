import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { PAGINATION } from "./elided.js";

/** Admin APIs, Contact Submissions. */
export const adminContact: DocumentedAnswers = {
  "GET /admin/contact-submissions": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          submissions: [
            {
              id: "uuid",
              name: "John Doe",
              email: "john@example.com",
              phone: "+911234567890",
              subject: "Service Inquiry",
              message: "I would like to know...",
              status: "new",
              created_at: "2024-01-20T10:00:00Z",
            },
          ],
          pagination: PAGINATION,
        },
      },
    },
  ],
  "PATCH /admin/contact-submissions/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          submission: {
            id: "uuid",
            name: "John Doe",
            email: "john@example.com",
            phone: "+911234567890",
            subject: "Service Inquiry",
            message: "I would like to know...",
            status: "replied",
            created_at: "2024-01-20T10:00:00Z",
          },
        },
      },
    },
  ],
};
