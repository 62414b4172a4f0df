import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** The request as it stands in each of its answers. */
const PAYOUT = {
  id: 1,
  user: 1,
  requested_amount: "10000.00",
  tds_amount: "500.00",
  net_amount: "9500.00",
  bank_name: "State Bank of India",
  account_number: "1234567890",
  ifsc_code: "SBIN0001234",
  account_holder_name: "John Doe",
  status: "pending",
  emi_auto_filled: true,
  emi_amount: "2000.00",
  created_at: "2026-01-06T12:00:00Z",
};

const ELIDED = "The document elides what Create Payout Request and its request print.";

/** Payout APIs. */
export const payouts: DocumentedAnswers = {
  "POST /api/payout/": [
    { status: 201, body: PAYOUT, note: "The account stands in the request." },
    { status: 400, body: { requested_amount: ["Insufficient wallet balance"] } },
  ],
  "GET /api/payout/": [
    {
      status: 200,
      body: { count: 5, next: null, previous: null, results: [PAYOUT] },
      note: ELIDED,
    },
  ],
  "POST /api/payout/:id/process/": [
    { status: 200, body: { ...PAYOUT, status: "processing" }, note: ELIDED },
    { status: 400, body: { error: "Payout already processed" } },
  ],
  "POST /api/payout/:id/complete/": [
    {
      status: 200,
      body: {
        ...PAYOUT,
        status: "completed",
        transaction_id: "BANK123456789",
        completed_at: "2026-01-06T13:00:00Z",
      },
      note: ELIDED,
    },
  ],
  "GET /api/payout/transactions/": [
    {
      status: 200,
      body: {
        count: 10,
        next: null,
        previous: null,
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
