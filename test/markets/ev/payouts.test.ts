import { randomUUID } from "node:crypto";
import test from "ava";
import {
  askPayout,
  balanceOf,
  booked,
  fund,
  ledgerBalance,
  movementsOf,
  pay,
  step as adminStep,
  TRANSFER,
} from "../../world/ev-money.js";
import { accountIdOf, newMember } from "../../world/ev-papers.js";
import { admin, staff, type Member } from "../../world/ev.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;
let boss: Member;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
  boss = await admin(world);
});

test.after.always(() => world.close());

function step(id: number, name: string, body?: object) {
  return adminStep(boss, id, name, body);
}

test.serial(
  "10,000.00 withholds 500.00, pays 2,000.00 of the EMI and wires 7,500.00",
  async (t) => {
    const member = await newMember(world);
    await fund(world, member, 15000);
    const emi = { emi_amount: 2000, emi_duration_months: 10 };
    const booking = await booked(member, { total_amount: 20000, ...emi });
    const asked = await askPayout(member, 10000, { emi_auto_filled: true });
    t.is(asked.status, 201, asked.raw);
    t.like(asked.body, {
      user: member.id,
      requested_amount: "10000.00",
      tds_amount: "500.00",
      net_amount: "9500.00",
      bank_name: "State Bank of India",
      status: "pending",
      emi_auto_filled: true,
      emi_amount: "2000.00",
    });
    t.is(await balanceOf(member), "15000.00");
    const id = asked.number("id");
    const [bank, tds] = await Promise.all([
      ledgerBalance(world, "asset:bank:main"),
      ledgerBalance(world, "liability:tax:tds"),
    ]);
    const processed = await step(id, "process");
    t.is(processed.status, 200, processed.raw);
    t.like(processed.body, { id, status: "processing", net_amount: "9500.00" });
    t.is(await balanceOf(member), "5000.00");
    t.is(await ledgerBalance(world, "liability:tax:tds"), tds + 50_000);
    const completed = await step(id, "complete", TRANSFER);
    t.like(completed.body, { id, status: "completed", ...TRANSFER });
    t.is(await ledgerBalance(world, "asset:bank:main"), bank - 750_000);
    t.is(await ledgerBalance(world, "liability:payout:bank_transfer:in_transit"), 0);
    const ownerId = await accountIdOf(world, member);
    t.is(await ledgerBalance(world, `liability:emi:${ownerId}:held`), 0);
    const paid = await member.client.get(`/api/booking/bookings/${booking}/`);
    t.like(paid.body, { total_paid: "2000.00", emi_paid_count: 1 });
    const wallet = await member.client.get("/api/wallet/my_wallet/");
    t.like(wallet.body, { balance: "5000.00", total_withdrawn: "10000.00" });
    const records = await member.client.get("/api/compliance/tds/");
    t.like(records.at("results.0"), { total_payout: "10000.00", tds_deducted: "500.00" });
    t.regex(String(records.at("results.0.certificate_number")), /^TDS\d{6}\d{3}$/);
    const transactions = await member.client.get("/api/payout/transactions/");
    t.like(transactions.at("results.0"), {
      payout_id: id,
      amount: "10000.00",
      transaction_type: "payout",
      description: `Payout request #${id}`,
    });
  },
);

test.serial("300,000.00 withholds no more than 10,000.00", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 300000);
  const asked = await askPayout(member, "300000.00");
  t.like(asked.body, { tds_amount: "10000.00", net_amount: "290000.00", emi_amount: "0.00" });
  const id = asked.number("id");
  await step(id, "process");
  await step(id, "complete", TRANSFER);
  t.is(await balanceOf(member), "0.00");
});

test.serial("what is asked for cannot be asked for again", async (t) => {
  const member = await newMember(world);
  const none = await askPayout(member, 1);
  t.is(none.status, 400);
  t.deepEqual(none.body, { requested_amount: ["Insufficient wallet balance"] });
  await fund(world, member, 1000);
  t.is((await askPayout(member, 600)).status, 201);
  const over = await askPayout(member, 400.01);
  t.deepEqual(over.body, { requested_amount: ["Insufficient wallet balance"] });
  t.is((await askPayout(member, 400)).status, 201);
  t.is(await balanceOf(member), "1000.00");
});

test.serial("a payout is processed once, however many try", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 1000);
  const id = (await askPayout(member, 1000)).number("id");
  const tries = await Promise.all([1, 2, 3].map(() => step(id, "process")));
  t.deepEqual(
    tries.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 400, 400],
  );
  for (const { status, body } of tries) {
    if (status === 400) t.deepEqual(body, { error: "Payout already processed" });
  }
  t.is(await balanceOf(member), "0.00");
});

test.serial("completing needs processing first, and is done once", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 1000);
  const id = (await askPayout(member, 1000)).number("id");
  t.deepEqual((await step(id, "complete", TRANSFER)).body, {
    error: "Payout is not processed yet",
  });
  await step(id, "process");
  t.deepEqual((await step(id, "complete", {})).body, {
    transaction_id: ["This field is required."],
  });
  t.is((await step(id, "complete", TRANSFER)).status, 200);
  t.deepEqual((await step(id, "complete", TRANSFER)).body, { error: "Payout already completed" });
});

