import type { Route } from "../../../../kernel/route.js";
import { createAdmin } from "./create-admin.js";
import { createStaff } from "./create-staff.js";
import { logIn } from "./log-in.js";
import { logOut } from "./log-out.js";
import { refreshToken } from "./refresh-token.js";
import { sendOtp } from "./send-otp.js";
import { signUp } from "./sign-up.js";
import { verifyOtp } from "./verify-otp.js";
import { verifySignupOtp } from "./verify-signup-otp.js";

/** Authentication APIs, in the order of the document, and the one that is ours. */
export const authRoutes: readonly Route[] = [
  sendOtp,
  verifyOtp,
  refreshToken,
  logOut,
  signUp,
  verifySignupOtp,
  createAdmin,
  createStaff,
  logIn,
];
