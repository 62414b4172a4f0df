import { DAY } from "../../kernel/clock.js";
import type { PaymentRecord } from "../../modules/reconciliation/compare.js";
import { difference } from "../../modules/reconciliation/compare.js";
import type { Difference } from "../../modules/reconciliation/events.js";
import { match, totalOf, type Matched, type Movement } from "../../modules/reconciliation/match.js";
import {
  clearingMovements,
  type ClearingMovement,
} from "../../../projections/journal/queries/clearing-movements.js";
import { recordsCaptured } from "../../../projections/journal/queries/payment-records.js";
import { settledLines, type SettlementLineRow } from "../../../projections/settlements.js";
import { spanOf, type MarketDay, type ReconcilingPorts } from "./ports.js";

interface Settled extends Movement {
  readonly row: SettlementLineRow;
}

/**
 * What was settled on a day against the journal's clearing account: by the payment, refund or
 * dispute, else by the payment with all that belongs to it, in whatever batches it was settled.
 *
 * @param settledIds the payments, or else the things, that the day's settlements speak of
 */
export async function matchSettlements(
  { gateway, reads, tolerance }: ReconcilingPorts,
  { marketplace }: MarketDay,
  settledIds: readonly string[],
): Promise<{ readonly matched: Matched; readonly differences: readonly Difference[] }> {
  const rows = await settledLines(reads, marketplace, settledIds);
  const moved = await clearingMovements(reads, gateway.name, settledIds);
  const outside = rows.map((row): Settled => ({ row, keys: keysOf(row), amount: row.amount }));
  const books = moved.map((one) => ({ keys: keysOf(one), amount: one.amount }));
  const { matched, unmatched } = match(outside, books, tolerance);
  const differences = unmatched.flatMap((group): Difference[] => {
    const [first] = group.outside;
    // What the gateway has not settled yet is no difference: it is still to come.
    if (first === undefined) return [];
    const posted = group.books.length === 0 ? null : totalOf(group.books);
    return [
      {
        kind: posted === null ? "unknown_settlement_line" : "settlement_mismatch",
        gatewayPaymentId: first.row.gateway_payment_id ?? first.row.gateway_id,
        orderId: null,
        paymentId: null,
        recorded: null,
        atGateway: totalOf(group.outside),
        posted,
        reference: first.row.gateway_settlement_id,
      },
    ];
  });
  return { matched, differences };
}

function keysOf(one: Pick<ClearingMovement, "gateway_id" | "gateway_payment_id">): string[] {
  const { gateway_id: id, gateway_payment_id: payment } = one;
  return [id ?? payment ?? "", payment ?? id ?? ""];
}

/** A gateway settles within a few working days; what has waited this long wants a question. */
const LONGEST_WAIT = 7 * DAY;

/** Payments that were captured on a day and have been in no settlement for a week since. */
export async function notSettled(
  { gateway, reads, now }: ReconcilingPorts,
  day: MarketDay,
): Promise<readonly Difference[]> {
  const span = spanOf(day);
  if (now < Date.parse(span.until) + LONGEST_WAIT) return [];
  const captured = await recordsCaptured(reads, gateway.name, day.marketplace, span);
  const ids = captured.flatMap(({ gateway_payment_id: id }) => id ?? []);
  const rows = await settledLines(reads, day.marketplace, ids);
  const settled = new Set(rows.map((row) => row.gateway_payment_id));
  const waits = ({ gateway_payment_id: id }: PaymentRecord) => id !== null && !settled.has(id);
  return captured.filter(waits).map((record) => difference("not_settled", undefined, record));
}
