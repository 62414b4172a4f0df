import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { addressOf } from "../../../../../projections/addresses.js";
import { callerId } from "../../../../kernel/caller.js";
import { notFound } from "../../refusals.js";
import { addressBody, addressChange, addressSchema, presentAddress } from "../../shapes/address.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** User Addresses, Update Address; what is left out stays as it is. */
export const updateAddress = route({
  method: "PUT",
  path: "/users/addresses/:id",
  summary: "Change an address",
  tag: "User Addresses",
  may: realm("customer"),
  limit: "general_customer",
  params: idParams,
  body: addressBody.partial(),
  example: { name: "Office", address_line1: "456 Park Ave" },
  replies: { 200: documentedData("The address as it is now.", addressSchema) },
  async handle({ params, body }, app) {
    const done = await app.execute(accounts, callerId(app), {
      type: "ChangeAddress",
      addressId: params.id,
      change: addressChange(body),
    });
    if (isRejection(done)) return done;
    const row = await addressOf(app.reads, callerId(app), params.id);
    return row === undefined ? notFound("Address") : data(presentAddress(row));
  },
});
