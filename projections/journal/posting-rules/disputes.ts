import type { Of } from "../../../src/kernel/event.js";
import type { DisputeEvent } from "../../../src/modules/dispute/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/** What is disputed is held back from the provider, neither lost nor withdrawable. */
export function opened({ data }: Of<DisputeEvent, "DisputeOpened">) {
  return entry({
    description: "Dispute opened",
    currency: data.currency,
    references: referencesOf(data),
    lines: [
      debit(account.providerPayable(data.providerId), data.held),
      credit(account.providerReserve(data.providerId), data.held),
    ],
  });
}

/** The hold ends; a refund, if one is due, is granted and posted by the booking. */
export function resolved({ data }: Of<DisputeEvent, "DisputeResolved">) {
  return entry({
    description: "Dispute resolved",
    currency: data.currency,
    references: referencesOf(data),
    lines: [
      debit(account.providerReserve(data.providerId), data.held),
      credit(account.providerPayable(data.providerId), data.held),
    ],
  });
}

function referencesOf(data: Of<DisputeEvent, "DisputeOpened" | "DisputeResolved">["data"]) {
  return references({
    dispute: data.disputeId,
    booking: data.bookingId,
    provider: data.providerId,
  });
}
