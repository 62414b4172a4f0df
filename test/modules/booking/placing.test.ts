import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import { given } from "../scenario.js";
import { CASH, opened, placed, placedForCash, terms } from "./a-booking.js";

test("an online booking waits for its payment", (t) => {
  given(t, bookings)
    .when({ type: "PlaceBooking", ...terms })
    .yields(placed);
});

test("a cash booking opens for assignment at once", (t) => {
  given(t, bookings)
    .when({ type: "PlaceBooking", ...terms, payment: CASH })
    .yields(placedForCash, opened);
});

test("a preview is used once", (t) => {
  given(t, bookings, placed)
    .when({ type: "PlaceBooking", ...terms })
    .refuses("conflict", "preview_already_used");
});
