import { z } from "zod";
import { isOnCalendar } from "../../kernel/calendar.js";
import { toMajorText, type Minor } from "../../kernel/money.js";
import type { DayReconciled } from "../../modules/reconciliation/events.js";
import type { Matched } from "../../modules/reconciliation/match.js";
import type { ReconciliationRow } from "../../../projections/reconciliations.js";
import { amount } from "./ledger.js";

export const day = z.iso
  .date({ abort: true })
  .refine(isOnCalendar, "must be a day such as 2026-01-31")
  .describe("A calendar day at the market's place");
export const marketplace = z.string().min(1).max(64);

/** The days of a list of reports, both included; either may be left open. */
export const days = { from: day.optional(), to: day.optional() };

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Days that end before they begin are a mistake, which an empty answer would hide. */
export function areForward({ from, to }: Days): boolean {
  return from === undefined || to === undefined || from <= to;
}

export const BACKWARD = { path: ["to"], message: "must not be before from" };

const matched = z.object({
  one_to_one: z.int(),
  one_to_many: z.int(),
  many_to_one: z.int(),
  many_to_many: z.int(),
});

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
    .array(
      z.object({
        gateway_payment_id: z.string(),
        order_id: z.string(),
        gateway_refund_id: z.string().nullable().describe("Null for a capture"),
        amount,
      }),
    )
    .describe("Captures and refunds whose webhook never came, applied by the reconciliation"),
  differences: z.array(
    z.object({
      kind: z.enum([
        "amount_mismatch",
        "unknown_gateway_payment",
        "missing_at_gateway",
        "not_healed",
        "refund_not_healed",
        "unknown_settlement_line",
        "settlement_mismatch",
        "settlement_changed",
        "not_settled",
        "unknown_bank_line",
        "bank_mismatch",
        "missing_at_bank",
      ]),
      gateway_payment_id: z.string().nullable(),
      order_id: z.string().nullable(),
      payment_id: z.string().nullable(),
      at_gateway: amount.nullable(),
      recorded: amount.nullable(),
      posted: amount.nullable(),
      reference: z.string().nullable().describe("Of a settlement, a bank line or a refund"),
    }),
  ),
  settlements: z
    .array(
      z.object({
        settlement_id: z.string(),
        utr: z.string().nullable(),
        gross: amount,
        fee: amount,
        tax: amount.describe("On the fee"),
        net: amount.describe("What the bank got of it for this marketplace"),
      }),
    )
    .describe("What the gateway transferred to the bank that day"),
  settlement_lines: matched.describe(
    "Settled lines that agree with the gateway's clearing account",
  ),
  bank_lines: matched.describe("Imported bank lines that agree with the journal's bank accounts"),
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
      gateway_refund_id: one.gatewayRefundId,
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
      reference: one.reference,
    })),
    settlements: row.settlements.map((one) => ({
      settlement_id: one.gatewaySettlementId,
      utr: one.utr,
      gross: toMajorText(one.gross),
      fee: toMajorText(one.fee),
      tax: toMajorText(one.tax),
      net: toMajorText(one.net),
    })),
    settlement_lines: presentMatched(row.settlement_lines),
    bank_lines: presentMatched(row.bank_lines),
  };
}

function presentMatched({ oneToOne, oneToMany, manyToOne, manyToMany }: Matched) {
  return {
    one_to_one: oneToOne,
    one_to_many: oneToMany,
    many_to_one: manyToOne,
    many_to_many: manyToMany,
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
    settlement_lines: report.settlementLines,
    bank_lines: report.bankLines,
  });
}

function majorOrNull(value: Minor | null): string | null {
  return value === null ? null : toMajorText(value);
}
