/** The booking's status in the document's words (bookings SQL). */
const STATUS: Readonly<Record<string, string>> = {
  placed: "pending",
  open: "partner_assigned",
  confirmed: "confirmed",
  in_progress: "in_progress",
  completed: "completed",
  cancelled: "cancelled",
  refunded: "refunded",
};

export const BOOKING_STATUSES = [
  "pending",
  "partner_assigned",
  "confirmed",
  "in_progress",
  "completed",
  "cancelled",
  "refunded",
] as const;

export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export function documentStatus(status: string): string {
  return STATUS[status] ?? status;
}

/** The core's word for a documented status. */
export function coreStatus(documented: BookingStatus): string {
  const found = Object.entries(STATUS).find(([, word]) => word === documented);
  return found?.[0] ?? documented;
}

export const PAYMENT_METHODS = ["online", "cash"] as const;

export const SERVICE_TIERS = ["Minimal", "Exclusive", "E-Lite"] as const;

export const EARNING_STATUSES = ["pending", "paid"] as const;

/** Get All Partners: active and inactive by `is_active`, pending by `onboarding_status`. */
export const PARTNER_FILTERS = ["active", "inactive", "pending"] as const;

/** partner_payouts.status; nothing that the document describes makes one `processing` (A59). */
export const PAYOUT_STATUSES = ["pending", "processing", "completed", "failed"] as const;

/** contact_submissions.status (contact.01). */
export const CONTACT_STATUSES = ["new", "read", "replied", "resolved"] as const;

export const PAYOUT_RAILS = ["bank_transfer", "upi"] as const;

/** admin_users.role (§18). */
export const ADMIN_ROLES = ["super_admin", "admin", "support", "finance"] as const;
