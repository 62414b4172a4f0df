import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { addresses } from "./addresses.js";
import { adminAuditLogs } from "./admin-audit-logs.js";
import { adminAuthentication } from "./admin-authentication.js";
import { adminBookings } from "./admin-bookings.js";
import { adminContact } from "./admin-contact.js";
import { adminDashboard } from "./admin-dashboard.js";
import { adminPartners } from "./admin-partners.js";
import { adminPayouts } from "./admin-payouts.js";
import { adminPromoCodes } from "./admin-promo-codes.js";
import { adminReports } from "./admin-reports.js";
import { adminServices } from "./admin-services.js";
import { adminSettings } from "./admin-settings.js";
import { adminUsers } from "./admin-users.js";
import { authentication } from "./authentication.js";
import { bookings } from "./bookings.js";
import { checkout } from "./checkout.js";
import { contact } from "./contact.js";
import { dashboard } from "./dashboard.js";
import { internal } from "./internal.js";
import { partnerAuthentication } from "./partner-authentication.js";
import { partnerAvailability } from "./partner-availability.js";
import { partnerBookings } from "./partner-bookings.js";
import { partnerDashboard } from "./partner-dashboard.js";
import { partnerEarnings } from "./partner-earnings.js";
import { payments } from "./payments.js";
import { promoCodes } from "./promo-codes.js";
import { services } from "./services.js";

/** What the document prints, by its headings in their order. */
export const sections = {
  authentication,
  dashboard,
  services,
  addresses,
  checkout,
  payments,
  bookings,
  promoCodes,
  contact,
  adminAuthentication,
  adminDashboard,
  adminBookings,
  adminPartners,
  adminPayouts,
  adminServices,
  adminPromoCodes,
  adminContact,
  adminUsers,
  adminReports,
  adminSettings,
  adminAuditLogs,
  partnerAuthentication,
  partnerDashboard,
  partnerBookings,
  partnerAvailability,
  partnerEarnings,
  internal,
} satisfies Readonly<Record<string, DocumentedAnswers>>;

/** Every answer that the document prints. */
export const documented: DocumentedAnswers = Object.fromEntries(
  Object.values<DocumentedAnswers>(sections).flatMap((section) => Object.entries(section)),
);
