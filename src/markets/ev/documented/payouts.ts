import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Payout APIs. */
export const payouts: DocumentedAnswers = {
  "POST /api/payout/": [
    {
      status: 201,
      body: {
        id: 1,
        user: 1,
        requested_amount: "10000.00",
        tds_amount: "500.00",
        net_amount: "9500.00",
        bank_name: "State Bank of India",
        status: "pending",
        emi_auto_filled: true,
        emi_amount: "2000.00",
        created_at: "2026-01-06T12:00:00Z",
      },
    },
  ],
  "GET /api/payout/": [
    {
      status: 200,
      body: {
        count: 5,
        results: [
          {
            id: 1,
            requested_amount: "10000.00",
            tds_amount: "500.00",
            net_amount: "9500.00",
            status: "pending",
            created_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
  "POST /api/payout/:id/process/": [
    {
      status: 200,
      body: { id: 1, status: "processing", requested_amount: "10000.00", net_amount: "9500.00" },
    },
  ],
  "POST /api/payout/:id/complete/": [
    {
      status: 200,
      body: {
        id: 1,
        status: "completed",
        transaction_id: "BANK123456789",
        completed_at: "2026-01-06T13:00:00Z",
      },
    },
  ],
  "GET /api/payout/transactions/": [
    {
      status: 200,
      body: {
        count: 10,
        results: [
          {
            id: 1,
            payout_id: 1,
            user: 1,
            amount: "10000.00",
            transaction_type: "payout",
            description: "Payout request #1",
            created_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
};
