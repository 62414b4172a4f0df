import type { Slice } from "../../src/kernel/read-model.js";
import { countedIn, type DayOf } from "./counts.js";
import type { BookingSearch } from "./search.js";
import {
  filtered,
  orderOf,
  pageStatement,
  type Filtered,
  type Statement,
} from "./search-statement.js";

/**
 * Of anybody. How many there are of each day is known, so the total is a sum over days, and what
 * lies before the page is skipped by days: bookings are passed over on the page's first day alone.
 */
export function amongDays(marketplace: string, search: BookingSearch, slice: Slice): Statement {
  const { where, values, named } = filtered(marketplace, search, slice);
  const byVisit = search.from !== undefined || search.to !== undefined;
  const dayOf: DayOf = byVisit ? "visit" : "placement";
  const within = byVisit
    ? "b.visit_date BETWEEN (SELECT earliest FROM page) AND (SELECT latest FROM page)"
    : `b.created_at >= (SELECT earliest::timestamptz FROM page)
      AND b.created_at < (SELECT (latest + 1)::timestamptz FROM page)`;
  const ids = `SELECT b.id FROM bookings b WHERE ${where} AND ${within}
    ORDER BY ${orderOf(search)} LIMIT $2 OFFSET $3 - (SELECT before FROM page)`;
  const found = daysOfPage(dayOf, search.status, named);
  return { text: pageStatement(found, "SELECT total FROM page", ids), values };
}

/**
 * `page`: the days that it leads through, how many bookings come before the latest of them, and
 * how many there are of all days. No days where the page is beyond the last.
 */
function daysOfPage(
  dayOf: DayOf,
  status: string | undefined,
  { from, to }: Filtered["named"],
): string {
  const since = from === undefined ? "" : `AND day >= ${from}`;
  const until = to === undefined ? "" : `AND day <= ${to}`;
  return `
    days AS (
      SELECT day, sum(${countedIn(status)}) OVER (ORDER BY day DESC)::bigint AS upto
        FROM booking_days WHERE marketplace = $1 AND day_of = '${dayOf}' ${since} ${until}),
    page AS MATERIALIZED (
      SELECT max(day) FILTER (WHERE upto > $3) AS latest,
             COALESCE(max(day) FILTER (WHERE upto >= $2 + $3), min(day)) AS earliest,
             COALESCE(max(upto) FILTER (WHERE upto <= $3), 0) AS before,
             COALESCE(max(upto), 0) AS total
        FROM days)`;
}
