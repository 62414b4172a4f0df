import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { PromotionEvent, PromotionTerms } from "../src/modules/promotion/events.js";

export interface PromotionRow {
  readonly id: string;
  readonly marketplace: string;
  readonly code: string;
  readonly terms: PromotionTerms;
  readonly is_active: boolean;
  readonly used_count: number;
  readonly created_at: string;
  readonly updated_at: string;
}

interface RedemptionRow {
  readonly promotion_id: string;
  readonly booking_id: string;
  readonly account_id: string;
  readonly discount: number;
  readonly created_at: string;
}

const table = defineTable<PromotionRow>({
  name: "promotions",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    code: "text",
    terms: "json",
    is_active: "boolean",
    used_count: "integer",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [{ columns: ["marketplace", "code"] }],
});

const redemptions = defineTable<RedemptionRow>({
  name: "promotion_redemptions",
  key: ["promotion_id", "booking_id"],
  columns: {
    promotion_id: "text",
    booking_id: "text",
    account_id: "text",
    discount: "bigint",
    created_at: "timestamptz",
  },
  indexes: [{ columns: ["promotion_id", "account_id"] }],
});

/** Promo codes and who used them. */
export const promotions = defineProjection<PromotionEvent>({
  name: "promotions",
  version: 1,
  tables: [table, redemptions],
  on: {
    PromotionCreated: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.promotionId,
        marketplace: metadata.marketplace,
        code: data.code,
        terms: data.terms,
        is_active: data.terms.isActive,
        used_count: 0,
        created_at: metadata.occurredAt,
        updated_at: metadata.occurredAt,
      }),
    PromotionChanged: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.promotionId },
        {
          terms: data.terms,
          is_active: data.terms.isActive,
          updated_at: metadata.occurredAt,
        },
      ),
    PromotionRedeemed: ({ data, metadata }, rows) => {
      rows.add(table, { id: data.promotionId }, { used_count: 1 });
      rows.insert(redemptions, {
        promotion_id: data.promotionId,
        booking_id: data.bookingId,
        account_id: data.accountId,
        discount: data.discount,
        created_at: metadata.occurredAt,
      });
    },
    RedemptionReleased: ({ data }, rows) => {
      rows.add(table, { id: data.promotionId }, { used_count: -1 });
      rows.remove(redemptions, { promotion_id: data.promotionId, booking_id: data.bookingId });
    },
  },
});

export interface PromotionForAccount extends PromotionRow {
  /** How often this account has used it. */
  readonly used_by_account: number;
}

/** A code as one account sees it; codes are matched without regard to case (promo.13). */
export function promotionByCode(
  reads: ReadModel,
  marketplace: string,
  code: string,
  accountId: string,
): Promise<PromotionForAccount | undefined> {
  return firstRow(
    reads,
    `SELECT p.*, (SELECT count(*) FROM promotion_redemptions r
                   WHERE r.promotion_id = p.id AND r.account_id = $3) AS used_by_account
       FROM promotions p WHERE p.marketplace = $1 AND upper(p.code) = upper($2)`,
    [marketplace, code, accountId],
  );
}

export function promotionById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<PromotionRow | undefined> {
  return firstRow(reads, "SELECT * FROM promotions WHERE marketplace = $1 AND id = $2", [
    marketplace,
    id,
  ]);
}

/** Newest first; with `isActive`, those that are or are not switched on. */
export function promotionsWhere(
  reads: ReadModel,
  marketplace: string,
  isActive: boolean | undefined,
): Promise<PromotionRow[]> {
  return reads.rows(
    `SELECT * FROM promotions
      WHERE marketplace = $1 AND ($2::boolean IS NULL OR is_active = $2)
      ORDER BY created_at DESC, id`,
    [marketplace, isActive ?? null],
  );
}
