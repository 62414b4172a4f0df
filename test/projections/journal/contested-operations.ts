import { deriveId } from "../../../src/kernel/ids.js";
import { bookings } from "../../../src/modules/booking/booking.js";
import { chargebacks } from "../../../src/modules/chargeback/chargeback.js";
import { disputes } from "../../../src/modules/dispute/dispute.js";
import { payments } from "../../../src/modules/payment/payment.js";
import { settlements } from "../../../src/modules/settlement/settlement.js";
import { chargebackIdOf, reportOfDispute } from "../../../src/processes/report-of-dispute.js";
import type { Business } from "./business.js";

/** Which booking, with a number to draw from. */
interface Chosen {
  readonly booking: number;
  readonly amount: number;
}

function idsOf({ marketplace }: Business, booking: number) {
  const id = (what: string) => deriveId(marketplace, what, booking);
  return { bookingId: id("booking"), paymentId: id("payment"), disputeId: id("dispute") };
}

/** The gateway reports a dispute over a payment: opened, won or lost, in any order. */
export function chargeBack(business: Business, { booking, amount }: Chosen): void {
  const { bookingId, paymentId } = idsOf(business, booking);
  const payment = business.state(payments, paymentId);
  if (payment === null || payment.gatewayPaymentId === null) return;
  const outcome = ["created", "won", "lost"][amount % 3] ?? "created";
  // One payment may be contested twice, in parts that together are more than the whole.
  const gatewayDisputeId = `disp_${booking}_${amount % 2}`;
  const contested = Math.ceil(payment.amount * 0.6);
  if (outcome === "lost") {
    const chargebackId = chargebackIdOf("razorpay", gatewayDisputeId);
    const known = business.state(chargebacks, chargebackId);
    if (known === null || known.standing === "open") {
      const command = { type: "RecordChargeback", chargebackId, amount: contested } as const;
      business.perform(payments, paymentId, command);
    }
  }
  const report = reportOfDispute(
    {
      webhookId: deriveId(paymentId, "webhook", outcome),
      gateway: "razorpay",
      eventType: `payment.dispute.${outcome}`,
      orderId: null,
      gatewayPaymentId: payment.gatewayPaymentId,
      gatewayRefundId: null,
      refundReference: null,
      amount: null,
      currency: null,
      refundedInAll: null,
      instrument: null,
      failureReason: null,
      dispute: {
        gatewayDisputeId,
        amount: contested,
        currency: "INR",
        fee: amount % 100,
        reason: null,
        respondBy: null,
      },
    },
    business.state(payments, paymentId) ?? payment,
    business.state(bookings, bookingId),
    { providersBearChargebacks: amount % 5 > 0 },
  );
  if (report !== undefined) business.perform(chargebacks, report.opened.chargebackId, report);
}

/** A customer disputes a completed booking, or staff resolve it with a refund or without. */
export function contest(business: Business, { booking, amount }: Chosen): void {
  const { bookingId, disputeId } = idsOf(business, booking);
  const state = business.state(bookings, bookingId);
  const providerId = state?.offers.at(-1)?.providerId;
  if (state === null || state.settled === null || providerId === undefined) return;
  if (business.state(disputes, disputeId) === null) {
    business.perform(disputes, disputeId, {
      type: "OpenDispute",
      disputeId,
      bookingId,
      customerId: state.customerId,
      providerId,
      reason: "quality",
      description: "It still drips.",
      currency: "INR",
      held: Math.min(amount, state.settled.split.providerShare),
    });
    return;
  }
  const outcome = amount % 2 === 0 ? "refund" : "dismissed";
  const refund = outcome === "refund" ? Math.ceil(amount / 2) : 0;
  const resolution = "Both were heard.";
  business.perform(disputes, disputeId, { type: "ResolveDispute", outcome, resolution, refund });
}

/** The gateway settles a payment, less its fee. */
export function settlePayment(business: Business, { booking }: Chosen): void {
  const { paymentId } = idsOf(business, booking);
  const payment = business.state(payments, paymentId);
  if (payment === null || payment.gatewayPaymentId === null) return;
  const gatewayId = payment.gatewayPaymentId;
  const fee = Math.floor(payment.amount / 50);
  const about = { kind: "payment", gatewayId, gatewayPaymentId: gatewayId, paymentId } as const;
  const line = { ...about, amount: payment.amount, fee, tax: Math.floor(fee / 5) };
  const settlementId = deriveId(paymentId, "settlement");
  business.perform(settlements, settlementId, {
    type: "RecordSettlement",
    settlementId,
    marketplace: business.marketplace,
    gateway: "razorpay",
    gatewaySettlementId: `setl_${booking}`,
    settledAt: "2024-01-22T04:30:00.000Z",
    utr: `UTR${booking}`,
    bank: "main",
    currency: "INR",
    transferred: line.amount - line.fee - line.tax,
    lines: [line],
  });
}
