import { defineAggregate } from "../../kernel/decider.js";
import { deriveId } from "../../kernel/ids.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { bankEvents, type BankEvent, type BankLine, type BankLinesImported } from "./events.js";

/** The lines that a statement has of one day; those that are known already change nothing. */
export interface ImportBankLines extends Omit<BankLinesImported, "lines"> {
  readonly type: "ImportBankLines";
  readonly lines: readonly Omit<BankLine, "lineId">[];
}

/** The ids of all lines of the day, and their currency; null until there is one. */
export type StatementDay = { readonly currency: string; readonly known: readonly string[] } | null;

/**
 * Statements overlap: a line is known by its content. Two lines alike in one statement are two,
 * and the same two in the next one.
 */
function decide(
  { type: _type, lines, ...about }: ImportBankLines,
  state: StatementDay,
): readonly BankEvent[] | Rejection {
  if (state !== null && state.currency !== about.currency) {
    return reject("conflict", "currency_differs", `This account is kept in ${state.currency}.`);
  }
  const known = new Set(state?.known);
  const alike = new Map<string, number>();
  const fresh: BankLine[] = [];
  for (const { description, reference, amount } of lines) {
    const content = JSON.stringify([description, reference, amount]);
    const nth = (alike.get(content) ?? 0) + 1;
    alike.set(content, nth);
    const { marketplace, bank, date } = about;
    const lineId = deriveId("bank-line", marketplace, bank, date, content, nth);
    if (!known.has(lineId)) fresh.push({ lineId, description, reference, amount });
  }
  return fresh.length === 0
    ? []
    : [{ type: "BankLinesImported", data: { ...about, lines: fresh } }];
}

function evolve(state: StatementDay, { data }: BankEvent): StatementDay {
  const added = data.lines.map(({ lineId }) => lineId);
  return { currency: data.currency, known: [...(state?.known ?? []), ...added] };
}

/** One stream a day of a bank account, `bank-<market>-<account>-<date>`. */
export const statementDays = defineAggregate<ImportBankLines, StatementDay, BankEvent>({
  category: "bank",
  events: bankEvents,
  initial: null,
  decide,
  evolve,
});
