import { toMajorText, type Currency, type Minor } from "../../src/kernel/money.js";
import { evWording } from "./wordings/ev.js";
import { minuteservWording } from "./wordings/minuteserv.js";

/** What somebody can be told of, whatever their market calls it. */
export type Topic =
  | "account_registered"
  | "booking_created"
  | "booking_confirmed"
  | "booking_cancelled"
  | "booking_completed"
  | "partner_assigned"
  | "payment_success"
  | "payment_failed"
  | "payment_refunded"
  | "instalment_paid"
  | "wallet_credited"
  | "pair_matched"
  | "payout_requested"
  | "payout_sent"
  | "payout_completed"
  | "payout_failed"
  | "payout_rejected"
  | "payout_cancelled"
  | "kyc_submitted"
  | "kyc_approved"
  | "kyc_rejected"
  | "nominee_verified"
  | "nominee_rejected"
  | "manual_assignment_required";

/** What a text may name, as `{number}`; each topic has the facts that its own texts use. */
export type Facts = Readonly<Record<string, string>>;

interface Text {
  readonly title: string;
  readonly message: string;
}

interface Worded extends Text {
  /** The market's own name of such notifications; the topic's unless told. */
  readonly type?: string;
  /** Partners read of it in other words. */
  readonly toPartner?: Text;
}

/** The texts of one market; of a topic without a text nobody is told. */
export type Wording = Readonly<Partial<Record<Topic, Worded>>>;

const WORDINGS: Readonly<Record<string, Wording>> = {
  ev: evWording,
  minuteserv: minuteservWording,
};

const SYMBOLS: Readonly<Record<Currency, string>> = { INR: "₹", USD: "$" };

/** Whether a market tells of something at all. */
export function tells(marketplace: string, topic: Topic): boolean {
  return WORDINGS[marketplace]?.[topic] !== undefined;
}

/** Type, title and message with the facts filled in; only of what the market tells. */
export function worded(marketplace: string, topic: Topic, toPartner: boolean, facts: Facts) {
  const words = WORDINGS[marketplace]?.[topic];
  if (words === undefined) throw new Error(`${marketplace} has no words for ${topic}`);
  const { title, message } = (toPartner ? words.toPartner : undefined) ?? words;
  return {
    notification_type: words.type ?? topic,
    title: filled(title, facts),
    message: filled(message, facts),
  };
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
