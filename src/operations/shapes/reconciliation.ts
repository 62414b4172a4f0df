import { z } from "zod";
import { toMajorText, type Minor } from "../../kernel/money.js";
import type { DayReconciled } from "../../modules/reconciliation/events.js";
import type { ReconciliationRow } from "../../../projections/reconciliations.js";
import { amount } from "./ledger.js";

export const day = z.iso.date().describe("A calendar day at the market's place");
export const marketplace = z.string().min(1).max(64);

export const reportSchema = z.object({
  marketplace: z.string(),
  date: z.iso.date(),
  gateway: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  gateway_payments: z.int(),
  gateway_total: amount,
  currency: z.string(),
  agreed: z.int(),
  healed: z
    .array(z.object({ gateway_payment_id: z.string(), order_id: z.string(), amount }))
    .describe("Captures whose webhook never came, applied by the reconciliation"),
  differences: z.array(
    z.object({
      kind: z.enum([
        "amount_mismatch",
        "unknown_gateway_payment",
        "missing_at_gateway",
        "not_healed",
      ]),
      gateway_payment_id: z.string().nullable(),
      order_id: z.string().nullable(),
      payment_id: z.string().nullable(),
      at_gateway: amount.nullable(),
      recorded: amount.nullable(),
      posted: amount.nullable(),
    }),
  ),
});

type Report = Omit<ReconciliationRow, "created_at" | "updated_at">;

/** The stored report as staff see it; amounts in major units. */
export function presentReport(row: Report): z.output<typeof reportSchema> {
  const { marketplace: market, date, gateway, currency, agreed, gateway_payments } = row;
  return {
    marketplace: market,
    date,
    gateway,
    from: row.starts_at,
    until: row.ends_at,
    gateway_payments,
    gateway_total: toMajorText(row.gateway_total),
    currency,
    agreed,
    healed: row.healed.map((one) => ({
      gateway_payment_id: one.gatewayPaymentId,
      order_id: one.orderId,
      amount: toMajorText(one.amount),
    })),
    differences: row.differences.map((one) => ({
      kind: one.kind,
      gateway_payment_id: one.gatewayPaymentId,
      order_id: one.orderId,
      payment_id: one.paymentId,
      at_gateway: majorOrNull(one.atGateway),
      recorded: majorOrNull(one.recorded),
      posted: majorOrNull(one.posted),
    })),
  };
}

/** The report of a run, before any reading. */
export function presentRun(report: DayReconciled): z.output<typeof reportSchema> {
  return presentReport({
    ...report,
    starts_at: report.from,
    ends_at: report.until,
    gateway_payments: report.gatewayPayments,
    gateway_total: report.gatewayTotal,
  });
}

function majorOrNull(value: Minor | null): string | null {
  return value === null ? null : toMajorText(value);
}
