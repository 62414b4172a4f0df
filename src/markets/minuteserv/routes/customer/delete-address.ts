import { addressRoute } from "../../address-route.js";

/** User Addresses, Delete Address; bookings keep their own copy (address.04). */
export const deleteAddress = addressRoute(
  { method: "DELETE", path: "/users/addresses/:id", summary: "Remove an address" },
  "RemoveAddress",
  "Address deleted successfully",
);
