import type { Route } from "../../../../kernel/route.js";
import { adminAssignPartner } from "./assign-partner.js";
import { adminCancelBooking } from "./cancel-booking.js";
import { adminCreatePartner } from "./create-partner.js";
import { adminCreatePayout } from "./create-payout.js";
import { adminCreatePromoCode } from "./create-promo-code.js";
import { adminCreateService } from "./create-service.js";
import { adminDeleteService } from "./delete-service.js";
import { adminFailPayout } from "./fail-payout.js";
import { adminGetBooking } from "./get-booking.js";
import { adminGetDashboard } from "./get-dashboard.js";
import { adminGetPartner } from "./get-partner.js";
import { adminGetSettings } from "./get-settings.js";
import { adminGetUser } from "./get-user.js";
import { adminListAuditLogs } from "./list-audit-logs.js";
import { adminListBookings } from "./list-bookings.js";
import { adminListContactSubmissions } from "./list-contact-submissions.js";
import { adminListPartnerBookings } from "./list-partner-bookings.js";
import { adminListPartnerEarnings } from "./list-partner-earnings.js";
import { adminListPartners } from "./list-partners.js";
import { adminListPayouts } from "./list-payouts.js";
import { adminListPromoCodes } from "./list-promo-codes.js";
import { adminListServices } from "./list-services.js";
import { adminListUsers } from "./list-users.js";
import { adminLogIn } from "./log-in.js";
import { adminProcessPayout } from "./process-payout.js";
import { adminRefreshToken } from "./refresh-token.js";
import { adminRefundBooking } from "./refund-booking.js";
import { adminReportPartnerPerformance } from "./report-partner-performance.js";
import { adminReportRevenue } from "./report-revenue.js";
import { adminReportServicePopularity } from "./report-service-popularity.js";
import { adminUpdateBookingStatus } from "./update-booking-status.js";
import { adminUpdateContactSubmission } from "./update-contact-submission.js";
import { adminUpdatePartner } from "./update-partner.js";
import { adminUpdatePartnerAvailability } from "./update-partner-availability.js";
import { adminUpdatePromoCode } from "./update-promo-code.js";
import { adminUpdateService } from "./update-service.js";
import { adminUpdateSettings } from "./update-settings.js";
import { adminUpdateUserStatus } from "./update-user-status.js";
import { adminVerifyPartner } from "./verify-partner.js";

/** Admin APIs, in the order of the document. */
export const adminRoutes: readonly Route[] = [
  adminLogIn,
  adminRefreshToken,
  adminGetDashboard,
  adminListBookings,
  adminGetBooking,
  adminUpdateBookingStatus,
  adminAssignPartner,
  adminCancelBooking,
  adminRefundBooking,
  adminListPartners,
  adminGetPartner,
  adminCreatePartner,
  adminUpdatePartner,
  adminVerifyPartner,
  adminUpdatePartnerAvailability,
  adminListPartnerBookings,
  adminListPartnerEarnings,
  adminListPayouts,
  adminCreatePayout,
  adminProcessPayout,
  adminFailPayout,
  adminListServices,
  adminCreateService,
  adminUpdateService,
  adminDeleteService,
  adminListPromoCodes,
  adminCreatePromoCode,
  adminUpdatePromoCode,
  adminListContactSubmissions,
  adminUpdateContactSubmission,
  adminListUsers,
  adminGetUser,
  adminUpdateUserStatus,
  adminReportRevenue,
  adminReportPartnerPerformance,
  adminReportServicePopularity,
  adminGetSettings,
  adminUpdateSettings,
  adminListAuditLogs,
];
