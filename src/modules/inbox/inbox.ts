import { defineAggregate } from "../../kernel/decider.js";
import { NO_IDS, valueOf, withId, type IdMap } from "../../kernel/id-map.js";
import { inboxEvents, type InboxEvent } from "./events.js";

export type InboxCommand =
  /** One notification, told at this position; a repeat changes nothing. */
  | {
      readonly type: "ReadNotification";
      readonly accountId: string;
      readonly notificationId: string;
      readonly toldAt: number;
    }
  /** All that was told up to a position; what comes later stays unread. */
  | { readonly type: "ReadInbox"; readonly accountId: string; readonly through: number };

export interface InboxState {
  /** All that was told up to this position is read. */
  readonly through: number;
  /** Single ones that were read. */
  readonly read: IdMap<true>;
}

/** What is read stays read (EV, Notification APIs; no endpoint takes it back). */
function decide(command: InboxCommand, state: InboxState): readonly InboxEvent[] {
  const { accountId } = command;
  if (command.type === "ReadInbox") {
    const { through } = command;
    return through <= state.through ? [] : [{ type: "InboxRead", data: { accountId, through } }];
  }
  const { notificationId, toldAt } = command;
  const known = toldAt <= state.through || valueOf(state.read, notificationId) === true;
  return known ? [] : [{ type: "NotificationRead", data: { accountId, notificationId } }];
}

function evolve(state: InboxState, { type, data }: InboxEvent): InboxState {
  return type === "InboxRead"
    ? { ...state, through: data.through }
    : { ...state, read: withId(state.read, data.notificationId, true) };
}

/** What somebody has read of what they were told; one stream an account. */
export const inboxes = defineAggregate<InboxCommand, InboxState, InboxEvent>({
  category: "inbox",
  events: inboxEvents,
  initial: { through: 0, read: NO_IDS },
  decide,
  evolve,
});
