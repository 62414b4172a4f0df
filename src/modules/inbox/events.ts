import { PLAIN, type EventCatalogue } from "../../kernel/event-catalogue.js";

interface About {
  readonly accountId: string;
}

export type InboxEvent =
  | {
      readonly type: "NotificationRead";
      readonly data: About & { readonly notificationId: string };
    }
  /** Everything told up to this position of the log, that one included. */
  | { readonly type: "InboxRead"; readonly data: About & { readonly through: number } };

export const inboxEvents: EventCatalogue<InboxEvent> = {
  NotificationRead: PLAIN,
  InboxRead: PLAIN,
};
