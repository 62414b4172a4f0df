import { reject, type Rejection } from "../../kernel/rejection.js";
import type { SubmitKyc } from "./commands.js";
import type { KycEvent } from "./events.js";
import type { KycState } from "./state.js";

/**
 * Hands papers in for review, first or again. A person has one record: nothing is submitted over
 * one that waits or is approved, only a rejected one may be tried anew.
 */
export function submitKyc(command: SubmitKyc, state: KycState): readonly KycEvent[] | Rejection {
  if (state !== null && state.status !== "rejected") {
    return reject("invalid", "kyc_already_submitted", "KYC already submitted");
  }
  const { type: _type, ...data } = command;
  return [{ type: "KycSubmitted", data }];
}
