import type { GatewayPayment } from "../../kernel/gateway.js";
import type { Minor } from "../../kernel/money.js";
import type { Difference, DifferenceKind } from "./events.js";

/** One of our payments, as the read model and the journal have it. */
export interface PaymentRecord {
  readonly payment_id: string;
  readonly order_id: string;
  readonly gateway_payment_id: string | null;
  readonly amount: Minor;
  readonly status: string;
  /** Null when the journal has no capture of it. */
  readonly posted: Minor | null;
}

export interface Comparison {
  readonly agreed: number;
  /** Captured at the gateway, still open with us, at the amount asked for: to be healed. */
  readonly missing: readonly GatewayPayment[];
  readonly differences: readonly Difference[];
}

const PAID = new Set(["success", "refunded", "partially_refunded"]);

/** Money that arrived, also when some of it went back since. */
export function isCaptured({ status }: GatewayPayment): boolean {
  return status === "captured" || status === "refunded";
}

/**
 * The gateway's captured payments against our records, one to one by order.
 *
 * @param captured of the day
 * @param records of these payments' orders
 * @param unconfirmed successes of ours that day which the gateway does not confirm
 */
export function compare(
  captured: readonly GatewayPayment[],
  records: readonly PaymentRecord[],
  unconfirmed: readonly PaymentRecord[],
): Comparison {
  const byOrder = new Map(records.map((record) => [record.order_id, record]));
  const healing = new Set<string>();
  const missing: GatewayPayment[] = [];
  const differences: Difference[] = [];
  let agreed = 0;
  for (const payment of captured) {
    const record = byOrder.get(payment.orderId);
    const kind = differenceOf(payment, record);
    if (kind === "agreed") agreed += 1;
    else if (kind !== "missing") differences.push(difference(kind, payment, record));
    else if (healing.has(payment.orderId)) {
      // A second payment of one order: the first one is the order's.
      differences.push(difference("unknown_gateway_payment", payment, undefined));
    } else {
      healing.add(payment.orderId);
      missing.push(payment);
    }
  }
  for (const record of unconfirmed) {
    differences.push(difference("missing_at_gateway", undefined, record));
  }
  return { agreed, missing, differences };
}

function differenceOf(
  payment: GatewayPayment,
  record: PaymentRecord | undefined,
): DifferenceKind | "agreed" | "missing" {
  if (record === undefined) return "unknown_gateway_payment";
  if (!PAID.has(record.status)) {
    return payment.amount === record.amount ? "missing" : "amount_mismatch";
  }
  if (record.gateway_payment_id !== payment.paymentId) return "unknown_gateway_payment";
  const same = payment.amount === record.amount && payment.amount === record.posted;
  return same ? "agreed" : "amount_mismatch";
}

/** One line of the report. */
export function difference(
  kind: DifferenceKind,
  payment: GatewayPayment | undefined,
  record: PaymentRecord | undefined,
): Difference {
  return {
    kind,
    gatewayPaymentId: payment?.paymentId ?? record?.gateway_payment_id ?? null,
    orderId: payment?.orderId ?? record?.order_id ?? null,
    paymentId: record?.payment_id ?? null,
    atGateway: payment?.amount ?? null,
    recorded: record?.amount ?? null,
    posted: record?.posted ?? null,
    reference: null,
  };
}
