import type { ReadModel } from "../../../../kernel/read-model.js";
import { reject, type Rejection } from "../../../../kernel/rejection.js";
import { ENTITY, type PretendEntity } from "./entity.js";
import { entity } from "./find-entities.js";
import { newEntityId } from "./ids.js";

/** What the pretended customer does in Razorpay Checkout. */
export interface Checkout {
  readonly outcome: "captured" | "failed";
  readonly method: string;
}

/** One statement: a paid order takes no second payment, however many pay at once. */
const PAY = `WITH paid AS (
    UPDATE ops.sandbox_gateway SET status = $3
    WHERE id = $1 AND kind = 'order' AND status <> 'paid'
    RETURNING id, amount, currency, notes
  )
  INSERT INTO ops.sandbox_gateway
    (id, kind, parent, amount, currency, status, method, failure, notes, created_at)
  SELECT $2, 'payment', id, amount, currency, $4, $5, $6, notes, to_timestamp($7) FROM paid
  RETURNING ${ENTITY}`;

const FAILURE = "Payment was not completed by the customer.";

/**
 * Records one attempt to pay an order and gives the payment, captured or failed.
 *
 * @param now seconds since the epoch, business time
 */
export async function pay(
  database: ReadModel,
  orderId: string,
  { outcome, method }: Checkout,
  now: number,
): Promise<PretendEntity | Rejection> {
  const failed = outcome === "failed";
  const rows = await database.rows<PretendEntity>(PAY, [
    orderId,
    newEntityId("pay"),
    failed ? "attempted" : "paid",
    outcome,
    method,
    failed ? FAILURE : null,
    now,
  ]);
  const [payment] = rows;
  if (payment !== undefined) return payment;
  const known = await entity(database, orderId, "order");
  if (known === undefined) {
    return reject("not_found", "unknown_order", `Razorpay knows no order ${orderId}`);
  }
  return reject("conflict", "order_paid", `Order ${orderId} is already paid`);
}
