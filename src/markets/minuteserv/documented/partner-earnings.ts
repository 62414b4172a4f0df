import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { EARNING } from "./elided.js";

/** Partner APIs, Earnings. */
export const partnerEarnings: DocumentedAnswers = {
  "GET /partner/earnings": [
    {
      status: 200,
      body: {
        success: true,
        data: { total_earnings: 350000, pending: 25000, paid: 325000, earnings: [EARNING] },
      },
    },
  ],
  "GET /partner/payouts": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          payouts: [
            {
              id: "uuid",
              payout_number: "PO-20240120-001",
              total_amount: 25000,
              net_amount: 25000,
              status: "completed",
              processed_at: "2024-01-21T10:00:00Z",
            },
          ],
        },
      },
    },
  ],
};
