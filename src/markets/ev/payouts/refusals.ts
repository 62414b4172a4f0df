import type { Rejection } from "../../../kernel/rejection.js";
import { stateError } from "../refusals.js";

/** By the status that stands in the way: what an admin or the owner is told of each step. */
export type RefusalTexts = Readonly<Record<string, string>>;

const PROCESSED = "Payout already processed";

export const NOT_PROCESSABLE: RefusalTexts = {
  payout_processing: PROCESSED,
  payout_completed: PROCESSED,
  payout_rejected: PROCESSED,
  payout_cancelled: PROCESSED,
};

export const NOT_COMPLETABLE: RefusalTexts = {
  payout_pending: "Payout is not processed yet",
  payout_completed: "Payout already completed",
  payout_rejected: "Payout is rejected",
  payout_cancelled: "Payout is cancelled",
};

export const NOT_ENDABLE: RefusalTexts = {
  payout_processing: PROCESSED,
  payout_completed: "Payout already completed",
  payout_rejected: "Payout is already rejected",
  payout_cancelled: "Payout is already cancelled",
};

/** Process Payout: failures of state are `{"error": "…"}`. */
export function refusedStep(rejection: Rejection, texts: RefusalTexts): Rejection {
  const text = texts[rejection.reason];
  return text === undefined ? rejection : stateError(text);
}
