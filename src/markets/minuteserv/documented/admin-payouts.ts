import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { PAYOUT } from "./elided.js";

/** Admin APIs, Partner Payouts. */
export const adminPayouts: DocumentedAnswers = {
  "GET /admin/payouts": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          payouts: [
            {
              id: "uuid",
              payout_number: "PO-20240120-001",
              partner: { id: "uuid", name: "Priya Sharma", partner_code: "PT-001" },
              total_amount: 25000,
              net_amount: 25000,
              status: "pending",
              created_at: "2024-01-20T10:00:00Z",
            },
          ],
        },
      },
    },
  ],
  "POST /admin/payouts": [
    {
      status: 201,
      body: { success: true, data: { payout: PAYOUT, payout_number: "PO-20240120-001" } },
    },
  ],
  "POST /admin/payouts/:id/process": [
    {
      status: 200,
      body: {
        success: true,
        data: { payout: { ...PAYOUT, status: "completed" }, status: "completed" },
      },
    },
  ],
  "POST /admin/payouts/:id/fail": [
    {
      status: 200,
      body: { success: true, data: { payout: { ...PAYOUT, status: "failed" }, status: "failed" } },
    },
  ],
};
