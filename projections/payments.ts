import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { PaymentEvent } from "../src/modules/payment/events.js";

export interface PaymentRow {
  readonly id: string;
  readonly marketplace: string;
  readonly booking_id: string;
  readonly customer_id: string;
  readonly method: string;
  readonly gateway: string | null;
  readonly order_id: string | null;
  readonly gateway_payment_id: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly refunded: number;
  /** pending, success, failed, refunded, partially_refunded */
  readonly status: string;
  readonly instrument: string | null;
  readonly receipt: string;
  /** What the market prints as an instalment's id; null for other payments. */
  readonly number: number | null;
  /** `TXN123456` of an instalment. */
  readonly transaction_id: string | null;
  readonly failure_reason: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<PaymentRow>({
  name: "payments",
  key: ["id"],
  columns: {
    id: "text",
    marketplace: "text",
    booking_id: "text",
    customer_id: "text",
    method: "text",
    gateway: "text?",
    order_id: "text?",
    gateway_payment_id: "text?",
    amount: "bigint",
    currency: "text",
    refunded: "bigint",
    status: "text",
    instrument: "text?",
    receipt: "text",
    number: "bigint?",
    transaction_id: "text?",
    failure_reason: "text?",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [
    { columns: ["booking_id"] },
    { columns: ["order_id"], unique: true },
    { columns: ["gateway_payment_id"] },
    { columns: ["marketplace", "number"], where: "number IS NOT NULL" },
    { columns: ["customer_id", "number"], where: "number IS NOT NULL" },
  ],
});

/** Every attempt of a customer to pay, by gateway, in cash or in instalments. */
export const payments = defineProjection<PaymentEvent>({
  name: "payments",
  version: 3,
  tables: [table],
  on: {
    PaymentRequested: ({ data, metadata }, rows) =>
      rows.insert(table, {
        id: data.paymentId,
        marketplace: metadata.marketplace,
        booking_id: data.bookingId,
        customer_id: data.customerId,
        method: data.method,
        gateway: data.gateway,
        order_id: data.orderId,
        gateway_payment_id: null,
        amount: data.amount,
        currency: data.currency,
        refunded: 0,
        status: "pending",
        instrument: null,
        receipt: data.receipt,
        number: null,
        transaction_id: null,
        failure_reason: null,
        created_at: metadata.occurredAt,
        updated_at: metadata.occurredAt,
      }),
    PaymentCaptured: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.paymentId },
        {
          status: "success",
          gateway_payment_id: data.gatewayPaymentId,
          instrument: data.instrument,
          failure_reason: null,
          updated_at: metadata.occurredAt,
        },
      ),
    InstrumentNamed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.paymentId },
        { instrument: data.instrument, updated_at: metadata.occurredAt },
      ),
    PaymentFailed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.paymentId },
        { status: "failed", failure_reason: data.reason, updated_at: metadata.occurredAt },
      ),
    CashCollected: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.paymentId },
        { status: "success", updated_at: metadata.occurredAt },
      ),
    PaymentReceived: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.paymentId },
        {
          status: "success",
          number: data.number,
          transaction_id: data.transactionId,
          updated_at: metadata.occurredAt,
        },
      ),
    RefundConfirmed: ({ data, metadata }, rows) =>
      rows.patch(
        table,
        { id: data.paymentId },
        {
          status: data.full ? "refunded" : "partially_refunded",
          refunded: data.refundedInAll,
          updated_at: metadata.occurredAt,
        },
      ),
  },
});

/** By any id that a customer may hold: ours, the order's, the gateway's or the booking's. */
export function paymentByAnyId(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<PaymentRow | undefined> {
  return firstRow(
    reads,
    `SELECT * FROM payments
      WHERE marketplace = $1
        AND (id = $2 OR order_id = $2 OR gateway_payment_id = $2 OR booking_id = $2)
      ORDER BY created_at DESC, id LIMIT 1`,
    [marketplace, id],
  );
}

export function paymentById(reads: ReadModel, id: string): Promise<PaymentRow | undefined> {
  return firstRow(reads, "SELECT * FROM payments WHERE id = $1", [id]);
}

export function paymentByOrder(reads: ReadModel, orderId: string): Promise<PaymentRow | undefined> {
  return firstRow(reads, "SELECT * FROM payments WHERE order_id = $1", [orderId]);
}

export function paymentByGatewayId(
  reads: ReadModel,
  gatewayPaymentId: string,
): Promise<PaymentRow | undefined> {
  return firstRow(reads, "SELECT * FROM payments WHERE gateway_payment_id = $1", [
    gatewayPaymentId,
  ]);
}

export function paymentOfBooking(
  reads: ReadModel,
  bookingId: string,
): Promise<PaymentRow | undefined> {
  return firstRow(
    reads,
    "SELECT * FROM payments WHERE booking_id = $1 ORDER BY created_at DESC, id LIMIT 1",
    [bookingId],
  );
}
