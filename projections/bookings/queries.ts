import { firstRow, type Page, type ReadModel, type Slice } from "../../src/kernel/read-model.js";
import type { Query } from "../lists-together.js";
import { pageOfRows } from "../page-of-rows.js";
import type { BookingRow } from "./table.js";

/** A booking with the provider who holds it, as lists and details show it. */
export interface BookingView extends BookingRow {
  readonly provider_name: string | null;
  readonly provider_phone: string | null;
  readonly provider_rating_sum: number | null;
  readonly provider_rating_count: number | null;
  /** Of the assignment: assigned, accepted, in_transit … */
  readonly offer_status: string | null;
  readonly gateway_payment_id: string | null;
  /** upi, card …; null until the gateway tells. */
  readonly payment_instrument: string | null;
}

/** Where lists select from; `b` is the booking. */
export const LISTED_FROM = `FROM bookings b
  LEFT JOIN partners p ON p.id = b.provider_id
  LEFT JOIN assignments a ON a.booking_id = b.id`;

const PROVIDER = `p.name AS provider_name, p.phone AS provider_phone,
    p.rating_sum AS provider_rating_sum, p.rating_count AS provider_rating_count,
    a.status AS offer_status`;

/** What details select; `b` is the booking. */
const VIEW = `SELECT b.*, ${PROVIDER}, y.gateway_payment_id, y.instrument AS payment_instrument
  ${LISTED_FROM} LEFT JOIN payments y ON y.id = b.payment_id`;

const LISTED_COLUMNS = [
  "id",
  "number",
  "status",
  "total",
  "payment_status",
  "payment_method",
  "visit_date",
  "visit_time",
  "lines",
  "place",
  "provider_id",
  "created_at",
] as const;

/** A booking as lists show it: a third of its columns, since reading them is most of a list. */
export type ListedBooking = Pick<
  BookingView,
  | (typeof LISTED_COLUMNS)[number]
  | "provider_name"
  | "provider_phone"
  | "provider_rating_sum"
  | "provider_rating_count"
  | "offer_status"
>;

/** What lists show. */
export const LISTED = `${LISTED_COLUMNS.map((column) => `b.${column}`).join(", ")}, ${PROVIDER}`;

const LIST = `SELECT ${LISTED} ${LISTED_FROM}`;

export function bookingById(
  reads: ReadModel,
  marketplace: string,
  id: string,
): Promise<BookingView | undefined> {
  return firstRow(reads, `${VIEW} WHERE b.id = $1 AND b.marketplace = $2`, [id, marketplace]);
}

/** Undefined also for another customer's booking (customer.02). */
export function bookingOfCustomer(
  reads: ReadModel,
  customerId: string,
  id: string,
): Promise<BookingView | undefined> {
  return firstRow(reads, `${VIEW} WHERE b.id = $1 AND b.customer_id = $2`, [id, customerId]);
}

const LISTING = { select: LIST, counted: "bookings b" };

/** Newest first; statuses in the core's words, none given means all. */
export function bookingsOfCustomer(
  reads: ReadModel,
  customerId: string,
  statuses: readonly string[] | undefined,
  slice: Slice,
): Promise<Page<ListedBooking>> {
  const where = "b.customer_id = $1 AND ($2::text[] IS NULL OR b.status = ANY($2))";
  const listing = { ...LISTING, where, order: "b.created_at DESC, b.id" };
  return pageOfRows(reads, listing, [customerId, statuses ?? null], slice);
}

export interface ProviderBookingFilter {
  readonly statuses?: readonly string[] | undefined;
  /** Days of the visit, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The latest of the customer $1, newest first. */
export function newestOfCustomer(limit: number): Query<ListedBooking> {
  const newest = "ORDER BY b.created_at DESC, b.id";
  return { sql: `${LIST} WHERE b.customer_id = $1 ${newest} LIMIT ${limit}` };
}

/** The latest of a market, newest first. */
export function newestBookings(
  reads: ReadModel,
  marketplace: string,
  limit: number,
): Promise<ListedBooking[]> {
  return reads.rows(
    `${LIST} WHERE b.marketplace = $1 ORDER BY b.created_at DESC, b.id DESC LIMIT $2`,
    [marketplace, limit],
  );
}

/** Of one provider, soonest visit first. */
export function bookingsOfProvider(
  reads: ReadModel,
  providerId: string,
  { statuses, from, to }: ProviderBookingFilter,
  slice: Slice,
): Promise<Page<ListedBooking>> {
  const where = `b.provider_id = $1 AND ($2::text[] IS NULL OR b.status = ANY($2))
    AND ($3::date IS NULL OR b.visit_date >= $3) AND ($4::date IS NULL OR b.visit_date <= $4)`;
  const values = [providerId, statuses ?? null, from ?? null, to ?? null];
  return pageOfRows(reads, { ...LISTING, where, order: "b.starts_at, b.id" }, values, slice);
}

/** How many offers wait for a provider's answer, and how many of their visits are on a day. */
export async function agendaOf(
  reads: ReadModel,
  providerId: string,
  day: string,
): Promise<{ readonly pending: number; readonly today: number }> {
  const row = await firstRow<{ readonly pending: number; readonly today: number }>(
    reads,
    `SELECT count(*) FILTER (WHERE status = 'open') AS pending,
            count(*) FILTER (WHERE visit_date = $2
              AND status IN ('confirmed', 'in_progress', 'completed')) AS today
       FROM bookings WHERE provider_id = $1 AND (status = 'open' OR visit_date = $2)`,
    [providerId, day],
  );
  return row ?? { pending: 0, today: 0 };
}

export interface QueueFilter {
  /** Whether they wait for a person, or for the next offer. */
  readonly queued?: boolean | undefined;
  /** Visits that begin later than this, ISO 8601. */
  readonly after?: string | undefined;
  /** Visits that begin no later than this. */
  readonly until?: string | undefined;
}

/** Bookings in the assignment stage that nobody holds an offer for, soonest visit first. */
export function assignmentQueue(
  reads: ReadModel,
  marketplace: string,
  { queued, after, until }: QueueFilter,
  slice: Slice,
): Promise<Page<BookingRow>> {
  const listing = {
    select: "SELECT * FROM bookings",
    counted: "bookings",
    where: `marketplace = $1 AND status = 'open' AND provider_id IS NULL
        AND ($2::boolean IS NULL OR (queue_reason IS NOT NULL) = $2)
        AND ($3::timestamptz IS NULL OR starts_at > $3)
        AND ($4::timestamptz IS NULL OR starts_at <= $4)`,
    order: "starts_at, id",
  };
  const values = [marketplace, queued ?? null, after ?? null, until ?? null];
  return pageOfRows(reads, listing, values, slice);
}

/** Bookings of all markets that no process can assign any more, the longest waiting first. */
export function unassignedBookings(
  reads: ReadModel,
  { limit, offset }: Slice,
): Promise<BookingRow[]> {
  return reads.rows(
    `SELECT * FROM bookings WHERE queue_reason IS NOT NULL
      ORDER BY queued_at, id LIMIT $1 OFFSET $2`,
    [limit, offset],
  );
}
