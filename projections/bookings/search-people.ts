import type { Slice } from "../../src/kernel/read-model.js";
import type { BookingSearch } from "./search.js";
import { filtered, orderOf, pageStatement, type Statement } from "./search-statement.js";

/**
 * Of one provider or customer. All of theirs are read, since a person has few: an order that an
 * index gives would lead through everybody's until a page of theirs is full.
 */
export function ofPeople(marketplace: string, search: BookingSearch, slice: Slice): Statement {
  const { where, values } = filtered(marketplace, search, slice);
  const found = `found AS MATERIALIZED (
    SELECT b.id, b.created_at, b.visit_date, b.starts_at FROM bookings b WHERE ${where})`;
  const ids = `SELECT b.id FROM found b ORDER BY ${orderOf(search)} LIMIT $2 OFFSET $3`;
  return { text: pageStatement(found, "SELECT count(*) FROM found", ids), values };
}
