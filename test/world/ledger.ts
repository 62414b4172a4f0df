import { staff } from "../operations/staff.js";
import type { ServiceWorld } from "./service.js";

interface Entry {
  readonly event: { readonly type: string };
  readonly lines: readonly {
    readonly account: string;
    readonly debit: string;
    readonly credit: string;
  }[];
}

/**
 * What the journal has about something, oldest first: a text an entry, as
 * `PaymentCaptured: +100.00 asset:… -100.00 liability:…`, debits with a plus, without the ids.
 */
export async function entriesAbout(world: ServiceWorld, reference: string): Promise<string[]> {
  const finance = await staff(world, "finance1");
  const found = await finance.get(`/ledger/entries?limit=200&reference=${reference}`);
  return (found.list("entries") as readonly Entry[]).map(
    ({ event, lines }) => `${event.type}: ${lines.map(lineText).join(" ")}`,
  );
}

function lineText({ account, debit, credit }: Entry["lines"][number]): string {
  const amount = debit === "0.00" ? `-${credit}` : `+${debit}`;
  return `${amount} ${account.replace(/:[0-9a-f-]{36}(?=:|$)/, "")}`;
}
