import { defineTable } from "../../src/kernel/table.js";

export interface WalletRow {
  readonly id: string;
  readonly marketplace: string;
  readonly owner_id: string;
  readonly currency: string;
  /** All the money, held or not. */
  readonly balance: number;
  readonly held: number;
  /** Bonuses less what was held back of them for instalments. */
  readonly earned: number;
  /** Payouts that left, tax and instalments included, less what came back. */
  readonly withdrawn: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export const walletsTable = defineTable<WalletRow>({
  name: "wallets",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    owner_id: "text",
    currency: "text",
    balance: "bigint",
    held: "bigint",
    earned: "bigint",
    withdrawn: "bigint",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [{ columns: ["owner_id"] }, { columns: ["marketplace"] }],
});

export interface WalletTransactionRow {
  /** The event's place in the log: unique, and the same after every rebuild. */
  readonly position: number;
  readonly id: string;
  readonly marketplace: string;
  readonly wallet_id: string;
  readonly owner_id: string;
  /** A credit's kind; of debits: booking, emi_deduction, instalment, payout, other. */
  readonly kind: string;
  /** Always above zero; the balances tell the direction. */
  readonly amount: number;
  readonly balance_before: number;
  readonly balance_after: number;
  readonly currency: string;
  readonly description: string | null;
  readonly reference_type: string | null;
  readonly reference_number: number | null;
  readonly reference_id: string | null;
  readonly created_at: string;
}

export const walletTransactionsTable = defineTable<WalletTransactionRow>({
  name: "wallet_transactions",
  key: ["position"],
  appendOnly: true,
  columns: {
    position: "bigint",
    id: "text",
    marketplace: "text",
    wallet_id: "text",
    owner_id: "text",
    kind: "text",
    amount: "bigint",
    balance_before: "bigint",
    balance_after: "bigint",
    currency: "text",
    description: "text?",
    reference_type: "text?",
    reference_number: "bigint?",
    reference_id: "text?",
    created_at: "timestamptz",
  },
  indexes: [{ columns: ["owner_id", "position"] }, { columns: ["marketplace", "created_at"] }],
});
