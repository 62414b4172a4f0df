import { isDeepStrictEqual } from "node:util";
import { defineAggregate } from "../../kernel/decider.js";
import {
  reconciliationEvents,
  type DayReconciled,
  type Healed,
  type ReconciliationEvent,
} from "./events.js";

/** What one run has found; `healed` are those that this run has applied. */
export interface RecordReconciliation extends DayReconciled {
  readonly type: "RecordReconciliation";
}

/**
 * Running the job twice changes nothing the second time (reconciliation.04): what earlier runs
 * have healed stays in the report, and a report that says the same again is no new fact.
 */
function decide(
  { type: _type, ...found }: RecordReconciliation,
  earlier: DayReconciled | null,
): readonly ReconciliationEvent[] {
  const known = new Set(earlier?.healed.map(idOf));
  const fresh = found.healed.filter((one) => !known.has(idOf(one)));
  const report = { ...found, healed: [...(earlier?.healed ?? []), ...fresh] };
  if (isDeepStrictEqual(report, earlier)) return [];
  return [{ type: "DayReconciled", data: report }];
}

function idOf({ gatewayPaymentId, gatewayRefundId }: Healed): string {
  return gatewayRefundId ?? gatewayPaymentId;
}

/** One stream a market and day, `reconciliation-<market>-<date>`. */
export const reconciliations = defineAggregate<
  RecordReconciliation,
  DayReconciled | null,
  ReconciliationEvent
>({
  category: "reconciliation",
  events: reconciliationEvents,
  initial: null,
  decide,
  evolve: (_, event) => event.data,
});
