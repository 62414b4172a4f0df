import type { Actor } from "../../kernel/event.js";
import type { GatewaySettlement, GatewaySettlementLine } from "../../kernel/gateway.js";
import { deriveId } from "../../kernel/ids.js";
import { sum } from "../../kernel/money.js";
import { isRejection } from "../../kernel/rejection.js";
import type { Difference, SettledBatch } from "../../modules/reconciliation/events.js";
import { settlements } from "../../modules/settlement/settlement.js";
import type { SettlementLine, SettlementReceived } from "../../modules/settlement/events.js";
import { ownersOfPayments } from "../../../projections/journal/queries/payment-records.js";
import { envelopeOf, type MarketDay, type ReconcilingPorts } from "./ports.js";

/** The account that gateways transfer to, as the ledger names it. */
const BANK = "main";

export interface RecordedSettlements {
  readonly settlements: readonly SettledBatch[];
  /** The gateway's ids of all that was settled, payments first of all. */
  readonly settledIds: readonly string[];
  readonly differences: readonly Difference[];
}

/**
 * Writes down what the gateway has transferred to our bank on the day, each transfer once and at
 * the moment of it: whoever asks again appends nothing. Of a transfer that serves several markets
 * this one's part is recorded.
 */
export async function recordSettlements(
  ports: ReconcilingPorts,
  day: MarketDay,
  actor: Actor,
): Promise<RecordedSettlements> {
  const batches: SettledBatch[] = [];
  const settledIds: string[] = [];
  const differences: Difference[] = [];
  for (const batch of await ports.gateway.settlements(day.date)) {
    const lines = await linesOf(ports, day, batch);
    if (lines.length === 0) continue;
    const recorded = await record(ports, day, actor, batch, lines);
    if (recorded === undefined) differences.push(changed(batch));
    else batches.push(recorded);
    settledIds.push(...lines.map((line) => line.gatewayPaymentId ?? line.gatewayId));
  }
  if (batches.length > 0) await ports.settled();
  return { settlements: batches, settledIds, differences };
}

async function linesOf(
  { gateway, reads }: ReconcilingPorts,
  { marketplace, takesStrangers }: MarketDay,
  { lines }: GatewaySettlement,
): Promise<readonly SettlementLine[]> {
  const ids = lines.flatMap(({ gatewayPaymentId }) => gatewayPaymentId ?? []);
  const owners = await ownersOfPayments(reads, gateway.name, ids);
  const byId = new Map(owners.map((owner) => [owner.gateway_payment_id, owner]));
  return lines.flatMap((line): SettlementLine[] => {
    const owner = byId.get(line.gatewayPaymentId ?? "");
    if (owner === undefined) return takesStrangers ? [{ ...line, paymentId: null }] : [];
    return owner.marketplace === marketplace ? [{ ...line, paymentId: owner.id }] : [];
  });
}

async function record(
  { commands, gateway }: ReconcilingPorts,
  { marketplace }: MarketDay,
  actor: Actor,
  { settlementId: gatewaySettlementId, settledAt, utr, currency, lines: all }: GatewaySettlement,
  lines: readonly SettlementLine[],
): Promise<SettledBatch | undefined> {
  const settlementId = deriveId("settlement", gateway.name, gatewaySettlementId, marketplace);
  const about = { settlementId, marketplace, gateway: gateway.name, gatewaySettlementId };
  const money = { bank: BANK, currency, transferred: sum(all.map(net)), lines };
  const done = await commands.execute(
    settlements,
    settlementId,
    { type: "RecordSettlement", ...about, settledAt, utr, ...money },
    { ...envelopeOf(marketplace, actor, settlementId), occurredAt: settledAt },
  );
  if (isRejection(done)) {
    if (done.reason === "settlement_differs") return undefined;
    throw new Error(done.message);
  }
  if (done.state === null) throw new Error("a recorded settlement is not there");
  return batchOf(done.state);
}

function net({ amount, fee, tax }: GatewaySettlementLine): number {
  return amount - fee - tax;
}

function batchOf(settlement: SettlementReceived): SettledBatch {
  const { gatewaySettlementId, utr, gross, fee, tax, net: arrived } = settlement;
  return { gatewaySettlementId, utr, gross, fee, tax, net: arrived };
}

function changed({ settlementId, lines }: GatewaySettlement): Difference {
  return {
    kind: "settlement_changed",
    gatewayPaymentId: null,
    orderId: null,
    paymentId: null,
    atGateway: sum(lines.map(net)),
    recorded: null,
    posted: null,
    reference: settlementId,
  };
}
