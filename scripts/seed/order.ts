import { DAY, HOUR, MINUTE } from "../../src/kernel/clock.js";
import type { BookingPlaced } from "../../src/modules/booking/events.js";
import type { PaymentTerms } from "../../src/modules/booking/facts.js";
import { discountBaseOf, price, sumLines } from "../../src/modules/booking/pricing.js";
import { quoteDiscount } from "../../src/modules/promotion/quote-discount.js";
import { isRejection } from "../../src/kernel/rejection.js";
import { PRICING } from "../../src/markets/minuteserv/policy.js";
import { localDate, visitOf } from "../../src/markets/minuteserv/visit.js";
import { pastIdsOf } from "../../src/platform/gateways/razorpay/pretend/past.js";
import { SEED_TERMS } from "./founding.js";
import type { Person } from "./people.js";
import type { Random } from "./random.js";
import type { Town } from "./town.js";

/** A booking as its customer wants it; the number comes when it is placed. */
export type Order = Omit<BookingPlaced, "number">;

interface Asked {
  readonly bookingId: string;
  readonly paymentId: string;
  readonly customer: Person;
  /** When it is placed. */
  readonly at: number;
}

/** Share of bookings that are paid online, in percent. */
const ONLINE = 65;

/** Share of bookings with a promo code, in percent. */
const PROMOTED = 10;

/** One to three services, priced as a checkout would, for a visit in the next three days. */
export function orderOf(town: Town, random: Random, asked: Asked): Order {
  const { bookingId, customer, at } = asked;
  const chosen = [...new Set([random.pick(town.services), random.pick(town.services)])];
  const lines = chosen.map(({ id, offer }) => ({
    serviceId: id,
    name: offer.name,
    category: offer.category,
    tier: offer.tier,
    quantity: random.percent(15) ? 2 : 1,
    unitPrice: offer.price,
    marketPrice: offer.marketPrice,
    durationMinutes: offer.durationMinutes,
  }));
  const promoted = random.percent(PROMOTED);
  const sums = sumLines(lines, PRICING);
  const wanted = { orderTotal: sums.subtotal, discountBase: discountBaseOf(sums, PRICING) };
  const placedAt = new Date(at).toISOString();
  const discount = promoted
    ? quoteDiscount(SEED_TERMS, { total: 0, byAccount: 0 }, { ...wanted, at: placedAt })
    : 0;
  if (isRejection(discount)) throw new Error(discount.message);
  const minutes = lines.reduce((sum, line) => sum + line.durationMinutes * line.quantity, 0);
  const day = localDate(at + random.between(1, 3) * DAY);
  return {
    bookingId,
    customerId: customer.id,
    placedAt,
    lines: lines.map(booked),
    pricing: price(lines, discount, PRICING),
    visit: visitOf(day, (8 * HOUR) / MINUTE + 30 * random.between(0, 14), minutes),
    payment: termsOf(asked.paymentId, random),
    promoCode: promoted ? town.promotion.code : null,
    policyAccepted: true,
    contact: { name: customer.name, phone: customer.phone, email: customer.email },
    place: placeOf(customer),
  };
}

function termsOf(paymentId: string, random: Random): PaymentTerms {
  return random.percent(ONLINE)
    ? { paymentId, method: "online", gateway: "razorpay", orderId: pastIdsOf(paymentId).orderId }
    : { paymentId, method: "cash", gateway: null, orderId: null };
}

function placeOf({ addressId, address }: Person): Order["place"] {
  const { placeId: _, ...place } = address;
  return { addressId, ...place };
}

function booked<L extends { readonly marketPrice: unknown }>(line: L): Omit<L, "marketPrice"> {
  const { marketPrice: _, ...rest } = line;
  return rest;
}
