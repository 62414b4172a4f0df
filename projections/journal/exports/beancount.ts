import { toMajorText } from "../../../src/kernel/money.js";
import type { ReadModel } from "../../../src/kernel/read-model.js";
import type { JournalEntry } from "../queries/entries.js";
import { beancountAccount, beancountLink } from "./beancount-names.js";
import { oneLine } from "./escapes.js";
import { addressPages, firstEffectiveAt, journalPages, type ExportFilter } from "./pages.js";

/**
 * The journal as beancount reads it, debits positive. Dates are UTC days of business time; each
 * transaction carries its event as metadata and every id that it concerns as a link.
 */
export async function* beancountExport(
  reads: ReadModel,
  filter: ExportFilter,
): AsyncGenerator<string> {
  const first = day((await firstEffectiveAt(reads)) ?? "1970-01-01");
  yield `; The journal of Daybook for beancount\n\noption "title" "Daybook"\n\n`;
  yield `${first} commodity INR\n${first} commodity USD\n\n`;
  for await (const addresses of addressPages(reads, filter)) {
    yield addresses.map((address) => `${first} open ${beancountAccount(address)}\n`).join("");
  }
  for await (const page of journalPages(reads, filter)) {
    yield page.map((entry) => transaction(entry)).join("");
  }
}

function day(instant: string): string {
  return instant.slice(0, 10);
}

function transaction(entry: JournalEntry): string {
  const links = entry.concerns.map((reference) => ` ${beancountLink(reference)}`);
  const head = `${day(entry.effective_at)} * ${quoted(entry.description)}${links.join("")}`;
  const metadata = [
    `event: ${quoted(entry.id)}`,
    `event-type: ${quoted(entry.event_type)}`,
    `position: ${entry.position}`,
    `marketplace: ${quoted(entry.marketplace)}`,
  ];
  const postings = entry.lines.map(({ account, debit, credit, currency }) => {
    return `${beancountAccount(account)}  ${toMajorText(debit - credit)} ${currency}`;
  });
  return `\n${head}\n${[...metadata, ...postings].map((line) => `  ${line}\n`).join("")}`;
}

function quoted(text: string): string {
  return `"${oneLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
