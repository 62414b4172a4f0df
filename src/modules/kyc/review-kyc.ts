import type { ApproveKyc, RejectKyc } from "./commands.js";
import type { KycEvent } from "./events.js";
import type { Kyc } from "./state.js";

/**
 * Decides a review. A decision may be corrected later, a record approved by mistake or rejected
 * too hastily; the same decision again changes nothing.
 */
export function reviewKyc(command: ApproveKyc | RejectKyc, state: Kyc): readonly KycEvent[] {
  return command.type === "ApproveKyc" ? approve(command, state) : refuse(command, state);
}

function approve({ reviewerId, reviewerNumber }: ApproveKyc, { accountId, status }: Kyc) {
  if (status === "approved") return [];
  return [{ type: "KycApproved", data: { accountId, reviewerId, reviewerNumber } } as const];
}

function refuse({ reviewerId, reviewerNumber, reason }: RejectKyc, state: Kyc) {
  if (state.status === "rejected" && state.reason === reason) return [];
  const data = { accountId: state.accountId, reviewerId, reviewerNumber, reason };
  return [{ type: "KycRejected", data } as const];
}
