/** List Wallet Transactions, Transaction Types; RESERVE_DEDUCTION has no documented cause. */
export const TRANSACTION_TYPES = [
  "REFERRAL_BONUS",
  "BINARY_PAIR",
  "EMI_DEDUCTION",
  "RESERVE_DEDUCTION",
  "PAYOUT",
  "DEPOSIT",
  "REFUND",
] as const;

export type TransactionType = (typeof TRANSACTION_TYPES)[number];

/** What the document calls each kind; a payment for a booking is a deduction for it (EV-A16). */
const TYPES: Readonly<Record<string, TransactionType>> = {
  referral_bonus: "REFERRAL_BONUS",
  pair_bonus: "BINARY_PAIR",
  emi_deduction: "EMI_DEDUCTION",
  booking: "EMI_DEDUCTION",
  instalment: "EMI_DEDUCTION",
  payout: "PAYOUT",
  deposit: "DEPOSIT",
  refund: "REFUND",
  payout_returned: "REFUND",
  emi_returned: "REFUND",
};

export function transactionTypeOf(kind: string): TransactionType {
  return TYPES[kind] ?? "RESERVE_DEDUCTION";
}

/** The core's kinds that print as a type. */
export function kindsOf(type: TransactionType): readonly string[] {
  return Object.keys(TYPES).filter((kind) => TYPES[kind] === type);
}
