import { reject, type Rejection } from "../../kernel/rejection.js";
import type { AccountEvent } from "./events.js";
import type { Account } from "./state.js";

/** A blocked account gets no new session (Minuteserv, users: is_active). */
export function signIn({ accountId, blocked }: Account): readonly AccountEvent[] | Rejection {
  if (blocked) return reject("forbidden", "account_blocked", "This account is blocked.");
  return [{ type: "AccountSignedIn", data: { accountId } }];
}

/** Setting a status that is already set changes nothing, as a PATCH is expected to. */
export function block(reason: string | null, state: Account): readonly AccountEvent[] {
  if (state.blocked) return [];
  return [{ type: "AccountBlocked", data: { accountId: state.accountId, reason } }];
}

/** Lets a blocked account in again. */
export function unblock(reason: string | null, state: Account): readonly AccountEvent[] {
  if (!state.blocked) return [];
  return [{ type: "AccountUnblocked", data: { accountId: state.accountId, reason } }];
}
