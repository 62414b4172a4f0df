import { z } from "zod";

/** Minuteserv's envelope. */
export function answering<T extends z.ZodType>(data: T) {
  return z.object({ data });
}

/** Where only the status counts. */
export const anything = z.unknown();

export const tokens = z.object({ access_token: z.string(), refresh_token: z.string() });

export const confirmed = answering(
  z.object({
    booking: z.object({ id: z.string(), booking_number: z.string() }),
    payment: z.object({ order_id: z.string() }).optional(),
  }),
);

export const cancelled = answering(z.object({ status: z.string(), refund_amount: z.number() }));

export const checkout = z.object({
  razorpay_order_id: z.string(),
  razorpay_payment_id: z.string(),
  razorpay_signature: z.string().nullable(),
});

/** What staff see of a booking. */
export const bookingDetail = answering(
  z.object({
    booking: z.object({
      booking_number: z.string(),
      status: z.string(),
      grand_total: z.number(),
      payment_status: z.string(),
      payment_method: z.string(),
      booking_date: z.string(),
      booking_time: z.string(),
      services: z.array(z.object({ name: z.string() })),
      partner: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullable(),
    }),
    payment: z.object({ refunded_amount: z.number() }).nullable(),
    timeline: z.array(z.object({ action: z.string(), timestamp: z.string(), by: z.string() })),
  }),
);

export type BookingDetail = z.output<typeof bookingDetail>["data"];

export const payoutAnswer = answering(
  z.object({
    payout: z.object({
      id: z.string(),
      payout_number: z.string(),
      total_amount: z.number(),
      commission_deduction: z.number(),
      net_amount: z.number(),
      status: z.string(),
      failure_reason: z.string().nullable(),
    }),
  }),
);

export type Payout = z.output<typeof payoutAnswer>["data"]["payout"];
