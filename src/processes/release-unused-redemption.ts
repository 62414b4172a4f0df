import { defineProcess, send } from "../kernel/process.js";
import { promotions } from "../modules/promotion/promotion.js";

/**
 * A promo code is redeemed before its booking is placed, so that the last use has one winner. If
 * the booking never came to be, its use goes back when the hold ends.
 */
export const releaseUnusedRedemption = defineProcess({
  name: "release-unused-redemption",
  due: {
    "redemption-unused": ({ data }) => [
      send(promotions, data.promotionId ?? "", {
        type: "ReleaseRedemption",
        bookingId: data.bookingId ?? "",
      }),
    ],
  },
});
