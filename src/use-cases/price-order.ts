import type { ServiceRow } from "../../projections/services.js";
import type { App } from "../kernel/app.js";
import type { Minor } from "../kernel/money.js";
import { isRejection } from "../kernel/rejection.js";
import type { BookedLine, Pricing } from "../modules/booking/facts.js";
import { discountBaseOf, price, sumLines, type PricingPolicy } from "../modules/booking/pricing.js";
import { quotePromotion, type Quote } from "./quote-promotion.js";

/** What a checkout promises for a while: the prices that a confirmation will book. */
export interface PricedOrder {
  readonly lines: readonly BookedLine[];
  readonly pricing: Pricing;
  readonly promotion: { readonly id: string; readonly code: string } | null;
  readonly durationMinutes: number;
}

interface Priced {
  readonly order: PricedOrder;
  /** As asked for, usable or not; null when none was asked for (Minuteserv, promo.10). */
  readonly promo: { code: string; discount: Minor; valid: boolean } | null;
}

/** One service and how often it was asked for. */
export interface OrderedService {
  readonly service: ServiceRow;
  readonly quantity: number;
}

/** Prices an order as it stands in the catalogue now, with a code if one is given. */
export async function priceOrder(
  app: App,
  ordered: readonly OrderedService[],
  code: string | undefined,
  policy: PricingPolicy,
): Promise<Priced> {
  const priceable = ordered.map(({ service, quantity }) => ({
    unitPrice: service.price,
    marketPrice: service.market_price,
    quantity,
  }));
  const sums = sumLines(priceable, policy);
  const base = discountBaseOf(sums, policy);
  const quote =
    code === undefined ? undefined : await quotePromotion(app, code, sums.subtotal, base);
  const usable = quote === undefined || isRejection(quote) ? undefined : quote;
  const lines = ordered.map(bookedLine);
  return {
    order: {
      lines,
      pricing: price(priceable, usable?.discount ?? 0, policy),
      promotion: usable === undefined ? null : { id: usable.promotionId, code: usable.code },
      durationMinutes: lines.reduce((sum, line) => sum + line.durationMinutes * line.quantity, 0),
    },
    promo: code === undefined ? null : promoOf(code, usable),
  };
}

function promoOf(code: string, usable: Quote | undefined) {
  return usable === undefined
    ? { code, discount: 0, valid: false }
    : { code: usable.code, discount: usable.discount, valid: true };
}

function bookedLine({ service, quantity }: OrderedService): BookedLine {
  return {
    serviceId: service.id,
    name: service.name,
    category: service.category,
    tier: service.tier,
    quantity,
    unitPrice: service.price,
    durationMinutes: service.duration_minutes,
  };
}
