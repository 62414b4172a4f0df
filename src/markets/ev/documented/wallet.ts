import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Wallet APIs. */
export const wallet: DocumentedAnswers = {
  "GET /api/wallet/my_wallet/": [
    {
      status: 200,
      body: {
        id: 1,
        user: 1,
        balance: "15000.00",
        total_earned: "20000.00",
        total_withdrawn: "5000.00",
        created_at: "2026-01-06T12:00:00Z",
        updated_at: "2026-01-06T15:00:00Z",
      },
    },
  ],
  "GET /api/wallet/transactions/": [
    {
      status: 200,
      body: {
        count: 50,
        next: null,
        previous: null,
        results: [
          {
            id: 1,
            user: 1,
            transaction_type: "BINARY_PAIR",
            amount: "500.00",
            balance_before: "10000.00",
            balance_after: "10500.00",
            description: "Binary pair earning (Pair #1)",
            reference_id: 1,
            reference_type: "binary_pair",
            created_at: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
};
