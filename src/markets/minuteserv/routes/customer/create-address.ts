import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { addressOf } from "../../../../../projections/addresses.js";
import { callerId } from "../../../../kernel/caller.js";
import { MOST_ADDRESSES } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { addressBody, addressFrom, addressSchema, presentAddress } from "../../shapes/address.js";
import { createdData, documentedData } from "../../shapes/envelope.js";

/** User Addresses, Create Address; the first one becomes the default (address.02). */
export const createAddress = route({
  method: "POST",
  path: "/users/addresses",
  summary: "Add an address",
  tag: "User Addresses",
  may: realm("customer"),
  limit: "general_customer",
  body: addressBody,
  example: {
    name: "Home",
    address_line1: "123 Main St",
    address_line2: "Apartment 4B",
    city: "Kolkata",
    state: "West Bengal",
    pincode: "700032",
    lat: 22.5726,
    lng: 88.3639,
    place_id: "ChIJ...",
  },
  replies: { 201: documentedData("The new address.", addressSchema) },
  async handle({ body }, app) {
    const addressId = app.id("address");
    const done = await app.execute(accounts, callerId(app), {
      type: "AddAddress",
      addressId,
      address: addressFrom(body),
      most: MOST_ADDRESSES,
    });
    if (isRejection(done)) return done;
    const row = await addressOf(app.reads, callerId(app), addressId);
    return row === undefined ? notFound("Address") : createdData(presentAddress(row));
  },
});
