import { firstRow, type Page, type ReadModel, type Slice } from "../../src/kernel/read-model.js";
import { countOfRows } from "../page-of-rows.js";
import { LISTED, type ListedBooking } from "./queries.js";

export interface BookingSearch {
  /** In the core's words. */
  readonly status?: string | undefined;
  /** Days of the visit, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly providerId?: string | undefined;
  readonly customerId?: string | undefined;
}

/** Each filter as a condition; its value stands for the question mark. */
const CONDITIONS: Readonly<Record<keyof BookingSearch, string>> = {
  status: "b.status = ?",
  from: "b.visit_date >= ?",
  to: "b.visit_date <= ?",
  providerId: "b.provider_id = ?",
  customerId: "b.customer_id = ?",
};

/**
 * A page of a market's bookings that meet all filters, and how many do. Newest first; where days
 * are asked for, by visit, latest first: each order is one that an index gives. What lies before
 * the page is counted off that index; only the page's own rows are read and joined.
 */
export async function searchBookings(
  reads: ReadModel,
  marketplace: string,
  search: BookingSearch,
  { limit, offset }: Slice,
): Promise<Page<ListedBooking>> {
  const { where, values } = conditions(marketplace, search);
  const byVisit = search.from !== undefined || search.to !== undefined;
  const order = byVisit
    ? "b.visit_date DESC, b.starts_at DESC, b.id DESC"
    : "b.created_at DESC, b.id DESC";
  const [limited, skipped] = [`$${values.length + 1}`, `$${values.length + 2}`];
  const [rows, found] = await Promise.all([
    reads.rows<ListedBooking>(
      `${LISTED} WHERE b.id = ANY (ARRAY(SELECT b.id FROM bookings b WHERE ${where}
          ORDER BY ${order} LIMIT ${limited} OFFSET ${skipped})) ORDER BY ${order}`,
      [...values, limit, offset],
    ),
    total(reads, marketplace, search),
  ]);
  return { rows, total: found };
}

function conditions(marketplace: string, search: BookingSearch) {
  const values: unknown[] = [marketplace];
  const parts = ["b.marketplace = $1"];
  for (const name of Object.keys(CONDITIONS) as (keyof BookingSearch)[]) {
    if (search[name] === undefined) continue;
    values.push(search[name]);
    parts.push(CONDITIONS[name].replace("?", `$${values.length}`));
  }
  return { where: parts.join(" AND "), values };
}

/** Counts what filters leave; how many there are of all, or in a status, is counted already. */
async function total(
  reads: ReadModel,
  marketplace: string,
  search: BookingSearch,
): Promise<number> {
  const { status, ...others } = search;
  if (Object.values(others).some((value) => value !== undefined)) {
    const { where, values } = conditions(marketplace, search);
    return countOfRows(reads, "bookings b", where, values);
  }
  const counted = await firstRow<{ readonly n: number }>(
    reads,
    `SELECT sum(folded.bookings::bigint)::bigint AS n FROM booking_counts c,
            jsonb_each_text(to_jsonb(c) - 'marketplace') folded(status, bookings)
      WHERE c.marketplace = $1 AND ($2::text IS NULL OR folded.status = $2)`,
    [marketplace, status ?? null],
  );
  return counted?.n ?? 0;
}
