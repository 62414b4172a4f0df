import { z } from "zod";
import { callerId } from "../../../../kernel/caller.js";
import { route } from "../../../../kernel/route.js";
import { inboxOf } from "../../../../../projections/notifications/queries.js";
import { callerNumber } from "../../caller-number.js";
import { paged, pageOf, pagingQuery, slice } from "../../paging.js";
import { ANY_MEMBER } from "../../roles.js";
import { oneOf, optionalFlag } from "../../shapes/fields.js";
import {
  NOTIFICATION_TYPES,
  notificationSchema,
  presentNotification,
} from "../../shapes/notification.js";

/** Notification APIs, 41. List Notifications: the caller's own, newest first. */
export const listNotifications = route({
  method: "GET",
  path: "/api/notifications/",
  summary: "What you were told",
  tag: "Notifications",
  may: ANY_MEMBER,
  limit: "other",
  query: z.object({
    ...pagingQuery,
    is_read: optionalFlag,
    notification_type: oneOf(NOTIFICATION_TYPES),
  }),
  replies: { 200: { description: "A page of notifications.", schema: pageOf(notificationSchema) } },
  async handle(input, app) {
    const { is_read: read, notification_type: type } = input.query;
    const filter = { read, types: type === undefined ? undefined : [type] };
    const [found, number] = await Promise.all([
      inboxOf(app.reads, callerId(app), filter, slice(input.query)),
      callerNumber(app),
    ]);
    return paged(input, found, (row) => presentNotification(row, number));
  },
});
