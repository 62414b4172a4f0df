import { z } from "zod";
import type { AddressRow } from "../../../../projections/addresses.js";
import type { Change } from "../../../kernel/change.js";
import type { MappedAddress } from "../../../modules/account/events.js";
import type { Place } from "../../../modules/booking/facts.js";
import { text } from "./fields.js";

const optionalText = (most: number) => z.string().trim().max(most).nullish();

/** Create Address; name, address_line1, city, state and pincode are mandatory (address.03). */
export const addressBody = z.object({
  name: text(100),
  address_line1: text(255),
  address_line2: optionalText(255),
  city: text(100),
  state: text(100),
  pincode: text(10),
  lat: z.number().min(-90).max(90).nullish(),
  lng: z.number().min(-180).max(180).nullish(),
  place_id: optionalText(255),
});

export type AddressBody = z.output<typeof addressBody>;

export function addressFrom(body: AddressBody): MappedAddress {
  return {
    name: body.name,
    line1: body.address_line1,
    line2: body.address_line2 ?? null,
    city: body.city,
    state: body.state,
    pincode: body.pincode,
    lat: body.lat ?? null,
    lng: body.lng ?? null,
    placeId: body.place_id ?? null,
  };
}

export const addressSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  address_line1: z.string(),
  address_line2: z.string().nullable(),
  city: z.string(),
  state: z.string(),
  pincode: z.string(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  place_id: z.string().nullable(),
  is_default: z.boolean(),
});

export function presentAddress(row: AddressRow) {
  return {
    id: row.id,
    name: row.name,
    address_line1: row.line1,
    address_line2: row.line2,
    city: row.city,
    state: row.state,
    pincode: row.pincode,
    lat: row.lat,
    lng: row.lng,
    place_id: row.place_id,
    is_default: row.is_default,
  };
}

export const placeSchema = addressSchema.omit({ is_default: true, place_id: true });

/** The address as the booking keeps it. */
export function presentPlace(place: Place) {
  return {
    id: place.addressId,
    name: place.name,
    address_line1: place.line1,
    address_line2: place.line2,
    city: place.city,
    state: place.state,
    pincode: place.pincode,
    lat: place.lat,
    lng: place.lng,
  };
}

/** Only what the request names. */
export function addressChange(body: Change<AddressBody>): Change<MappedAddress> {
  return {
    name: body.name,
    line1: body.address_line1,
    line2: body.address_line2,
    city: body.city,
    state: body.state,
    pincode: body.pincode,
    lat: body.lat,
    lng: body.lng,
    placeId: body.place_id,
  };
}
