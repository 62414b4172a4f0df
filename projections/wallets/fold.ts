import type { Of } from "../../src/kernel/event.js";
import { defineProjection } from "../../src/kernel/projection.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { WalletEvent } from "../../src/modules/wallet/events.js";
import { walletsTable, walletTransactionsTable, type WalletRow } from "./tables.js";

type Sums = Pick<WalletRow, "balance" | "held" | "earned" | "withdrawn">;

const NOTHING: Sums = { balance: 0, held: 0, earned: 0, withdrawn: 0 };

const BONUSES = ["pair_bonus", "referral_bonus"];

/** Every wallet with its balances, and every movement of one. */
export const walletsProjection = defineProjection<WalletEvent>({
  name: "wallets",
  version: 1,
  tables: [walletsTable, walletTransactionsTable],
  on: {
    WalletCredited: (event, rows) => {
      const { kind, amount } = event.data;
      const earned = BONUSES.includes(kind) ? amount : 0;
      const withdrawn = kind === "payout_returned" ? -amount : 0;
      add(event, rows, { balance: amount, earned, withdrawn });
      move(event, rows, kind);
    },
    WalletDebited: (event, rows) => {
      const { kind, amount } = event.data;
      add(event, rows, { balance: -amount, earned: kind === "emi_deduction" ? -amount : 0 });
      move(event, rows, kind);
    },
    WalletHoldPlaced: (event, rows) => add(event, rows, { held: event.data.amount }),
    WalletHoldReleased: (event, rows) => add(event, rows, { held: -event.data.amount }),
    WalletHoldCaptured: (event, rows) => {
      const { purpose, amount } = event.data;
      const withdrawn = purpose?.kind === "payout" ? amount : 0;
      add(event, rows, { balance: -amount, held: -amount, withdrawn });
      move(event, rows, purpose?.kind ?? "other");
    },
  },
});

function add(
  { data, metadata }: Of<WalletEvent, WalletEvent["type"]>,
  rows: RowWriter,
  deltas: Partial<Sums>,
): void {
  const { walletId, ownerId, currency } = data;
  const { marketplace, occurredAt } = metadata;
  rows.upsert(walletsTable, { id: walletId }, (row) => {
    const { balance, held, earned, withdrawn } = row ?? NOTHING;
    return {
      id: walletId,
      marketplace,
      owner_id: ownerId,
      currency,
      balance: balance + (deltas.balance ?? 0),
      held: held + (deltas.held ?? 0),
      earned: earned + (deltas.earned ?? 0),
      withdrawn: withdrawn + (deltas.withdrawn ?? 0),
      created_at: row?.created_at ?? occurredAt,
      updated_at: occurredAt,
    };
  });
}

type Moved = Of<WalletEvent, "WalletCredited" | "WalletDebited" | "WalletHoldCaptured">;

function move({ id, position, data, metadata }: Moved, rows: RowWriter, kind: string): void {
  rows.insert(walletTransactionsTable, {
    position,
    id,
    marketplace: metadata.marketplace,
    wallet_id: data.walletId,
    owner_id: data.ownerId,
    kind,
    amount: data.amount,
    balance_before: data.balanceBefore,
    balance_after: data.balanceAfter,
    currency: data.currency,
    description: data.description,
    reference_type: data.reference?.type ?? null,
    reference_number: data.reference?.number ?? null,
    reference_id: data.reference?.id ?? null,
    created_at: metadata.occurredAt,
  });
}
