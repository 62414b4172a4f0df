import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { inboxes } from "../../../../modules/inbox/inbox.js";
import { newestToldTo } from "../../../../../projections/notifications/queries.js";
import { ANY_MEMBER } from "../../roles.js";

/** Notification APIs, 43. Mark All As Read: what the caller was told until now. */
export const markAllRead = route({
  method: "POST",
  path: "/api/notifications/mark_all_read/",
  summary: "Mark all your notifications as read",
  tag: "Notifications",
  may: ANY_MEMBER,
  limit: "other",
  replies: { 200: { description: "Done.", schema: z.object({ message: z.string() }) } },
  async handle(_input, app) {
    const accountId = callerId(app);
    const through = await newestToldTo(app.reads, accountId);
    const outcome = await app.execute(inboxes, accountId, {
      type: "ReadInbox",
      accountId,
      through,
    });
    if (isRejection(outcome)) return outcome;
    return ok({ message: "All notifications marked as read" });
  },
});
