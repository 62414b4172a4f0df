import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** What is printed of a booking in the two places where much is. */
const BOOKED = {
  id: 1,
  user: 1,
  booking_number: "EVABC1234",
  vehicle_model: "EV Model X",
  vehicle_variant: "Premium",
  booking_amount: "500.00",
  total_amount: "50000.00",
  total_paid: "0.00",
  remaining_amount: "50000.00",
  status: "pre_booked",
  emi_amount: "5000.00",
  emi_duration_months: 10,
  emi_start_date: "2026-02-01",
  emi_paid_count: 0,
  emi_total_count: 10,
  created_at: "2026-01-06T12:00:00Z",
};

const PAID_ONE = {
  total_paid: "5000.00",
  remaining_amount: "45000.00",
  status: "confirmed",
  emi_paid_count: 1,
};

const ELIDED = "The document elides what Create Booking and its request print.";

/** Booking APIs. */
export const bookings: DocumentedAnswers = {
  "POST /api/booking/bookings/": [
    {
      status: 201,
      body: BOOKED,
      note: "What is told of the EMI stands in the request and in Get Booking Details.",
    },
    { status: 400, body: { booking_amount: ["Minimum booking amount is ₹500"] } },
  ],
  "GET /api/booking/bookings/": [
    {
      status: 200,
      body: { count: 10, next: null, previous: null, results: [BOOKED] },
      note: ELIDED,
    },
  ],
  "GET /api/booking/bookings/:id/": [
    { status: 200, body: { ...BOOKED, ...PAID_ONE }, note: ELIDED },
  ],
  "POST /api/booking/bookings/:id/make_payment/": [
    {
      status: 201,
      body: {
        id: 1,
        booking: 1,
        user: 1,
        amount: "5000.00",
        payment_method: "online",
        status: "completed",
        transaction_id: "TXN123456",
        payment_date: "2026-01-06T12:00:00Z",
      },
    },
    { status: 400, body: { error: "Amount exceeds remaining amount" } },
  ],
  "GET /api/booking/payments/": [
    {
      status: 200,
      body: {
        count: 5,
        next: null,
        previous: null,
        results: [
          {
            id: 1,
            booking_number: "EVABC1234",
            amount: "5000.00",
            payment_method: "online",
            status: "completed",
            payment_date: "2026-01-06T12:00:00Z",
          },
        ],
      },
    },
  ],
};
