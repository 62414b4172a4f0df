import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { PLAIN } from "../../kernel/event-catalogue.js";
import type { Currency, Minor } from "../../kernel/money.js";

/** One line of a bank's statement. */
export interface BankLine {
  /** Follows from its content and, for lines alike, from which of them it is. */
  readonly lineId: string;
  readonly description: string;
  /** The bank's number of the transfer (UTR), as the statement prints it. */
  readonly reference: string;
  /** Above zero what came in. */
  readonly amount: Minor;
}

/** Lines of one day of one bank account that were not known before. */
export interface BankLinesImported {
  readonly marketplace: string;
  readonly bank: string;
  readonly date: string;
  readonly currency: Currency;
  readonly lines: readonly BankLine[];
}

export interface BankEvent {
  readonly type: "BankLinesImported";
  readonly data: BankLinesImported;
}

export const bankEvents: EventCatalogue<BankEvent> = { BankLinesImported: PLAIN };
