import type { RejectNominee, VerifyNominee } from "./commands.js";
import type { NomineeEvent } from "./events.js";
import type { Nominee } from "./state.js";

/** Decides a review; a decision may be corrected, and the same one again changes nothing. */
export function reviewNominee(
  command: VerifyNominee | RejectNominee,
  { accountId, status, reason }: Nominee,
): readonly NomineeEvent[] {
  const { reviewerId, reviewerNumber } = command;
  const data = { accountId, reviewerId, reviewerNumber };
  if (command.type === "VerifyNominee") {
    return status === "verified" ? [] : [{ type: "NomineeVerified", data }];
  }
  if (status === "rejected" && reason === command.reason) return [];
  return [{ type: "NomineeRejected", data: { ...data, reason: command.reason } }];
}
