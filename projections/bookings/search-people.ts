import type { Slice } from "../../src/kernel/read-model.js";
import type { BookingSearch } from "./search.js";
import { filtered, orderOf, pageStatement, type Statement } from "./search-statement.js";

/**
 * Of one provider or customer. All of theirs are read before anything else is asked of them: a
 * person has few, while the days of a search may have everybody's.
 */
export function ofPeople(marketplace: string, search: BookingSearch, slice: Slice): Statement {
  const { where, values, named } = filtered(marketplace, search, slice);
  const { providerId, customerId } = named;
  const theirs = [
    ...(providerId === undefined ? [] : [`provider_id = ${providerId}`]),
    ...(customerId === undefined ? [] : [`customer_id = ${customerId}`]),
  ];
  const found = `
    theirs AS MATERIALIZED (
      SELECT id, marketplace, status, provider_id, customer_id, created_at, visit_date, starts_at
        FROM bookings WHERE ${theirs.join(" AND ")}),
    found AS MATERIALIZED (SELECT * FROM theirs b WHERE ${where})`;
  const ids = `SELECT b.id FROM found b ORDER BY ${orderOf(search)} LIMIT $2 OFFSET $3`;
  return { text: pageStatement(found, "SELECT count(*) FROM found", ids), values };
}
