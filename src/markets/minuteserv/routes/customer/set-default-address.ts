import { isRejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { accounts } from "../../../../modules/account/account.js";
import { callerId } from "../../../../kernel/caller.js";
import { documentedMessage, message } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

const DONE = "Default address updated";

/** User Addresses, Set Default Address: one at most, so the earlier one is cleared (address.01). */
export const setDefaultAddress = route({
  method: "PATCH",
  path: "/users/addresses/:id/set-default",
  summary: "Make an address the default",
  tag: "User Addresses",
  may: realm("customer"),
  limit: "general_customer",
  params: idParams,
  replies: { 200: documentedMessage(DONE) },
  async handle({ params }, app) {
    const done = await app.execute(accounts, callerId(app), {
      type: "SetDefaultAddress",
      addressId: params.id,
    });
    return isRejection(done) ? done : message(DONE);
  },
});
