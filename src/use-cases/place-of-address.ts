import type { Place } from "../modules/booking/facts.js";
import type { AddressRow } from "../../projections/addresses.js";

/** The booking's own copy of an address. */
export function placeOf(address: AddressRow): Place {
  return {
    addressId: address.id,
    name: address.name,
    line1: address.line1,
    line2: address.line2,
    city: address.city,
    state: address.state,
    pincode: address.pincode,
    lat: address.lat,
    lng: address.lng,
  };
}
