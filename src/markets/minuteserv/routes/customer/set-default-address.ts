import { addressRoute } from "../../address-route.js";

/** User Addresses, Set Default Address: one at most, so the earlier one is cleared (address.01). */
export const setDefaultAddress = addressRoute(
  {
    method: "PATCH",
    path: "/users/addresses/:id/set-default",
    summary: "Make an address the default",
  },
  "SetDefaultAddress",
  "Default address updated",
);
