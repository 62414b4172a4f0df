import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import type { RowWriter } from "../src/kernel/row-operation.js";
import { defineTable } from "../src/kernel/table.js";
import type { BookingEvent } from "../src/modules/booking/events.js";
import type { ChargebackEvent } from "../src/modules/chargeback/events.js";
import type { EarningEvent } from "../src/modules/earning/events.js";
import type { PartnerEvent } from "../src/modules/partner/events.js";
import type { PaymentEvent } from "../src/modules/payment/events.js";
import type { PayoutEvent } from "../src/modules/payout/events.js";

/** One market in a few numbers; money in minor units. */
export interface MarketTotalsRow {
  readonly marketplace: string;
  /** What was paid, less what was given back and what lost chargebacks took. */
  readonly revenue: number;
  readonly partners: number;
  /** Earned and not paid out yet. */
  readonly owed: number;
}

const table = defineTable<MarketTotalsRow>({
  name: "market_totals",
  key: ["marketplace"],
  columns: { marketplace: "text", revenue: "bigint", partners: "bigint", owed: "bigint" },
});

type Deltas = Partial<Omit<MarketTotalsRow, "marketplace">>;

const NOTHING: Required<Deltas> = { revenue: 0, partners: 0, owed: 0 };

function add(
  { metadata: { marketplace } }: { readonly metadata: { readonly marketplace: string } },
  rows: RowWriter,
  deltas: Deltas,
): void {
  rows.upsert(table, { marketplace }, (row) => {
    const { revenue, partners, owed } = row ?? NOTHING;
    return {
      marketplace,
      revenue: revenue + (deltas.revenue ?? 0),
      partners: partners + (deltas.partners ?? 0),
      owed: owed + (deltas.owed ?? 0),
    };
  });
}

type Counted =
  BookingEvent | ChargebackEvent | PaymentEvent | EarningEvent | PartnerEvent | PayoutEvent;

/**
 * The sums that a dashboard shows, so that it counts no bookings. Only what each event tells by
 * itself is summed; the few that are under way are counted where they are asked for.
 */
export const marketTotals = defineProjection<Counted>({
  name: "market-totals",
  version: 4,
  tables: [table],
  on: {
    BookingCompleted: (event, rows) => {
      const { paidBy, split } = event.data;
      if (paidBy === "cash") add(event, rows, { revenue: split.total });
    },
    BookingCancelled: (event, rows) => add(event, rows, { revenue: -event.data.refund }),
    RefundGranted: (event, rows) => add(event, rows, { revenue: -event.data.amount }),
    ChargebackLost: (event, rows) => add(event, rows, { revenue: -event.data.amount }),
    InstalmentPaid: (event, rows) => add(event, rows, { revenue: event.data.amount }),
    LatePaymentReturned: (event, rows) => add(event, rows, { revenue: -event.data.amount }),
    PaymentCaptured: (event, rows) => add(event, rows, { revenue: event.data.amount }),
    PartnerRegistered: (event, rows) => add(event, rows, { partners: 1 }),
    EarningAccrued: (event, rows) => add(event, rows, { owed: event.data.amount }),
    EarningReversed: (event, rows) => add(event, rows, { owed: -event.data.fromPending }),
    PayoutCompleted: (event, rows) => {
      const { source, gross } = event.data;
      if (source === "provider") add(event, rows, { owed: -gross });
    },
  },
});

/** The totals with what is under way and what waits for a person, all at one moment. */
export interface MarketOverview extends MarketTotalsRow {
  readonly bookings: number;
  readonly completed: number;
  /** Refunded ones included (Minuteserv, admin.05). */
  readonly cancelled: number;
  readonly confirmed: number;
  readonly inactive_partners: number;
  readonly payments_failed: number;
  readonly unassigned: number;
  readonly webhooks_parked: number;
}

/** The bookings of the market $1: every one of them is counted on the day of its visit. */
const COUNTED = `SELECT COALESCE(sum(completed), 0)::bigint AS completed,
    COALESCE(sum(confirmed + in_progress), 0)::bigint AS confirmed,
    COALESCE(sum(cancelled + refunded), 0)::bigint AS cancelled,
    COALESCE(sum(placed + open + confirmed + in_progress + completed + cancelled + refunded), 0)
      ::bigint AS bookings
  FROM booking_days WHERE marketplace = $1 AND day_of = 'visit'`;

export async function marketOverview(
  reads: ReadModel,
  marketplace: string,
): Promise<MarketOverview> {
  const row = await firstRow<Omit<MarketOverview, "marketplace">>(
    reads,
    `SELECT COALESCE(t.revenue, 0) AS revenue, COALESCE(t.partners, 0) AS partners,
            COALESCE(t.owed, 0) AS owed, c.*,
            (SELECT count(*) FROM partners
              WHERE marketplace = $1 AND NOT is_active) AS inactive_partners,
            (SELECT count(*) FROM bookings WHERE marketplace = $1
                AND payment_status = 'failed' AND status = 'placed') AS payments_failed,
            (SELECT count(*) FROM bookings WHERE marketplace = $1
                AND queue_reason IS NOT NULL) AS unassigned,
            (SELECT count(*) FROM webhooks
              WHERE marketplace = $1 AND is_parked) AS webhooks_parked
       FROM (VALUES (1)) one LEFT JOIN market_totals t ON t.marketplace = $1
            CROSS JOIN (${COUNTED}) c`,
    [marketplace],
  );
  if (row === undefined) throw new Error("a query without conditions gave no row");
  return { ...row, marketplace };
}
