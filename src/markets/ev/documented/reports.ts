import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Reports APIs. */
export const reports: DocumentedAnswers = {
  "GET /api/reports/dashboard/": [
    {
      status: 200,
      body: {
        wallet_balance: "15000.00",
        total_earnings: "20000.00",
        total_withdrawn: "5000.00",
        active_bookings: 2,
        total_bookings: 5,
        binary_pairs: 10,
        pending_payouts: 1,
      },
    },
    {
      status: 200,
      body: {
        total_users: 1000,
        active_buyers: 500,
        total_bookings: 2000,
        total_revenue: "100000000.00",
        total_wallet_balance: "5000000.00",
        pending_payouts: 50,
      },
      when: "caller is admin or superuser",
    },
  ],
  "GET /api/reports/sales/": [
    { status: 200, body: { total_sales: "5000000.00", total_transactions: 500, bookings: 200 } },
  ],
  "GET /api/reports/user/": [
    {
      status: 200,
      body: {
        user: {
          id: 1,
          username: "user@example.com",
          email: "user@example.com",
          is_active_buyer: true,
        },
        bookings: 5,
        total_paid: "50000.00",
        wallet_balance: "15000.00",
        binary_pairs: 10,
        payouts: 3,
      },
    },
  ],
  "GET /api/reports/wallet/": [
    {
      status: 200,
      body: {
        total_transactions: 50,
        total_credit: "25000.00",
        total_debit: "10000.00",
        by_type: [
          { transaction_type: "BINARY_PAIR", count: 10, total: "5000.00" },
          { transaction_type: "REFERRAL_BONUS", count: 5, total: "2500.00" },
        ],
      },
    },
  ],
};
