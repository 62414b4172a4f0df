import test from "ava";
import type { ExecutionContext } from "ava";
import { newId } from "../../src/kernel/ids.js";
import { isRejection } from "../../src/kernel/rejection.js";
import type { WalletCommand } from "../../src/modules/wallet/commands.js";
import { wallets } from "../../src/modules/wallet/wallet.js";
import type { Answer } from "../world/answer.js";
import { faultsInBooks } from "../world/books.js";
import { envelope } from "../world/log-world.js";
import { admin, book, customer, pay, serviceIds } from "../world/minuteserv.js";
import { bookInCash, newWorker } from "../world/minuteserv-partner.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";
import { acceptedBooking, assertOneWins, haveAccepted, ROUNDS } from "./racing.js";

let world: ServiceWorld;

test.before(async () => {
  world = await openServiceWorld({ RATE_LIMITS: "off" });
});

test.after.always(() => world.close());

function rows<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
  return world.service.foundation.database.rows<R>(sql, values);
}

async function assertSound(t: ExecutionContext): Promise<void> {
  t.deepEqual(await faultsInBooks(world.service.foundation.database), []);
}

test.serial("accepting, declining and reassigning at once leave one holder", async (t) => {
  const staff = await admin(world);
  const [first, second] = [await newWorker(world), await newWorker(world)];
  for (const round of ROUNDS) {
    const client = await customer(world);
    const id = await bookInCash(world, client, { days: round + 3 });
    await staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: first.id });
    const [taken, left, moved] = await Promise.all([
      first.client.post(`/partner/bookings/${id}/accept`),
      first.client.post(`/partner/bookings/${id}/reject`, { reason: "Too far" }),
      staff.post(`/admin/bookings/${id}/assign-partner`, { partner_id: second.id }),
    ]);
    t.is(moved.status, 200, moved.raw);
    t.true([200, 404, 409].includes(taken.status), taken.raw);
    t.true([200, 404, 409].includes(left.status), left.raw);
    t.false(taken.status === 200 && left.status === 200, "accepted and rejected");
    const late = await first.client.post(`/partner/bookings/${id}/accept`);
    t.true([404, 409].includes(late.status), late.raw);
    const held = await second.client.post(`/partner/bookings/${id}/accept`);
    t.is(held.status, 200, held.raw);
  }
  await assertSound(t);
});

test.serial("cancelling and completing at once: one wins and the books balance", async (t) => {
  const staff = await admin(world);
  const worker = await newWorker(world);
  for (const _ of ROUNDS) {
    const { client, id } = await acceptedBooking(world, worker, staff);
    const answers = await Promise.all([
      client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" }),
      worker.client.post(`/partner/bookings/${id}/complete`, {}),
    ]);
    assertOneWins(t, answers, 200, /^(409|404) /);
  }
  await assertSound(t);
});

test.serial("cancelling while the payment is captured gives the money back", async (t) => {
  for (const _ of ROUNDS) {
    const client = await customer(world);
    const booked = await book(world, client, {
      serviceIds: await serviceIds(client, "Facial - Exclusive"),
    });
    const id = booked.text("data.booking.id");
    const [cancelled] = await Promise.all([
      client.post(`/bookings/${id}/cancel`, { reason: "Change of plans" }),
      pay(world, booked.text("data.payment.order_id")),
    ]);
    t.is(cancelled.status, 200, cancelled.raw);
    await assertSound(t);
    const sql = "SELECT amount FROM refunds WHERE booking_id = $1";
    const back = await rows<{ amount: number }>(sql, [id]);
    t.deepEqual(back, [{ amount: booked.number("data.payment.amount") }]);
  }
});

test.serial("a refund while the booking completes takes back the earning, too", async (t) => {
  const staff = await admin(world);
  const worker = await newWorker(world);
  for (const _ of ROUNDS) {
    const { id } = await acceptedBooking(world, worker, staff);
    const refund = { amount: 100, reason: "Late" };
    const [completed, refunded] = await Promise.all([
      worker.client.post(`/partner/bookings/${id}/complete`, {}),
      staff.post(`/admin/bookings/${id}/refund`, refund),
    ]);
    t.is(completed.status, 200, completed.raw);
    t.is(refunded.status, 200, refunded.raw);
  }
  await assertSound(t);
});

test.serial("a refund of cash that has only just been taken is not lost", async (t) => {
  const staff = await admin(world);
  const worker = await newWorker(world);
  for (const round of ROUNDS) {
    const id = await bookInCash(world, await customer(world), { days: round + 3 });
    await haveAccepted(worker, staff, id);
    const completing = worker.client.post(`/partner/bookings/${id}/complete`, {});
    let refunded: Answer;
    do {
      const refund = { amount: 100, reason: "Late" };
      refunded = await staff.post(`/admin/bookings/${id}/refund`, refund);
    } while (refunded.status === 409);
    t.is(refunded.status, 200, refunded.raw);
    t.is((await completing).status, 200);
    await assertSound(t);
    const ordered = await rows("SELECT id FROM refunds WHERE booking_id = $1", [id]);
    t.is(ordered.length, 1);
  }
});

test.serial("two payouts at once do not pay the same earnings", async (t) => {
  const staff = await admin(world);
  const worker = await newWorker(world);
  for (const _ of ROUNDS) {
    const { id } = await acceptedBooking(world, worker, staff);
    await worker.client.post(`/partner/bookings/${id}/complete`, {});
    const asked = { partner_id: worker.id, payment_method: "bank_transfer" };
    const answers = await Promise.all([1, 2, 3].map(() => staff.post("/admin/payouts", asked)));
    const payout = assertOneWins(t, answers, 201, /^(409|422) /);
    const payoutId = payout.text("data.payout.id");
    const ends = await Promise.all([
      staff.post(`/admin/payouts/${payoutId}/process`, { bank_transaction_id: "TXN1" }),
      staff.post(`/admin/payouts/${payoutId}/fail`, { failure_reason: "Invalid account" }),
    ]);
    const end = assertOneWins(t, ends, 200, /^409 /);
    if (end.text("data.status") === "failed") {
      const again = await staff.post("/admin/payouts", asked);
      t.is(again.status, 201, again.raw);
      const redone = again.text("data.payout.id");
      await staff.post(`/admin/payouts/${redone}/process`, { bank_transaction_id: "TXN2" });
    }
  }
  await assertSound(t);
});

test.serial("a wallet's last rupee is spent once", async (t) => {
  const { eventLog } = world.service.foundation;
  for (const _ of ROUNDS) {
    const walletId = newId();
    const credit = { walletId, ownerId: newId(), currency: "INR", kind: "deposit" } as const;
    const deposit = { ...credit, transactionId: newId(), amount: 100, reference: null };
    await eventLog.execute(wallets, walletId, { type: "CreditWallet", ...deposit }, envelope());
    const spending: WalletCommand[] = [1, 2, 3, 4].map((number) =>
      number % 2 === 0
        ? { type: "PlaceHold", holdId: newId(), amount: 100 }
        : {
            type: "DebitWallet",
            transactionId: newId(),
            amount: 100,
            bookingId: newId(),
            reference: null,
          },
    );
    const outcomes = await Promise.all(
      spending.map((command) => eventLog.execute(wallets, walletId, command, envelope())),
    );
    t.is(outcomes.filter((outcome) => !isRejection(outcome)).length, 1);
    for (const outcome of outcomes) {
      if (isRejection(outcome)) t.is(outcome.reason, "insufficient_balance");
    }
  }
});
