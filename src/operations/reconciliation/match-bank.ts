import { DAY } from "../../kernel/clock.js";
import type { Difference, DifferenceKind } from "../../modules/reconciliation/events.js";
import {
  match,
  totalOf,
  type Matched,
  type Movement,
  type Unmatched,
} from "../../modules/reconciliation/match.js";
import {
  bankLinesNamed,
  bankLinesOfDay,
  statementsUntil,
  type BankLineRow,
} from "../../../projections/bank-lines.js";
import {
  bankMovementsBetween,
  bankMovementsNamed,
} from "../../../projections/journal/queries/bank-movements.js";
import { spanOf, type MarketDay, type ReconcilingPorts } from "./ports.js";

export interface BankComparison {
  readonly matched: Matched;
  readonly differences: readonly Difference[];
}

/** Banks book a transfer within two days; a statement that goes so much further has it or not. */
const GRACE = 3 * DAY;

/**
 * A day's bank lines against the journal's bank accounts, by the bank's number of the transfer
 * and the amount: settlements, payouts and confirmed cash refunds. Lines and entries of other days
 * under the same number count in. What the journal moved that day and no statement shows is
 * missing once the statements go far enough.
 */
export async function matchBank(
  ports: ReconcilingPorts,
  day: MarketDay,
): Promise<readonly BankComparison[]> {
  const lines = await bankLinesOfDay(ports.reads, day.marketplace, day.date);
  const banks = new Set(["main", "payouts", ...lines.map(({ bank }) => bank)]);
  const comparisons: BankComparison[] = [];
  for (const bank of banks) {
    const its = lines.filter((line) => line.bank === bank);
    const { matched, differences } = await matchLines(ports, day, bank, its);
    comparisons.push({
      matched,
      differences: [...differences, ...(await missing(ports, day, bank))],
    });
  }
  return comparisons;
}

async function matchLines(
  { reads, tolerance }: ReconcilingPorts,
  { marketplace, date }: MarketDay,
  bank: string,
  today: readonly BankLineRow[],
): Promise<BankComparison> {
  const named = [...new Set(today.flatMap(({ names }) => names))];
  const booked = await bankMovementsNamed(reads, marketplace, bank, named);
  const known = new Set(booked.flatMap(({ reference }) => reference ?? []));
  const nameOf = (line: BankLineRow) =>
    line.names.find((name) => known.has(name)) ?? `${line.reference} ${line.id}`;
  const elsewhere = await bankLinesNamed(reads, marketplace, bank, [...known]);
  const others = elsewhere.filter((line) => line.date !== date);
  const outside = [...today, ...others].map((line) => ({
    keys: [nameOf(line)],
    amount: line.amount,
    reference: line.reference,
  }));
  const books = booked.map(({ reference, amount }) => ({ keys: [reference ?? ""], amount }));
  const { matched, unmatched } = match(outside, books, tolerance);
  return { matched, differences: unmatched.flatMap(differenceOf) };
}

type Line = Movement & { readonly reference: string };

function differenceOf({ key, outside, books }: Unmatched<Line, Movement>): Difference[] {
  const [first] = outside;
  if (first === undefined) return [];
  if (books.length === 0) {
    return [bankDifference("unknown_bank_line", first.reference, totalOf(outside), null)];
  }
  return [bankDifference("bank_mismatch", key, totalOf(outside), totalOf(books))];
}

async function missing(
  { reads }: ReconcilingPorts,
  day: MarketDay,
  bank: string,
): Promise<readonly Difference[]> {
  const until = await statementsUntil(reads, day.marketplace, bank);
  if (until === null || Date.parse(until) < Date.parse(day.date) + GRACE) return [];
  const moved = await bankMovementsBetween(reads, day.marketplace, bank, spanOf(day));
  const names = moved.flatMap(({ reference }) => reference ?? []);
  const shown = await bankLinesNamed(reads, day.marketplace, bank, names);
  const seen = new Set(shown.flatMap((line) => line.names));
  return moved
    .filter(({ reference }) => reference === null || !seen.has(reference))
    .map(({ reference, amount }) => bankDifference("missing_at_bank", reference, null, amount));
}

function bankDifference(
  kind: DifferenceKind,
  reference: string | null,
  atBank: number | null,
  posted: number | null,
): Difference {
  const nobody = { gatewayPaymentId: null, orderId: null, paymentId: null, recorded: null };
  return { kind, ...nobody, atGateway: atBank, posted, reference };
}
