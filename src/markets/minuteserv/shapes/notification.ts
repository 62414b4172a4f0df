import { z } from "zod";
import type { NotificationView } from "../../../../projections/notifications/queries.js";

export const notificationSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  message: z.string(),
  is_read: z.boolean(),
  created_at: z.string(),
});

export function presentNotification(
  row: Pick<NotificationView, "id" | "title" | "message" | "read_at" | "created_at">,
) {
  return {
    id: row.id,
    title: row.title,
    message: row.message,
    is_read: row.read_at !== null,
    created_at: row.created_at,
  };
}
