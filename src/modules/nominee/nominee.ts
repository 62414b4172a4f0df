import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { NomineeCommand } from "./commands.js";
import { changeNominee, nameNominee } from "./describe-nominee.js";
import { nomineeEvents, type NomineeEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { reviewNominee } from "./review-nominee.js";
import type { NomineeState } from "./state.js";

function decide(command: NomineeCommand, state: NomineeState): readonly NomineeEvent[] | Rejection {
  if (state === null) {
    if (command.type === "NameNominee") return nameNominee(command);
    return reject("not_found", "nominee_unknown", "There is no such nominee.");
  }
  switch (command.type) {
    case "NameNominee":
    case "ChangeNominee":
      return changeNominee(command, state);
    case "VerifyNominee":
    case "RejectNominee":
      return reviewNominee(command, state);
  }
}

/** Who inherits what a member holds; `nominee-<account>`, one a person. */
export const nominees = defineAggregate<NomineeCommand, NomineeState, NomineeEvent>({
  category: "nominee",
  events: nomineeEvents,
  initial: null,
  decide,
  evolve,
});
