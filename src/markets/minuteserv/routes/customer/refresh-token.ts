import { refreshRoute } from "../../refresh-route.js";

/** Authentication, 3. Refresh Token. Partners refresh here as well: they have no other place. */
export const refreshToken = refreshRoute(
  { path: "/auth/refresh-token", tag: "Authentication", limit: "general_customer" },
  ["customer", "partner"],
);
