import { equal, ok } from "node:assert/strict";
import test from "ava";
import fc from "fast-check";
import { fold } from "../../../src/kernel/decider.js";
import { entriesOf } from "../../../src/kernel/id-map.js";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { WalletCommand } from "../../../src/modules/wallet/commands.js";
import type { WalletEvent } from "../../../src/modules/wallet/events.js";
import { available } from "../../../src/modules/wallet/state.js";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import { deposit } from "./a-wallet.js";

const amount = fc.integer({ min: -5, max: 400 });
const transactionId = fc.nat({ max: 30 }).map((n) => `t${n}`);
const holdId = fc.nat({ max: 8 }).map((n) => `h${n}`);

const command: fc.Arbitrary<WalletCommand> = fc.oneof(
  fc
    .tuple(transactionId, amount)
    .map(([id, paisa]) => ({ type: "CreditWallet", ...deposit(id, paisa) }) as const),
  fc.record({
    type: fc.constant("DebitWallet" as const),
    transactionId,
    amount,
    bookingId: fc.constant("b1"),
    reference: fc.constant(null),
  }),
  fc.record({ type: fc.constant("PlaceHold" as const), holdId, amount }),
  fc.record({ type: fc.constant("ReleaseHold" as const), holdId }),
  fc.record({
    type: fc.constant("CaptureHold" as const),
    holdId,
    transactionId,
  }),
);

/** The change of the balance that an event tells of, from the event alone. */
function movementOf(event: WalletEvent): number {
  if (event.type === "WalletHoldPlaced" || event.type === "WalletHoldReleased") return 0;
  equal(Math.abs(event.data.balanceAfter - event.data.balanceBefore), event.data.amount);
  return event.data.balanceAfter - event.data.balanceBefore;
}

test("no sequence overdraws a wallet, and its balance is the sum of its movements", (t) => {
  const law = fc.property(fc.array(command, { maxLength: 80, size: "max" }), (commands) => {
    let state = wallets.initial;
    let balance = 0;
    for (const one of commands) {
      const outcome = wallets.decide(one, state);
      if (isRejection(outcome)) continue;
      state = fold({ ...wallets, initial: state }, outcome);
      balance += outcome.map(movementOf).reduce((sum, movement) => sum + movement, 0);
      equal(state?.balance ?? 0, balance);
      ok(available(state) >= 0 && (state?.held ?? 0) >= 0);
      const again = wallets.decide(one, state);
      ok(!isRejection(again) && again.length === 0, "a repeat changes nothing");
    }
    const holds = state === null ? [] : entriesOf(state.holds).map(([, hold]) => hold);
    const held = holds.filter(({ status }) => status === "held");
    equal(
      state?.held ?? 0,
      held.reduce((sum, hold) => sum + hold.amount, 0),
    );
  });
  t.notThrows(() => fc.assert(law));
});
