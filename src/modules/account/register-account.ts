import { reject, type Rejection } from "../../kernel/rejection.js";
import type { RegisterAccount } from "./commands.js";
import type { AccountEvent } from "./events.js";
import type { AccountState } from "./state.js";

/**
 * Opens an account. Its phone or e-mail was claimed before, so a repeat after a crash meets the
 * account of its own first try and changes nothing; a profile may have grown since.
 */
export function register(
  command: RegisterAccount,
  state: AccountState,
): readonly AccountEvent[] | Rejection {
  const { type: _type, permissions = null, ...given } = command;
  const { number = null, referredBy = null, person = null, ...who } = given;
  const data = { ...who, number, referredBy, person };
  if (state === null) {
    const registered = { type: "AccountRegistered", data } as const;
    if (permissions === null) return [registered];
    const { accountId } = data;
    return [registered, { type: "PermissionsSet", data: { accountId, permissions } }];
  }
  const same = state.kind === data.kind && state.role === data.role && state.number === number;
  if (same) return [];
  return reject("conflict", "account_exists", "This account is already registered.");
}
