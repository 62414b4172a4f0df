/** List Payouts. */
export const PAYOUT_STATUSES = [
  "pending",
  "processing",
  "completed",
  "rejected",
  "cancelled",
] as const;
