import test from "ava";
import { admin, signUp, staff, type Member } from "../../world/ev.js";
import { askPayout, booked, fund, pay } from "../../world/ev-money.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** Paid 5,000 of one booking, cancelled another, has 20,000 of which 10,000 are asked for. */
async function busyMember(): Promise<Member> {
  const member = await signUp(world);
  await pay(member, await booked(member), 5000);
  const cancelled = await booked(member);
  await member.client.post(`/api/booking/bookings/${cancelled}/cancel/`);
  await fund(world, member, 20_000);
  await askPayout(member, 10_000);
  return member;
}

test("a member's dashboard shows their own figures, as their wallet does", async (t) => {
  const member = await busyMember();
  const figures = {
    wallet_balance: "20000.00",
    total_earnings: "0.00",
    total_withdrawn: "0.00",
    active_bookings: 1,
    total_bookings: 2,
    binary_pairs: 0,
    pending_payouts: 1,
  };
  t.deepEqual((await member.client.get("/api/reports/dashboard/")).body, figures);
  const wallet = await member.client.get("/api/wallet/my_wallet/");
  t.is(wallet.text("balance"), figures.wallet_balance);
  const { client: ofStaff } = await staff(world);
  t.is((await ofStaff.get("/api/reports/dashboard/")).at("total_users"), undefined);
});

test.serial("an admin's dashboard and sales grow with the market", async (t) => {
  const { client } = await admin(world);
  const before = await client.get("/api/reports/dashboard/");
  const sold = await client.get("/api/reports/sales/");
  await busyMember();
  const after = await client.get("/api/reports/dashboard/");
  t.true(after.number("total_users") > before.number("total_users"));
  t.true(after.number("active_buyers") > before.number("active_buyers"));
  t.true(after.number("total_bookings") > before.number("total_bookings"));
  t.true(Number(after.text("total_revenue")) >= Number(before.text("total_revenue")) + 5000);
  t.true(Number(after.text("total_wallet_balance")) >= 20_000);
  t.true(after.number("pending_payouts") > before.number("pending_payouts"));
  const sales = await client.get("/api/reports/sales/");
  t.true(Number(sales.text("total_sales")) >= Number(sold.text("total_sales")) + 5000);
  t.true(sales.number("total_transactions") > sold.number("total_transactions"));
  t.true(sales.number("bookings") > sold.number("bookings"));
  t.is(sales.text("total_sales"), after.text("total_revenue"));
  const nothing = await client.get("/api/reports/sales/?end_date=2001-01-01");
  t.deepEqual(nothing.body, { total_sales: "0.00", total_transactions: 0, bookings: 0 });
});

test("a report is one's own, and anybody's for an admin alone", async (t) => {
  const [member, other] = [await busyMember(), await signUp(world)];
  const { client } = await admin(world);
  const report = {
    user: {
      id: member.id,
      username: member.email,
      email: member.email,
      is_active_buyer: true,
    },
    bookings: 2,
    total_paid: "5000.00",
    wallet_balance: "20000.00",
    binary_pairs: 0,
    payouts: 1,
  };
  t.deepEqual((await member.client.get("/api/reports/user/")).body, report);
  t.deepEqual((await client.get(`/api/reports/user/?user_id=${member.id}`)).body, report);
  const nosy = await other.client.get(`/api/reports/user/?user_id=${member.id}`);
  t.is(nosy.number("user.id"), other.id);
  const nosyWallet = await other.client.get(`/api/reports/wallet/?user_id=${member.id}`);
  t.is(nosyWallet.number("total_transactions"), 0);
  t.is((await client.get("/api/reports/user/?user_id=999999999")).status, 404);
  t.is((await client.get("/api/reports/user/?user_id=abc")).status, 400);
});

test("a wallet's report sums what moved, by type, between two days", async (t) => {
  const member = await busyMember();
  const booking = await booked(member);
  await pay(member, booking, 500, "wallet");
  const report = await member.client.get("/api/reports/wallet/");
  t.deepEqual(report.body, {
    total_transactions: 2,
    total_credit: "20000.00",
    total_debit: "500.00",
    by_type: [
      { transaction_type: "EMI_DEDUCTION", count: 1, total: "500.00" },
      { transaction_type: "DEPOSIT", count: 1, total: "20000.00" },
    ],
  });
  const balance = (await member.client.get("/api/wallet/my_wallet/")).text("balance");
  t.is(balance, "19500.00");
  const none = await member.client.get("/api/reports/wallet/?end_date=2001-01-01");
  t.deepEqual(none.body, {
    total_transactions: 0,
    total_credit: "0.00",
    total_debit: "0.00",
    by_type: [],
  });
});

test("reports refuse strangers, wrong days and whom they are not for", async (t) => {
  const { client } = await signUp(world);
  const { client: ofStaff } = await staff(world);
  for (const one of [client, ofStaff]) {
    const refused = await one.get("/api/reports/sales/");
    t.is(refused.status, 403);
    t.deepEqual(refused.body, { detail: "You do not have permission to perform this action." });
  }
  const wrong = await client.get("/api/reports/wallet/?start_date=yesterday");
  t.is(wrong.status, 400);
  t.deepEqual(wrong.body, {
    start_date: ["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."],
  });
  for (const name of ["dashboard", "sales", "user", "wallet"]) {
    const stranger = await world.http.at("/ev").get(`/api/reports/${name}/`);
    t.is(stranger.status, 401);
    t.deepEqual(stranger.body, { detail: "Authentication credentials were not provided." });
  }
});
