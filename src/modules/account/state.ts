import type { AccountEvent, AccountRegistered, PostalAddress } from "./events.js";

export interface SavedAddress {
  readonly addressId: string;
  readonly address: PostalAddress;
}

export interface Account extends AccountRegistered {
  readonly blocked: boolean;
  /** Oldest first; removed ones are gone, bookings keep their own copy. */
  readonly addresses: readonly SavedAddress[];
  /** Null only while there is no address. */
  readonly defaultAddressId: string | null;
}

/** Null until it is registered. */
export type AccountState = Account | null;

export function evolve(state: AccountState, event: AccountEvent): AccountState {
  if (event.type === "AccountRegistered") {
    return { ...event.data, blocked: false, addresses: [], defaultAddressId: null };
  }
  if (state === null) throw new Error(`${event.type} stands before the registration`);
  switch (event.type) {
    case "AccountSignedIn":
      return state;
    case "ProfileCompleted":
      return { ...state, profile: event.data.profile };
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
