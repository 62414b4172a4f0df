import type { Route } from "../../../../kernel/route.js";
import { adminAssignPartner } from "./assign-partner.js";
import { adminCancelBooking } from "./cancel-booking.js";
import { adminCreatePartner } from "./create-partner.js";
import { adminCreatePayout } from "./create-payout.js";
import { adminCreatePromoCode } from "./create-promo-code.js";
import { adminCreateService } from "./create-service.js";
import { adminFailPayout } from "./fail-payout.js";
import { adminGetBooking } from "./get-booking.js";
import { adminLogIn } from "./log-in.js";
import { adminProcessPayout } from "./process-payout.js";
import { adminRefreshToken } from "./refresh-token.js";
import { adminRefundBooking } from "./refund-booking.js";
import { adminVerifyPartner } from "./verify-partner.js";

/** Admin APIs, in the order of the document. */
export const adminRoutes: readonly Route[] = [
  adminLogIn,
  adminRefreshToken,
  adminGetBooking,
  adminAssignPartner,
  adminCancelBooking,
  adminRefundBooking,
  adminCreatePartner,
  adminVerifyPartner,
  adminCreatePayout,
  adminProcessPayout,
  adminFailPayout,
  adminCreateService,
  adminCreatePromoCode,
];
