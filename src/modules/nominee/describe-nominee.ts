import { isDeepStrictEqual } from "node:util";
import { changed, type Change } from "../../kernel/change.js";
import type { ChangeNominee, NameNominee } from "./commands.js";
import type { IdProof, NomineeEvent, NomineePerson } from "./events.js";
import { NO_PROOF, type Nominee } from "./state.js";

/** Names a nominee where there is none yet. */
export function nameNominee(command: NameNominee): readonly NomineeEvent[] {
  const { accountId, number, person } = command;
  const proof = changed(NO_PROOF, command.proof);
  const named = { type: "NomineeNamed", data: { accountId, number, person } } as const;
  return isDeepStrictEqual(proof, NO_PROOF) ? [named] : [named, submitted(accountId, proof)];
}

/**
 * Changes what is known of a nominee; a change to what it already is, is none.
 *
 * An id proof that is handed in waits for a review (EV Distribution, Create/Update Nominee). One
 * that repeats what was verified is no new proof; one that repeats what was rejected is another
 * try. And who was verified is a person: under another name or date of birth, the proof that
 * there is has to be looked at again.
 */
export function changeNominee(
  change: Pick<ChangeNominee, "person" | "proof">,
  state: Nominee,
): readonly NomineeEvent[] {
  const { accountId, status } = state;
  const person = changed(state.person, change.person);
  const proof = changed(state.proof, change.proof);
  const events: NomineeEvent[] = [];
  if (!isDeepStrictEqual(person, state.person)) {
    events.push({ type: "NomineeChanged", data: { accountId, person } });
  }
  const isNew = !isDeepStrictEqual(proof, state.proof);
  const again = status === "rejected" && isGiven(change.proof);
  const another = status === "verified" && isSomebodyElse(person, state.person);
  if (isNew || again || another) events.push(submitted(accountId, proof));
  return events;
}

function submitted(accountId: string, proof: IdProof): NomineeEvent {
  return { type: "NomineeProofSubmitted", data: { accountId, proof } };
}

function isGiven(proof: Change<IdProof>): boolean {
  return Object.values(proof).some((part) => part !== undefined && part !== null);
}

function isSomebodyElse(now: NomineePerson, before: NomineePerson): boolean {
  return now.fullName !== before.fullName || now.dateOfBirth !== before.dateOfBirth;
}
