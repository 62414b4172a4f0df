import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { changePartner } from "./change-partner.js";
import type { ChangeAvailability, PartnerCommand, RegisterPartner } from "./commands.js";
import { partnerEvents, type PartnerEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { signIn } from "./sign-in.js";
import type { Partner, PartnerState } from "./state.js";
import { verifyPartner } from "./verify-partner.js";
import { changeWorkingHours, refuseWorkingHours } from "./working-hours.js";

type Outcome = readonly PartnerEvent[] | Rejection;

function decide(command: PartnerCommand, state: PartnerState): Outcome {
  if (command.type === "RegisterPartner") return register(command, state);
  if (state === null) return reject("not_found", "partner_unknown", "There is no such partner.");
  switch (command.type) {
    case "SignIn":
      return signIn(state);
    case "ChangePartner":
      return changePartner(command, state);
    case "VerifyPartner":
      return verifyPartner(command, state);
    case "ChangeAvailability":
      return changeAvailability(command, state);
    case "ChangeWorkingHours":
      return changeWorkingHours(command.workingHours, state);
  }
}

/** The code and the claimed numbers are unique already; a repeat with the same code is no news. */
function register(command: RegisterPartner, state: PartnerState): Outcome {
  const { type: _type, ...data } = command;
  if (state === null) {
    return refuseWorkingHours(data.workingHours) ?? [{ type: "PartnerRegistered", data }];
  }
  if (state.code === data.code) return [];
  return reject("conflict", "partner_exists", "This partner is already registered.");
}

/** Always a fact, even unchanged: it is also the sign of life behind "last seen". */
function changeAvailability(command: ChangeAvailability, { partnerId }: Partner): Outcome {
  const { isAvailable, lat, lng } = command;
  return [{ type: "PartnerAvailabilityChanged", data: { partnerId, isAvailable, lat, lng } }];
}

/** Those who do the work: what they can, when, where, and whether they were verified. */
export const partners = defineAggregate<PartnerCommand, PartnerState, PartnerEvent>({
  category: "partner",
  events: partnerEvents,
  initial: null,
  decide,
  evolve,
});
