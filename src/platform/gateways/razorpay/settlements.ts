import { z } from "zod";
import type { GatewaySettlement, GatewaySettlementLine } from "../../../kernel/gateway.js";
import type { RazorpayApi } from "./api.js";
import { collectionOf } from "./entities.js";

/** Razorpay's largest page of this list. */
const PAGE = 1_000;

const paise = z.int().nonnegative();

/** One transaction as Razorpay prints it (Settlements, Fetch Settlement Recon Details). */
const settledItem = z.object({
  entity_id: z.string(),
  type: z.string(),
  debit: paise,
  credit: paise,
  amount: paise,
  currency: z.enum(["INR", "USD"]),
  tax: paise.nullish(),
  settled: z.boolean(),
  settled_at: z.int(),
  settlement_id: z.string().nullish(),
  settlement_utr: z.string().nullish(),
  payment_id: z.string().nullish(),
  dispute_id: z.string().nullish(),
});

export type SettledItem = z.output<typeof settledItem>;

/**
 * The transfers of a day with all their transactions, read page by page. What is settled but has
 * no number of the bank's yet is left for a later look: it is not known to have arrived.
 */
export async function fetchSettlements(
  api: RazorpayApi,
  day: string,
): Promise<readonly GatewaySettlement[]> {
  const [year = "", month = "", date = ""] = day.split("-");
  const items: SettledItem[] = [];
  for (let skip = 0; ; skip += PAGE) {
    const page = await api({
      method: "GET",
      path: "settlements/recon/combined",
      query: { year, month, day: date, count: PAGE, skip },
      reply: collectionOf(settledItem),
    });
    items.push(...page.items);
    if (page.items.length < PAGE) return settlementsOf(items);
  }
}

/** The settlements that the transactions make up, by id, each with its lines by id. */
export function settlementsOf(items: readonly SettledItem[]): readonly GatewaySettlement[] {
  const batches = new Map<string, GatewaySettlement & { lines: GatewaySettlementLine[] }>();
  const seen = new Set<string>();
  for (const item of items) {
    const { settlement_id: settlementId, settlement_utr: utr, settled_at, currency } = item;
    const key = `${item.type} ${item.entity_id}`;
    if (!item.settled || !settlementId || !utr || seen.has(key)) continue;
    seen.add(key);
    const settledAt = new Date(settled_at * 1_000).toISOString();
    const batch = batches.get(settlementId) ?? {
      settlementId,
      settledAt,
      utr,
      currency,
      lines: [],
    };
    batch.lines.push(lineOf(item));
    batches.set(settlementId, batch);
  }
  return [...batches.values()]
    .map((batch) => ({ ...batch, lines: batch.lines.toSorted(byId) }))
    .toSorted((one, other) => compareText(one.settlementId, other.settlementId));
}

/**
 * Debit and credit are after the fee, so the fee is what is missing of the amount; Razorpay's own
 * `fee` counts the tax in, which stands apart here. A lost dispute is an adjustment that names it.
 */
function lineOf(item: SettledItem): GatewaySettlementLine {
  const { type, amount, credit, debit, dispute_id: disputeId } = item;
  const gross = credit > 0 ? amount : -amount;
  const charged = gross - (credit - debit);
  const tax = Math.min(item.tax ?? 0, charged);
  const gatewayPaymentId = item.payment_id ?? (type === "payment" ? item.entity_id : null);
  const money = { amount: gross, fee: charged - tax, tax };
  const kind = type === "payment" || type === "refund" ? type : "adjustment";
  if (disputeId && kind === "adjustment") {
    return { kind: "chargeback", gatewayId: disputeId, gatewayPaymentId, ...money };
  }
  return { kind, gatewayId: item.entity_id, gatewayPaymentId, ...money };
}

function byId(one: GatewaySettlementLine, other: GatewaySettlementLine): number {
  return compareText(one.gatewayId, other.gatewayId);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
