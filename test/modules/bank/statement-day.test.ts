import test from "ava";
import { isRejection } from "../../../src/kernel/rejection.js";
import type { BankEvent, BankLine } from "../../../src/modules/bank/events.js";
import { statementDays, type ImportBankLines } from "../../../src/modules/bank/statement-day.js";
import { transferNames } from "../../../src/modules/bank/transfer-names.js";
import { given } from "../scenario.js";

const about = {
  marketplace: "minuteserv",
  bank: "main",
  date: "2024-01-22",
  currency: "INR",
} as const;
const paid = { description: "RAZORPAY", reference: "UTR1", amount: 84_380 };
const charged = { description: "CHARGES", reference: "", amount: -1_180 };

function statement(...lines: ImportBankLines["lines"]): ImportBankLines {
  return { type: "ImportBankLines", ...about, lines };
}

/** What an empty day makes of these lines. */
function imported(
  ...lines: ImportBankLines["lines"]
): BankEvent & { data: { lines: readonly BankLine[] } } {
  const outcome = statementDays.decide(statement(...lines), null);
  const event = isRejection(outcome) ? undefined : outcome[0];
  if (event === undefined) throw new Error("nothing was imported");
  return event;
}

test("a statement's lines are imported once, also out of an overlapping statement", (t) => {
  const first = imported(paid);
  t.deepEqual(
    first.data.lines.map(({ lineId: _id, ...line }) => line),
    [paid],
  );
  const history = given(t, statementDays, first);
  history.when(statement(paid)).yields();
  const [, second] = imported(paid, charged).data.lines;
  if (second === undefined) return t.fail("two lines make two");
  history
    .when(statement(paid, charged))
    .yields({ type: "BankLinesImported", data: { ...about, lines: [second] } });
});

test("two lines alike are two, and the same two in the next statement", (t) => {
  const twice = imported(charged, charged);
  t.is(new Set(twice.data.lines.map(({ lineId }) => lineId)).size, 2);
  given(t, statementDays, twice).when(statement(charged, charged)).yields();
});

test("the same content is another line on another day or account", (t) => {
  const ids = [about, { ...about, date: "2024-01-23" }, { ...about, bank: "payouts" }].map(
    (day) => {
      const outcome = statementDays.decide(
        { type: "ImportBankLines", ...day, lines: [paid] },
        null,
      );
      return isRejection(outcome) ? "" : outcome[0]?.data.lines[0]?.lineId;
    },
  );
  t.is(new Set(ids).size, 3);
});

test("an account is kept in one currency", (t) => {
  given(t, statementDays, imported(paid))
    .when({ ...statement(charged), currency: "USD" })
    .refuses("conflict", "currency_differs");
});

test("the transfer's number may stand in the text", (t) => {
  const line = { description: "NEFT CR-AXISCN0123456-RAZORPAY", reference: "", amount: 1 };
  t.deepEqual(transferNames(line), ["AXISCN0123456", "RAZORPAY"]);
  t.deepEqual(transferNames({ ...line, reference: "UTR-1" })[0], "UTR-1");
});
