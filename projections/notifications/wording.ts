import { toMajorText, type Currency, type Minor } from "../../src/kernel/money.js";

/** What somebody is told of, in the words of the document's notification_type. */
export type NotificationType =
  | "booking_created"
  | "booking_confirmed"
  | "booking_cancelled"
  | "booking_completed"
  | "partner_assigned"
  | "payment_success"
  | "payment_failed"
  | "payment_refunded"
  | "payout_completed"
  | "payout_failed"
  | "manual_assignment_required";

/** What a text may name, as `{number}`; each type has the facts that its own texts use. */
export type Facts = Readonly<Record<string, string>>;

interface Text {
  readonly title: string;
  readonly message: string;
}

/** The texts of one market; a type may be told to customers and partners in different words. */
type Wording = Readonly<Record<NotificationType, Text & { readonly toPartner?: Text }>>;

/**
 * By market. The confirmation is worded as GET /dashboard prints it: "Booking Confirmed",
 * "Your booking BK-20240115-123456 has been confirmed". A market without texts tells nobody.
 */
const WORDINGS: Readonly<Record<string, Wording>> = {
  minuteserv: {
    booking_created: {
      title: "Booking Created",
      message: "Your booking {number} for {date} at {time} has been created",
    },
    booking_confirmed: {
      title: "Booking Confirmed",
      message: "Your booking {number} has been confirmed",
    },
    booking_cancelled: {
      title: "Booking Cancelled",
      message: "Your booking {number} has been cancelled",
      toPartner: {
        title: "Booking Cancelled",
        message: "Booking {number} has been cancelled, you need not go there",
      },
    },
    booking_completed: {
      title: "Booking Completed",
      message: "Your booking {number} has been completed. How was it? Please rate it",
    },
    partner_assigned: {
      title: "New Booking Assigned",
      message: "Booking {number} on {date} at {time} is yours if you accept it in time",
    },
    payment_success: {
      title: "Payment Successful",
      message: "We have received your payment of {amount} for booking {number}",
    },
    payment_failed: {
      title: "Payment Failed",
      message: "Your payment for booking {number} has failed. You can try again",
    },
    payment_refunded: {
      title: "Payment Refunded",
      message: "{amount} for booking {number} has been refunded",
    },
    payout_completed: {
      title: "Payout Completed",
      message: "Your payout of {amount} has been paid",
    },
    payout_failed: {
      title: "Payout Failed",
      message: "Your payout of {amount} has failed. It will be made again",
    },
    manual_assignment_required: {
      title: "Manual Assignment Required",
      message: "No partner could be found for booking {number} on {date} at {time}",
    },
  },
};

const SYMBOLS: Readonly<Record<Currency, string>> = { INR: "₹", USD: "$" };

/** Whether a market has texts; one that has none notifies nobody. */
export function isWorded(marketplace: string): boolean {
  return Object.hasOwn(WORDINGS, marketplace);
}

/** Title and message with the facts filled in; only markets that have texts may ask. */
export function worded(
  marketplace: string,
  type: NotificationType,
  toPartner: boolean,
  facts: Facts,
): Text {
  const texts = WORDINGS[marketplace]?.[type];
  if (texts === undefined) throw new Error(`${marketplace} has no words for ${type}`);
  const { title, message } = (toPartner ? texts.toPartner : undefined) ?? texts;
  return { title: filled(title, facts), message: filled(message, facts) };
}

function filled(text: string, facts: Facts): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`a notification names ${name}, which nobody told`);
    return fact;
  });
}

/** 177120 paise → `₹1771.20`; independent of the machine's locale, so a rebuild gives the same. */
export function amountText(amount: Minor, currency: Currency): string {
  return `${SYMBOLS[currency]}${toMajorText(amount)}`;
}
