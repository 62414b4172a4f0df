import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { assignmentQueue } from "../../../../../projections/bookings/queries.js";
import type { BookingRow } from "../../../../../projections/bookings/table.js";
import { urgencyOf } from "../../../../modules/booking/urgency.js";
import { MARKETPLACE, URGENCY } from "../../policy.js";
import { placeSchema, presentPlace } from "../../shapes/address.js";
import { data, documentedData } from "../../shapes/envelope.js";

const pendingSchema = z.object({
  booking_id: z.uuid(),
  booking_number: z.string(),
  booking_date: z.string(),
  booking_time: z.string(),
  service_categories: z.array(z.string()),
  address: placeSchema,
  priority: z.int(),
  status: z.string(),
});

/**
 * Internal APIs, Get Assignment Queue: bookings that nobody holds, the most urgent first. The
 * document names no values for `status`; `queued` waits for a person, `pending` for the next offer.
 */
export const internalGetAssignmentQueue = route({
  method: "GET",
  path: "/internal/assignments/queue",
  summary: "Bookings without a partner",
  tag: "Internal: Partner Assignment",
  may: realm("internal"),
  limit: "internal",
  query: z.object({
    status: z.string().max(50).optional(),
    priority: z.coerce.number().int().optional(),
  }),
  replies: {
    200: documentedData("The queue.", z.object({ pending_assignments: z.array(pendingSchema) })),
  },
  async handle({ query }, app) {
    const rows = await assignmentQueue(app.reads, MARKETPLACE);
    const now = app.clock.now();
    const pending = rows
      .map((row) => presentPending(row, now))
      .filter(({ priority }) => query.priority === undefined || priority === query.priority)
      .filter(({ status }) => query.status === undefined || status === query.status);
    return data({ pending_assignments: pending });
  },
});

function presentPending(row: BookingRow, now: number) {
  return {
    booking_id: row.id,
    booking_number: row.number,
    booking_date: row.visit_date,
    booking_time: row.visit_time,
    service_categories: [...new Set(row.lines.map(({ category }) => category))],
    address: presentPlace(row.place),
    priority: urgencyOf(row.starts_at, now, URGENCY),
    status: row.queue_reason === null ? "pending" : "queued",
  };
}
