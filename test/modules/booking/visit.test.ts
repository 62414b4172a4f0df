import test from "ava";
import { bookings } from "../../../src/modules/booking/booking.js";
import { given } from "../scenario.js";
import {
  arrived,
  confirmed,
  departed,
  ids,
  offered,
  paidAndOpen,
  started,
  underWay,
} from "./a-booking.js";

const { provider: providerId } = ids;
const estimatedArrival = "2024-01-20T04:25:00.000Z";
const depart = { type: "DepartToCustomer", providerId, estimatedArrival } as const;
const arrive = { type: "ArriveAtCustomer", providerId, startsOnArrival: true } as const;
const start = { type: "StartService", providerId } as const;

test("the provider departs, and arrives to start the service", (t) => {
  given(t, bookings, ...confirmed)
    .when(depart)
    .yields(departed);
  given(t, bookings, ...confirmed, departed)
    .when(arrive)
    .yields(arrived, started);
});

test("where arriving is not starting, the service starts on its own", (t) => {
  const waiting = { ...arrive, startsOnArrival: false };
  given(t, bookings, ...confirmed, departed)
    .when(waiting)
    .yields(arrived);
  given(t, bookings, ...confirmed, departed, arrived)
    .when(start)
    .yields(started);
});

test("no step comes out of order or twice", (t) => {
  given(t, bookings, ...paidAndOpen, offered())
    .when(depart)
    .refuses("conflict", "out_of_order");
  given(t, bookings, ...confirmed)
    .when(arrive)
    .refuses("conflict", "out_of_order");
  given(t, bookings, ...confirmed)
    .when(start)
    .refuses("conflict", "out_of_order");
  given(t, bookings, ...confirmed, departed)
    .when(depart)
    .refuses("conflict", "out_of_order");
  given(t, bookings, ...underWay)
    .when(arrive)
    .refuses("conflict", "out_of_order");
});

test("a provider may tell again that the service has begun, staff may not", (t) => {
  given(t, bookings, ...underWay)
    .when(start)
    .yields();
  given(t, bookings, ...underWay)
    .when({ ...start, providerId: null })
    .refuses("conflict", "booking_in_progress");
});

test("staff start the service for whoever accepted", (t) => {
  const byStaff = { type: "StartService", providerId: null } as const;
  given(t, bookings, ...confirmed)
    .when(byStaff)
    .yields(started);
  given(t, bookings, ...paidAndOpen)
    .when(byStaff)
    .refuses("conflict", "no_provider");
  given(t, bookings, ...paidAndOpen, offered())
    .when(byStaff)
    .refuses("conflict", "booking_open");
});

test("another provider takes no step", (t) => {
  const stranger = { providerId: ids.other };
  for (const step of [depart, arrive, start]) {
    given(t, bookings, ...confirmed, departed)
      .when({ ...step, ...stranger })
      .refuses("not_found", "booking_unknown");
  }
});
