import type { AccountRegistered, Permissions, MappedAddress } from "./events.js";

export interface SavedAddress {
  readonly addressId: string;
  readonly address: MappedAddress;
}

export interface Account extends AccountRegistered {
  readonly blocked: boolean;
  readonly activated: boolean;
  /** Null: all that the role may. */
  readonly permissions: Permissions | null;
  /** Oldest first; removed ones are gone, bookings keep their own copy. */
  readonly addresses: readonly SavedAddress[];
  /** Null only while there is no address. */
  readonly defaultAddressId: string | null;
}

/** Null until it is registered. */
export type AccountState = Account | null;
