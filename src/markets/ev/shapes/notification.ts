import { z } from "zod";
import type { NotificationView } from "../../../../projections/notifications/queries.js";
import { moment, momentOrNull, momentText } from "./values.js";

/** List Notifications: what a notification may be about. */
export const NOTIFICATION_TYPES = [
  "booking",
  "payment",
  "wallet",
  "binary",
  "payout",
  "kyc",
  "system",
] as const;

export const notificationSchema = z.object({
  id: z.int(),
  user: z.int(),
  notification_type: z.enum(NOTIFICATION_TYPES),
  title: z.string(),
  message: z.string(),
  is_read: z.boolean(),
  read_at: momentText.nullable(),
  reference_id: z.int().nullable(),
  reference_type: z.string().nullable(),
  created_at: momentText,
});

/** @param user the number of whom it was told to */
export function presentNotification(row: NotificationView, user: number) {
  return {
    id: row.position,
    user,
    notification_type: row.notification_type,
    title: row.title,
    message: row.message,
    is_read: row.read_at !== null,
    read_at: momentOrNull(row.read_at),
    reference_id: row.reference_number,
    reference_type: row.reference_type,
    created_at: moment(row.created_at),
  };
}
