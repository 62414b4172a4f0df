import { z } from "zod";
import { toMajorText } from "../../../kernel/money.js";
import type { MemberRow } from "../../../../projections/members.js";
import type { WalletRow, WalletTransactionRow } from "../../../../projections/wallets/tables.js";
import { TRANSACTION_TYPES, transactionTypeOf } from "../wallets/vocabulary.js";
import { numberOf } from "./user.js";
import { moment, moneyText, momentText } from "./values.js";

export const walletSchema = z.object({
  id: z.int(),
  user: z.int(),
  balance: moneyText,
  total_earned: moneyText,
  total_withdrawn: moneyText,
  created_at: momentText,
  updated_at: momentText,
});

/** Everybody has a wallet from the beginning; without a movement it is an empty one. */
export function presentWallet(member: MemberRow, row: WalletRow | undefined) {
  const number = numberOf(member);
  return {
    id: number,
    user: number,
    balance: toMajorText(row?.balance ?? 0),
    total_earned: toMajorText(row?.earned ?? 0),
    total_withdrawn: toMajorText(row?.withdrawn ?? 0),
    created_at: moment(member.created_at),
    updated_at: moment(row?.updated_at ?? member.created_at),
  };
}

export const transactionSchema = z.object({
  id: z.int(),
  user: z.int(),
  transaction_type: z.enum(TRANSACTION_TYPES),
  amount: moneyText,
  balance_before: moneyText,
  balance_after: moneyText,
  description: z.string(),
  reference_id: z.int().nullable(),
  reference_type: z.string().nullable(),
  created_at: momentText,
});

/** Amounts are above zero; the balances tell the direction (EV-A39). */
export function presentTransaction(row: WalletTransactionRow, user: number) {
  return {
    id: row.position,
    user,
    transaction_type: transactionTypeOf(row.kind),
    amount: toMajorText(row.amount),
    balance_before: toMajorText(row.balance_before),
    balance_after: toMajorText(row.balance_after),
    description: row.description ?? "",
    reference_id: row.reference_number,
    reference_type: row.reference_type,
    created_at: moment(row.created_at),
  };
}
