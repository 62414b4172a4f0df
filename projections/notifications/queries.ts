import { firstRow, type Page, type ReadModel, type Slice } from "../../src/kernel/read-model.js";
import type { Query } from "../lists-together.js";
import { pageOfRows } from "../page-of-rows.js";
import type { NotificationRow } from "./tables.js";
import { AUDIENCES, notificationId } from "./told.js";

/** Whose notifications: a customer's, a partner's, or those for the staff of a market. */
export type Addressee =
  { readonly userId: string } | { readonly partnerId: string } | { readonly staffOf: string };

/** A notification with when it was read, null while it is not. */
export interface NotificationView extends NotificationRow {
  readonly read_at: string | null;
}

/** When a notification was read: by itself, or with all that were told by then. */
const READ_AT = `COALESCE(r.read_at, CASE WHEN n.position <= i.read_through THEN i.read_at END)`;

const VIEW = `SELECT n.*, ${READ_AT} AS read_at
  FROM notifications n
  LEFT JOIN notification_reads r ON r.notification_id = n.id
  LEFT JOIN inboxes i ON i.account_id = n.user_id`;

const newest = (where: string, limit: string): string =>
  `${VIEW} WHERE ${where} ORDER BY n.position DESC, n.id LIMIT ${limit}`;

/** What little most readers show of a notification. */
type Told = Pick<NotificationView, "id" | "title" | "message" | "read_at" | "created_at">;

/** The latest that the user $1 was told, newest first. */
export function newestOfUser(limit: number): Query<Told> {
  const told = newest("n.user_id = $1", String(limit));
  return { sql: `SELECT id, title, message, read_at, created_at FROM (${told}) n` };
}

/** The latest, newest first, at most `limit`. */
export function notificationsOf(
  reads: ReadModel,
  addressee: Addressee,
  limit: number,
): Promise<NotificationView[]> {
  const [where, value] = addressed(addressee);
  return reads.rows(newest(where, "$2"), [value, limit]);
}

export interface InboxFilter {
  readonly read?: boolean | undefined;
  readonly types?: readonly string[] | undefined;
}

/** One account's, newest first, with how many there are in all. */
export function inboxOf(
  reads: ReadModel,
  userId: string,
  { read, types }: InboxFilter,
  slice: Slice,
): Promise<Page<NotificationView>> {
  const told = `(${VIEW} WHERE n.user_id = $1) n`;
  return pageOfRows(
    reads,
    {
      select: `SELECT n.* FROM ${told}`,
      counted: told,
      where: `($2::boolean IS NULL OR (n.read_at IS NOT NULL) = $2)
        AND ($3::text[] IS NULL OR n.notification_type = ANY($3))`,
      order: "n.position DESC, n.id",
    },
    [userId, read ?? null, types ?? null],
    slice,
  );
}

/** What was told to an account at a position of the log; undefined for what others were told. */
export function notificationToldAt(
  reads: ReadModel,
  userId: string,
  position: number,
): Promise<NotificationView | undefined> {
  return firstRow(reads, `${VIEW} WHERE n.user_id = $1 AND n.position = $2`, [userId, position]);
}

export async function unreadCount(reads: ReadModel, userId: string): Promise<number> {
  const row = await firstRow<{ readonly n: number }>(
    reads,
    `SELECT count(*) AS n FROM (${VIEW} WHERE n.user_id = $1) n WHERE n.read_at IS NULL`,
    [userId],
  );
  return row?.n ?? 0;
}

/** The position of the newest thing that an account was told; 0 if it was told nothing. */
export async function newestToldTo(reads: ReadModel, userId: string): Promise<number> {
  const row = await firstRow<{ readonly position: number }>(
    reads,
    "SELECT position FROM notifications WHERE user_id = $1 ORDER BY position DESC LIMIT 1",
    [userId],
  );
  return row?.position ?? 0;
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
