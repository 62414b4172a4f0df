import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, Payments. */
export const payments: DocumentedAnswers = {
  "POST /payments/verify": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          booking_id: "uuid",
          booking_number: "BK-20240120-123456",
          payment_status: "success",
          booking_status: "partner_assigned",
        },
      },
    },
  ],
  "GET /payments/:id/status": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          payment_id: "uuid",
          status: "success",
          amount: 1771.2,
          payment_method: "upi",
          razorpay_payment_id: "pay_xyz789",
          created_at: "2024-01-20T10:00:00Z",
        },
      },
    },
  ],
  "POST /payments/webhook": [{ status: 200, body: { success: true } }],
};
