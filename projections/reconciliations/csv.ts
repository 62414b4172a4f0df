import { toMajorText, type Minor } from "../../src/kernel/money.js";
import type { ReconciliationRow } from "../reconciliations.js";

const COLUMNS = [
  "marketplace",
  "date",
  "gateway",
  "finding",
  "gateway_payment_id",
  "order_id",
  "payment_id",
  "at_gateway",
  "recorded",
  "posted",
  "currency",
  "reference",
];

/** Reports as CSV (RFC 4180): a row for all that was healed, each settlement and difference. */
export function reconciliationCsv(reports: readonly ReconciliationRow[]): string {
  return [COLUMNS, ...reports.flatMap(findings)].map(record).join("");
}

function findings({
  marketplace,
  date,
  gateway,
  currency,
  healed,
  settlements,
  differences,
}: ReconciliationRow) {
  const of = [marketplace, date, gateway];
  const mended = healed.map(({ gatewayPaymentId, orderId, gatewayRefundId, amount }) => {
    const sides = [amount, amount, amount].map(major);
    const ids = [gatewayPaymentId, orderId, ""];
    return [...of, "healed", ...ids, ...sides, currency, gatewayRefundId ?? ""];
  });
  const left = differences.map((one) => {
    const ids = [one.gatewayPaymentId, one.orderId, one.paymentId].map((id) => id ?? "");
    const sides = [one.atGateway, one.recorded, one.posted].map(major);
    return [...of, one.kind, ...ids, ...sides, currency, one.reference ?? ""];
  });
  const transferred = settlements.map(({ gatewaySettlementId, utr, gross, net }) => {
    const sides = [gross, net, net].map(major);
    return [...of, "settlement", gatewaySettlementId, "", "", ...sides, currency, utr ?? ""];
  });
  return [...mended, ...transferred, ...left];
}

function major(amount: Minor | null): string {
  return amount === null ? "" : toMajorText(amount);
}

function record(fields: readonly string[]): string {
  return `${fields.map(quoted).join(",")}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
