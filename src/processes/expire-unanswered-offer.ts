import { isoNow } from "../kernel/clock.js";
import { defineProcess, send } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";

/** "No Response (15 min) → Auto-assign next partner" (Minuteserv, Partner Notification Flow). */
export const expireUnansweredOffer = defineProcess({
  name: "expire-unanswered-offer",
  due: {
    "offer-unanswered": ({ data }, { clock }) => [
      send(bookings, data.bookingId ?? "", {
        type: "ExpireOffer",
        offerId: data.offerId ?? "",
        at: isoNow(clock),
      }),
    ],
  },
});
