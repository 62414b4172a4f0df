import type { ServiceOffer } from "../../modules/catalogue/events.js";
import type { PromotionTerms } from "../../modules/promotion/events.js";

const rupee = 100;

function offer(
  name: string,
  category: string,
  tier: string,
  price: number,
  marketPrice: number,
  durationMinutes: number,
): ServiceOffer {
  return {
    name: `${name} - ${tier}`,
    description: `${name} at your home, ${durationMinutes} minutes.`,
    category,
    serviceType: name,
    tier,
    currency: "INR",
    price: price * rupee,
    marketPrice: marketPrice * rupee,
    durationMinutes,
    imageUrl: null,
    isActive: true,
  };
}

/** What the demo's Minuteserv has on offer. */
export const DEMO_SERVICES: readonly ServiceOffer[] = [
  offer("Facial", "Facial", "Minimal", 1000, 1200, 60),
  offer("Facial", "Facial", "Exclusive", 1600, 1900, 75),
  offer("Clean up", "Facial", "Minimal", 650, 800, 45),
  offer("Full arms", "Waxing", "Minimal", 450, 600, 30),
  offer("Full body", "Waxing", "E-Lite", 2400, 2900, 120),
  offer("Hair spa", "Hair", "Exclusive", 1300, 1500, 60),
  offer("Manicure", "Nail", "Minimal", 550, 700, 45),
];

/** The document's SAVE10 is left for whoever follows the document and creates it. */
export const DEMO_PROMO_CODE = "WELCOME10";

export const DEMO_PROMOTION: PromotionTerms = {
  description: "10% off for everyone who tries the sandbox",
  kind: "percentage",
  value: 10,
  currency: "INR",
  minOrder: 1000 * rupee,
  maxDiscount: 500 * rupee,
  perAccountLimit: 1,
  totalLimit: null,
  validFrom: null,
  validUntil: null,
  isActive: true,
};
