import { isDeepStrictEqual } from "node:util";
import { changed, type Change } from "../../kernel/change.js";
import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { contactEvents, type ContactEvent, type Handling, type Message } from "./events.js";

export type ContactCommand =
  | { readonly type: "SubmitContact"; readonly contactId: string; readonly message: Message }
  /** What is left out stays as it is. */
  | { readonly type: "HandleContact"; readonly change: Change<Handling> };

/** Null until it is submitted. */
export type ContactState = { readonly contactId: string; readonly handling: Handling } | null;

/** A submission starts `new`; staff may set any status and note, in any order (contact.01). */
function decide(command: ContactCommand, state: ContactState): readonly ContactEvent[] | Rejection {
  if (command.type === "SubmitContact") {
    if (state !== null) return [];
    const { contactId, message } = command;
    return [{ type: "ContactSubmitted", data: { contactId, message } }];
  }
  if (state === null) return reject("not_found", "contact_unknown", "There is no such message.");
  const handling = changed(state.handling, command.change);
  if (isDeepStrictEqual(handling, state.handling)) return [];
  return [{ type: "ContactHandled", data: { contactId: state.contactId, ...handling } }];
}

function evolve(state: ContactState, { type, data }: ContactEvent): ContactState {
  if (type === "ContactSubmitted") {
    return { contactId: data.contactId, handling: { status: "new", notes: null } };
  }
  if (state === null) throw new Error(`${type} stands before the submission`);
  return { ...state, handling: { status: data.status, notes: data.notes } };
}

/** Messages that reach us through the contact form, one stream each. */
export const contacts = defineAggregate<ContactCommand, ContactState, ContactEvent>({
  category: "contact",
  events: contactEvents,
  initial: null,
  decide,
  evolve,
});
