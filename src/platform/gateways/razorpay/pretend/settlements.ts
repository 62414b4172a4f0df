import type { GatewaySettlement } from "../../../../kernel/gateway.js";
import { percentOf } from "../../../../kernel/money.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { settlementsOf, type SettledItem } from "../settlements.js";
import { settlementOfDay, settlementTime } from "./business-days.js";
import { entityIdOf } from "./ids.js";
import { ENTITY, type PretendEntity } from "./entity.js";

/** What Razorpay charges for a payment, and the tax on that: percents. */
const FEE_PERCENT = 2;
const TAX_PERCENT = 18;

/** Payments are settled on the second business day after; what goes back, on the next one. */
const PAYMENT_DAYS = 2;
const RETURN_DAYS = 1;

/** The longest that anything waits: two business days over a weekend, and some. */
const LONGEST_WAIT = 6 * 86_400;

type Settling = PretendEntity & { readonly decided: number | null };

const BETWEEN = "BETWEEN to_timestamp($1) AND to_timestamp($2)";

const CANDIDATES = `SELECT ${ENTITY}, floor(extract(epoch FROM decided_at)) AS decided
  FROM ops.sandbox_gateway
  WHERE (kind = 'payment' AND failure IS NULL AND status <> 'failed' AND created_at ${BETWEEN})
     OR (kind = 'refund' AND created_at ${BETWEEN})
     OR (kind = 'dispute' AND status = 'lost' AND decided_at ${BETWEEN})
  ORDER BY id`;

/**
 * What the pretended Razorpay has settled on a day, once its hour has come on the sandbox's clock.
 * It follows from the entities alone, so that it is the same whenever it is asked for.
 *
 * @param now milliseconds since the epoch, business time
 */
export async function pretendSettlements(
  database: ReadModel,
  day: string,
  now: number,
): Promise<readonly GatewaySettlement[]> {
  const at = settlementOfDay(day);
  if (at > now) return [];
  const end = at / 1_000;
  const rows = await database.rows<Settling>(CANDIDATES, [end - LONGEST_WAIT, end]);
  const due = rows.filter((row) => settlementTime(happened(row) * 1_000, daysOf(row)) === at);
  const id = entityIdOf("setl", day);
  const utr = `UTR${day.replaceAll("-", "")}${id.slice(-6).toUpperCase()}`;
  return settlementsOf(due.map((row) => ({ ...item(row), ...batch(id, utr, end) })));
}

function happened({ created, decided }: Settling): number {
  return decided ?? created;
}

function daysOf({ kind }: Settling): number {
  return kind === "payment" ? PAYMENT_DAYS : RETURN_DAYS;
}

function batch(settlement_id: string, settlement_utr: string, settled_at: number) {
  return { settlement_id, settlement_utr, settled_at, settled: true };
}

function item(row: Settling): Pick<SettledItem, keyof ReturnType<typeof base>> {
  if (row.kind !== "payment") return { ...base(row), debit: row.amount, payment_id: row.parent };
  const fee = percentOf(row.amount, FEE_PERCENT);
  const tax = percentOf(fee, TAX_PERCENT);
  return { ...base(row), credit: row.amount - fee - tax, tax };
}

/** As Razorpay prints it, before what the kind of transaction adds. */
function base(row: Settling) {
  const { id, kind, amount, currency } = row;
  const disputed = kind === "dispute";
  return {
    entity_id: disputed ? entityIdOf("adj", id) : id,
    type: disputed ? "adjustment" : kind,
    debit: 0,
    credit: 0,
    amount,
    currency,
    tax: 0,
    payment_id: null as string | null,
    dispute_id: disputed ? id : null,
  };
}
