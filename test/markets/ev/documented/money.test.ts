import test from "ava";
import { sections } from "../../../../src/markets/ev/documented/index.js";
import { openDocumentWorld, signInAsUser, type DocumentWorld } from "../../../world/ev-document.js";
import { booked, fund, pay } from "../../../world/ev-money.js";
import { earnerWith } from "../../../world/ev-network.js";
import { PDF } from "../../../world/ev-papers.js";
import { signUp, type Member } from "../../../world/ev.js";

let scene: DocumentWorld;
let user: Member;

test.before(async () => {
  scene = await openDocumentWorld();
  user = await signInAsUser(scene);
});

test.after.always(() => scene.world.close());

test.serial("24 to 28. Booking APIs", async (t) => {
  const { manual } = scene;
  const { client } = user;
  const operation = "POST /api/booking/bookings/";
  await manual.hold(t, operation, { client, status: 400, live: { booking_amount: 499.99 } });
  const made = await manual.hold(t, operation, { client });
  t.is(made.at("user"), user.id);
  const ids = [String(made.number("id"))];
  const listed = await manual.hold(t, "GET /api/booking/bookings/", { client });
  t.is(listed.at("count"), 1);
  t.is((await client.get("/api/booking/bookings/?status=confirmed")).at("count"), 0);
  const payment = "POST /api/booking/bookings/:id/make_payment/";
  await manual.hold(t, payment, { client, ids, status: 400, live: { amount: 50000.01 } });
  const paid = await manual.hold(t, payment, { client, ids });
  t.like(paid.body, { booking: made.at("id"), user: user.id });
  await manual.hold(t, "GET /api/booking/bookings/:id/", { client, ids });
  await manual.hold(t, "GET /api/booking/payments/", { client });
});

test.serial("41 to 44. Notification APIs", async (t) => {
  const { manual } = scene;
  const { client } = user;
  const query = { notification_type: "booking", is_read: "false" };
  const told = await manual.hold(t, "GET /api/notifications/", { client, query });
  const booking = await client.get("/api/booking/bookings/");
  t.is(told.at("results.0.reference_id"), booking.at("results.0.id"));
  const count = await manual.hold(t, "GET /api/notifications/unread_count/", {
    client,
    free: ["unread_count"],
  });
  const ids = [String(told.number("results.0.id"))];
  await manual.hold(t, "POST /api/notifications/:id/mark_read/", { client, ids });
  const left = await client.get("/api/notifications/unread_count/");
  t.is(left.at("unread_count"), count.number("unread_count") - 1);
  await manual.hold(t, "POST /api/notifications/mark_all_read/", { client });
  t.is((await client.get("/api/notifications/unread_count/")).at("unread_count"), 0);
});

test.serial("29 and 30. Wallet APIs", async (t) => {
  const { world, manual, admin } = scene;
  const { earner, member } = await earnerWith(world, 1, 1);
  await fund(world, { ...member, id: earner.number }, 9000);
  const { client } = member;
  await client.post("/api/binary/pairs/check_pairs/");
  const query = { transaction_type: "BINARY_PAIR" };
  const listed = await manual.hold(t, "GET /api/wallet/transactions/", { client, query });
  const pairs = await client.get("/api/binary/pairs/");
  t.is(listed.at("results.0.reference_id"), pairs.at("results.0.id"));
  const deposit = { user_id: user.id, amount: 20000 };
  await admin.client.post("/api/wallet/deposit/", deposit);
  const free = ["total_earned", "balance", "total_withdrawn"];
  const wallet = await manual.hold(t, "GET /api/wallet/my_wallet/", { client: user.client, free });
  t.is(wallet.at("balance"), "20000.00");
});

test.serial("36 to 40. Payout APIs", async (t) => {
  const { manual, admin } = scene;
  const { client } = user;
  await booked(user, { emi_amount: 2000, total_amount: 20000 });
  await pay(user, await booked(user), 500);
  const first = (await client.get("/api/booking/bookings/?status=confirmed")).number(
    "results.0.id",
  );
  t.is((await pay(user, first, 45000)).status, 201, "the EMI of 5,000.00 is done");
  const poor = await signUp(scene.world);
  await manual.hold(t, "POST /api/payout/", { client: poor.client, status: 400 });
  const asked = await manual.hold(t, "POST /api/payout/", { client });
  t.is(asked.at("user"), user.id);
  const listed = await manual.hold(t, "GET /api/payout/", { client, query: { status: "pending" } });
  t.is(listed.at("count"), 1);
  const ids = [String(asked.number("id"))];
  const boss = { client: admin.client, ids };
  await manual.hold(t, "POST /api/payout/:id/process/", boss);
  await manual.hold(t, "POST /api/payout/:id/process/", { ...boss, status: 400 });
  await manual.hold(t, "POST /api/payout/:id/complete/", boss);
  const moved = await manual.hold(t, "GET /api/payout/transactions/", {
    client,
    free: ["results.*.payout_id"],
  });
  t.is(moved.at("results.0.payout_id"), asked.at("id"));
});

test.serial("45 to 47. Compliance APIs", async (t) => {
  const { manual, admin } = scene;
  const { client } = user;
  const operation = "POST /api/compliance/documents/";
  const made = await manual.hold(t, operation, { client, files: { file: PDF } });
  await admin.client.post(`/api/compliance/documents/${made.number("id")}/verify/`);
  const listed = await manual.hold(t, "GET /api/compliance/documents/", { client });
  t.is(listed.at("count"), 1);
  const records = await manual.hold(t, "GET /api/compliance/tds/", {
    client,
    free: ["results.*.total_payout", "results.*.tds_deducted"],
  });
  t.like(records.at("results.0"), { total_payout: "10000.00", tds_deducted: "500.00" });
});

test.serial("48 to 51. Reports APIs", async (t) => {
  const { manual, admin } = scene;
  const { client } = user;
  const figures = { free: ["*"] };
  const own = await manual.hold(t, "GET /api/reports/dashboard/", { client, ...figures });
  t.deepEqual(own.body, {
    wallet_balance: "10000.00",
    total_earnings: "0.00",
    total_withdrawn: "10000.00",
    active_bookings: 2,
    total_bookings: 3,
    binary_pairs: 0,
    pending_payouts: 0,
  });
  await manual.hold(t, "GET /api/reports/dashboard/", {
    client: admin.client,
    when: "caller is admin or superuser",
    ...figures,
  });
  const sales = await manual.hold(t, "GET /api/reports/sales/", {
    client: admin.client,
    ...figures,
  });
  t.deepEqual(sales.body, { total_sales: "52500.00", total_transactions: 4, bookings: 3 });
  const query = { user_id: String(user.id) };
  const free = ["bookings", "total_paid", "wallet_balance", "binary_pairs", "payouts"];
  for (const call of [{ client }, { client: admin.client, query }]) {
    const report = await manual.hold(t, "GET /api/reports/user/", { ...call, free });
    t.like(report.body, { bookings: 3, total_paid: "52500.00", payouts: 1 });
    const wallet = await manual.hold(t, "GET /api/reports/wallet/", { ...call, ...figures });
    t.like(wallet.body, { total_credit: "20000.00", total_debit: "10000.00" });
  }
});

test.serial("every answer under these headings was held", (t) => {
  const held = [
    sections.bookings,
    sections.wallet,
    sections.payouts,
    sections.notifications,
    sections.compliance,
    sections.reports,
  ];
  t.deepEqual(scene.manual.unheld(...held), []);
});
