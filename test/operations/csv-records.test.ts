import test from "ava";
import { csvRecords } from "../../src/operations/reconciliation/csv-records.js";
import { readStatement } from "../../src/operations/reconciliation/read-statement.js";

test("records are read as RFC 4180 has them", (t) => {
  t.deepEqual(csvRecords('a,b\r\n"x, ""y""","two\nlines"\r\n\r\n1,\n'), [
    ["a", "b"],
    ['x, "y"', "two\nlines"],
    ["1", ""],
  ]);
  t.deepEqual(csvRecords("\uFEFFa"), [["a"]]);
  t.deepEqual(csvRecords("a,"), [["a", ""]]);
  t.deepEqual(csvRecords(""), []);
});

test("a statement's columns may stand in any order, with others between", (t) => {
  const text = "Amount,Balance,Date,Reference,Description\n-12.5,1,2024-01-22,UTR1,Fees\n";
  t.deepEqual(readStatement(text), {
    lines: [{ date: "2024-01-22", description: "Fees", reference: "UTR1", amount: -1_250 }],
  });
});

test("a faulty statement is refused whole, its lines named", (t) => {
  const heading = "date,description,reference,amount\n";
  const faulty = `${heading}2024-01-22,ok,U1,1.00\n22/01/2024,Fees,U2,1.001\n`;
  t.deepEqual(readStatement(faulty), {
    problems: [
      { field: "file", message: "line 3, date: must be a day such as 2026-01-31" },
      { field: "file", message: "line 3, amount: must be a number such as -1234.50" },
    ],
  });
  t.deepEqual(readStatement("date,amount\n"), {
    problems: [{ field: "file", message: "has no column description, reference" }],
  });
  t.deepEqual(readStatement(heading), { problems: [{ field: "file", message: "has no lines" }] });
  t.true("problems" in readStatement(`${heading}2024-01-22,a"b,U1,1.00\n`));
});
