import type { ReadModel } from "../../src/kernel/read-model.js";
import type { NotificationRow } from "./tables.js";
import { AUDIENCES, notificationId } from "./told.js";

/** Whose notifications: a customer's, a partner's, or those for the staff of a market. */
export type Addressee =
  { readonly userId: string } | { readonly partnerId: string } | { readonly staffOf: string };

/** The latest, newest first, at most `limit`. */
export function notificationsOf(
  reads: ReadModel,
  addressee: Addressee,
  limit: number,
): Promise<NotificationRow[]> {
  const [where, value] = addressed(addressee);
  return reads.rows(
    `SELECT * FROM notifications WHERE ${where} ORDER BY position DESC, id LIMIT $2`,
    [value, limit],
  );
}

function addressed(addressee: Addressee): readonly [where: string, value: string] {
  if ("userId" in addressee) return ["user_id = $1", addressee.userId];
  if ("partnerId" in addressee) return ["partner_id = $1", addressee.partnerId];
  return ["marketplace = $1 AND user_id IS NULL AND partner_id IS NULL", addressee.staffOf];
}

/** All that one event tells anybody, for those who deliver it. */
export function notificationsOfEvent(
  reads: ReadModel,
  eventId: string,
): Promise<NotificationRow[]> {
  const ids = AUDIENCES.map((audience) => notificationId(eventId, audience));
  return reads.rows("SELECT * FROM notifications WHERE id = ANY($1) ORDER BY id", [ids]);
}

/** Of these customers and partners, above one position and up to another, oldest first. */
export function notificationsBetween(
  reads: ReadModel,
  above: number,
  upTo: number,
  addressees: readonly Addressee[],
): Promise<NotificationRow[]> {
  const users = addressees.flatMap((each) => ("userId" in each ? [each.userId] : []));
  const partners = addressees.flatMap((each) => ("partnerId" in each ? [each.partnerId] : []));
  return reads.rows(
    `SELECT * FROM notifications
      WHERE position > $1 AND position <= $2 AND (user_id = ANY($3) OR partner_id = ANY($4))
      ORDER BY position, id`,
    [above, upTo, users, partners],
  );
}
