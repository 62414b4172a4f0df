import { defineAggregate } from "../../kernel/decider.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { activate } from "./activate-account.js";
import { addAddress, changeAddress, removeAddress, setDefaultAddress } from "./address-book.js";
import { block, signIn, unblock } from "./block-account.js";
import { changePerson } from "./change-person.js";
import type { AccountCommand } from "./commands.js";
import { completeProfile } from "./complete-profile.js";
import { accountEvents, type AccountEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { setPermissions } from "./permissions.js";
import { register } from "./register-account.js";
import type { AccountState } from "./state.js";

function decide(command: AccountCommand, state: AccountState): readonly AccountEvent[] | Rejection {
  if (command.type === "RegisterAccount") return register(command, state);
  if (state === null) return reject("not_found", "account_unknown", "There is no such account.");
  switch (command.type) {
    case "SignIn":
      return signIn(state);
    case "SetPermissions":
      return setPermissions(command.permissions, state);
    case "CompleteProfile":
      return completeProfile(command, state);
    case "ChangePerson":
      return changePerson(command, state);
    case "ActivateAccount":
      return activate(command, state);
    case "BlockAccount":
      return block(command.reason, state);
    case "UnblockAccount":
      return unblock(command.reason, state);
    case "AddAddress":
      return addAddress(command, state);
    case "ChangeAddress":
      return changeAddress(command, state);
    case "RemoveAddress":
      return removeAddress(command.addressId, state);
    case "SetDefaultAddress":
      return setDefaultAddress(command.addressId, state);
  }
}

/** Customers and staff: who they are, whether they may come in, where they live. */
export const accounts = defineAggregate<AccountCommand, AccountState, AccountEvent>({
  category: "account",
  events: accountEvents,
  initial: null,
  decide,
  evolve,
});
