import type { Market } from "../../kernel/market.js";
import { dialect } from "./dialect.js";
import { documented } from "./documented/index.js";
import { limits } from "./limits.js";
import { guarded } from "./permissions.js";
import { MARKETPLACE, TOKENS } from "./policy.js";
import { adminRoutes } from "./routes/admin/index.js";
import { customerRoutes } from "./routes/customer/index.js";
import { internalRoutes } from "./routes/internal/index.js";
import { staffRoutes } from "./routes/staff/index.js";
import { partnerRoutes } from "./routes/partner/index.js";

/** Minuteserv, beauty at home, as its Backend Architecture document 1.0 prints it. */
export const minuteserv: Market = {
  name: MARKETPLACE,
  title: "Minuteserv",
  base: "/minuteserv/v1",
  hostBase: "/v1",
  description: "Beauty services at home: customers, partners, admins and internal services.",
  realms: ["customer", "partner", "admin", "internal"],
  dialect,
  limits,
  routes: [
    ...customerRoutes,
    ...adminRoutes.map(guarded),
    ...partnerRoutes,
    ...internalRoutes,
    ...staffRoutes,
  ],
  documented,
  tokens: TOKENS,
  idempotencyHeader: "X-Idempotency-Key",
};
