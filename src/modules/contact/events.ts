import { ERASED, personal, PLAIN, type EventCatalogue } from "../../kernel/event-catalogue.js";

interface About {
  readonly contactId: string;
}

/** What somebody wrote to us, and how to reach them: personal, and gone with their key. */
export interface Message {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly subject: string | null;
  readonly text: string;
}

/** What staff made of it; the whole after the change. */
export interface Handling {
  readonly status: string;
  readonly notes: string | null;
}

export type ContactEvent =
  | { readonly type: "ContactSubmitted"; readonly data: About & { readonly message: Message } }
  | { readonly type: "ContactHandled"; readonly data: About & Handling };

const ERASED_MESSAGE: Message = {
  name: ERASED,
  email: ERASED,
  phone: null,
  subject: null,
  text: ERASED,
};

export const contactEvents: EventCatalogue<ContactEvent> = {
  ContactSubmitted: personal("contactId", { message: ERASED_MESSAGE }),
  ContactHandled: PLAIN,
};
