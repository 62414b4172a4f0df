import test from "ava";
import { GatewayRefused, GatewayUnavailable } from "../../../../src/kernel/gateway.js";
import { newId } from "../../../../src/kernel/ids.js";
import { razorpayGateway } from "../../../../src/platform/gateways/razorpay/gateway.js";
import { holdsContract, SECRETS } from "./contract.js";
import { imitateRazorpay, type Imitation } from "./imitation.js";

const open: Imitation[] = [];
test.after.always(async () => {
  await Promise.all(open.map((imitation) => imitation.close()));
});

/** Three tries, as in production, but without production's waiting. */
async function adapter(timeout = 60_000) {
  const imitation = await imitateRazorpay();
  open.push(imitation);
  const patience = { attempts: 3, firstPause: 1, timeout };
  const gateway = razorpayGateway(SECRETS, { origin: imitation.origin, patience });
  return { ...imitation, gateway };
}

const order = () => ({ reference: newId(), amount: 50_000, currency: "INR", notes: {} }) as const;

holdsContract("adapter", async () => {
  const { gateway, books } = await adapter();
  return { gateway, pay: (id, outcome) => Promise.resolve(books.pay(id, outcome)) };
});

test("every call carries Basic auth, amounts in paise, and a unique receipt", async (t) => {
  const { gateway, seen } = await adapter();
  const request = order();
  await gateway.createOrder(request);
  const expected = Buffer.from(`${SECRETS.keyId}:${SECRETS.keySecret}`).toString("base64");
  t.is(seen[0]?.headers.authorization, `Basic ${expected}`);
  t.like(seen[0]?.body, {
    amount: 50_000,
    currency: "INR",
    receipt: request.reference,
    unique_receipt: true,
  });
});

test("a lost answer is asked for again and makes no second order", async (t) => {
  const { gateway, faults, books, seen } = await adapter();
  faults.push({ kind: "lost answer" }, { kind: "status", status: 502 });
  const { orderId } = await gateway.createOrder(order());
  t.is(seen.length, 3);
  t.deepEqual(
    books.orders.map(({ id }) => id),
    [orderId],
  );
});

test("an account that refuses repeated receipts is asked for the order instead", async (t) => {
  const { gateway, faults, books } = await adapter();
  books.refuseRepeatedReceipts = true;
  const request = order();
  await gateway.createOrder({ ...order(), reference: `${request.reference}-2` });
  faults.push({ kind: "lost answer" });
  const { orderId } = await gateway.createOrder(request);
  t.is(books.orders.length, 2);
  t.is(books.orders.find((one) => one["receipt"] === request.reference)?.id, orderId);
});

test("a lost answer to a refund makes no second refund", async (t) => {
  const { gateway, faults, books, seen } = await adapter();
  const { orderId } = await gateway.createOrder(order());
  const paymentId = books.pay(orderId, "captured");
  faults.push({ kind: "lost answer" }, { kind: "status", status: 409 });
  const { refundId } = await gateway.refund({ reference: "short", paymentId, amount: 1_000 });
  t.deepEqual(
    books.refunds.map(({ id }) => id),
    [refundId],
  );
  const keys = seen.flatMap(({ headers }) => headers["x-refund-idempotency"] ?? []);
  t.is(keys.length, 3);
  t.is(new Set(keys).size, 1);
  t.regex(String(keys[0]), /^[\w-]{10,}$/);
});

for (const fault of [
  { kind: "status", status: 500 },
  { kind: "status", status: 503 },
  { kind: "status", status: 429 },
  { kind: "lost request" },
  { kind: "lost answer" },
] as const) {
  const title = fault.kind === "status" ? `status ${fault.status}` : fault.kind;
  test(`${title} three times is GatewayUnavailable, and then it heals`, async (t) => {
    const { gateway, faults, seen } = await adapter();
    faults.push(fault, fault, fault);
    const unavailable = { instanceOf: GatewayUnavailable };
    await t.throwsAsync(gateway.createOrder(order()), unavailable);
    t.is(seen.length, 3);
    await t.notThrowsAsync(gateway.createOrder(order()));
  });
}

test("silence ends in a timeout, which is GatewayUnavailable", async (t) => {
  const { gateway, faults } = await adapter(50);
  faults.push({ kind: "silence" }, { kind: "silence" }, { kind: "silence" });
  const error = await t.throwsAsync(gateway.payment("pay_1"), { instanceOf: GatewayUnavailable });
  t.like(error?.cause, { name: "TimeoutError" });
});

test("nobody at the address is GatewayUnavailable", async (t) => {
  const imitation = await adapter();
  await imitation.close();
  const { gateway } = imitation;
  await t.throwsAsync(gateway.payment("pay_1"), { instanceOf: GatewayUnavailable });
});

test("a refusal is final: it is not asked again", async (t) => {
  const { gateway, faults, seen } = await adapter();
  faults.push({ kind: "status", status: 401 });
  await t.throwsAsync(gateway.createOrder(order()), { instanceOf: GatewayRefused });
  t.is(seen.length, 1);
});

test("the settlements of a day are read page by page, and a page that is lost again", async (t) => {
  const { gateway, books, faults, seen } = await adapter();
  for (let n = 0; n < 2_000; n += 1) {
    const number = String(n).padStart(4, "0");
    books.settled.push({
      entity_id: `pay_${number}`,
      type: "payment",
      debit: 0,
      credit: 97_640,
      amount: 100_000,
      currency: "INR",
      fee: 2_360,
      tax: 360,
      settled: true,
      settled_at: 1_705_895_400,
      settlement_id: n < 1_500 ? "setl_1" : "setl_2",
      settlement_utr: n < 1_500 ? "UTR1" : "UTR2",
    });
  }
  faults.push({ kind: "lost answer" });
  const settlements = await gateway.settlements("2024-01-22");
  t.deepEqual(
    settlements.map(({ settlementId, utr, lines }) => [settlementId, utr, lines.length]),
    [
      ["setl_1", "UTR1", 1_500],
      ["setl_2", "UTR2", 500],
    ],
  );
  const asked = seen.map(
    ({ url }) => [url.pathname, Object.fromEntries(url.searchParams)] as const,
  );
  const day = { year: "2024", month: "01", day: "22", count: "1000" };
  // A full page may be the last: only one that is not full says so.
  t.deepEqual(
    asked,
    ["0", "0", "1000", "2000"].map((skip) => ["/v1/settlements/recon/combined", { ...day, skip }]),
  );
});

test("a span of more than one page is read whole", async (t) => {
  const { gateway, books, seen } = await adapter();
  for (let n = 0; n < 250; n += 1) {
    books.orders.push({ id: `order_${n}`, amount: n, currency: "INR" });
    books.pay(`order_${n}`, "captured", 1_700_000_000 + n);
  }
  const payments = await gateway.paymentsBetween(1_700_000_000_000, 1_700_000_250_000);
  t.is(payments.length, 250);
  t.is(seen.length, 3);
  t.deepEqual(Object.fromEntries(seen[1]?.url.searchParams ?? []), {
    from: "1700000000",
    to: "1700000249",
    count: "100",
    skip: "100",
  });
});
