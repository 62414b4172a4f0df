import { defineProjection } from "../src/kernel/projection.js";
import { firstRow, type ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { Matched } from "../src/modules/reconciliation/match.js";
import type {
  Difference,
  Healed,
  ReconciliationEvent,
  SettledBatch,
} from "../src/modules/reconciliation/events.js";

export interface ReconciliationRow {
  readonly marketplace: string;
  readonly date: string;
  readonly gateway: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly gateway_payments: number;
  readonly gateway_total: number;
  readonly currency: string;
  readonly agreed: number;
  readonly healed: readonly Healed[];
  readonly differences: readonly Difference[];
  readonly settlements: readonly SettledBatch[];
  readonly settlement_lines: Matched;
  readonly bank_lines: Matched;
  readonly created_at: string;
  readonly updated_at: string;
}

const table = defineTable<ReconciliationRow>({
  name: "reconciliations",
  key: ["marketplace", "date"],
  columns: {
    marketplace: "text",
    date: "text",
    gateway: "text",
    starts_at: "timestamptz",
    ends_at: "timestamptz",
    gateway_payments: "integer",
    gateway_total: "bigint",
    currency: "text",
    agreed: "integer",
    healed: "json",
    differences: "json",
    settlements: "json",
    settlement_lines: "json",
    bank_lines: "json",
    created_at: "timestamptz",
    updated_at: "timestamptz",
  },
  indexes: [{ columns: ["date", "marketplace"] }],
});

/** The latest report of each day (Minuteserv, Payment Reconciliation). */
export const reconciliations = defineProjection<ReconciliationEvent>({
  name: "reconciliations",
  version: 3,
  tables: [table],
  on: {
    DayReconciled: ({ data, metadata }, rows) => {
      const { marketplace, date } = data;
      rows.upsert(table, { marketplace, date }, (row) => ({
        marketplace,
        date,
        gateway: data.gateway,
        starts_at: data.from,
        ends_at: data.until,
        gateway_payments: data.gatewayPayments,
        gateway_total: data.gatewayTotal,
        currency: data.currency,
        agreed: data.agreed,
        healed: data.healed,
        differences: data.differences,
        settlements: data.settlements,
        settlement_lines: data.settlementLines,
        bank_lines: data.bankLines,
        created_at: row?.created_at ?? metadata.occurredAt,
        updated_at: metadata.occurredAt,
      }));
    },
  },
});

export function reconciliationOf(
  reads: ReadModel,
  marketplace: string,
  date: string,
): Promise<ReconciliationRow | undefined> {
  return firstRow(reads, "SELECT * FROM reconciliations WHERE marketplace = $1 AND date = $2", [
    marketplace,
    date,
  ]);
}

export interface ReportFilter {
  readonly marketplace?: string | undefined;
  /** Calendar days at the market's place, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The latest day first, after the place of an earlier page's last row. */
export function reconciliationsOf(
  reads: ReadModel,
  { marketplace, from, to }: ReportFilter,
  after: readonly [date: string, marketplace: string] | undefined,
  limit: number,
): Promise<ReconciliationRow[]> {
  const [afterDate, afterMarket] = after ?? [null, null];
  return reads.rows(
    `SELECT * FROM reconciliations
      WHERE ($1::text IS NULL OR marketplace = $1)
        AND ($2::text IS NULL OR date >= $2) AND ($3::text IS NULL OR date <= $3)
        AND ($4::text IS NULL OR (date, marketplace) < ($4, $5))
      ORDER BY date DESC, marketplace DESC LIMIT $6`,
    [marketplace ?? null, from ?? null, to ?? null, afterDate, afterMarket, limit],
  );
}

/** Nearly three years of one market. */
const READ_AT_ONCE = 1_000;

/** All of them, the latest day first. */
export async function everyReconciliation(
  reads: ReadModel,
  filter: ReportFilter,
  atOnce = READ_AT_ONCE,
): Promise<ReconciliationRow[]> {
  const all: ReconciliationRow[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last && ([last.date, last.marketplace] as const);
    const page = await reconciliationsOf(reads, filter, after, atOnce);
    all.push(...page);
    if (page.length < atOnce) return all;
  }
}
