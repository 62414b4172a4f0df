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
    ? "b.visit_date <= (SELECT day FROM first)"
    : "b.created_at < (SELECT (day + 1)::timestamptz FROM first)";
  const ids = `SELECT b.id FROM bookings b WHERE ${where} AND ${within}
    ORDER BY ${orderOf(search)} LIMIT $2 OFFSET $3 - (SELECT before FROM first)`;
  return {
    text: pageStatement(days(dayOf, search.status, named), "SELECT max(upto) FROM days", ids),
    values,
  };
}

/**
 * `days`, the latest first, each with how many there are up to it; and `first`, the one on which
 * the page begins, with how many come before it. None where the page is beyond the last.
 */
function days(dayOf: DayOf, status: string | undefined, { from, to }: Filtered["named"]): string {
  const since = from === undefined ? "" : `AND day >= ${from}`;
  const until = to === undefined ? "" : `AND day <= ${to}`;
  return `
    days AS MATERIALIZED (
      SELECT day, n, sum(n) OVER (ORDER BY day DESC)::bigint AS upto
        FROM (SELECT day, ${countedIn(status)} AS n FROM booking_days
               WHERE marketplace = $1 AND day_of = '${dayOf}' ${since} ${until}) counted),
    first AS MATERIALIZED (
      SELECT day, upto - n AS before FROM days WHERE upto > $3 ORDER BY day DESC LIMIT 1)`;
}