test.serial("a rejected payout comes back whole, and its tax out of the record", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 1000);
  const before = await ledgerBalance(world, "liability:tax:tds");
  const onItsWay = await ledgerBalance(world, "liability:payout:bank_transfer:in_transit");
  const id = (await askPayout(member, 1000)).number("id");
  await step(id, "process");
  const rejected = await step(id, "reject", { reason: "Bank details do not match" });
  t.like(rejected.body, { id, status: "rejected", rejection_reason: "Bank details do not match" });
  t.deepEqual(await movementsOf(member), [
    ["DEPOSIT", "1000.00", "1000.00"],
    ["PAYOUT", "1000.00", "0.00"],
    ["REFUND", "1000.00", "1000.00"],
  ]);
  t.is(await ledgerBalance(world, "liability:tax:tds"), before);
  t.is(await ledgerBalance(world, "liability:payout:bank_transfer:in_transit"), onItsWay);
  const record = await member.client.get("/api/compliance/tds/");
  t.like(record.at("results.0"), { total_payout: "0.00", tds_deducted: "0.00" });
});

test.serial(
  "a pending payout is cancelled by its owner, or rejected, and frees its money",
  async (t) => {
    const member = await newMember(world);
    await fund(world, member, 1000);
    const first = (await askPayout(member, 1000)).number("id");
    const cancelled = await member.client.post(`/api/payout/${first}/cancel/`);
    t.is(cancelled.at("status"), "cancelled");
    const second = (await askPayout(member, 1000)).number("id");
    t.is((await step(second, "reject", { reason: "no" })).at("status"), "rejected");
    t.is((await askPayout(member, 1000)).status, 201);
    t.is(await balanceOf(member), "1000.00");
    t.deepEqual((await step(first, "process")).body, { error: "Payout already processed" });
  },
);

test.serial("an EMI that its booking no longer takes goes back to the wallet", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 10000);
  const booking = await booked(member, { total_amount: 2000, emi_amount: 2000 });
  const id = (await askPayout(member, 10000, { emi_auto_filled: true })).number("id");
  await step(id, "process");
  await pay(member, booking, 2000);
  await step(id, "complete", TRANSFER);
  t.is(await balanceOf(member), "2000.00");
  t.deepEqual((await movementsOf(member)).at(-1), ["REFUND", "2000.00", "2000.00"]);
});

test.serial("only admins process, and only owners and admins see", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 1000);
  const id = (await askPayout(member, 1000)).number("id");
  for (const other of [await newMember(world), await staff(world), member]) {
    for (const name of ["process", "complete", "reject"]) {
      const body = { ...TRANSFER, reason: "no" };
      const refused = await other.client.post(`/api/payout/${id}/${name}/`, body);
      t.is(refused.status, 403);
      t.deepEqual(refused.body, { detail: "You do not have permission to perform this action." });
    }
    if (other === member) continue;
    t.is((await other.client.post(`/api/payout/${id}/cancel/`)).status, 404);
    t.is((await other.client.get("/api/payout/")).at("count"), 0);
  }
  t.is((await member.client.get("/api/payout/?status=pending")).at("count"), 1);
  t.is((await step(999_999, "process")).status, 404);
});

test.serial("a request needs an amount and a bank account of the right form", async (t) => {
  const member = await newMember(world);
  for (const amount of [0, -1, "1.234", "x"]) {
    const refused = await askPayout(member, amount);
    t.is(refused.status, 400);
    t.deepEqual(Object.keys(refused.body as object), ["requested_amount"]);
  }
  for (const [field, value] of [
    ["ifsc_code", "SBIN1"],
    ["account_number", "12"],
    ["bank_name", ""],
    ["account_holder_name", ""],
  ] as const) {
    const refused = await askPayout(member, 1, { [field]: value });
    t.deepEqual(Object.keys(refused.body as object), [field], refused.raw);
  }
});

test.serial("an admin deposits into a wallet, once a key", async (t) => {
  const member = await newMember(world);
  const client = boss.client.with({ "idempotency-key": randomUUID() });
  const body = { user_id: member.id, amount: "250.50" };
  for (const _ of [1, 2]) t.is((await client.post("/api/wallet/deposit/", body)).status, 201);
  t.is(await balanceOf(member), "250.50");
  const refused = await member.client.post("/api/wallet/deposit/", body);
  t.is(refused.status, 403);
  const unknown = await boss.client.post("/api/wallet/deposit/", { user_id: 999_999, amount: 1 });
  t.deepEqual(unknown.body, { user_id: ["User not found."] });
});

test.serial("transactions are filtered by type and by day", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 100);
  const count = async (query: string) =>
    (await member.client.get(`/api/wallet/transactions/?${query}`)).at("count");
  const clock = await world.http.get("/sandbox/clock");
  const today = clock.text("now").slice(0, 10);
  t.is(await count("transaction_type=DEPOSIT"), 1);
  t.is(await count("transaction_type=PAYOUT"), 0);
  t.is(await count(`start_date=${today}&end_date=${today}`), 1);
  t.is(await count("end_date=2020-01-01"), 0);
  const wrong = await member.client.get("/api/wallet/transactions/?start_date=soon");
  t.is(wrong.status, 400);
});
