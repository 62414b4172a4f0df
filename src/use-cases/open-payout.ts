import type { App } from "../kernel/app.js";
import { isRejection, type Rejection } from "../kernel/rejection.js";
import { earnings } from "../modules/earning/earning.js";
import type { EarningsReserved } from "../modules/earning/events.js";
import { payoutOfReservation } from "../modules/payout/payout-of-reservation.js";
import { payouts } from "../modules/payout/payout.js";

export interface AskedPayout {
  readonly providerId: string;
  readonly number: string;
  /** Undefined takes all that is pending (Minuteserv, payout.03). */
  readonly earningIds: readonly string[] | undefined;
  readonly rail: "bank_transfer" | "upi";
}

/**
 * Sets a provider's earnings aside and opens the payout of them; answers with its id. The
 * reservation alone decides what is paid; were the second step lost, a process makes up for it.
 */
export async function openPayout(app: App, asked: AskedPayout): Promise<string | Rejection> {
  const payoutId = app.id("payout");
  const reserved = await app.execute(earnings, asked.providerId, {
    type: "ReserveForPayout",
    payoutId,
    payoutNumber: asked.number,
    rail: asked.rail,
    earningIds: asked.earningIds,
  });
  if (isRejection(reserved)) return reserved;
  const event = reserved.events.find(({ type }) => type === "EarningsReserved");
  if (event === undefined) return payoutId;
  const request = payoutOfReservation(event.data as EarningsReserved);
  const opened = await app.execute(payouts, payoutId, request);
  return isRejection(opened) ? opened : payoutId;
}
