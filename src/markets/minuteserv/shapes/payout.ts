import { z } from "zod";
import { toMajor } from "../../../kernel/money.js";
import type { PayoutRow } from "../../../../projections/payouts.js";

export const payoutSchema = z.object({
  id: z.uuid(),
  payout_number: z.string(),
  partner_id: z.uuid(),
  total_amount: z.number(),
  commission_deduction: z.number(),
  net_amount: z.number(),
  status: z.string(),
  payment_method: z.string(),
  bank_transaction_id: z.string().nullable(),
  upi_transaction_id: z.string().nullable(),
  failure_reason: z.string().nullable(),
  processed_at: z.string().nullable(),
  created_at: z.string(),
});

/** The deduction is what a partner owes for cash in hand; net = total - deduction (payout.02). */
export function presentPayout(row: PayoutRow) {
  return {
    id: row.id,
    payout_number: row.number,
    partner_id: row.payee_id,
    total_amount: toMajor(row.gross),
    commission_deduction: toMajor(row.deduction),
    net_amount: toMajor(row.net),
    status: row.status,
    payment_method: row.rail,
    bank_transaction_id: row.bank_transaction_id,
    upi_transaction_id: row.upi_transaction_id,
    failure_reason: row.failure_reason,
    processed_at: row.processed_at,
    created_at: row.created_at,
  };
}
