import { isDeepStrictEqual } from "node:util";
import { defineAggregate } from "../../kernel/decider.js";
import { sum } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { settlementEvents, type SettlementEvent, type SettlementReceived } from "./events.js";

/** Once a settlement and market; a repeat changes nothing. */
export interface RecordSettlement extends Omit<
  SettlementReceived,
  "gross" | "fee" | "tax" | "net"
> {
  readonly type: "RecordSettlement";
}

/**
 * What a gateway has once settled stays as it is: other lines under the same id are refused, for
 * people to look at. The totals are counted here, so that they are the lines' own.
 */
function decide(
  { type: _type, ...told }: RecordSettlement,
  state: SettlementReceived | null,
): readonly SettlementEvent[] | Rejection {
  const total = (part: "amount" | "fee" | "tax") => sum(told.lines.map((line) => line[part]));
  const [gross, fee, tax] = [total("amount"), total("fee"), total("tax")];
  const data = { ...told, gross, fee, tax, net: gross - fee - tax };
  if (state === null) return [{ type: "SettlementReceived", data }];
  if (isDeepStrictEqual(atGateway(data), atGateway(state))) return [];
  return reject("conflict", "settlement_differs", "The gateway has settled something else before.");
}

/** Without our own ids: a payment may have become known since. */
function atGateway({ lines, ...rest }: SettlementReceived) {
  return { ...rest, lines: lines.map(({ paymentId: _ours, ...line }) => line) };
}

/** One stream a gateway's settlement and market. */
export const settlements = defineAggregate<
  RecordSettlement,
  SettlementReceived | null,
  SettlementEvent
>({
  category: "settlement",
  events: settlementEvents,
  initial: null,
  decide,
  evolve: (_, event) => event.data,
});
