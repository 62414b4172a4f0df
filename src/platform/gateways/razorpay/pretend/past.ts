import type { Minor } from "../../../../kernel/money.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { groupedWrite } from "../../../database/grouped-write.js";
import { entityIdOf } from "./ids.js";

/** A payment of the past; `at` in milliseconds since the epoch. */
export interface PastPayment {
  /** Our payment's id, as the order's reference. */
  readonly reference: string;
  readonly amount: Minor;
  readonly method: string;
  readonly at: number;
}

/** A refund of the past that has long reached the customer. */
export interface PastRefund {
  readonly reference: string;
  readonly paymentId: string;
  readonly amount: Minor;
  readonly at: number;
}

/** Puts a history into the pretended Razorpay's books, without webhooks; a repeat is ignored. */
export interface PretendPast {
  paid(payment: PastPayment): Promise<void>;
  /** Gives the gateway's id of the refund. */
  refunded(refund: PastRefund): Promise<string>;
}

const PAID = `INSERT INTO ops.sandbox_gateway
    (id, kind, parent, reference, amount, currency, status, method, created_at)
  SELECT p.id, p.kind, p.parent, p.reference, p.amount, 'INR', p.status, p.method,
    to_timestamp(p.at / 1000.0)
  FROM jsonb_to_recordset($1) AS p(id text, kind text, parent text, reference text,
    amount bigint, status text, method text, at double precision)
  ON CONFLICT (id) DO NOTHING`;

const REFUNDED = `WITH payment AS (
    UPDATE ops.sandbox_gateway
    SET refunded = refunded + $3,
        status = CASE WHEN refunded + $3 = amount THEN 'refunded' ELSE status END
    WHERE id = $1 AND NOT EXISTS (SELECT FROM ops.sandbox_gateway WHERE id = $2)
    RETURNING id
  )
  INSERT INTO ops.sandbox_gateway
    (id, kind, parent, reference, amount, currency, status, notes, created_at)
  SELECT $2, 'refund', id, $4, $3::bigint, 'INR', 'processed',
    jsonb_build_object('reference', $4::text), to_timestamp($5 / 1000.0)
  FROM payment ON CONFLICT (id) DO NOTHING`;

/** The ids that the pretended Razorpay gives to the order and the payment of a reference. */
export function pastIdsOf(reference: string) {
  return { orderId: entityIdOf("order", reference), paymentId: entityIdOf("pay", reference) };
}

export function pretendPast(database: ReadModel): PretendPast {
  const store = groupedWrite<PastPayment, true>(async (payments) => {
    const orders = payments.map((payment) => orderOf(payment));
    await database.rows(PAID, [JSON.stringify(orders)]);
    await database.rows(PAID, [JSON.stringify(payments.map((payment) => paymentOf(payment)))]);
    return payments.map(() => true as const);
  });
  return {
    async paid(payment) {
      await store(payment);
    },
    async refunded({ reference, paymentId, amount, at }) {
      const id = entityIdOf("rfnd", reference);
      await database.rows(REFUNDED, [paymentId, id, amount, reference, at]);
      return id;
    },
  };
}

function orderOf({ reference, amount, at }: PastPayment) {
  const { orderId } = pastIdsOf(reference);
  return { id: orderId, kind: "order", reference, amount, status: "paid", at };
}

function paymentOf({ reference, amount, method, at }: PastPayment) {
  const { orderId, paymentId } = pastIdsOf(reference);
  const about = { id: paymentId, kind: "payment", parent: orderId };
  return { ...about, amount, status: "captured", method, at };
}
