import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Booking APIs. */
export const bookings: DocumentedAnswers = {
  "POST /api/booking/bookings/": [
    {
      status: 201,
      body: {
        id: 1,
        user: 1,
        booking_number: "EVABC1234",
        vehicle_model: "EV Model X",
        booking_amount: "500.00",
        total_amount: "50000.00",
        total_paid: "0.00",
        remaining_amount: "50000.00",
        status: "pre_booked",
        created_at: "2026-01-06T12:00:00Z",
      },
    },
  ],
  "GET /api/booking/bookings/": [
    {
      status: 200,
      body: {
        count: 10,
        results: [
          {
            id: 1,
            booking_number: "EVABC1234",
            vehicle_model: "EV Model X",
            total_amount: "50000.00",
            status: "pre_booked",
          },
        ],
      },
    },
  ],
  "GET /api/booking/bookings/:id/": [
    {
      status: 200,
      body: {
        id: 1,
        booking_number: "EVABC1234",
        user: 1,
        vehicle_model: "EV Model X",
        total_amount: "50000.00",
        total_paid: "5000.00",
        remaining_amount: "45000.00",
        status: "confirmed",
        emi_amount: "5000.00",
        emi_paid_count: 1,
        emi_total_count: 10,
      },
    },
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
  ],
  "GET /api/booking/payments/": [
    {
      status: 200,
      body: {
        count: 5,
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
