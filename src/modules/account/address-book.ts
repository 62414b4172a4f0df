import { isDeepStrictEqual } from "node:util";
import { changed } from "../../kernel/change.js";
import { reject, type Rejection } from "../../kernel/rejection.js";
import type { AddAddress, ChangeAddress } from "./commands.js";
import type { AccountEvent } from "./events.js";
import type { Account, SavedAddress } from "./state.js";

type Outcome = readonly AccountEvent[] | Rejection;

/** The first address becomes the default by itself; there is never more than one default. */
export function addAddress({ addressId, address, most }: AddAddress, state: Account): Outcome {
  const known = find(addressId, state);
  if (known !== undefined) {
    if (isDeepStrictEqual(known.address, address)) return [];
    return reject("conflict", "address_exists", "This address is already saved.");
  }
  if (state.addresses.length >= most) {
    return reject("invalid", "too_many_addresses", `At most ${most} addresses can be saved.`);
  }
  const { accountId } = state;
  const added: AccountEvent = { type: "AddressAdded", data: { accountId, addressId, address } };
  return state.defaultAddressId === null ? [added, defaultSet(accountId, addressId)] : [added];
}

/** What is left out stays; a change to what it already is, is none. */
export function changeAddress({ addressId, change }: ChangeAddress, state: Account): Outcome {
  const known = find(addressId, state);
  if (known === undefined) return unknown();
  const address = changed(known.address, change);
  if (isDeepStrictEqual(address, known.address)) return [];
  return [{ type: "AddressChanged", data: { accountId: state.accountId, addressId, address } }];
}

/** When the default goes, the oldest address left takes its place. */
export function removeAddress(addressId: string, state: Account): Outcome {
  if (find(addressId, state) === undefined) return unknown();
  const { accountId } = state;
  const removed: AccountEvent = { type: "AddressRemoved", data: { accountId, addressId } };
  const heir = state.addresses.find((one) => one.addressId !== addressId);
  const orphaned = state.defaultAddressId === addressId && heir !== undefined;
  return orphaned ? [removed, defaultSet(accountId, heir.addressId)] : [removed];
}

/** Makes an address the one default; the former default is none any more. */
export function setDefaultAddress(addressId: string, state: Account): Outcome {
  if (find(addressId, state) === undefined) return unknown();
  return state.defaultAddressId === addressId ? [] : [defaultSet(state.accountId, addressId)];
}

function find(addressId: string, state: Account): SavedAddress | undefined {
  return state.addresses.find((one) => one.addressId === addressId);
}

function defaultSet(accountId: string, addressId: string): AccountEvent {
  return { type: "DefaultAddressSet", data: { accountId, addressId } };
}

function unknown(): Rejection {
  return reject("not_found", "address_unknown", "There is no such address.");
}
