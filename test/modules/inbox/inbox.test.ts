import test from "ava";
import type { InboxEvent } from "../../../src/modules/inbox/events.js";
import { inboxes } from "../../../src/modules/inbox/inbox.js";
import { given } from "../scenario.js";

const accountId = "3d0a5b0e-6f43-4c1c-8c0f-2f4f0a7f6b11";
const notificationId = "9a4c1c1e-52a5-4c43-9d4b-4c3f0e4a1b22";
const read: InboxEvent = { type: "NotificationRead", data: { accountId, notificationId } };
const readOne = { type: "ReadNotification", accountId, notificationId, toldAt: 7 } as const;

function readThrough(through: number): InboxEvent {
  return { type: "InboxRead", data: { accountId, through } };
}

test("a notification is read once", (t) => {
  given(t, inboxes).when(readOne).yields(read);
  given(t, inboxes, read).when(readOne).yields();
});

test("what was read with all others is not read again", (t) => {
  given(t, inboxes, readThrough(7)).when(readOne).yields();
  given(t, inboxes, readThrough(6)).when(readOne).yields(read);
});

test("reading all moves forward alone", (t) => {
  given(t, inboxes).when({ type: "ReadInbox", accountId, through: 9 }).yields(readThrough(9));
  given(t, inboxes, readThrough(9)).when({ type: "ReadInbox", accountId, through: 9 }).yields();
  given(t, inboxes, readThrough(9)).when({ type: "ReadInbox", accountId, through: 3 }).yields();
});
