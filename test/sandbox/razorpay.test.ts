import test from "ava";
import { newId } from "../../src/kernel/ids.js";
import { paidOrder, startSandbox, type InjectedPorts, type Service } from "./service.js";

const nothing = () => Promise.resolve({});

let service: Service;

test.before(async () => {
  service = await startSandbox((): InjectedPorts => ({
    runDueNow: () => Promise.resolve(),
    jobs: {},
    webhooks: { latest: () => Promise.resolve([]) },
    login: () => Promise.resolve({ access: "", refresh: "", user: {} }),
    creditWallet: nothing,
    resetThrottle: () => Promise.resolve(),
  }));
});

test.after.always(() => service.close());

async function order(): Promise<string> {
  const request = { reference: newId(), amount: 5_000, currency: "INR", notes: {} } as const;
  return (await service.razorpay.createOrder(request)).orderId;
}

test.serial("paying an order delivers a signed webhook to the service itself", async (t) => {
  service.heard.length = 0;
  const orderId = await order();
  const answer = await service.call(`/razorpay/orders/${orderId}/pay`, {});
  t.is(answer.status, 200);
  t.like(answer.body, { razorpay_order_id: orderId, webhook: { status: 200 } });
  const { paymentId } = paidOrder(answer);
  const signature = (answer.body as { razorpay_signature: string }).razorpay_signature;
  t.true(service.razorpay.checkoutSignatureHolds(orderId, paymentId, signature));
  t.is(service.heard.length, 1);
  t.like(service.heard[0], { holds: true, event: "payment.captured" });
  t.regex(service.heard[0]?.eventId ?? "", /^evt_/);
});

test.serial("a lost webhook is not sent, and the payment is there all the same", async (t) => {
  service.heard.length = 0;
  const pay = `/razorpay/orders/${await order()}/pay`;
  const answer = await service.call(pay, { webhook: false, method: "netbanking" });
  t.like(answer.body, { webhook: null });
  t.deepEqual(service.heard, []);
  const payment = await service.razorpay.payment(paidOrder(answer).paymentId);
  t.like(payment, { status: "captured", instrument: "netbanking", amount: 5_000 });
});

test.serial("a failed attempt is told as payment.failed; the order stays open", async (t) => {
  service.heard.length = 0;
  const pay = `/razorpay/orders/${await order()}/pay`;
  const failed = await service.call(pay, { outcome: "failed" });
  t.like(failed.body, { razorpay_signature: null, webhook: { status: 200 } });
  t.is((await service.call(pay, { outcome: "captured" })).status, 200);
  const again = await service.call(pay, {});
  t.is(again.status, 409);
  t.like(again.body, { reason: "order_paid" });
  t.deepEqual(
    service.heard.map(({ event }) => event),
    ["payment.failed", "payment.captured"],
  );
});

test.serial("an unknown order is 404, a wrong outcome or method 422", async (t) => {
  t.is((await service.call("/razorpay/orders/order_none/pay", {})).status, 404);
  const pay = `/razorpay/orders/${await order()}/pay`;
  for (const body of [{ outcome: "refunded" }, { method: "cheque" }, { webhook: "yes" }]) {
    t.is((await service.call(pay, body)).status, 422, JSON.stringify(body));
  }
});

test.serial("switched off, Razorpay is 503 until it is switched on", async (t) => {
  const pay = `/razorpay/orders/${await order()}/pay`;
  const off = await service.call("/razorpay/availability", { available: false });
  t.deepEqual(off, { status: 200, body: { available: false } });
  const away = await service.call(pay, {});
  t.is(away.status, 503);
  t.like(away.body, { title: "Service Unavailable" });
  await service.call("/razorpay/availability", { available: true });
  t.is((await service.call(pay, {})).status, 200);
});
