import test from "ava";
import { contacts } from "../../../src/modules/contact/contact.js";
import type { ContactEvent } from "../../../src/modules/contact/events.js";
import { given } from "../scenario.js";

const contactId = "0f4c1c1e-52a5-4c43-9d4b-4c3f0e4a1b11";
const message = {
  name: "John Doe",
  email: "john@example.com",
  phone: null,
  subject: null,
  text: "I would like to know about...",
};
const submit = { type: "SubmitContact", contactId, message } as const;
const submitted: ContactEvent = { type: "ContactSubmitted", data: { contactId, message } };

function handled(status: string, notes: string | null): ContactEvent {
  return { type: "ContactHandled", data: { contactId, status, notes } };
}

test("a message is submitted once, however often it is sent", (t) => {
  given(t, contacts).when(submit).yields(submitted);
  given(t, contacts, submitted).when(submit).yields();
});

test("handling carries the whole, and what is left out stays", (t) => {
  given(t, contacts, submitted, handled("read", "Called back"))
    .when({ type: "HandleContact", change: { status: "replied" } })
    .yields(handled("replied", "Called back"));
});

test("handling that changes nothing is no news", (t) => {
  given(t, contacts, submitted)
    .when({ type: "HandleContact", change: { status: "new", notes: undefined } })
    .yields();
});

test("nobody handles what nobody wrote", (t) => {
  given(t, contacts)
    .when({ type: "HandleContact", change: { status: "read" } })
    .refuses("not_found", "contact_unknown");
});
