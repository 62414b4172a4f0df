import type { CompleteProfile } from "./commands.js";
import type { AccountEvent, Profile } from "./events.js";
import type { Account } from "./state.js";

/**
 * Fills what is still empty in a profile and overwrites nothing: the details typed at a checkout
 * may belong to somebody else than the account (Minuteserv, Confirm Booking).
 */
export function completeProfile(
  { profile: told }: CompleteProfile,
  { accountId, profile: known }: Account,
): readonly AccountEvent[] {
  const profile: Profile = {
    name: known.name ?? present(told.name),
    phone: known.phone ?? present(told.phone),
    email: known.email ?? present(told.email),
  };
  const isNew =
    profile.name !== known.name || profile.phone !== known.phone || profile.email !== known.email;
  return isNew ? [{ type: "ProfileCompleted", data: { accountId, profile } }] : [];
}

function present(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === "" ? null : text;
}
