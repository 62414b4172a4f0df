import test from "ava";
import { faultsInBooks } from "../../../world/books.js";
import {
  askPayout,
  balanceOf,
  booked,
  financialYearOf,
  fund,
  movementsOf,
  pay,
  step,
  TRANSFER,
} from "../../../world/ev-money.js";
import { accountIdOf } from "../../../world/ev-papers.js";
import { admin, signedIn, signUp, type Member } from "../../../world/ev.js";
import { eventually } from "../../../world/eventually.js";
import { entriesAbout } from "../../../world/ledger.js";
import { openServiceWorld, type ServiceWorld } from "../../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

async function now(): Promise<string> {
  return (await world.http.get("/sandbox/clock")).text("now");
}

/** What the journal has of a member, but for the deposit that everything begins with. */
async function entries(member: Member, count: number): Promise<readonly string[]> {
  const id = await accountIdOf(world, member);
  return eventually("the entries", async () => {
    const found = await entriesAbout(world, id);
    return found.length > count ? found.slice(1) : undefined;
  });
}

async function funded(amount: number): Promise<Member> {
  const member = await signUp(world);
  await fund(world, member, amount);
  return member;
}

async function recordsOf({ client }: Member): Promise<readonly unknown[]> {
  return (await client.get("/api/compliance/tds/")).list("results");
}

/** Asked for, processed and completed. */
async function paidOut(member: Member, amount: unknown, given: object = {}): Promise<number> {
  const boss = await admin(world);
  const id = (await askPayout(member, amount, { ...given })).number("id");
  for (const name of ["process", "complete"]) await step(boss, id, name, TRANSFER);
  return id;
}

const SENT = "WalletHoldCaptured: +10000.00 liability:wallet -500.00 liability:tax:tds";
const IN_TRANSIT = "liability:payout:bank_transfer:in_transit";

