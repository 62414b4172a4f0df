import { toMajorText } from "../../../src/kernel/money.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";
import { classOf } from "../chart-of-accounts.js";
import type { JournalEntry } from "../queries/entries.js";
import { oneLine } from "./escapes.js";
import { hledgerAccount, hledgerTagValue } from "./hledger-names.js";
import { addressPages, journalPages, type ExportFilter } from "./pages.js";

/** hledger's letters for the classes. */
const TYPE = { asset: "A", liability: "L", income: "R", expense: "X", equity: "E" } as const;

/**
 * The journal as hledger reads it, debits positive. Dates are UTC days of business time; each
 * transaction is tagged with its event, position, marketplace and every id that it concerns
 * (`hledger reg tag:booking=<id>`).
 */
export async function* hledgerExport(
  reads: ReadModel,
  filter: ExportFilter,
): AsyncGenerator<string> {
  yield "; The journal of Daybook for hledger\n\ncommodity 1000.00 INR\ncommodity 1000.00 USD\n\n";
  for await (const addresses of addressPages(reads, filter)) {
    yield addresses.map((address) => declaration(address)).join("");
  }
  for await (const page of journalPages(reads, filter)) {
    yield page.map((entry) => transaction(entry)).join("");
  }
}

function declaration(address: string): string {
  return `account ${hledgerAccount(address)}  ; type:${TYPE[classOf(address)]}\n`;
}

function transaction(entry: JournalEntry): string {
  const tags = [
    `event:${entry.id}`,
    `event-type:${entry.event_type}`,
    `position:${entry.position}`,
    `marketplace:${hledgerTagValue(entry.marketplace)}`,
    ...entry.concerns.map((reference) => tag(reference)),
  ];
  const comments = tags.map((text) => `    ; ${text}\n`);
  const postings = entry.lines.map(({ account, debit, credit, currency }) => {
    return `    ${hledgerAccount(account)}  ${toMajorText(debit - credit)} ${currency}\n`;
  });
  const title = oneLine(entry.description).replaceAll(/[;|]/g, ",");
  const head = `${entry.effective_at.slice(0, 10)} * ${title}\n`;
  return ["\n", head, ...comments, ...postings].join("");
}

/** `booking:42` is a tag as it stands; only its value may need escapes. */
function tag(reference: string): string {
  const colon = reference.indexOf(":");
  return `${reference.slice(0, colon)}:${hledgerTagValue(reference.slice(colon + 1))}`;
}
