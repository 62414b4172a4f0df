import type { Clock } from "../../../../kernel/clock.js";
import { GatewayUnavailable, type PaymentGateway } from "../../../../kernel/gateway.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { isRejection, type Rejection } from "../../../../kernel/rejection.js";
import { paymentEntity } from "../entities.js";
import { razorpayChecks } from "../gateway.js";
import type { RazorpaySecrets } from "../secrets.js";
import { checkoutContent, sign } from "../signatures.js";
import { entity, pay, type Checkout } from "./checkout.js";
import { playDispute, type DisputeOutcome } from "./disputes.js";
import { ENTITY, paymentJson, type PretendEntity } from "./entity.js";
import { orderCreator } from "./orders.js";
import { RefundDesk, type RefundDeskOptions } from "./refund-desk.js";
import { orderPretendRefund } from "./refunds.js";
import { pretendSettlements } from "./settlements.js";
import { deliver, disputeWebhook, paymentWebhook } from "./webhook.js";

/** What Razorpay Checkout hands to the frontend, and how the webhook was answered. */
export interface CheckoutResult {
  readonly razorpay_order_id: string;
  readonly razorpay_payment_id: string;
  /** Null for a failed payment: Checkout signs only what was paid. */
  readonly razorpay_signature: string | null;
  /** Null when none was to be sent; status 0 when nobody answered. */
  readonly webhook: { readonly status: number } | null;
}

/** How the disputed payment stands, and how each webhook about it was answered. */
export interface DisputeResult {
  readonly razorpay_dispute_id: string;
  readonly razorpay_payment_id: string;
  readonly status: string;
  readonly amount: number;
  readonly webhooks: readonly { readonly event: string; readonly status: number }[];
}

/** A Razorpay that lives in this service: the same contract, and a customer that can be played. */
export interface PretendRazorpay extends PaymentGateway {
  /** Pays an order as a customer would. Refuses an unknown and an already paid one. */
  checkout(
    orderId: string,
    checkout: Checkout & { readonly webhook: boolean },
  ): Promise<CheckoutResult | Rejection>;
  /** Has the customer's bank dispute a payment, or decide. Refuses an uncaptured one. */
  dispute(
    paymentId: string,
    dispute: { readonly outcome: DisputeOutcome; readonly webhook: boolean },
  ): Promise<DisputeResult | Rejection>;
  /** False makes every call of this process throw `GatewayUnavailable` until true again. */
  setAvailable(available: boolean): void;
  /** Processes the pending refunds now and delivers their webhooks; answers how many. */
  processRefunds(): Promise<number>;
  close(): Promise<void>;
}

export interface PretendRazorpayOptions extends Pick<RefundDeskOptions, "database" | "onError"> {
  readonly secrets: RazorpaySecrets;
  readonly clock: Clock;
  /** Where webhooks are posted. */
  readonly webhookUrl: () => string;
  /** Real milliseconds for an answer to a webhook; Razorpay's 5,000 unless told. */
  readonly webhookTimeout?: number;
  /** Real milliseconds from ordering a refund to its webhook; 300 unless told. */
  readonly refundDelay?: number;
}

/** Entities stand in `ops.sandbox_gateway`: shared by processes, kept over restarts. */
export function pretendRazorpay(options: PretendRazorpayOptions): PretendRazorpay {
  const { database, secrets, clock, onError, refundDelay = 300 } = options;
  const { webhookUrl: url, webhookTimeout: timeout = 5_000 } = options;
  const addressee = { url, secret: secrets.webhookSecret, timeout };
  const now = () => Math.floor(clock.now() / 1_000);
  const create = orderCreator(database, now);
  const desk = new RefundDesk({
    database,
    addressee,
    now,
    delay: refundDelay,
    onError,
  });
  let available = true;
  // What an earlier process left pending is not forgotten.
  desk.schedule();

  async function whileOpen<T>(call: () => Promise<T>): Promise<T> {
    if (!available) throw new GatewayUnavailable("The pretended Razorpay is switched off");
    return await call();
  }

  return {
    ...razorpayChecks(secrets),
    createOrder: (order) => whileOpen(() => create(order)),
    payment: (paymentId) =>
      whileOpen(async () => {
        const found = await entity(database, paymentId, "payment");
        return found && paymentEntity.parse(paymentJson(found));
      }),
    paymentsBetween: (from, to) => whileOpen(() => paymentsBetween(database, from, to)),
    refund: (refund) =>
      whileOpen(async () => {
        const ordered = await orderPretendRefund(database, refund, now());
        desk.schedule();
        return ordered;
      }),
    checkout: (orderId, { webhook, ...checkout }) =>
      whileOpen(async () => {
        const payment = await pay(database, orderId, checkout, now());
        if (isRejection(payment)) return payment;
        const told = webhook
          ? { status: await deliver(paymentWebhook(payment, now()), addressee) }
          : null;
        return handedOver(payment, orderId, secrets, told);
      }),
    settlements: (day) => whileOpen(() => pretendSettlements(database, day, clock.now())),
    dispute: (paymentId, { outcome, webhook }) =>
      whileOpen(async () => {
        const played = await playDispute(database, paymentId, outcome, now());
        if (isRejection(played)) return played;
        const { payment, dispute, told } = played;
        const webhooks: { event: string; status: number }[] = [];
        for (const event of webhook ? told : []) {
          const posted = disputeWebhook(event, dispute, payment, now());
          const status = await deliver(posted, addressee);
          webhooks.push({ event: `payment.dispute.${event}`, status });
        }
        return disputed(dispute, webhooks);
      }),
    setAvailable: (open) => {
      available = open;
    },
    processRefunds: () => desk.process(),
    close: () => desk.close(),
  };
}

function disputed(dispute: PretendEntity, webhooks: DisputeResult["webhooks"]): DisputeResult {
  const { id, parent, status, amount } = dispute;
  const about = { razorpay_dispute_id: id, razorpay_payment_id: parent ?? "" };
  return { ...about, status, amount, webhooks };
}

function handedOver(
  payment: PretendEntity,
  orderId: string,
  { keySecret }: RazorpaySecrets,
  webhook: CheckoutResult["webhook"],
): CheckoutResult {
  const signature = sign(checkoutContent(orderId, payment.id), keySecret);
  return {
    razorpay_order_id: orderId,
    razorpay_payment_id: payment.id,
    razorpay_signature: payment.failure === null ? signature : null,
    webhook,
  };
}

async function paymentsBetween(database: ReadModel, from: number, to: number) {
  const rows = await database.rows<PretendEntity>(
    `SELECT ${ENTITY} FROM ops.sandbox_gateway WHERE kind = 'payment'
       AND created_at >= to_timestamp($1) AND created_at < to_timestamp($2)
     ORDER BY created_at DESC, id`,
    [Math.floor(from / 1_000), Math.floor(to / 1_000)],
  );
  return rows.map((row) => paymentEntity.parse(paymentJson(row)));
}
