import type { Page, ReadModel, Slice } from "../src/kernel/read-model.js";
import { pageOfRows } from "./page-of-rows.js";
import type { PaymentRow } from "./payments.js";

/** An instalment with the booking and the customer whose it is, as markets print them. */
export interface InstalmentPaymentView extends PaymentRow {
  readonly booking_serial: number;
  readonly booking_number: string;
  readonly customer_number: number | null;
  /** In the core's words: a cancelled booking's instalments went back to the wallet. */
  readonly booking_status: string;
}

const FROM = `FROM payments y
  JOIN instalment_bookings b ON b.id = y.booking_id
  LEFT JOIN accounts a ON a.id = y.customer_id`;

const VIEW = `SELECT y.*, b.serial AS booking_serial, b.number AS booking_number,
  a.number AS customer_number, b.status AS booking_status ${FROM}`;

/** Newest first; undefined lists everybody's. */
export function instalmentPaymentsOf(
  reads: ReadModel,
  marketplace: string,
  customerId: string | undefined,
  slice: Slice,
): Promise<Page<InstalmentPaymentView>> {
  const where = `y.marketplace = $1 AND y.number IS NOT NULL
    AND ($2::text IS NULL OR y.customer_id = $2)`;
  const listing = { select: VIEW, counted: "payments y", where, order: "y.number DESC" };
  return pageOfRows(reads, listing, [marketplace, customerId ?? null], slice);
}
