import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import type { CancelBooking } from "../../../src/modules/booking/commands.js";
import { given } from "../scenario.js";
import {
  cancelled,
  confirmed,
  done,
  ids,
  offered,
  opened,
  paidAndOpen,
  placed,
  placedForCash,
  PLACED_AT,
  underWay,
} from "./a-booking.js";
import { granted } from "./a-refund.js";

const LAST_FREE_INSTANT = "2024-01-17T09:05:00.000Z";
const LATER = "2024-01-17T09:05:00.001Z";

function cancel(at: string, change: Partial<CancelBooking> = {}): CancelBooking {
  const policy = { freeMinutes: 5, feePercent: 10 };
  return {
    type: "CancelBooking",
    by: "customer",
    reason: "Change of plans",
    at,
    policy: { ...policy, cancellableFrom: ["placed", "open", "confirmed"] },
    refundId: ids.refund,
    refundTo: "gateway",
    refundAmount: null,
    ...change,
  };
}

const late = { fee: 17_712, refund: 159_408 };
const unpaid = { paid: 0, refund: 0, refundId: null };

test("cancelling is free for five minutes from placing", (t) => {
  const history = given(t, bookings, ...paidAndOpen);
  history.when(cancel(PLACED_AT)).yields(cancelled());
  history.when(cancel(LAST_FREE_INSTANT)).yields(cancelled());
});

test("then it costs 10 % of the total: 177.12 of 1771.20", (t) => {
  given(t, bookings, ...paidAndOpen)
    .when(cancel(LATER))
    .yields(cancelled(late));
});

test("the provider of a live offer is named, with whether they had accepted", (t) => {
  const { provider: providerId } = ids;
  given(t, bookings, ...paidAndOpen, offered())
    .when(cancel(LATER))
    .yields(cancelled({ ...late, providerId }));
  given(t, bookings, ...confirmed)
    .when(cancel(LATER))
    .yields(cancelled({ ...late, providerId, offerAccepted: true }));
});

test("the cancelled booking's offer is over", (t) => {
  given(t, bookings, ...paidAndOpen, offered(), cancelled({ providerId: ids.provider }))
    .when({ type: "AcceptOffer", providerId: ids.provider, at: PLACED_AT })
    .refuses("conflict", "offer_not_open");
});

test("an unpaid or a cash booking costs nothing and starts no refund", (t) => {
  given(t, bookings, placed).when(cancel(LATER)).yields(cancelled(unpaid));
  const cash = cancelled({ ...unpaid, gateway: null });
  given(t, bookings, placedForCash, opened).when(cancel(LATER)).yields(cash);
});

test("staff name the refund themselves, up to what is held", (t) => {
  const byStaff = { by: "admin", refundTo: "wallet" } as const;
  const history = given(t, bookings, ...paidAndOpen);
  history.when(cancel(LATER, { ...byStaff, refundAmount: 177_120 })).yields(cancelled(byStaff));
  history
    .when(cancel(LATER, { ...byStaff, refundAmount: 0 }))
    .yields(cancelled({ ...byStaff, fee: 177_120, refund: 0, refundId: null }));
  history.when(cancel(LATER, { refundAmount: 177_121 })).refuses("invalid", "refund_out_of_range");
  history.when(cancel(LATER, { refundAmount: -1 })).refuses("invalid", "refund_out_of_range");
  given(t, bookings, placed)
    .when(cancel(LATER, { refundAmount: 1 }))
    .refuses("invalid", "refund_out_of_range");
});

test("after a partial refund the fee is taken of what is left, at most all of it", (t) => {
  const earlier = granted({ refundId: "earlier", amount: 170_000 });
  given(t, bookings, ...paidAndOpen, earlier)
    .when(cancel(LATER))
    .yields(cancelled({ paid: 7_120, fee: 7_120, refund: 0, refundId: null }));
});

test("a refund id is used once", (t) => {
  given(t, bookings, ...paidAndOpen, granted({ amount: 100 }))
    .when(cancel(LATER))
    .refuses("conflict", "refund_id_used");
});

test("the policy says until when; the core knows the end", (t) => {
  given(t, bookings, ...underWay)
    .when(cancel(LATER))
    .refuses("conflict", "booking_in_progress");
  given(t, bookings, ...done)
    .when(cancel(LATER))
    .refuses("conflict", "booking_completed");
  given(t, bookings, ...paidAndOpen, cancelled())
    .when(cancel(LATER))
    .refuses("conflict", "booking_cancelled");
  given(t, bookings).when(cancel(LATER)).refuses("not_found", "booking_unknown");
});
