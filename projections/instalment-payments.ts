import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
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

export function instalmentPaymentById(
  reads: ReadModel,
  id: string,
): Promise<InstalmentPaymentView | undefined> {
  return firstRow(reads, `${VIEW} WHERE y.id = $1`, [id]);
}

/** Newest first; undefined lists everybody's. */
export async function instalmentPaymentsOf(
  reads: ReadModel,
  marketplace: string,
  customerId: string | undefined,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly InstalmentPaymentView[]; readonly total: number }> {
  const where = `y.marketplace = $1 AND y.number IS NOT NULL
    AND ($2::text IS NULL OR y.customer_id = $2)`;
  const values = [marketplace, customerId ?? null];
  const rows = await reads.rows<InstalmentPaymentView>(
    `${VIEW} WHERE ${where} ORDER BY y.number DESC LIMIT $3 OFFSET $4`,
    [...values, slice.limit, slice.offset],
  );
  const counted = await firstRow<{ readonly n: number }>(
    reads,
    `SELECT count(*) AS n FROM payments y WHERE ${where}`,
    values,
  );
  return { rows, total: counted?.n ?? 0 };
}
