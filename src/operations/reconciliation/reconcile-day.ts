import { DAY, MINUTE } from "../../kernel/clock.js";
import type { Commands, Envelope } from "../../kernel/commands.js";
import type { Actor } from "../../kernel/event.js";
import type { GatewayPayment, PaymentGateway } from "../../kernel/gateway.js";
import { deriveId, newId } from "../../kernel/ids.js";
import { sum } from "../../kernel/money.js";
import type { ReadModel } from "../../kernel/read-model.js";
import { isRejection } from "../../kernel/rejection.js";
import {
  compare,
  difference,
  isCaptured,
  type Comparison,
  type PaymentRecord,
} from "../../modules/reconciliation/compare.js";
import type { DayReconciled, Healed } from "../../modules/reconciliation/events.js";
import { reconciliations } from "../../modules/reconciliation/reconciliation.js";
import { webhooks } from "../../modules/webhook/webhook.js";
import {
  recordsCaptured,
  recordsOfOrders,
} from "../../../projections/journal/queries/payment-records.js";

/** What a reconciliation works with; main joins it. */
export interface ReconcilingPorts {
  readonly gateway: PaymentGateway;
  readonly reads: ReadModel;
  readonly commands: Commands;
  /** Waits, bounded, until all that was appended so far has had its consequences. */
  settled(): Promise<void>;
}

/** One calendar day at a market's place. */
export interface MarketDay {
  readonly marketplace: string;
  /** `2024-01-20` */
  readonly date: string;
  readonly utcOffsetMinutes: number;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

/**
 * The daily job (Minuteserv, Payment Reconciliation): the gateway's payments of a day against our
 * records and the journal. Captures whose webhooks never came are applied exactly as the webhook
 * would have been; every other difference is reported and left to people.
 *
 * @returns the report as it stands now, and whether this run has changed it
 */
export async function reconcileDay(
  ports: ReconcilingPorts,
  day: MarketDay,
  actor: Actor,
): Promise<{ readonly report: DayReconciled; readonly changed: boolean }> {
  const { gateway, commands } = ports;
  const span = spanOf(day);
  const payments = await gateway.paymentsBetween(Date.parse(span.from), Date.parse(span.until));
  const captured = payments.filter(isCaptured);
  const first = await comparison(ports, day, span, captured);
  const healed = await heal(ports, day, actor, first.missing);
  const last = healed.length === 0 ? first : await comparison(ports, day, span, captured);
  const { marketplace, date } = day;
  const reconciliationId = `${marketplace}-${date}`;
  const mine = captured.filter((payment) => !first.others.has(payment.orderId));
  const done = await commands.execute(
    reconciliations,
    reconciliationId,
    {
      type: "RecordReconciliation",
      reconciliationId,
      marketplace,
      gateway: gateway.name,
      date,
      ...span,
      gatewayPayments: mine.length,
      gatewayTotal: sum(mine.map(({ amount }) => amount)),
      currency: mine[0]?.currency ?? "INR",
      agreed: last.agreed,
      healed: healed.filter((one) => !isStillMissing(last, one)),
      differences: [
        ...last.differences,
        ...last.missing.map((payment) => difference("not_healed", payment, undefined)),
      ],
    },
    envelopeOf(marketplace, actor, newId()),
  );
  if (isRejection(done)) throw new Error(done.message);
  if (done.state === null) throw new Error("a recorded reconciliation has no report");
  await ports.settled();
  return { report: done.state, changed: done.events.length > 0 };
}

function spanOf({ date, utcOffsetMinutes }: MarketDay): Span {
  const start = Date.parse(`${date}T00:00:00Z`) - utcOffsetMinutes * MINUTE;
  return { from: new Date(start).toISOString(), until: new Date(start + DAY).toISOString() };
}

function envelopeOf(marketplace: string, actor: Actor, commandId: string): Envelope {
  return { marketplace, actor, commandId, correlationId: commandId, causationId: commandId };
}

interface Compared extends Comparison {
  /** Orders of other markets that the same gateway account serves. */
  readonly others: ReadonlySet<string>;
}

async function comparison(
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

/** As if their webhooks had come now; the ids follow from the payments, so never twice. */
async function heal(
  ports: ReconcilingPorts,
  { marketplace }: MarketDay,
  actor: Actor,
  missing: readonly GatewayPayment[],
): Promise<readonly Healed[]> {
  const { gateway, commands } = ports;
  for (const { paymentId, orderId, amount, instrument } of missing) {
    const webhookId = deriveId("reconciled-webhook", gateway.name, paymentId);
    const received = await commands.execute(
      webhooks,
      webhookId,
      {
        type: "ReceiveWebhook",
        webhookId,
        gateway: gateway.name,
        eventType: "payment.captured",
        orderId,
        gatewayPaymentId: paymentId,
        gatewayRefundId: null,
        refundReference: null,
        amount,
        instrument,
        failureReason: null,
      },
      envelopeOf(marketplace, actor, webhookId),
    );
    if (isRejection(received)) throw new Error(received.message);
  }
  if (missing.length > 0) await ports.settled();
  return missing.map(({ paymentId, orderId, amount, currency }) => ({
    gatewayPaymentId: paymentId,
    orderId,
    amount,
    currency,
  }));
}

function isStillMissing({ missing }: Comparison, { gatewayPaymentId }: Healed): boolean {
  return missing.some(({ paymentId }) => paymentId === gatewayPaymentId);
}
