import type {
  PromotionEvent,
  PromotionRedeemed,
  PromotionTerms,
} from "../../../src/modules/promotion/events.js";

export const promotionId = "5f0c7f0e-3a51-4a3f-9d53-0f3f3b2f2a01";

/** SAVE10 as the document prints it (Minuteserv, Create Promo Code). */
export const terms: PromotionTerms = {
  description: "10% off on all services",
  kind: "percentage",
  value: 10,
  currency: "INR",
  minOrder: 100_000,
  maxDiscount: 50_000,
  perAccountLimit: 1,
  totalLimit: 3,
  validFrom: "2024-01-01T00:00:00.000Z",
  validUntil: "2024-12-31T23:59:59.000Z",
  isActive: true,
};

export function created(changes: Partial<PromotionTerms> = {}): PromotionEvent {
  const data = { promotionId, code: "SAVE10", terms: { ...terms, ...changes } };
  return { type: "PromotionCreated", data };
}

const order = {
  orderTotal: 200_000,
  discountBase: 160_000,
  at: "2024-01-20T10:00:00.000Z",
  holdUntil: "2024-01-20T10:15:00.000Z",
};

export function redeem(accountId: string, bookingId: string, changes: Partial<typeof order> = {}) {
  return { type: "RedeemPromotion", accountId, bookingId, ...order, ...changes } as const;
}

export function redeemed(accountId: string, bookingId: string, discount = 16_000): PromotionEvent {
  const money = { code: "SAVE10", discount, currency: "INR" } as const;
  const { holdUntil } = order;
  const data: PromotionRedeemed = { promotionId, accountId, bookingId, ...money, holdUntil };
  return { type: "PromotionRedeemed", data };
}

export function released(accountId: string, bookingId: string): PromotionEvent {
  return { type: "RedemptionReleased", data: { promotionId, accountId, bookingId } };
}
