import type { NotificationRow } from "../../../../projections/notifications/tables.js";

/** system_notifications (§20), as it is pushed to its addressee. */
export function presentNotification(row: NotificationRow): object {
  const { id, notification_type, title, message, is_read, metadata, created_at } = row;
  return { id, notification_type, title, message, is_read, metadata, created_at };
}