test.serial("10,000.00: 500.00 of tax, 9,500.00 to the bank, a record of the year", async (t) => {
  const member = await funded(15000);
  const asked = await askPayout(member, 10000);
  const id = asked.number("id");
  t.like(asked.body, { tds_amount: "500.00", net_amount: "9500.00", emi_amount: "0.00" });
  t.is(await balanceOf(member), "15000.00", "it is only held");
  const boss = await admin(world);
  t.is((await step(boss, id, "process")).at("status"), "processing");
  t.is(await balanceOf(member), "5000.00");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
  t.is((await step(boss, id, "complete", TRANSFER)).at("status"), "completed");
  t.deepEqual(await entries(member, 2), [
    `${SENT} -9500.00 ${IN_TRANSIT}`,
    `PayoutCompleted: +9500.00 ${IN_TRANSIT} -9500.00 asset:bank:main`,
  ]);
  const [record, ...others] = await recordsOf(member);
  t.deepEqual(others, []);
  const year = financialYearOf(await now());
  t.like(record, { financial_year: year, total_payout: "10000.00", tds_deducted: "500.00" });
  const { certificate_number: certificate } = record as { readonly certificate_number: string };
  const digits = `${year.slice(0, 4)}${year.slice(5)}`;
  t.regex(certificate, new RegExp(`^TDS${digits}\\d{3}$`));
  await paidOut(member, 2000);
  t.like((await recordsOf(member))[0], {
    total_payout: "12000.00",
    tds_deducted: "600.00",
    certificate_number: certificate,
  });
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

/** Requested, tax, net: the contract's worked numbers, the ceiling among them. */
const WORKED = [
  ["400.00", "20.00", "380.00"],
  ["1234.56", "61.73", "1172.83"],
  ["2000.00", "100.00", "1900.00"],
  ["10000.00", "500.00", "9500.00"],
  ["100000.00", "5000.00", "95000.00"],
  ["199999.99", "10000.00", "189999.99"],
  ["200000.00", "10000.00", "190000.00"],
  ["200000.01", "10000.00", "190000.01"],
  ["300000.00", "10000.00", "290000.00"],
] as const;

test.serial("the tax is 5 percent, half a paisa up, and 10,000.00 at most", async (t) => {
  const member = await funded(300000);
  for (const [amount, tds_amount, net_amount] of WORKED) {
    const asked = await askPayout(member, amount);
    t.like(asked.body, { requested_amount: amount, tds_amount, net_amount });
    const id = asked.number("id");
    const cancelled = await member.client.post(`/api/payout/${id}/cancel/`);
    t.is(cancelled.at("status"), "cancelled", "which frees what was held");
  }
  await paidOut(member, "300000.00");
  t.deepEqual(await entries(member, 2), [
    "WalletHoldCaptured: +300000.00 liability:wallet -10000.00 liability:tax:tds" +
      ` -290000.00 ${IN_TRANSIT}`,
    `PayoutCompleted: +290000.00 ${IN_TRANSIT} -290000.00 asset:bank:main`,
  ]);
  t.is(await balanceOf(member), "0.00");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("an EMI of 2,000.00 is paid on the way: the bank gets 7,500.00", async (t) => {
  const member = await funded(10000);
  const emi = { emi_amount: 2000, emi_duration_months: 10, total_amount: 20000 };
  const booking = await booked(member, emi);
  await paidOut(member, 10000, { emi_auto_filled: true });
  const paid = await member.client.get(`/api/booking/bookings/${booking}/`);
  t.like(paid.body, { total_paid: "2000.00", remaining_amount: "18000.00", emi_paid_count: 1 });
  t.deepEqual(await entries(member, 3), [
    `${SENT} -2000.00 liability:emi:held -7500.00 ${IN_TRANSIT}`,
    `PayoutCompleted: +7500.00 ${IN_TRANSIT} -7500.00 asset:bank:main`,
    "InstalmentPaid: +2000.00 liability:emi:held -2000.00 liability:booking:escrow",
  ]);
  const payments = await member.client.get("/api/booking/payments/");
  t.like(payments.at("results.0"), { amount: "2000.00", payment_method: "wallet" });
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("no EMI is taken that nobody owes, or that the rest does not need", async (t) => {
  const member = await funded(10000);
  const ask = async () => {
    const asked = await askPayout(member, 1000, { emi_auto_filled: true });
    await member.client.post(`/api/payout/${asked.number("id")}/cancel/`);
    return asked.at("emi_amount");
  };
  t.is(await ask(), "0.00", "no booking");
  const booking = await booked(member, { emi_amount: 5000, total_amount: 6000 });
  t.is(await ask(), "950.00", "all that is left after tax");
  await pay(member, booking, "5900.01");
  t.is(await ask(), "99.99", "all that is owed");
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("rejected on its way, everything comes back: wallet, tax, record", async (t) => {
  const member = await funded(10000);
  await booked(member, { emi_amount: 2000, total_amount: 20000 });
  const boss = await admin(world);
  const id = (await askPayout(member, 10000, { emi_auto_filled: true })).number("id");
  await step(boss, id, "process");
  t.is(await balanceOf(member), "0.00");
  const rejected = await step(boss, id, "reject", { reason: "Bank details do not match" });
  t.is(rejected.at("status"), "rejected", rejected.raw);
  t.deepEqual(await movementsOf(member), [
    ["DEPOSIT", "10000.00", "10000.00"],
    ["PAYOUT", "10000.00", "0.00"],
    ["REFUND", "10000.00", "10000.00"],
  ]);
  t.deepEqual(await entries(member, 2), [
    `${SENT} -2000.00 liability:emi:held -7500.00 ${IN_TRANSIT}`,
    "WalletCredited: +500.00 liability:tax:tds +2000.00 liability:emi:held" +
      ` +7500.00 ${IN_TRANSIT} -10000.00 liability:wallet`,
  ]);
  t.like((await recordsOf(member))[0], { total_payout: "0.00", tds_deducted: "0.00" });
  const wallet = await member.client.get("/api/wallet/my_wallet/");
  t.like(wallet.body, { balance: "10000.00", total_withdrawn: "0.00" });
  t.deepEqual((await step(boss, id, "complete", TRANSFER)).status, 400);
  t.deepEqual((await step(boss, id, "process")).body, { error: "Payout already processed" });
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("the first of April begins another record", async (t) => {
  const member = await funded(3000);
  await paidOut(member, 1000);
  const before = await now();
  const year = financialYearOf(before);
  const april = Date.parse(`${Number(year.slice(0, 4)) + 1}-04-01T00:00:00Z`);
  const last = Math.floor((april - Date.parse(before)) / 1000) - 120;
  await world.http.post("/sandbox/clock", { advance_seconds: last });
  await paidOut(await signedIn(world, member.email), 1000);
  await world.http.post("/sandbox/clock", { advance_seconds: 180 });
  const later = await signedIn(world, member.email);
  await paidOut(later, 1000);
  const records = (await recordsOf(later)) as readonly Readonly<Record<string, string>>[];
  const next = financialYearOf(await now());
  t.not(next, year);
  const told = records.map((row) => [row["financial_year"], row["total_payout"]].join(" "));
  t.deepEqual(told.toSorted(), [`${year} 2000.00`, `${next} 1000.00`]);
  t.is(new Set(records.map((row) => row["certificate_number"])).size, 2);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});
