import type { PayoutCourse } from "./facts.js";
import type { PayoutStatus } from "./state.js";

type Step = "SendPayout" | "CompletePayout" | "FailPayout" | "RejectPayout" | "CancelPayout";

const NEVER: readonly PayoutStatus[] = [];

/**
 * From which statuses each step may be taken: a `direct` payout is recorded once it is made
 * (Minuteserv, Process Payout), an `approved` one is taken on by staff first (EV Distribution,
 * List Payouts: pending, processing, completed, rejected, cancelled).
 */
export const STEPS: Readonly<Record<PayoutCourse, Record<Step, readonly PayoutStatus[]>>> = {
  direct: {
    SendPayout: NEVER,
    CompletePayout: ["pending"],
    FailPayout: ["pending"],
    RejectPayout: NEVER,
    CancelPayout: NEVER,
  },
  approved: {
    SendPayout: ["pending"],
    CompletePayout: ["processing"],
    FailPayout: NEVER,
    RejectPayout: ["pending", "processing"],
    CancelPayout: ["pending"],
  },
};
