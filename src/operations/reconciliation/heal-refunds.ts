import { DAY } from "../../kernel/clock.js";
import type { Actor } from "../../kernel/event.js";
import type { GatewayRefundEntry } from "../../kernel/gateway.js";
import { deriveId } from "../../kernel/ids.js";
import type { Difference, Healed } from "../../modules/reconciliation/events.js";
import {
  ownersOfPayments,
  type OwnerOfPayment,
} from "../../../projections/journal/queries/payment-records.js";
import { refundsNamed, type RefundRow } from "../../../projections/refunds.js";
import { spanOf, type MarketDay, type ReconcilingPorts } from "./ports.js";
import { receiveLostWebhook } from "./receive-lost-webhook.js";

/** A refund that is under way reaches the customer within so many days (Razorpay, Refunds). */
const LONGEST_WAY = 7 * DAY;

/** A refund at the gateway, of a payment of this market. */
type Entry = GatewayRefundEntry & { readonly owner: OwnerOfPayment };

/**
 * The gateway's refunds of a day, and of the week before it that were still under way, against
 * ours. One that we do not know, or not as done, is taken in as its webhook would have been:
 * staff may have made it at the gateway itself. What our payment does not accept is reported.
 */
export async function healRefunds(
  ports: ReconcilingPorts,
  day: MarketDay,
  actor: Actor,
): Promise<{ readonly healed: readonly Healed[]; readonly differences: readonly Difference[] }> {
  const span = spanOf(day);
  const [from, until] = [Date.parse(span.from), Date.parse(span.until)];
  const today = await entriesOf(ports, day, from, until);
  const before = await entriesOf(ports, day, from - LONGEST_WAY, from);
  const missing = await missed(ports, [...before, ...today]);
  for (const { refundId, paymentId, reference, amount, status } of missing) {
    await receiveLostWebhook(ports, day, actor, {
      webhookId: deriveId("reconciled-webhook", ports.gateway.name, refundId, status),
      eventType: EVENTS[status],
      gatewayPaymentId: paymentId,
      gatewayRefundId: refundId,
      refundReference: reference,
      amount,
    });
  }
  if (missing.length === 0) return { healed: [], differences: [] };
  await ports.settled();
  const left = new Set(await missed(ports, missing));
  const healed = missing.filter((one) => !left.has(one)).map(healedOf);
  const differences = today.filter((one) => left.has(one)).map(notHealed);
  return { healed, differences };
}

const EVENTS = {
  processing: "refund.created",
  processed: "refund.processed",
  failed: "refund.failed",
} as const;

async function entriesOf(
  { gateway, reads }: ReconcilingPorts,
  { marketplace }: MarketDay,
  from: number,
  until: number,
): Promise<readonly Entry[]> {
  const entries = await gateway.refundsBetween(from, until);
  const ids = entries.map(({ paymentId }) => paymentId);
  const owners = await ownersOfPayments(reads, gateway.name, ids);
  const byId = new Map(owners.map((owner) => [owner.gateway_payment_id, owner]));
  return entries.flatMap((entry) => {
    const owner = byId.get(entry.paymentId);
    return owner?.marketplace === marketplace ? [{ ...entry, owner }] : [];
  });
}

/** Those of which our books do not know what the gateway knows. */
async function missed(
  { reads }: ReconcilingPorts,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const references = entries.flatMap(({ reference }) => reference ?? []);
  const gatewayIds = entries.map(({ refundId }) => refundId);
  const rows = await refundsNamed(reads, gatewayIds, references);
  const byGatewayId = new Map(rows.map((row) => [row.gateway_refund_id, row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.filter((entry) => {
    return !agrees(entry, byGatewayId.get(entry.refundId) ?? byId.get(entry.reference ?? ""));
  });
}

function agrees({ status }: Entry, row: RefundRow | undefined): boolean {
  if (status === "processed") return row?.status === "processed";
  // One that failed and that nobody here knows has moved no money.
  if (status === "failed") return row === undefined || row.status !== "processing";
  return row !== undefined;
}

function healedOf({ refundId, paymentId, amount, owner }: Entry): Healed {
  const { order_id: orderId, currency } = owner;
  return { gatewayPaymentId: paymentId, orderId, gatewayRefundId: refundId, amount, currency };
}

function notHealed({ refundId, paymentId, amount, owner }: Entry): Difference {
  return {
    kind: "refund_not_healed",
    gatewayPaymentId: paymentId,
    orderId: owner.order_id,
    paymentId: owner.id,
    atGateway: amount,
    recorded: null,
    posted: null,
    reference: refundId,
  };
}
