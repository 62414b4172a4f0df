import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { PAGINATION } from "./elided.js";

/** Admin APIs, Audit Logs. */
export const adminAuditLogs: DocumentedAnswers = {
  "GET /admin/audit-logs": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          logs: [
            {
              id: "uuid",
              admin: { name: "Admin User", email: "admin@minuteserv.com" },
              action: "update_booking",
              resource_type: "booking",
              resource_id: "uuid",
              changes: { status: { old: "pending", new: "confirmed" } },
              ip_address: "192.168.1.1",
              created_at: "2024-01-20T10:00:00Z",
            },
          ],
          pagination: PAGINATION,
        },
      },
    },
  ],
};
