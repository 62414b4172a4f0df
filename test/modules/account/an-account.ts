import type { AccountEvent, MappedAddress } from "../../../src/modules/account/events.js";

export const accountId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f1a01";

export const home: MappedAddress = {
  name: "Home",
  line1: "123 Main St",
  line2: "Apartment 4B",
  city: "Kolkata",
  state: "West Bengal",
  pincode: "700001",
  lat: 22.5726,
  lng: 88.3639,
  placeId: null,
};

export const registered: AccountEvent = {
  type: "AccountRegistered",
  data: {
    accountId,
    kind: "customer",
    role: "customer",
    profile: { name: null, phone: "+919876543210", email: null },
    number: null,
    referredBy: null,
    person: null,
  },
};

export const blocked: AccountEvent = {
  type: "AccountBlocked",
  data: { accountId, reason: "fraud" },
};

export function added(addressId: string, address = home): AccountEvent {
  return { type: "AddressAdded", data: { accountId, addressId, address } };
}

export function defaultSet(addressId: string): AccountEvent {
  return { type: "DefaultAddressSet", data: { accountId, addressId } };
}

export function removed(addressId: string): AccountEvent {
  return { type: "AddressRemoved", data: { accountId, addressId } };
}
