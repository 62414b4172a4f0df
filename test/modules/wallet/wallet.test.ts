import test from "ava";
import { wallets } from "../../../src/modules/wallet/wallet.js";
import { given } from "../scenario.js";
import { credited, debited, deposit, placed } from "./a-wallet.js";

const credit = { type: "CreditWallet", ...deposit("t1", 500) } as const;

function debit(transactionId: string, amount: number) {
  const why = { bookingId: "b1", reference: null };
  return { type: "DebitWallet", transactionId, amount, ...why } as const;
}

test("the first credit opens the wallet", (t) => {
  given(t, wallets)
    .when(credit)
    .yields(credited("t1", 500, 0));
});

test("every movement tells the balance before and after", (t) => {
  const history = given(t, wallets, credited("t1", 500, 0));
  history.when({ type: "CreditWallet", ...deposit("t2", 250) }).yields(credited("t2", 250, 500));
  history.when(debit("t3", 200)).yields(debited("t3", 200, 500));
});

test("a repeated movement changes nothing", (t) => {
  const history = given(t, wallets, credited("t1", 500, 0), debited("t2", 500, 500));
  history.when(credit).yields();
  history.when(debit("t2", 500)).yields();
});

test("a transaction id moves one amount in one direction", (t) => {
  const history = given(t, wallets, credited("t1", 500, 0), debited("t2", 100, 500));
  const taken = ["conflict", "transaction_id_taken"] as const;
  history.when({ ...credit, amount: 501 }).refuses(...taken);
  history.when({ ...credit, transactionId: "t2", amount: 100 }).refuses(...taken);
  history.when(debit("t1", 500)).refuses(...taken);
});

test("only an amount above zero moves", (t) => {
  const history = given(t, wallets, credited("t1", 500, 0));
  for (const amount of [0, -1, 0.5, Number.NaN]) {
    const refused = ["invalid", "amount_not_positive"] as const;
    history.when({ ...credit, transactionId: "t2", amount }).refuses(...refused);
    history.when(debit("t2", amount)).refuses(...refused);
    history.when({ type: "PlaceHold", holdId: "h1", amount }).refuses(...refused);
  }
});

test("the last rupee cannot be spent twice", (t) => {
  const short = ["invalid", "insufficient_balance"] as const;
  given(t, wallets, credited("t1", 500, 0), debited("t2", 500, 500))
    .when(debit("t3", 1))
    .refuses(...short);
  given(t, wallets, credited("t1", 500, 0))
    .when(debit("t2", 501))
    .refuses(...short);
});

test("held money cannot be spent", (t) => {
  const history = given(t, wallets, credited("t1", 500, 0), placed("h1", 300));
  history.when(debit("t2", 201)).refuses("invalid", "insufficient_balance");
  history.when(debit("t2", 200)).yields(debited("t2", 200, 500));
});

test("a wallet that was never credited is empty", (t) => {
  given(t, wallets).when(debit("t1", 1)).refuses("invalid", "insufficient_balance");
  given(t, wallets)
    .when({ type: "PlaceHold", holdId: "h1", amount: 1 })
    .refuses("invalid", "insufficient_balance");
});

test("a wallet keeps its owner and its currency", (t) => {
  const history = given(t, wallets, credited("t1", 500, 0));
  for (const other of [{ ownerId: "another" }, { currency: "USD" }] as const) {
    history
      .when({ ...credit, transactionId: "t2", ...other })
      .refuses("conflict", "wallet_differs");
  }
});
