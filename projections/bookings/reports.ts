import { firstRow, type ReadModel } from "../../src/kernel/read-model.js";

/**
 * What a booking brought in: paid, less refunds (Minuteserv, analytics.04) and less what lost
 * chargebacks have taken, which the journal knows for no revenue either. What was given back
 * whole counts as no booking; one that was charged back on top of that has cost something.
 */
const WAS_PAID = "b.payment_status IN ('paid', 'partially_refunded', 'refunded')";
const REVENUE = "b.total - b.given_back";
const BROUGHT_SOMETHING = "b.given_back = 0 OR b.given_back < b.total";
const PERIOD = "b.marketplace = $1 AND b.visit_date BETWEEN $2::date AND $3::date";

/** Days of visits, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Minor units brought in by the visits of one day. */
export async function revenueOn(
  reads: ReadModel,
  marketplace: string,
  day: string,
): Promise<number> {
  const row = await firstRow<{ readonly revenue: number }>(
    reads,
    `SELECT COALESCE(sum(${REVENUE}), 0)::bigint AS revenue FROM bookings b
      WHERE ${PERIOD} AND ${WAS_PAID}`,
    [marketplace, day, day],
  );
  return row?.revenue ?? 0;
}

export interface RevenueLine {
  /** The first day of the day, ISO week or month; a week may begin before the period. */
  readonly day: string;
  readonly revenue: number;
  readonly bookings: number;
}

/** Paid bookings and what they brought in, by day, week or month of the visit, oldest first. */
export function revenueBy(
  reads: ReadModel,
  marketplace: string,
  { from, to }: Period,
  unit: "day" | "week" | "month",
): Promise<RevenueLine[]> {
  return reads.rows(
    `SELECT to_char(date_trunc($4, b.visit_date::timestamp), 'YYYY-MM-DD') AS day,
            sum(${REVENUE})::bigint AS revenue,
            count(*) FILTER (WHERE ${BROUGHT_SOMETHING}) AS bookings
       FROM bookings b WHERE ${PERIOD} AND ${WAS_PAID}
      GROUP BY 1 HAVING sum(${REVENUE}) <> 0 OR bool_or(${BROUGHT_SOMETHING}) ORDER BY 1`,
    [marketplace, from, to, unit],
  );
}

export interface PerformanceLine {
  readonly partner_id: string;
  readonly partner_name: string;
  readonly total_bookings: number;
  readonly completed_bookings: number;
  readonly cancelled_bookings: number;
  readonly earnings: number;
  readonly average_rating: number | null;
}

/**
 * How partners did with the bookings that they had accepted; the busiest first. Without a partner,
 * those who had any.
 */
export function partnerPerformance(
  reads: ReadModel,
  marketplace: string,
  { from, to }: Period,
  partnerId: string | undefined,
): Promise<PerformanceLine[]> {
  return reads.rows(
    `SELECT p.id AS partner_id, p.name AS partner_name, count(b.id) AS total_bookings,
            count(*) FILTER (WHERE b.status IN ('completed', 'refunded')) AS completed_bookings,
            count(*) FILTER (WHERE b.status = 'cancelled') AS cancelled_bookings,
            COALESCE(sum(e.amount), 0)::bigint AS earnings,
            round(avg(b.rating), 2)::float8 AS average_rating
       FROM partners p
       LEFT JOIN (SELECT b.* FROM bookings b JOIN assignments a ON a.booking_id = b.id
                   WHERE ${PERIOD} AND b.provider_id IS NOT NULL
                     AND b.status NOT IN ('placed', 'open')
                     AND (b.status <> 'cancelled' OR a.accepted_at IS NOT NULL)) b
         ON b.provider_id = p.id
       LEFT JOIN earnings e ON e.booking_id = b.id AND e.status <> 'cancelled'
      WHERE p.marketplace = $1 AND ($4::text IS NULL OR p.id = $4)
      GROUP BY p.id, p.name
     HAVING count(b.id) > 0 OR $4 IS NOT NULL
      ORDER BY total_bookings DESC, p.name, p.id`,
    [marketplace, from, to, partnerId ?? null],
  );
}

export interface PopularityLine {
  readonly service_id: string;
  readonly service_name: string;
  readonly total_bookings: number;
  readonly revenue: number;
  readonly average_rating: number | null;
}

/** Services by how often they were booked and not cancelled; unit price times quantity. */
export function servicePopularity(
  reads: ReadModel,
  marketplace: string,
  { from, to }: Period,
): Promise<PopularityLine[]> {
  return reads.rows(
    `SELECT l."serviceId" AS service_id, max(l.name) AS service_name,
            count(DISTINCT b.id) AS total_bookings,
            sum(l."unitPrice" * l.quantity)::bigint AS revenue,
            round(avg(b.rating), 2)::float8 AS average_rating
       FROM bookings b,
            jsonb_to_recordset(b.lines)
              AS l("serviceId" text, name text, quantity integer, "unitPrice" bigint)
      WHERE ${PERIOD} AND b.status NOT IN ('placed', 'cancelled', 'refunded')
      GROUP BY l."serviceId" ORDER BY total_bookings DESC, service_name, service_id`,
    [marketplace, from, to],
  );
}
