import { defineProjection } from "../src/kernel/projection.js";
import type { ReadModel } from "../src/kernel/read-model.js";
import { defineTable } from "../src/kernel/table.js";
import type { SettlementEvent } from "../src/modules/settlement/events.js";

export interface SettlementLineRow {
  readonly settlement_id: string;
  readonly number: number;
  readonly marketplace: string;
  readonly gateway: string;
  readonly gateway_settlement_id: string;
  readonly settled_at: string;
  readonly kind: string;
  /** Of the payment, refund, dispute or adjustment, as the gateway calls it. */
  readonly gateway_id: string;
  readonly gateway_payment_id: string | null;
  readonly amount: number;
  readonly fee: number;
  readonly tax: number;
}

const lines = defineTable<SettlementLineRow>({
  name: "settlement_lines",
  key: ["settlement_id", "number"],
  columns: {
    settlement_id: "text",
    number: "integer",
    marketplace: "text",
    gateway: "text",
    gateway_settlement_id: "text",
    settled_at: "timestamptz",
    kind: "text",
    gateway_id: "text",
    gateway_payment_id: "text?",
    amount: "bigint",
    fee: "bigint",
    tax: "bigint",
  },
  indexes: [{ columns: ["gateway_payment_id"] }, { columns: ["gateway_id"] }],
});

/** What gateways have settled, line by line. */
export const settlements = defineProjection<SettlementEvent>({
  name: "settlements",
  version: 1,
  tables: [lines],
  on: {
    SettlementReceived: ({ data }, rows) => {
      const { settlementId, marketplace, gateway, gatewaySettlementId, settledAt } = data;
      data.lines.forEach((line, index) =>
        rows.insert(lines, {
          settlement_id: settlementId,
          number: index + 1,
          marketplace,
          gateway,
          gateway_settlement_id: gatewaySettlementId,
          settled_at: settledAt,
          kind: line.kind,
          gateway_id: line.gatewayId,
          gateway_payment_id: line.gatewayPaymentId,
          amount: line.amount,
          fee: line.fee,
          tax: line.tax,
        }),
      );
    },
  },
});

/** All that was ever settled of things by the gateway's ids, or of the payments they belong to. */
export function settledLines(
  reads: ReadModel,
  marketplace: string,
  ids: readonly string[],
): Promise<SettlementLineRow[]> {
  return reads.rows(
    `SELECT * FROM settlement_lines
      WHERE marketplace = $1 AND (gateway_id = ANY($2) OR gateway_payment_id = ANY($2))
      ORDER BY settled_at, settlement_id, number`,
    [marketplace, ids],
  );
}
