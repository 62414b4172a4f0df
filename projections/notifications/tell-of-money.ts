import type { Of } from "../../src/kernel/event.js";
import type { RowWriter } from "../../src/kernel/row-operation.js";
import type { PairEvent } from "../../src/modules/pair/events.js";
import type { PayoutEvent } from "../../src/modules/payout/events.js";
import type { WalletEvent } from "../../src/modules/wallet/events.js";
import { notificationsTable, notifiedNumbersTable } from "./tables.js";
import { told } from "./told.js";
import { amountText, tells, type Facts, type Topic } from "./wording.js";

/** Keeps the number that a market prints of a payout, and tells that it is asked for. */
export function tellOfRequest(event: Of<PayoutEvent, "PayoutRequested">, rows: RowWriter): void {
  const { payoutId, number, source } = event.data;
  if (source === "wallet") rows.insert(notifiedNumbersTable, { id: payoutId, number: +number });
  tellOfPayout(event, rows, "payout_requested");
}

/** A wallet belongs to a member, a payable to a partner; each gets the news of its payouts. */
export function tellOfPayout(
  event: Of<PayoutEvent, PayoutEvent["type"]>,
  rows: RowWriter,
  topic: Topic,
  more: Facts = {},
): void {
  if (!tells(event.metadata.marketplace, topic)) return;
  const { payoutId, payeeId, source, gross, net, emi, currency } = event.data;
  const amounts = {
    gross: amountText(gross, currency),
    amount: amountText(net - (emi?.amount ?? 0), currency),
  };
  const tale = {
    topic,
    audience: source === "provider" ? ("partner" as const) : ("user" as const),
    to: payeeId,
    metadata: { payout_id: payoutId },
  };
  if (source === "provider") {
    rows.insert(notificationsTable, told(event, { ...tale, facts: { ...amounts, ...more } }));
    return;
  }
  rows.derive(notifiedNumbersTable, { id: payoutId }, notificationsTable, ({ number }) =>
    told(event, {
      ...tale,
      facts: { ...amounts, number: String(number), ...more },
      reference: { type: "payout", number },
    }),
  );
}

/** Money that came into a wallet, whatever for. */
export function tellOfCredit(event: Of<WalletEvent, "WalletCredited">, rows: RowWriter): void {
  if (!tells(event.metadata.marketplace, "wallet_credited")) return;
  const { ownerId, walletId, amount, currency, kind, description, reference } = event.data;
  rows.insert(
    notificationsTable,
    told(event, {
      topic: "wallet_credited",
      audience: "user",
      to: ownerId,
      facts: {
        amount: amountText(amount, currency),
        description: description ?? kind.replaceAll("_", " "),
      },
      metadata: { wallet_id: walletId },
      reference: { type: reference?.type ?? "wallet", number: reference?.number ?? null },
    }),
  );
}

/** A pair of members that has earned its earner something. */
export function tellOfPair(event: Of<PairEvent, "PairMatched">, rows: RowWriter): void {
  if (!tells(event.metadata.marketplace, "pair_matched")) return;
  const { earnerId, pairId, number, pairNumber, net, currency } = event.data;
  rows.insert(
    notificationsTable,
    told(event, {
      topic: "pair_matched",
      audience: "user",
      to: earnerId,
      facts: { pairNumber: String(pairNumber), amount: amountText(net, currency) },
      metadata: { pair_id: pairId },
      reference: { type: "binary_pair", number },
    }),
  );
}
