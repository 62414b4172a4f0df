import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import type { WalletPayoutView } from "../../../../projections/wallet-payouts.js";
import { PAYOUT_STATUSES } from "../payouts/vocabulary.js";
import { moment, momentOrNull, moneyText, momentText } from "./values.js";

export const payoutSchema = z.object({
  id: z.int(),
  user: z.int().nullable(),
  requested_amount: moneyText,
  tds_amount: moneyText,
  net_amount: moneyText,
  bank_name: z.string().nullable(),
  account_number: z.string().nullable(),
  ifsc_code: z.string().nullable(),
  account_holder_name: z.string().nullable(),
  status: z.enum(PAYOUT_STATUSES),
  emi_auto_filled: z.boolean(),
  emi_amount: moneyText,
  transaction_id: z.string().nullable(),
  rejection_reason: z.string().nullable(),
  created_at: momentText,
  processed_at: momentText.nullable(),
  completed_at: momentText.nullable(),
});

/** The bank gets `net_amount` less `emi_amount` (EV-A29); an erased member has no account. */
export function presentPayout(row: WalletPayoutView) {
  const bank = row.bank_account;
  return {
    id: Number(row.number),
    user: row.payee_number,
    requested_amount: toMajorText(row.gross),
    tds_amount: toMajorText(row.tds),
    net_amount: toMajorText(row.net),
    bank_name: bank?.bankName ?? null,
    account_number: bank?.accountNumber ?? null,
    ifsc_code: bank?.ifscCode ?? null,
    account_holder_name: bank?.holderName ?? null,
    status: row.status,
    emi_auto_filled: row.emi_auto_filled,
    emi_amount: toMajorText(row.emi),
    transaction_id: row.bank_transaction_id,
    rejection_reason: row.failure_reason,
    created_at: moment(row.created_at),
    processed_at: momentOrNull(row.sent_at),
    completed_at: momentOrNull(row.processed_at),
  };
}

export const payoutTransactionSchema = z.object({
  id: z.int(),
  payout_id: z.int(),
  user: z.int().nullable(),
  amount: moneyText,
  transaction_type: z.literal("payout"),
  description: z.string(),
  created_at: momentText,
});

/** The one transaction of a processed payout has the payout's own number. */
export function presentPayoutTransaction(row: WalletPayoutView) {
  return {
    id: Number(row.number),
    payout_id: Number(row.number),
    user: row.payee_number,
    amount: toMajorText(row.gross),
    transaction_type: "payout",
    description: `Payout request #${row.number}`,
    created_at: moment(row.sent_at ?? row.created_at),
  };
}
