import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { KycCommand } from "./commands.js";
import { kycEvents, type KycEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { reviewKyc } from "./review-kyc.js";
import type { KycState } from "./state.js";
import { submitKyc } from "./submit-kyc.js";

function decide(command: KycCommand, state: KycState): readonly KycEvent[] | Rejection {
  if (command.type === "SubmitKyc") return submitKyc(command, state);
  if (state === null) return reject("not_found", "kyc_unknown", "There is no such KYC record.");
  return reviewKyc(command, state);
}

/** Who somebody is, proven by papers and reviewed by staff; `kyc-<account>`, one a person. */
export const kycs = defineAggregate<KycCommand, KycState, KycEvent>({
  category: "kyc",
  events: kycEvents,
  initial: null,
  decide,
  evolve,
});
