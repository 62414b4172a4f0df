import test from "ava";
import { newId } from "../../../../src/kernel/ids.js";
import { GatewayRefused, type PaymentGateway } from "../../../../src/kernel/gateway.js";
import { checkoutContent, sign } from "../../../../src/platform/gateways/razorpay/signatures.js";

/** A gateway under test and its customer. */
export interface GatewayUnderTest {
  readonly gateway: PaymentGateway;
  readonly pay: (orderId: string, outcome: "captured" | "failed") => Promise<string>;
}

export const SECRETS = {
  keyId: "rzp_test_daybook",
  keySecret: "key-secret-of-the-tests",
  webhookSecret: "webhook-secret-of-the-tests",
};

/** What every Razorpay must do, the real one's adapter and the pretended one alike. */
export function holdsContract(name: string, open: Open): void {
  ordersHold(name, open);
  paymentsHold(name, open);
  refundsHold(name, open);
  signaturesHold(name, open);
}

type Open = () => Promise<GatewayUnderTest>;

const order = (reference: string, amount = 177_120) =>
  ({ reference, amount, currency: "INR", notes: { booking: "b-1" } }) as const;

function ordersHold(name: string, open: Open): void {
  test(`${name}: an order is idempotent by its reference`, async (t) => {
    const { gateway } = await open();
    const reference = newId();
    const first = await gateway.createOrder(order(reference));
    t.regex(first.orderId, /^order_\w{14}$/);
    t.deepEqual(first, { orderId: first.orderId, amount: 177_120, currency: "INR" });
    t.deepEqual(await gateway.createOrder(order(reference)), first);
    const other = await gateway.createOrder(order(newId()));
    t.not(other.orderId, first.orderId);
  });

  test(`${name}: a reference cannot be used again for another amount`, async (t) => {
    const { gateway } = await open();
    const reference = newId();
    await gateway.createOrder(order(reference));
    const again = gateway.createOrder(order(reference, 177_121));
    await t.throwsAsync(again, { instanceOf: GatewayRefused });
  });

  test(`${name}: an order is at least one rupee`, async (t) => {
    const { gateway } = await open();
    await t.throwsAsync(gateway.createOrder(order(newId(), 99)), { instanceOf: GatewayRefused });
    await t.notThrowsAsync(gateway.createOrder(order(newId(), 100)));
  });
}

function paymentsHold(name: string, open: Open): void {
  test(`${name}: a captured and a failed payment are reported`, async (t) => {
    const { gateway, pay } = await open();
    const { orderId } = await gateway.createOrder(order(newId()));
    const failed = await gateway.payment(await pay(orderId, "failed"));
    t.is(failed?.status, "failed");
    t.regex(failed?.failureReason ?? "", /not completed/);
    const paymentId = await pay(orderId, "captured");
    t.regex(paymentId, /^pay_\w{14}$/);
    t.deepEqual(await gateway.payment(paymentId), {
      paymentId,
      orderId,
      amount: 177_120,
      currency: "INR",
      status: "captured",
      instrument: "upi",
      failureReason: null,
    });
  });

  test(`${name}: an unknown payment is none`, async (t) => {
    const { gateway } = await open();
    t.is(await gateway.payment("pay_00000000000zzz"), undefined);
  });

  test(`${name}: the payments of a span are listed, its end left out`, async (t) => {
    const { gateway, pay } = await open();
    const { orderId } = await gateway.createOrder(order(newId()));
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    const paymentId = await pay(orderId, "captured");
    const after = Math.floor(Date.now() / 1_000) * 1_000 + 1_000;
    const ids = async (from: number, to: number) =>
      (await gateway.paymentsBetween(from, to)).map((payment) => payment.paymentId);
    t.true((await ids(before, after)).includes(paymentId));
    t.false((await ids(after, after + 60_000)).includes(paymentId));
    t.false((await ids(before - 60_000, before)).includes(paymentId));
    t.deepEqual(await ids(before, before), []);
  });
}

function refundsHold(name: string, open: Open): void {
  test(`${name}: refunds are idempotent by reference and bounded by the capture`, async (t) => {
    const { gateway, pay } = await open();
    const { orderId } = await gateway.createOrder(order(newId()));
    const paymentId = await pay(orderId, "captured");
    const reference = newId();
    const first = await gateway.refund({ reference, paymentId, amount: 100_000 });
    t.regex(first.refundId, /^rfnd_\w{14}$/);
    t.is(first.status, "processing");
    const again = await gateway.refund({ reference, paymentId, amount: 100_000 });
    t.is(again.refundId, first.refundId);
    const refuse = { instanceOf: GatewayRefused };
    await t.throwsAsync(gateway.refund({ reference, paymentId, amount: 1 }), refuse);
    const tooMuch = { reference: newId(), paymentId, amount: 77_121 };
    await t.throwsAsync(gateway.refund(tooMuch), refuse);
    const rest = await gateway.refund({ reference: newId(), paymentId, amount: 77_120 });
    t.not(rest.refundId, first.refundId);
  });

  test(`${name}: the refunds of a span are listed with what they were ordered by`, async (t) => {
    const { gateway, pay } = await open();
    const { orderId } = await gateway.createOrder(order(newId()));
    const paymentId = await pay(orderId, "captured");
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    const reference = newId();
    const { refundId, status } = await gateway.refund({ reference, paymentId, amount: 100_000 });
    const after = Math.floor(Date.now() / 1_000) * 1_000 + 1_000;
    const listed = await gateway.refundsBetween(before, after);
    t.deepEqual(
      listed.filter((one) => one.refundId === refundId),
      [{ refundId, paymentId, reference, amount: 100_000, status }],
    );
    const later = await gateway.refundsBetween(after, after + 60_000);
    t.false(later.some((one) => one.refundId === refundId));
  });

  test(`${name}: nothing is refunded for an unknown or a failed payment`, async (t) => {
    const { gateway, pay } = await open();
    const { orderId } = await gateway.createOrder(order(newId()));
    const failed = await pay(orderId, "failed");
    for (const paymentId of [failed, "pay_00000000000zzz"]) {
      const refund = gateway.refund({ reference: newId(), paymentId, amount: 1 });
      await t.throwsAsync(refund, { instanceOf: GatewayRefused });
    }
  });
}

function signaturesHold(name: string, open: Open): void {
  test(`${name}: signatures are checked with the account's secrets`, async (t) => {
    const { gateway } = await open();
    t.is(gateway.publicKey, SECRETS.keyId);
    const signature = sign(checkoutContent("order_1", "pay_1"), SECRETS.keySecret);
    t.true(gateway.checkoutSignatureHolds("order_1", "pay_1", signature));
    t.false(gateway.checkoutSignatureHolds("order_1", "pay_2", signature));
    const body = Buffer.from('{"event": "payment.captured"}');
    t.true(gateway.webhookSignatureHolds(body, sign(body, SECRETS.webhookSecret)));
    t.false(gateway.webhookSignatureHolds(body, sign(body, SECRETS.keySecret)));
  });
}
