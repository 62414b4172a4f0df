import { callerId } from "../../kernel/caller.js";
import { isRejection } from "../../kernel/rejection.js";
import { realm, route, type Route } from "../../kernel/route.js";
import { accounts } from "../../modules/account/account.js";
import { documentedMessage, message } from "./shapes/envelope.js";
import { idParams } from "./shapes/fields.js";

/** A route that does one thing to an address of the caller's and says that it is done. */
export function addressRoute(
  where: Pick<Route, "method" | "path" | "summary">,
  command: "RemoveAddress" | "SetDefaultAddress",
  done: string,
): Route {
  return route({
    ...where,
    tag: "User Addresses",
    may: realm("customer"),
    limit: "general_customer",
    params: idParams,
    replies: { 200: documentedMessage(done) },
    async handle({ params }, app) {
      const addressId = params.id;
      const changed = await app.execute(accounts, callerId(app), { type: command, addressId });
      return isRejection(changed) ? changed : message(done);
    },
  });
}
