import { MINUTE } from "../../kernel/clock.js";
import type { Limit } from "../../kernel/market.js";

const OTP: Limit = { most: 5, window: MINUTE, by: "ip" };

/**
 * Rate Limiting, and the sections of the four OTP endpoints: each of those counts by itself, all
 * of `/api/booking/` together, and so does everything else (EV-A03, EV-A04). Passwords, which the
 * document has no endpoint for, are guessed no faster than codes.
 */
export const limits: Readonly<Record<string, Limit>> = {
  send_otp: OTP,
  verify_otp: OTP,
  signup: OTP,
  verify_signup_otp: OTP,
  login: OTP,
  booking: { most: 10, window: MINUTE, by: "ip" },
  other: { most: 100, window: MINUTE, by: "ip" },
};
