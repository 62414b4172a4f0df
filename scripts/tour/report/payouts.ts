import type { PaidOut } from "../paying-out.js";
import { table } from "./table.js";
import { money } from "./texts.js";

/** What was paid to partners; cash that they hold for the platform is set off. */
export function payoutsMade(payouts: readonly PaidOut[]): readonly string[] {
  const rows = payouts.map(({ partner, payout }) => [
    payout.payout_number,
    partner,
    payout.status + (payout.failure_reason === null ? "" : `: ${payout.failure_reason}`),
    money(payout.total_amount),
    money(payout.commission_deduction),
    money(payout.net_amount),
  ]);
  return table(
    [
      ["payout", "left"],
      ["partner", "left"],
      ["outcome", "left"],
      ["earned", "right"],
      ["cash owed", "right"],
      ["transfer", "right"],
    ],
    rows,
  );
}
