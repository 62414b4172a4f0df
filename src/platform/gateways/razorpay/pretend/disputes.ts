import type { ReadModel } from "../../../../kernel/read-model.js";
import { reject, type Rejection } from "../../../../kernel/rejection.js";
import { ENTITY, type PretendEntity } from "./entity.js";
import { entity } from "./find-entities.js";
import { entityIdOf } from "./ids.js";

/** How a pretended dispute goes: it is opened if it was not, and then stands as named. */
export type DisputeOutcome = "open" | "under_review" | "won" | "lost" | "closed";

export interface PlayedDispute {
  readonly payment: PretendEntity;
  readonly dispute: PretendEntity;
  /** What Razorpay tells, in its order: `created`, `lost`. */
  readonly told: readonly string[];
}

const OPEN = `INSERT INTO ops.sandbox_gateway
    (id, kind, parent, amount, currency, status, created_at)
  SELECT $2, 'dispute', id, amount - refunded, currency, 'open', to_timestamp($3)
    FROM ops.sandbox_gateway WHERE id = $1 AND refunded < amount
  ON CONFLICT (id) DO NOTHING RETURNING ${ENTITY}`;

const DECIDE = `UPDATE ops.sandbox_gateway SET status = $2,
    decided_at = CASE WHEN $2 IN ('won', 'lost', 'closed') THEN to_timestamp($3) END
  WHERE id = $1 AND status NOT IN ('won', 'lost', 'closed') RETURNING ${ENTITY}`;

/**
 * The customer's bank disputes a captured payment, or decides. One dispute a payment, over all that
 * was not given back before. Refuses an unknown or uncaptured payment, one of which nothing is
 * left, and another decision than the first.
 *
 * @param now seconds since the epoch, business time
 */
export async function playDispute(
  database: ReadModel,
  paymentId: string,
  outcome: DisputeOutcome,
  now: number,
): Promise<PlayedDispute | Rejection> {
  const payment = await entity(database, paymentId, "payment");
  if (payment === undefined) {
    return reject("not_found", "unknown_payment", `Razorpay knows no payment ${paymentId}`);
  }
  if (payment.failure !== null) {
    return reject("conflict", "not_captured", "Only a captured payment can be disputed");
  }
  const id = entityIdOf("disp", paymentId);
  const [opened] = await database.rows<PretendEntity>(OPEN, [paymentId, id, now]);
  const standing = opened ?? (await entity(database, id, "dispute"));
  if (standing === undefined) {
    return reject("conflict", "nothing_left", "All of the payment was given back already");
  }
  // A repeated opening is told again: webhooks come at least once.
  if (outcome === "open") return { payment, dispute: standing, told: ["created"] };
  const [moved] = await database.rows<PretendEntity>(DECIDE, [id, outcome, now]);
  const dispute = moved ?? standing;
  const told = opened === undefined ? [outcome] : ["created", outcome];
  if (dispute.status === outcome) return { payment, dispute, told };
  return reject("conflict", "dispute_decided", `The dispute is already ${dispute.status}`);
}
