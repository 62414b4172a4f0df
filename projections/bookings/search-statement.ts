import type { Slice } from "../../src/kernel/read-model.js";
import { LISTED, LISTED_FROM } from "./queries.js";
import type { BookingSearch } from "./search.js";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Each filter as a condition; its value stands for the question mark. */
const CONDITIONS: Readonly<Record<keyof BookingSearch, string>> = {
  status: "b.status = ?",
  from: "b.visit_date >= ?",
  to: "b.visit_date <= ?",
  providerId: "b.provider_id = ?",
  customerId: "b.customer_id = ?",
};

export interface Filtered {
  readonly where: string;
  readonly values: readonly unknown[];
  /** How the statement names what is filtered by. */
  readonly named: Readonly<Partial<Record<keyof BookingSearch, string>>>;
}

/** The market is `$1` and the slice `$2` and `$3`; what is filtered by comes after them. */
export function filtered(
  marketplace: string,
  search: BookingSearch,
  { limit, offset }: Slice,
): Filtered {
  const values: unknown[] = [marketplace, limit, offset];
  const named: Partial<Record<keyof BookingSearch, string>> = {};
  const parts = ["b.marketplace = $1"];
  for (const name of Object.keys(CONDITIONS) as (keyof BookingSearch)[]) {
    if (search[name] === undefined) continue;
    const parameter = `$${values.push(search[name])}`;
    named[name] = parameter;
    parts.push(CONDITIONS[name].replace("?", parameter));
  }
  return { where: parts.join(" AND "), values, named };
}

/** Newest first, or by visit where days are asked for: each order is one that an index gives. */
export function orderOf({ from, to }: BookingSearch): string {
  const byVisit = from !== undefined || to !== undefined;
  return byVisit
    ? "b.visit_date DESC, b.starts_at DESC, b.id DESC"
    : "b.created_at DESC, b.id DESC";
}

/**
 * The page's bookings in order, each beside the total; the total alone where there are none.
 * Only the page's own rows are read and joined.
 *
 * @param found what the other two select from, as WITH has it
 * @param total a statement for the number of all
 * @param ids a statement for the ids of the page, in order
 */
export function pageStatement(found: string, total: string, ids: string): string {
  return `WITH ${found}
    SELECT (${total}) AS found, listed.* FROM (VALUES (1)) one
      LEFT JOIN (SELECT paged.nth, ${LISTED} ${LISTED_FROM}
                   JOIN unnest(ARRAY(${ids})) WITH ORDINALITY AS paged(id, nth) ON paged.id = b.id
        ) listed ON true
     ORDER BY listed.nth`;
}
