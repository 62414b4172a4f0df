import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { callerId } from "../../../../kernel/caller.js";
import { documentedMessage, message } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

const DONE = "Address deleted successfully";

/** User Addresses, Delete Address; bookings keep their own copy (address.04). */
export const deleteAddress = route({
  method: "DELETE",
  path: "/users/addresses/:id",
  summary: "Remove an address",
  tag: "User Addresses",
  may: realm("customer"),
  limit: "general_customer",
  params: idParams,
  replies: { 200: documentedMessage(DONE) },
  async handle({ params }, app) {
    const done = await app.execute(accounts, callerId(app), {
      type: "RemoveAddress",
      addressId: params.id,
    });
    return isRejection(done) ? done : message(DONE);
  },
});
