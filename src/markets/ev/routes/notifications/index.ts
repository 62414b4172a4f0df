import type { Route } from "../../../../kernel/route.js";
import { countUnread } from "./count-unread.js";
import { listNotifications } from "./list-notifications.js";
import { markAllRead } from "./mark-all-read.js";
import { markRead } from "./mark-read.js";

/** Notification APIs, in the order of the document. */
export const notificationRoutes: readonly Route[] = [
  listNotifications,
  markRead,
  markAllRead,
  countUnread,
];
