import { DAY, HOUR, MINUTE } from "../../kernel/clock.js";
import type { PricingPolicy } from "../../modules/booking/pricing.js";
import type { OpeningHours } from "../../modules/booking/slots.js";
import type { UrgencyStep } from "../../modules/booking/urgency.js";
import type { SettingsPolicy } from "../../modules/settings/commands.js";

export const MARKETPLACE = "minuteserv";

/** Booking dates, times and working hours are wall time here (ambiguity A48); no summer time. */
export const TIME_ZONE = "Asia/Kolkata";
export const UTC_OFFSET_MINUTES = 330;

/** What Prepare Checkout keeps for its confirmation. */
export const PREVIEW = "minuteserv.checkout-preview";

/** Checkout, Prepare Checkout: "2 minute TTL". */
export const PREVIEW_LIFETIME = 2 * MINUTE;

/** Slots start every 30 minutes from 08:00 AM and end by 08:00 PM (Prepare Checkout, A49). */
export const OPENING: OpeningHours = {
  firstMinute: 8 * 60,
  lastEndMinute: 20 * 60,
  stepMinutes: 30,
  leadTime: HOUR,
  utcOffsetMinutes: UTC_OFFSET_MINUTES,
};

/** Get Assignment Queue, `priority`: 1 to 5, the highest for visits that are close or overdue. */
export const URGENCY: readonly UrgencyStep[] = [
  { within: 2 * HOUR, urgency: 5 },
  { within: 6 * HOUR, urgency: 4 },
  { within: 24 * HOUR, urgency: 3 },
  { within: 72 * HOUR, urgency: 2 },
];

/** Partner Notification Flow: "Max 3 attempts → Queue for manual assignment". */
export const MAX_OFFERS = 3;

/** A promo use is given back when its booking has not been placed by then. */
export const REDEMPTION_HOLD = 15 * MINUTE;

/** Security, Authentication: 15-minute tokens, 7-day refresh tokens. */
export const TOKENS = { access: 15 * MINUTE, refresh: 7 * DAY } as const;

/** Razorpay takes no order of less than a rupee; paise. */
export const LEAST_ONLINE = 100;

/** Cancel Booking: not once the service has begun (A32). */
export const CANCELLABLE_FROM = ["placed", "open", "confirmed"] as const;

/** The partner's share is taken of the grand total, tax and all (earnings.04, A09). */
export const TAX_BORNE_BY_PLATFORM = true;

/** The document is silent; as a refund takes the partner's part back (refund.03), so does this. */
export const PROVIDERS_BEAR_CHARGEBACKS = true;

/** The account that payouts leave from, as the ledger names it. */
export const PAYING_BANK = "payouts";

/** Update System Settings: the six numbers that staff may turn, with their defaults. */
export const DEFAULT_SETTINGS = {
  commission_percentage: 30,
  cancellation_fee_percentage: 10,
  free_cancellation_minutes: 5,
  partner_assignment_timeout: 15,
  otp_expiry_minutes: 5,
  max_booking_advance_days: 30,
};

export type MinuteservSettings = typeof DEFAULT_SETTINGS;

const PERCENT = { min: 0, max: 100, integer: false };

/** What each may be (settings.03); an offer or a code that lives for no time helps nobody. */
export const SETTINGS: SettingsPolicy = {
  defaults: DEFAULT_SETTINGS,
  rules: {
    commission_percentage: PERCENT,
    cancellation_fee_percentage: PERCENT,
    free_cancellation_minutes: { min: 0, max: 525_600, integer: true },
    partner_assignment_timeout: { min: 1, max: 1_440, integer: true },
    otp_expiry_minutes: { min: 1, max: 1_440, integer: true },
    max_booking_advance_days: { min: 0, max: 3_650, integer: true },
  },
};

/** Nobody lives in more places; keeps an account's stream and lists short. */
export const MOST_ADDRESSES = 50;

/** Prepare Checkout's sample, 2000 - 400 - 160 + 331.20 = 1771.20, taken literally (A01). */
export const PRICING: PricingPolicy = {
  currency: "INR",
  taxPercent: 18,
  deductsSavings: true,
  discountBase: "subtotal - savings",
  taxBase: "subtotal - discount",
};
