import type { Of } from "../../../src/kernel/event.js";
import type { SettlementEvent } from "../../../src/modules/settlement/events.js";
import { account } from "../chart-of-accounts.js";
import { credit, debit, entry, references } from "../posting.js";

/**
 * One entry a batch: what it brings to the bank, less the gateway's fee and the tax on it, has left
 * the gateway's clearing account. The tax on the fee is no expense: who charges tax on sales may
 * set it off against what is owed to government, so it is a claim until it is.
 */
export function received({ data }: Of<SettlementEvent, "SettlementReceived">) {
  const concerned = data.lines.flatMap(({ paymentId, gatewayId }) =>
    references({ payment: paymentId, [data.gateway]: gatewayId }),
  );
  return entry({
    description: "Gateway settlement",
    currency: data.currency,
    references: [
      ...new Set([
        ...references({ [data.gateway]: data.gatewaySettlementId, bank: data.utr }),
        ...concerned,
      ]),
    ],
    lines: [
      debit(account.bank(data.bank), data.net),
      debit(account.expense("gateway_fee"), data.fee),
      debit(account.gstInput, data.tax),
      credit(account.gatewayClearing(data.gateway), data.gross),
    ],
  });
}
