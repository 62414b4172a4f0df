import { fromMajor, toMajor } from "../../../src/kernel/money.js";
import type { TrialBalance } from "../books.js";
import { table } from "./table.js";
import { money, withoutIds } from "./texts.js";

interface Sum {
  accounts: number;
  debit: number;
  credit: number;
}

/** The sums by kind of account: one line for all partners, one for all bookings. */
export function sumsByKind({ accounts, totals }: TrialBalance): readonly string[] {
  const kinds = new Map<string, Sum>();
  for (const { address, debit, credit } of accounts) {
    const kind = withoutIds(address);
    const sum = kinds.get(kind) ?? { accounts: 0, debit: 0, credit: 0 };
    sum.accounts += 1;
    sum.debit += fromMajor(Number(debit));
    sum.credit += fromMajor(Number(credit));
    kinds.set(kind, sum);
  }
  const rows = [...kinds].map(([kind, sum]) => [
    kind,
    String(sum.accounts),
    money(toMajor(sum.debit)),
    money(toMajor(sum.credit)),
  ]);
  const bottom = totals.map(({ currency, debit, credit }) => [
    `total ${currency}`,
    String(accounts.length),
    money(debit),
    money(credit),
  ]);
  return table(
    [
      ["account", "left"],
      ["n", "right"],
      ["debit", "right"],
      ["credit", "right"],
    ],
    [...rows, ...bottom],
  );
}
