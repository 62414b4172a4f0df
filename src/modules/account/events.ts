import type { EventCatalogue } from "../../kernel/event-catalogue.js";
import { ERASED, personal, PLAIN } from "../../kernel/event-catalogue.js";

interface About {
  readonly accountId: string;
}

/** Who somebody is to us: personal, and gone with the person's key. */
export interface Profile {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface PostalAddress {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly pincode: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly placeId: string | null;
}

interface AboutAddress extends About {
  readonly addressId: string;
}

export interface AccountRegistered extends About {
  readonly kind: "customer" | "staff";
  readonly role: string;
  readonly profile: Profile;
}

export type AccountEvent =
  | { readonly type: "AccountRegistered"; readonly data: AccountRegistered }
  | { readonly type: "AccountSignedIn"; readonly data: About }
  | { readonly type: "ProfileCompleted"; readonly data: About & { readonly profile: Profile } }
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
  readonly address: PostalAddress;
}

const ERASED_PROFILE: Profile = { name: ERASED, phone: null, email: null };

const ERASED_ADDRESS: PostalAddress = {
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

export const accountEvents: EventCatalogue<AccountEvent> = {
  AccountRegistered: personal("accountId", { profile: ERASED_PROFILE }),
  AccountSignedIn: PLAIN,
  ProfileCompleted: personal("accountId", { profile: ERASED_PROFILE }),
  AccountBlocked: PLAIN,
  AccountUnblocked: PLAIN,
  AddressAdded: personal("accountId", { address: ERASED_ADDRESS }),
  AddressChanged: personal("accountId", { address: ERASED_ADDRESS }),
  AddressRemoved: PLAIN,
  DefaultAddressSet: PLAIN,
};
