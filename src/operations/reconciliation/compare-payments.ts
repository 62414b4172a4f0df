import type { GatewayPayment, PaymentGateway } from "../../kernel/gateway.js";
import {
  compare,
  isCaptured,
  type Comparison,
  type PaymentRecord,
} from "../../modules/reconciliation/compare.js";
import {
  recordsCaptured,
  recordsOfOrders,
} from "../../../projections/journal/queries/payment-records.js";
import type { MarketDay, ReconcilingPorts, Span } from "./ports.js";

export interface Compared extends Comparison {
  /** Orders of other markets that the same gateway account serves. */
  readonly others: ReadonlySet<string>;
}

/** The gateway's captured payments of a day against our records of them. */
export async function comparePayments(
  { gateway, reads }: ReconcilingPorts,
  { marketplace }: MarketDay,
  span: Span,
  captured: readonly GatewayPayment[],
): Promise<Compared> {
  const orders = captured.map(({ orderId }) => orderId);
  const records = await recordsOfOrders(reads, gateway.name, orders);
  const strange = records.filter((record) => record.marketplace !== marketplace);
  const others = new Set(strange.map(({ order_id }) => order_id));
  const ours = await recordsCaptured(reads, gateway.name, marketplace, span);
  const listed = new Set(captured.map(({ paymentId }) => paymentId));
  const unlisted = ours.filter(({ gateway_payment_id: id }) => id === null || !listed.has(id));
  const unconfirmed: PaymentRecord[] = [];
  for (const record of unlisted) {
    if (!(await isConfirmed(gateway, record))) unconfirmed.push(record);
  }
  const mine = captured.filter(({ orderId }) => !others.has(orderId));
  return { ...compare(mine, records, unconfirmed), others };
}

/** A payment that was begun before midnight stands in the gateway's list of the day before. */
async function isConfirmed(gateway: PaymentGateway, record: PaymentRecord): Promise<boolean> {
  if (record.gateway_payment_id === null) return false;
  const payment = await gateway.payment(record.gateway_payment_id);
  return payment !== undefined && isCaptured(payment);
}
