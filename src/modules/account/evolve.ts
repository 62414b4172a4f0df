import { changed } from "../../kernel/change.js";
import type { AccountEvent, PersonChanged } from "./events.js";
import type { Account, AccountState, SavedAddress } from "./state.js";

const FRESH = {
  blocked: false,
  activated: false,
  permissions: null,
  addresses: [],
  defaultAddressId: null,
};

/** The state after one more fact. A stream that does not begin with its first fact is broken. */
export function evolve(state: AccountState, event: AccountEvent): AccountState {
  if (event.type === "AccountRegistered") {
    return { ...event.data, ...FRESH };
  }
  if (state === null) throw new Error(`${event.type} stands before the registration`);
  switch (event.type) {
    case "AccountSignedIn":
      return state;
    case "ProfileCompleted":
      return { ...state, profile: event.data.profile };
    case "PersonChanged":
      return withPerson(state, event.data);
    case "AccountActivated":
      return { ...state, activated: true };
    case "PermissionsSet":
      return { ...state, permissions: event.data.permissions };
    case "AccountBlocked":
      return { ...state, blocked: true };
    case "AccountUnblocked":
      return { ...state, blocked: false };
    case "AddressAdded":
      return { ...state, addresses: [...state.addresses, saved(event.data)] };
    case "AddressChanged":
      return { ...state, addresses: state.addresses.map(replacing(saved(event.data))) };
    case "AddressRemoved":
      return without(state, event.data.addressId);
    case "DefaultAddressSet":
      return { ...state, defaultAddressId: event.data.addressId };
  }
}

/** An erased person stays nobody, whatever is laid over them. */
function withPerson(state: Account, { person, profile }: PersonChanged): Account {
  return {
    ...state,
    profile: changed(state.profile, profile),
    person: state.person === null ? null : changed(state.person, person),
  };
}

function saved({ addressId, address }: SavedAddress): SavedAddress {
  return { addressId, address };
}

function replacing(next: SavedAddress): (old: SavedAddress) => SavedAddress {
  return (old) => (old.addressId === next.addressId ? next : old);
}

function without(state: Account, addressId: string): Account {
  const addresses = state.addresses.filter((one) => one.addressId !== addressId);
  const wasDefault = state.defaultAddressId === addressId;
  return { ...state, addresses, defaultAddressId: wasDefault ? null : state.defaultAddressId };
}
