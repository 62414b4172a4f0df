import { z } from "zod";
import { realm, route } from "../../../../kernel/route.js";
import { assignmentQueue, type QueueFilter } from "../../../../../projections/bookings/queries.js";
import type { BookingRow } from "../../../../../projections/bookings/table.js";
import { spanOfUrgency, urgencyOf } from "../../../../modules/booking/urgency.js";
import { MARKETPLACE, URGENCY } from "../../policy.js";
import { placeSchema, presentPlace } from "../../shapes/address.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { longPaging } from "../../shapes/fields.js";
import { extraPaginationSchema, pagination, slice } from "../../shapes/pagination.js";

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
    ...longPaging,
  }),
  replies: {
    200: documentedData(
      "A page of the queue.",
      z.object({ pending_assignments: z.array(pendingSchema), pagination: extraPaginationSchema }),
    ),
  },
  async handle({ query }, app) {
    const now = app.clock.now();
    const filter = filterOf(query, now);
    const found =
      filter === undefined
        ? NONE
        : await assignmentQueue(app.reads, MARKETPLACE, filter, slice(query));
    return data({
      pending_assignments: found.rows.map((row) => presentPending(row, now)),
      pagination: pagination(query, found.total),
    });
  },
});

interface Asked {
  readonly status?: string | undefined;
  readonly priority?: number | undefined;
}

const NONE = { rows: [], total: 0 };

/** Undefined where no booking can be meant. */
function filterOf({ status, priority }: Asked, now: number): QueueFilter | undefined {
  if (status !== undefined && status !== "queued" && status !== "pending") return undefined;
  const queued = status === undefined ? undefined : status === "queued";
  const span = priority === undefined ? {} : spanOfUrgency(priority, now, URGENCY);
  return span && { queued, ...span };
}

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
