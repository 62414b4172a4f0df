import { z } from "zod";
import type { NotificationRow } from "../../../../projections/notifications/tables.js";

export const notificationSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  message: z.string(),
  is_read: z.boolean(),
  created_at: z.string(),
});

export function presentNotification(row: NotificationRow) {
  return {
    id: row.id,
    title: row.title,
    message: row.message,
    is_read: row.is_read,
    created_at: row.created_at,
  };
}
