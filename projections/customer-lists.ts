import { firstRow, type Page, type ReadModel, type Slice } from "../src/kernel/read-model.js";
import type { AccountRow } from "./accounts-table.js";
import { countOfRows } from "./page-of-rows.js";

/** A customer with what they booked and spent; minor units, less what they got back. */
export interface CustomerView extends AccountRow {
  readonly total_bookings: number;
  readonly total_spent: number;
}

const SPENT = `SELECT count(*) AS total_bookings,
    COALESCE(sum(b.total - b.given_back)
      FILTER (WHERE b.payment_status IN ('paid', 'partially_refunded', 'refunded')), 0)::bigint
      AS total_spent
  FROM bookings b WHERE b.customer_id = a.id`;

const WHERE = `a.marketplace = $1 AND a.kind = 'customer'
  AND ($2::text IS NULL
    OR strpos(lower(a.name), lower($2)) > 0
    OR strpos(a.phone, $2) > 0
    OR strpos(lower(a.email), lower($2)) > 0)`;

/**
 * A page of customers whose name, phone or e-mail has the text in it (admin.09), newest first. What
 * they spent is summed up for the page alone.
 */
export async function customersWhere(
  reads: ReadModel,
  marketplace: string,
  search: string | undefined,
  { limit, offset }: Slice,
): Promise<Page<CustomerView>> {
  const values = [marketplace, search ?? null];
  const [rows, total] = await Promise.all([
    reads.rows<CustomerView>(
      `SELECT a.*, s.*
       FROM (SELECT * FROM accounts a WHERE ${WHERE}
              ORDER BY a.created_at DESC, a.id LIMIT $3 OFFSET $4) a
      CROSS JOIN LATERAL (${SPENT}) s
      ORDER BY a.created_at DESC, a.id`,
      [...values, limit, offset],
    ),
    countOfRows(reads, "accounts a", WHERE, values),
  ]);
  return { rows, total };
}

/** One customer; undefined also for staff. */
export function customerById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<CustomerView | undefined> {
  return firstRow(
    reads,
    `SELECT a.*, s.* FROM accounts a CROSS JOIN LATERAL (${SPENT}) s
      WHERE a.marketplace = $1 AND a.kind = 'customer' AND a.id = $2`,
    [marketplace, id],
  );
}
