import { callerId } from "../../../../kernel/caller.js";
import { isRejection } from "../../../../kernel/rejection.js";
import { ok, route } from "../../../../kernel/route.js";
import { inboxes } from "../../../../modules/inbox/inbox.js";
import { notificationToldAt } from "../../../../../projections/notifications/queries.js";
import { callerNumber } from "../../caller-number.js";
import { notFound } from "../../refusals.js";
import { ANY_MEMBER } from "../../roles.js";
import { idParams } from "../../shapes/fields.js";
import { notificationSchema, presentNotification } from "../../shapes/notification.js";

/** Notification APIs, 42. Mark Notification As Read; others' do not exist for the caller. */
export const markRead = route({
  method: "POST",
  path: "/api/notifications/:id/mark_read/",
  summary: "Mark one notification as read",
  tag: "Notifications",
  may: ANY_MEMBER,
  limit: "other",
  params: idParams,
  replies: { 200: { description: "The notification, read.", schema: notificationSchema } },
  async handle({ params }, app) {
    const accountId = callerId(app);
    const told = await notificationToldAt(app.reads, accountId, params.id);
    if (told === undefined) return notFound();
    const outcome = await app.execute(inboxes, accountId, {
      type: "ReadNotification",
      accountId,
      notificationId: told.id,
      toldAt: told.position,
    });
    if (isRejection(outcome)) return outcome;
    const read = await notificationToldAt(app.reads, accountId, params.id);
    return ok(presentNotification(read ?? told, await callerNumber(app)));
  },
});
