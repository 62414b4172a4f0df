import test from "ava";
import { faultsInBooks } from "../../../world/books.js";
import { balanceOf, booked, EMI, fund, movementsOf, pay } from "../../../world/ev-money.js";
import { accountIdOf } from "../../../world/ev-papers.js";
import { admin, signUp, type Member } from "../../../world/ev.js";
import { eventually } from "../../../world/eventually.js";
import { entriesAbout } from "../../../world/ledger.js";
import { openServiceWorld, type ServiceWorld } from "../../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

/** All that the journal has of a member, once it is that much. */
async function entries(member: Member, count: number): Promise<string[]> {
  const id = await accountIdOf(world, member);
  return eventually("the entries", async () => {
    const found = await entriesAbout(world, id);
    return found.length >= count ? found : undefined;
  });
}

/** What the journal has of the booking that prints this id. */
async function entriesOfBooking(serial: number): Promise<string[]> {
  const [row] = await world.service.foundation.database.rows<{ readonly id: string }>(
    "SELECT id FROM instalment_bookings WHERE serial = $1",
    [serial],
  );
  return entriesAbout(world, `booking:${row?.id}`);
}

async function isActive({ client }: Member): Promise<unknown> {
  return (await client.get("/api/users/profile/")).at("is_active_buyer");
}

/** What is paid, and what the booking is then: the contract's walk. */
const WALK = [
  ["500.00", "500.00", "49500.00", "pre_booked", false],
  ["4499.99", "4999.99", "45000.01", "pre_booked", false],
  ["0.01", "5000.00", "45000.00", "confirmed", true],
  ["45000.00", "50000.00", "0.00", "completed", true],
] as const;

test.serial("recommended, booked, paid, active: the sponsor has 500.00", async (t) => {
  const sponsor = await signUp(world);
  const member = await signUp(world, { referral_code: sponsor.referralCode });
  const node = await member.client.get("/api/binary/nodes/my_tree/");
  t.like(node.body, { user: member.id, parent: sponsor.id, side: "left", level: 1 });
  const root = await sponsor.client.get("/api/binary/nodes/my_tree/");
  t.like(root.body, { parent: null, side: null, level: 0, left_count: 1, right_count: 0 });
  const id = await booked(member, EMI);
  const place = `/api/booking/bookings/${id}/`;
  t.like((await member.client.get(place)).body, { total_paid: "0.00", status: "pre_booked" });
  for (const [amount, total_paid, remaining_amount, status, active] of WALK) {
    const paid = await pay(member, id, amount);
    t.is(paid.status, 201, paid.raw);
    t.like((await member.client.get(place)).body, { total_paid, remaining_amount, status });
    t.is(await isActive(member), active, total_paid);
    const earned = active ? [["REFERRAL_BONUS", "500.00", "500.00"]] : [];
    t.deepEqual(await movementsOf(sponsor), earned, total_paid);
  }
  t.deepEqual(await entries(member, 5), [
    ...WALK.map(
      ([amount]) =>
        `InstalmentPaid: +${amount} asset:bank:online -${amount} liability:booking:escrow`,
    ),
    "BookingPaidOff: +50000.00 liability:booking:escrow -50000.00 revenue:vehicle_sales",
  ]);
  t.deepEqual(await entries(sponsor, 1), [
    "WalletCredited: +500.00 expense:referral_bonus -500.00 liability:wallet",
  ]);
  t.deepEqual((await pay(member, id, 1)).body, { error: "Amount exceeds remaining amount" });
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("each way to pay has its own account", async (t) => {
  const member = await signUp(world);
  const id = await booked(member);
  await fund(world, member, 1000);
  for (const method of ["online", "bank_transfer", "cash", "wallet"]) {
    t.is((await pay(member, id, 1000, method)).status, 201, method);
  }
  t.deepEqual(await movementsOf(member), [
    ["DEPOSIT", "1000.00", "1000.00"],
    ["EMI_DEDUCTION", "1000.00", "0.00"],
  ]);
  const paid = (from: string) =>
    `InstalmentPaid: +1000.00 ${from} -1000.00 liability:booking:escrow`;
  t.deepEqual(await entries(member, 6), [
    "WalletCredited: +1000.00 asset:bank:deposits -1000.00 liability:wallet",
    paid("asset:bank:online"),
    paid("asset:bank:bank_transfer"),
    paid("asset:bank:cash"),
    paid("asset:wallet:due"),
    "WalletHoldCaptured: +1000.00 liability:wallet -1000.00 asset:wallet:due",
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});

test.serial("a cancelled booking's money comes to the wallet", async (t) => {
  const member = await signUp(world);
  const id = await booked(member, EMI);
  await pay(member, id, 1500, "cash");
  await pay(member, id, "250.50");
  const boss = await admin(world);
  const cancelled = await boss.client.post(`/api/booking/bookings/${id}/cancel/`);
  t.is(cancelled.at("status"), "cancelled", cancelled.raw);
  t.is(await balanceOf(member), "1750.50");
  t.deepEqual(await movementsOf(member), [["REFUND", "1750.50", "1750.50"]]);
  t.deepEqual(await entriesOfBooking(id), [
    "InstalmentPaid: +1500.00 asset:bank:cash -1500.00 liability:booking:escrow",
    "InstalmentPaid: +250.50 asset:bank:online -250.50 liability:booking:escrow",
    "BookingCancelled: +1750.50 liability:booking:escrow" +
      " -1750.50 liability:refund:wallet:in_transit",
  ]);
  t.deepEqual((await entries(member, 3)).slice(2), [
    "WalletCredited: +1750.50 liability:refund:wallet:in_transit -1750.50 liability:wallet",
  ]);
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
});
