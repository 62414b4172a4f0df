import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { ok, route } from "../../../../kernel/route.js";
import { unreadCount } from "../../../../../projections/notifications/queries.js";
import { ANY_MEMBER } from "../../roles.js";

/** Notification APIs, 44. Get Unread Count. */
export const countUnread = route({
  method: "GET",
  path: "/api/notifications/unread_count/",
  summary: "How many notifications you have not read",
  tag: "Notifications",
  may: ANY_MEMBER,
  limit: "other",
  replies: { 200: { description: "The number.", schema: z.object({ unread_count: z.int() }) } },
  handle: async (_input, app) => ok({ unread_count: await unreadCount(app.reads, callerId(app)) }),
});
