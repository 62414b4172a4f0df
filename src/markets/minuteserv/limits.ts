import { HOUR, MINUTE } from "../../kernel/clock.js";
import type { Limit } from "../../kernel/market.js";

/** API Rate Limits, the table; the webhook has no user and is not counted (payment.17). */
export const limits: Readonly<Record<string, Limit>> = {
  otp: { most: 3, window: HOUR, by: "body.phone_number" },
  booking_creation: { most: 10, window: HOUR, by: "principal" },
  payment: { most: 5, window: HOUR, by: "principal" },
  general_customer: { most: 100, window: MINUTE, by: "ip" },
  admin: { most: 500, window: MINUTE, by: "principal" },
  partner: { most: 200, window: MINUTE, by: "principal" },
  internal: { most: 6_000, window: MINUTE, by: "principal" },
  webhook: { most: 6_000, window: MINUTE, by: "ip" },
};
