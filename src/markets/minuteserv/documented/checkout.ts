import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, Checkout (Optimized). */
export const checkout: DocumentedAnswers = {
  "POST /checkout/prepare": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          preview_id: "uuid",
          services: [{ id: "uuid", name: "Facial - Minimal", quantity: 1, unit_price: 1000 }],
          pricing: { subtotal: 2000, savings: 400, discount: 160, tax: 331.2, grand_total: 1771.2 },
          promo: { code: "SAVE10", discount: 160, valid: true },
          available_time_slots: ["08:00 AM", "08:30 AM"],
          address: { id: "uuid", address_line1: "123 Main St" },
        },
      },
    },
  ],
  "POST /checkout/confirm": [
    {
      when: "Online Payment",
      status: 201,
      body: {
        success: true,
        data: {
          booking: {
            id: "uuid",
            booking_number: "BK-20240120-123456",
            status: "pending",
            grand_total: 1771.2,
          },
          payment: {
            order_id: "order_abc123",
            amount: 177120,
            currency: "INR",
            key: "rzp_test_...",
            name: "Minuteserv",
            description: "Booking BK-20240120-123456",
            prefill: { contact: "+911234567890", email: "john@example.com", name: "John Doe" },
            notes: { booking_id: "uuid", booking_number: "BK-20240120-123456" },
          },
        },
      },
    },
    {
      when: "Cash Payment",
      status: 201,
      body: {
        success: true,
        data: {
          booking: {
            id: "uuid",
            booking_number: "BK-20240120-123456",
            status: "partner_assigned",
            grand_total: 1771.2,
          },
          message: "Booking created. Partner will be assigned shortly.",
        },
      },
    },
  ],
};
