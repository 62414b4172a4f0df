type Channel = "email" | "sms" | "push";

interface Told {
  readonly type: string;
  readonly audience: "user" | "partner" | "staff";
}

const EVERY_WAY: readonly Channel[] = ["push", "sms", "email"];

/**
 * "Partner Assigned → Push Notification"; "Notify admin" when nobody is found; payment and
 * booking news reach the customer every way there is. What is not listed stands in the list of
 * notifications alone.
 */
const CHANNELS: Readonly<Record<Told["audience"], Readonly<Record<string, readonly Channel[]>>>> = {
  user: {
    payment_success: EVERY_WAY,
    payment_failed: EVERY_WAY,
    payment_refunded: ["push", "email"],
    booking_confirmed: EVERY_WAY,
    booking_cancelled: EVERY_WAY,
  },
  partner: {
    partner_assigned: ["push"],
    booking_cancelled: ["push"],
    payout_completed: ["push", "sms"],
    payout_failed: ["push", "sms"],
  },
  staff: { manual_assignment_required: ["email"] },
};

export function notificationChannels({ type, audience }: Told): readonly Channel[] {
  return CHANNELS[audience][type] ?? [];
}
