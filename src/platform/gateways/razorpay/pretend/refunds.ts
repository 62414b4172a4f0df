import { DatabaseError } from "pg";
import {
  GatewayRefused,
  type GatewayRefund,
  type GatewayRefundEntry,
  type PaymentGateway,
} from "../../../../kernel/gateway.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { refundEntity, refundEntry } from "../entities.js";
import { ENTITY, refundJson, type PretendEntity } from "./entity.js";
import { entitiesBetween, entity } from "./find-entities.js";
import { entityIdOf } from "./ids.js";

type RefundRequest = Parameters<PaymentGateway["refund"]>[0];

/**
 * One statement: the payment's row guards the sum of its refunds. A concurrent repeat breaks
 * the primary key, which undoes its addition to the sum as well.
 */
const REFUND = `WITH payment AS (
    UPDATE ops.sandbox_gateway
    SET refunded = refunded + $3,
        status = CASE WHEN refunded + $3 = amount THEN 'refunded' ELSE status END
    WHERE id = $1 AND kind = 'payment' AND status = 'captured' AND refunded + $3 <= amount
      AND NOT EXISTS (SELECT FROM ops.sandbox_gateway
        WHERE id = $2 OR (kind = 'dispute' AND parent = $1 AND status NOT IN ('won', 'closed')))
    RETURNING id, currency
  )
  INSERT INTO ops.sandbox_gateway
    (id, kind, parent, reference, amount, currency, status, notes, webhook_due, created_at)
  SELECT $2, 'refund', id, $4, $3::bigint, currency, 'pending',
    jsonb_build_object('reference', $4::text), true, to_timestamp($5)
  FROM payment
  RETURNING ${ENTITY}`;

const DUPLICATE_KEY = "23505";

/**
 * Orders a refund at the pretended Razorpay; it stays pending until it is processed.
 * Refuses an unknown, an uncaptured and a disputed payment, and more than is left of the amount.
 *
 * @param now seconds since the epoch, business time
 */
export async function orderPretendRefund(
  database: ReadModel,
  request: RefundRequest,
  now: number,
): Promise<GatewayRefund> {
  const id = entityIdOf("rfnd", request.reference);
  const inserted = await insert(database, id, request, now);
  const refund = inserted ?? (await entity(database, id, "refund"));
  if (refund === undefined) throw await refusal(database, request);
  if (refund.amount !== request.amount || refund.parent !== request.paymentId) {
    throw new GatewayRefused(`Reference ${request.reference} has a refund of another amount`);
  }
  const { refundId, status } = refundEntity.parse(refundJson(refund));
  return { refundId, status };
}

async function insert(
  database: ReadModel,
  id: string,
  { paymentId, amount, reference }: RefundRequest,
  now: number,
): Promise<PretendEntity | undefined> {
  try {
    const values = [paymentId, id, amount, reference, now];
    return (await database.rows<PretendEntity>(REFUND, values))[0];
  } catch (error) {
    if (error instanceof DatabaseError && error.code === DUPLICATE_KEY) return undefined;
    throw error;
  }
}

async function refusal(
  database: ReadModel,
  { paymentId, amount }: RefundRequest,
): Promise<GatewayRefused> {
  const payment = await entity(database, paymentId, "payment");
  if (payment === undefined) return new GatewayRefused("The id provided does not exist");
  if (payment.failure !== null) return new GatewayRefused("The payment has not been captured");
  const left = payment.amount - payment.refunded;
  return new GatewayRefused(`A refund of ${amount} is more than the ${left} that are left`);
}

/** As `refundsBetween` of the gateway: what was made in a span of milliseconds. */
export async function pretendRefundsBetween(
  database: ReadModel,
  from: number,
  to: number,
): Promise<readonly GatewayRefundEntry[]> {
  const rows = await entitiesBetween(database, "refund", from, to);
  return rows.map((row) => refundEntry.parse(refundJson(row)));
}
