import type { ActivateAccount } from "./commands.js";
import type { AccountEvent } from "./events.js";
import type { Account } from "./state.js";

/** Activates once: a repeat, or another booking that would do it too, changes nothing. */
export function activate(
  { bookingId, totalPaid }: ActivateAccount,
  { accountId, activated }: Account,
): readonly AccountEvent[] {
  if (activated) return [];
  return [{ type: "AccountActivated", data: { accountId, bookingId, totalPaid } }];
}
