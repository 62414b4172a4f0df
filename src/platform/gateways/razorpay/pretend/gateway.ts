import type { Clock } from "../../../../kernel/clock.js";
import { GatewayUnavailable, type PaymentGateway } from "../../../../kernel/gateway.js";
import type { ReadModel } from "../../../../kernel/read-model.js";
import { isRejection, type Rejection } from "../../../../kernel/rejection.js";
import { paymentEntity } from "../entities.js";
import { razorpayChecks } from "../gateway.js";
import type { RazorpaySecrets } from "../secrets.js";
import { checkoutContent, sign } from "../signatures.js";
import { pay, type Checkout } from "./checkout.js";
import { playDispute, type DisputeOutcome } from "./disputes.js";
import { paymentJson, type PretendEntity } from "./entity.js";
import { entitiesBetween, entity } from "./find-entities.js";
import { orderCreator } from "./orders.js";
import { RefundDesk, type RefundDeskOptions } from "./refund-desk.js";
import { refundByHand } from "./refund-by-hand.js";
import { orderPretendRefund, pretendRefundsBetween } from "./refunds.js";
import { pretendSettlements } from "./settlements.js";
import {
  deliver,
  disputeWebhook,
  paymentWebhook,
  refundWebhook,
  type PretendWebhook,
} from "./webhook.js";

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
  /**
   * Has somebody refund in Razorpay's own dashboard: nobody here has ordered it, `refund.created`
   * and `refund.processed` tell of it. Null is all that is left. Refuses what Razorpay would.
   */
  refundByHand(
    paymentId: string,
    refund: { readonly amount: number | null; readonly webhook: boolean },
  ): Promise<object | Rejection>;
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
  const { database, secrets, clock, refundDelay: delay = 300 } = options;
  const { webhookUrl: url, webhookTimeout: timeout = 5_000 } = options;
  const addressee = { url, secret: secrets.webhookSecret, timeout };
  const now = () => Math.floor(clock.now() / 1_000);
  const create = orderCreator(database, now);
  const post = (told: PretendWebhook) => deliver(told, addressee);
  const desk = new RefundDesk({ ...options, addressee, now, delay });
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
    refundsBetween: (from, to) => whileOpen(() => pretendRefundsBetween(database, from, to)),
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
        const told = webhook ? { status: await post(paymentWebhook(payment, now())) } : null;
        return handedOver(payment, orderId, secrets, told);
      }),
    settlements: (day) => whileOpen(() => pretendSettlements(database, day, clock.now())),
    dispute: (paymentId, { outcome, webhook }) =>
      whileOpen(async () => {
        const played = await playDispute(database, paymentId, outcome, now());
        if (isRejection(played)) return played;
        const { payment, dispute, told } = played;
        const posted = await inTurn(webhook ? told : [], (event) =>
          post(disputeWebhook(event, dispute, payment, now())),
        );
        return disputed(dispute, posted);
      }),
    refundByHand: (paymentId, refund) =>
      whileOpen(async () => {
        const made = await refundByHand(database, paymentId, refund, now());
        if (isRejection(made)) return made;
        desk.schedule();
        const created = refundWebhook("created", made.refund, made.payment, now());
        return handedBack(made.refund, refund.webhook ? await post(created) : null);
      }),
    setAvailable: (open) => {
      available = open;
    },
    processRefunds: () => desk.process(),
    close: () => desk.close(),
  };
}

/** Posts each event after the one before it was answered. */
async function inTurn(
  events: readonly string[],
  post: (event: string) => Promise<number>,
): Promise<DisputeResult["webhooks"]> {
  const webhooks: { event: string; status: number }[] = [];
  for (const event of events) {
    webhooks.push({ event: `payment.dispute.${event}`, status: await post(event) });
  }
  return webhooks;
}

function disputed(dispute: PretendEntity, webhooks: DisputeResult["webhooks"]): DisputeResult {
  const { id, parent, status, amount } = dispute;
  const about = { razorpay_dispute_id: id, razorpay_payment_id: parent ?? "" };
  return { ...about, status, amount, webhooks };
}

function handedBack({ id, amount }: PretendEntity, status: number | null): object {
  return { razorpay_refund_id: id, amount, webhook: status === null ? null : { status } };
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
  const rows = await entitiesBetween(database, "payment", from, to);
  return rows.map((row) => paymentEntity.parse(paymentJson(row)));
}
