import { defineProcess, send } from "../kernel/process.js";
import { bookings } from "../modules/booking/booking.js";
import type { PaymentEvent } from "../modules/payment/events.js";

/** What a lost chargeback has taken of a payment, its booking does not give back again. */
export const noteLostChargeback = defineProcess<PaymentEvent>({
  name: "note-lost-chargeback",
  on: {
    PaymentChargedBack: ({ data: { bookingId, chargebackId, amount } }) => [
      send(bookings, bookingId, { type: "NoteChargeback", chargebackId, amount }),
    ],
  },
});
