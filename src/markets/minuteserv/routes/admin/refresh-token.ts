import { refreshRoute } from "../../refresh-route.js";

/** Admin APIs, Admin Refresh Token; it prints no response, so it answers as the customers' does. */
export const adminRefreshToken = refreshRoute(
  { path: "/admin/auth/refresh-token", tag: "Admin: Authentication", limit: "admin" },
  ["admin"],
);
