import test from "ava";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import { given } from "../scenario.js";
import { captured, credited, placed, released } from "./a-wallet.js";

const rich = credited("t1", 500, 0);
const place = { type: "PlaceHold", holdId: "h1", amount: 300 } as const;
const release = { type: "ReleaseHold", holdId: "h1" } as const;
const capture = { type: "CaptureHold", holdId: "h1", transactionId: "t2" } as const;

test("a hold is placed once", (t) => {
  given(t, wallets, rich).when(place).yields(placed("h1", 300));
  const history = given(t, wallets, rich, placed("h1", 300));
  history.when(place).yields();
  history.when({ ...place, amount: 100 }).refuses("conflict", "hold_id_taken");
});

test("what is held cannot be held again", (t) => {
  const history = given(t, wallets, rich, placed("h1", 300));
  history.when({ ...place, holdId: "h2" }).refuses("invalid", "insufficient_balance");
  history.when({ ...place, holdId: "h2", amount: 200 }).yields(placed("h2", 200));
});

test("a released hold can be spent again, and is released once", (t) => {
  given(t, wallets, rich, placed("h1", 300)).when(release).yields(released("h1", 300));
  const history = given(t, wallets, rich, placed("h1", 300), released("h1", 300));
  history.when(release).yields();
  history.when({ ...place, holdId: "h2", amount: 500 }).yields(placed("h2", 500));
});

test("a captured hold is spent, once", (t) => {
  given(t, wallets, rich, placed("h1", 300))
    .when(capture)
    .yields(captured("h1", "t2", 300, 500));
  const history = given(t, wallets, rich, placed("h1", 300), captured("h1", "t2", 300, 500));
  history.when(capture).yields();
  history.when({ ...place, holdId: "h2", amount: 201 }).refuses("invalid", "insufficient_balance");
  history.when({ ...place, holdId: "h2", amount: 200 }).yields(placed("h2", 200));
});

test("what was captured is not released, and what was released not captured", (t) => {
  given(t, wallets, rich, placed("h1", 300), captured("h1", "t2", 300, 500))
    .when(release)
    .refuses("conflict", "hold_captured");
  given(t, wallets, rich, placed("h1", 300), released("h1", 300))
    .when(capture)
    .refuses("conflict", "hold_released");
});

test("a settled hold is not placed anew by a late repeat", (t) => {
  given(t, wallets, rich, placed("h1", 300), released("h1", 300)).when(place).yields();
});

test("a capture cannot use another movement's id", (t) => {
  given(t, wallets, rich, placed("h1", 300))
    .when({ ...capture, transactionId: "t1" })
    .refuses("conflict", "transaction_id_taken");
});

test("an unknown hold is neither released nor captured", (t) => {
  for (const history of [given(t, wallets), given(t, wallets, rich)]) {
    history.when(release).refuses("not_found", "hold_unknown");
    history.when(capture).refuses("not_found", "hold_unknown");
  }
});
