import { z } from "zod";
import { ok, realm, route } from "../../../../kernel/route.js";
import { addressesOf } from "../../../../../projections/addresses.js";
import { callerId } from "../../../../kernel/caller.js";
import { addressSchema, presentAddress } from "../../shapes/address.js";
import { documentedData } from "../../shapes/envelope.js";

/** User Addresses, Get User Addresses: `data` is a bare array here. */
export const listAddresses = route({
  method: "GET",
  path: "/users/addresses",
  summary: "Your address book",
  tag: "User Addresses",
  may: realm("customer"),
  limit: "general_customer",
  replies: { 200: documentedData("Default first.", z.array(addressSchema)) },
  async handle(_input, app) {
    const rows = await addressesOf(app.reads, callerId(app));
    return ok({ success: true, data: rows.map(presentAddress) });
  },
});
