import { entriesOf, valueOf } from "../../kernel/id-map.js";
import type { Minor } from "../../kernel/money.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { Earnings } from "./state.js";

interface Payable {
  readonly earningId: string;
  readonly amount: Minor;
}

/** The asked earnings, or all pending ones in the order of accrual (Minuteserv, Create Payout). */
export function payableEarnings(
  asked: readonly string[] | undefined,
  state: Earnings,
): readonly Payable[] | Rejection {
  if (asked === undefined) return allPending(state);
  const chosen: Payable[] = [];
  for (const earningId of new Set(asked)) {
    const earning = valueOf(state.earnings, earningId);
    if (earning === undefined) {
      return reject("invalid", "earning_unknown", "An earning is not one of this provider.");
    }
    if (earning.status !== "pending") {
      const message = `An earning is already ${earning.status}.`;
      return reject("conflict", `earning_${earning.status}`, message);
    }
    chosen.push({ earningId, amount: earning.amount });
  }
  return chosen;
}

function allPending({ earnings }: Earnings): readonly Payable[] {
  return entriesOf(earnings)
    .filter(([, { status }]) => status === "pending")
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([earningId, { amount }]) => ({ earningId, amount }));
}
