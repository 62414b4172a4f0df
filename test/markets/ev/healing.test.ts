import { randomUUID } from "node:crypto";
import test from "ava";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { PayoutCommand } from "../../../src/modules/payout/commands.js";
import { payouts } from "../../../src/modules/payout/payout.js";
import type { HoldPurpose } from "../../../src/modules/wallet/facts.js";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import { balanceOf, booked, fund } from "../../world/ev-money.js";
import { accountIdOf, newMember } from "../../world/ev-papers.js";
import type { Member } from "../../world/ev.js";
import { eventually } from "../../world/eventually.js";
import { envelope } from "../../world/log-world.js";
import { openServiceWorld, type ServiceWorld } from "../../world/service.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

function inEv() {
  return { ...envelope(), marketplace: "ev" };
}

/** The first append of a request that then died: money is held and nothing else is done. */
async function hold(walletId: string, amount: number, purpose: HoldPurpose): Promise<string> {
  const { eventLog } = world.service.foundation;
  const holdId = purpose.kind === "payout" ? purpose.payoutId : purpose.paymentId;
  const command = { type: "PlaceHold", holdId, amount, purpose } as const;
  const placed = await eventLog.execute(wallets, walletId, command, inEv());
  if (isRejection(placed)) throw new Error(placed.message);
  return holdId;
}

async function instalmentOf(member: Member, amount: number): Promise<string> {
  const accountId = await accountIdOf(world, member);
  const [row] = await world.service.foundation.database.rows<{ readonly id: string }>(
    "SELECT id FROM instalment_bookings WHERE customer_id = $1",
    [accountId],
  );
  const payment = { paymentId: randomUUID(), paymentNumber: 900_001, transactionId: "TXN900001" };
  await hold(accountId, amount, { kind: "instalment", bookingId: row?.id ?? "", ...payment });
  return accountId;
}

test("a hold whose payment was never made is paid with", async (t) => {
  const member = await newMember(world);
  const id = await booked(member);
  await fund(world, member, 100);
  await instalmentOf(member, 10_000);
  await eventually("the wallet is debited", async () =>
    (await balanceOf(member)) === "0.00" ? true : undefined,
  );
  t.is((await member.client.get(`/api/booking/bookings/${id}/`)).at("total_paid"), "100.00");
});

test("a hold that its booking does not take is freed", async (t) => {
  const member = await newMember(world);
  await booked(member, { total_amount: 500 });
  await fund(world, member, 600);
  const accountId = await instalmentOf(member, 50_001);
  await eventually("the hold is gone", async () => {
    const wallet = await world.service.foundation.eventLog.load(wallets, accountId);
    return wallet?.held === 0 ? true : undefined;
  });
  t.is(await balanceOf(member), "600.00");
});

test("a payout that was held, and one that was sent, go on by themselves", async (t) => {
  const member = await newMember(world);
  await fund(world, member, 1000);
  const accountId = await accountIdOf(world, member);
  const payoutId = await hold(accountId, 100_000, {
    kind: "payout",
    payoutId: randomUUID(),
    number: "900001",
    rail: "bank_transfer",
    tds: 5_000,
    net: 95_000,
    emiAutoFilled: false,
    emi: null,
  });
  const { eventLog } = world.service.foundation;
  await eventually(
    "the payout is requested",
    async () => (await eventLog.load(payouts, payoutId)) ?? undefined,
  );
  const tax = { financialYear: "2025-26", number: 9, certificateNumber: "TDS202526009" };
  const take = async (command: PayoutCommand): Promise<void> => {
    const done = await eventLog.execute(payouts, payoutId, command, inEv());
    if (isRejection(done)) throw new Error(done.message);
  };
  await take({ type: "SendPayout", tax });
  await eventually("the money has left", async () =>
    (await balanceOf(member)) === "0.00" ? true : undefined,
  );
  await take({ type: "RejectPayout", reason: "Account closed" });
  await eventually("the money is back", async () =>
    (await balanceOf(member)) === "1000.00" ? true : undefined,
  );
  t.is((await member.client.get("/api/compliance/tds/")).at("results.0.tds_deducted"), "0.00");
});
