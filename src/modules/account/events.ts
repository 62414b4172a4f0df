import { ERASED, personal, PLAIN, type EventCatalogue } from "../../kernel/event-catalogue.js";
import type { Minor } from "../../kernel/money.js";
import type { PostalAddress } from "../../kernel/postal-address.js";

interface About {
  readonly accountId: string;
}

/** Who somebody is to us: personal, and gone with the person's key. */
export interface Profile {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** An address as its owner keeps it, with the id that a map service gave it. */
export interface MappedAddress extends PostalAddress {
  readonly placeId: string | null;
}

interface AboutAddress extends About {
  readonly addressId: string;
}

/** Who a member says they are, beside the profile; a text of theirs is empty, the rest null. */
export interface Person {
  /** What they are called where they log in; it stays when e-mail and phone change. */
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: string | null;
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly pincode: string | null;
  readonly country: string | null;
}

/** What only some markets know of their accounts; null elsewhere, and before version 2. */
export interface Membership {
  /** The integer that the market's contract prints as the account's id. */
  readonly number: number | null;
  /** The account that recommended this one. */
  readonly referredBy: string | null;
  readonly person: Person | null;
}

export interface AccountRegistered extends About, Membership {
  readonly kind: "customer" | "staff" | "member";
  readonly role: string;
  readonly profile: Profile;
}

/** What changed alone. */
export interface PersonChanged extends About {
  readonly person: Partial<Person>;
  readonly profile: Partial<Profile>;
}

/** Somebody has paid what makes them count, once and for ever. */
export interface AccountActivated extends About {
  /** The booking whose payment reached it. */
  readonly bookingId: string;
  /** Minor units over all their bookings at that moment. */
  readonly totalPaid: Minor;
}

/** By resource, what staff may do with it: `{"bookings": ["read", "write"]}`. */
export type Permissions = Readonly<Record<string, readonly string[]>>;

export interface PermissionsSet extends About {
  /** Null: all that the role may. */
  readonly permissions: Permissions | null;
}

export type AccountEvent =
  | { readonly type: "AccountRegistered"; readonly data: AccountRegistered }
  | { readonly type: "AccountSignedIn"; readonly data: About }
  | { readonly type: "ProfileCompleted"; readonly data: About & { readonly profile: Profile } }
  | { readonly type: "PersonChanged"; readonly data: PersonChanged }
  | { readonly type: "AccountActivated"; readonly data: AccountActivated }
  | { readonly type: "PermissionsSet"; readonly data: PermissionsSet }
  | { readonly type: "AccountBlocked"; readonly data: About & Because }
  | { readonly type: "AccountUnblocked"; readonly data: About & Because }
  | { readonly type: "AddressAdded"; readonly data: AboutAddress & Written }
  | { readonly type: "AddressChanged"; readonly data: AboutAddress & Written }
  | { readonly type: "AddressRemoved"; readonly data: AboutAddress }
  | { readonly type: "DefaultAddressSet"; readonly data: AboutAddress };

interface Because {
  readonly reason: string | null;
}

interface Written {
  readonly address: MappedAddress;
}

const ERASED_PROFILE: Profile = { name: ERASED, phone: null, email: null };

const ERASED_ADDRESS: MappedAddress = {
  name: ERASED,
  line1: ERASED,
  line2: null,
  city: ERASED,
  state: ERASED,
  pincode: ERASED,
  lat: null,
  lng: null,
  placeId: null,
};

const NO_MEMBERSHIP: Membership = { number: null, referredBy: null, person: null };

export const accountEvents: EventCatalogue<AccountEvent> = {
  AccountRegistered: {
    version: 2,
    personal: { subject: "accountId", fields: { profile: ERASED_PROFILE, person: null } },
    upcasters: { 1: (data) => ({ ...NO_MEMBERSHIP, ...data }) },
  },
  AccountSignedIn: PLAIN,
  ProfileCompleted: personal("accountId", { profile: ERASED_PROFILE }),
  PersonChanged: personal("accountId", { person: {}, profile: {} }),
  AccountActivated: PLAIN,
  PermissionsSet: PLAIN,
  AccountBlocked: PLAIN,
  AccountUnblocked: PLAIN,
  AddressAdded: personal("accountId", { address: ERASED_ADDRESS }),
  AddressChanged: personal("accountId", { address: ERASED_ADDRESS }),
  AddressRemoved: PLAIN,
  DefaultAddressSet: PLAIN,
};
