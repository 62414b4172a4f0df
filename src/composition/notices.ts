import type { ReadModel } from "../kernel/read-model.js";
import { accountById, staffOfMarket } from "../../projections/accounts.js";
import { notificationsOfEvent } from "../../projections/notifications/queries.js";
import type { NotificationRow } from "../../projections/notifications/tables.js";
import { partnerById } from "../../projections/partners-table.js";
import type { Notice, Person } from "../processes/ports.js";

/** Those of a market's staff who look after its bookings. */
const ON_DUTY = ["super_admin", "admin"];

/** What an event tells, joined to how those whom it concerns can be reached at this moment. */
export async function noticesOf(reads: ReadModel, eventId: string): Promise<readonly Notice[]> {
  const rows = await notificationsOfEvent(reads, eventId);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      type: row.notification_type,
      audience: audienceOf(row),
      title: row.title,
      message: row.message,
      metadata: row.metadata,
      people: await peopleOf(reads, row),
    })),
  );
}

function audienceOf({ user_id, partner_id }: NotificationRow): Notice["audience"] {
  if (user_id !== null) return "user";
  return partner_id === null ? "staff" : "partner";
}

async function peopleOf(reads: ReadModel, row: NotificationRow): Promise<readonly Person[]> {
  const { marketplace, user_id, partner_id } = row;
  if (user_id === null && partner_id === null) return staffOfMarket(reads, marketplace, ON_DUTY);
  const found =
    user_id === null
      ? await partnerById(reads, marketplace, partner_id ?? "")
      : await accountById(reads, user_id);
  return found === undefined ? [] : [found];
}
