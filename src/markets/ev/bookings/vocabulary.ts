/** What the document calls each status of a booking. */
export const BOOKING_STATUSES = ["pre_booked", "confirmed", "completed", "cancelled"] as const;

export type BookingWord = (typeof BOOKING_STATUSES)[number];

export const PAYMENT_METHODS = ["online", "bank_transfer", "cash", "wallet"] as const;

export function printedStatus(status: string): string {
  return status === "placed" ? "pre_booked" : status;
}

/** The core's word. */
export function statusOf(word: BookingWord | undefined): string | undefined {
  return word === "pre_booked" ? "placed" : word;
}

/** What a payout held back for an instalment came out of the member's wallet. */
export function printedMethod(method: string): string {
  return method === "emi_held" ? "wallet" : method;
}
