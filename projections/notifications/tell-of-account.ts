import type { Of, Recorded } from "../../src/kernel/event.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { AccountEvent } from "../../src/modules/account/events.js";
import { notificationsTable, notifiedNumbersTable } from "./tables.js";
import { told } from "./told.js";
import { tells, type Facts, type Topic } from "./wording.js";

type AboutAccount = Recorded & { readonly data: { readonly accountId: string } };

/** Keeps the number that a market prints of an account, and welcomes its owner. */
export function tellOfRegistration(
  event: Of<AccountEvent, "AccountRegistered">,
  rows: RowWriter,
): void {
  const { accountId, number } = event.data;
  if (number === null || !tells(event.metadata.marketplace, "account_registered")) return;
  rows.insert(notifiedNumbersTable, { id: accountId, number });
  tellOfAccount(event, rows, "account_registered", "user");
}

/** What becomes of an account or of the papers of its owner. */
export function tellOfAccount(
  event: AboutAccount,
  rows: RowWriter,
  topic: Topic,
  about: "user" | "kyc" | "nominee",
  facts: Facts = {},
): void {
  if (!tells(event.metadata.marketplace, topic)) return;
  const { accountId } = event.data;
  rows.derive(notifiedNumbersTable, { id: accountId }, notificationsTable, ({ number }) =>
    told(event, {
      topic,
      audience: "user",
      to: accountId,
      facts,
      metadata: { account_id: accountId },
      reference: { type: about, number },
    }),
  );
}
