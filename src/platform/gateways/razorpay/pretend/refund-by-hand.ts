import type { Minor } from "../../../../kernel/money.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { reject, type Rejection } from "../../../../kernel/rejection.js";
import { ENTITY, type PretendEntity } from "./entity.js";
import { entity } from "./find-entities.js";
import { newEntityId } from "./ids.js";

/** As an ordered one, but nobody's reference is on it. */
const REFUND = `WITH payment AS (
    UPDATE ops.sandbox_gateway
    SET refunded = refunded + $3,
        status = CASE WHEN refunded + $3 = amount THEN 'refunded' ELSE status END
    WHERE id = $1 AND kind = 'payment' AND status = 'captured'
      AND $3 > 0 AND refunded + $3 <= amount
      AND NOT EXISTS (SELECT FROM ops.sandbox_gateway
        WHERE kind = 'dispute' AND parent = $1 AND status NOT IN ('won', 'closed'))
    RETURNING id, currency
  )
  INSERT INTO ops.sandbox_gateway
    (id, kind, parent, amount, currency, status, webhook_due, created_at)
  SELECT $2, 'refund', id, $3::bigint, currency, $4::text, $4::text = 'pending', to_timestamp($5)
  FROM payment
  RETURNING ${ENTITY}`;

/**
 * Staff refund a payment in the dashboard. Refuses an unknown payment, and one that is not
 * captured, disputed, or has less left.
 *
 * @param refund its amount, null for all that is left; without webhooks it is processed at once
 * @param now seconds since the epoch, business time
 */
export async function refundByHand(
  database: ReadModel,
  paymentId: string,
  { amount, webhook }: { readonly amount: Minor | null; readonly webhook: boolean },
  now: number,
): Promise<{ readonly refund: PretendEntity; readonly payment: PretendEntity } | Rejection> {
  const before = await entity(database, paymentId, "payment");
  if (before === undefined) {
    return reject("not_found", "unknown_payment", `Razorpay knows no payment ${paymentId}`);
  }
  const status = webhook ? "pending" : "processed";
  const values = [
    paymentId,
    newEntityId("rfnd"),
    amount ?? before.amount - before.refunded,
    status,
    now,
  ];
  const [refund] = await database.rows<PretendEntity>(REFUND, values);
  const payment = await entity(database, paymentId, "payment");
  if (refund !== undefined && payment !== undefined) return { refund, payment };
  return reject("conflict", "not_refundable", "Razorpay cannot refund so much of this payment");
}
