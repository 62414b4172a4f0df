import type { Actor } from "../../kernel/event.js";
import { newId } from "../../kernel/ids.js";
import { sum } from "../../kernel/money.js";
import { isRejection } from "../../kernel/rejection.js";
import { difference, isCaptured, type Comparison } from "../../modules/reconciliation/compare.js";
import type { DayReconciled, Healed } from "../../modules/reconciliation/events.js";
import type { Matched } from "../../modules/reconciliation/match.js";
import { reconciliations } from "../../modules/reconciliation/reconciliation.js";
import { comparePayments } from "./compare-payments.js";
import { healMissing } from "./heal-missing.js";
import { healRefunds } from "./heal-refunds.js";
import { matchBank } from "./match-bank.js";
import { matchSettlements, notSettled } from "./match-settlements.js";
import { envelopeOf, spanOf, type MarketDay, type ReconcilingPorts } from "./ports.js";
import { recordSettlements } from "./record-settlements.js";

/**
 * The daily job (Minuteserv, Payment Reconciliation): the gateway's payments of a day against our
 * records and the journal, its settlements against the journal's clearing account, and the bank's
 * statement against its bank accounts. Captures and refunds whose webhooks never came are applied
 * exactly as the webhook would have been, and settlements are recorded; every other difference is
 * reported and left to people.
 *
 * @returns the report as it stands now, and whether this run has changed it
 */
export async function reconcileDay(
  ports: ReconcilingPorts,
  day: MarketDay,
  actor: Actor,
): Promise<{ readonly report: DayReconciled; readonly changed: boolean }> {
  const { commands, gateway } = ports;
  const paid = await reconcilePayments(ports, day, actor);
  const refunded = await healRefunds(ports, day, actor);
  const settled = await reconcileSettlements(ports, day, actor);
  const banks = await matchBank(ports, day);
  const { marketplace, date } = day;
  const reconciliationId = `${marketplace}-${date}`;
  const done = await commands.execute(
    reconciliations,
    reconciliationId,
    {
      type: "RecordReconciliation",
      reconciliationId,
      marketplace,
      gateway: gateway.name,
      date,
      ...spanOf(day),
      ...paid,
      ...settled,
      healed: [...paid.healed, ...refunded.healed],
      bankLines: banks.map(({ matched }) => matched).reduce(together),
      differences: [paid, refunded, settled, ...banks].flatMap(({ differences }) => differences),
    },
    envelopeOf(marketplace, actor, newId()),
  );
  if (isRejection(done)) throw new Error(done.message);
  if (done.state === null) throw new Error("a recorded reconciliation has no report");
  await ports.settled();
  return { report: done.state, changed: done.events.length > 0 };
}

async function reconcilePayments(ports: ReconcilingPorts, day: MarketDay, actor: Actor) {
  const span = spanOf(day);
  const [from, until] = [Date.parse(span.from), Date.parse(span.until)];
  const captured = (await ports.gateway.paymentsBetween(from, until)).filter(isCaptured);
  const first = await comparePayments(ports, day, span, captured);
  const healed = await healMissing(ports, day, actor, first.missing);
  const last = healed.length === 0 ? first : await comparePayments(ports, day, span, captured);
  const mine = captured.filter((payment) => !first.others.has(payment.orderId));
  return {
    gatewayPayments: mine.length,
    gatewayTotal: sum(mine.map(({ amount }) => amount)),
    currency: mine[0]?.currency ?? ("INR" as const),
    agreed: last.agreed,
    healed: healed.filter((one) => !isStillMissing(last, one)),
    differences: [
      ...last.differences,
      ...last.missing.map((payment) => difference("not_healed", payment, undefined)),
    ],
  };
}

async function reconcileSettlements(ports: ReconcilingPorts, day: MarketDay, actor: Actor) {
  const recorded = await recordSettlements(ports, day, actor);
  const { matched, differences } = await matchSettlements(ports, day, recorded.settledIds);
  const late = await notSettled(ports, day);
  return {
    settlements: recorded.settlements,
    settlementLines: matched,
    differences: [...recorded.differences, ...differences, ...late],
  };
}

function isStillMissing({ missing }: Comparison, { gatewayPaymentId }: Healed): boolean {
  return missing.some(({ paymentId }) => paymentId === gatewayPaymentId);
}

function together(one: Matched, other: Matched): Matched {
  return {
    oneToOne: one.oneToOne + other.oneToOne,
    oneToMany: one.oneToMany + other.oneToMany,
    manyToOne: one.manyToOne + other.manyToOne,
    manyToMany: one.manyToMany + other.manyToMany,
  };
}
