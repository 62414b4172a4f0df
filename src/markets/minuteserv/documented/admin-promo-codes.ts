import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** As its request prints it. */
const PROMO_CODE = {
  id: "uuid",
  code: "SAVE10",
  description: "10% off on all services",
  discount_type: "percentage",
  discount_value: 10,
  min_order_amount: 1000,
  max_discount: 500,
  usage_limit: 1,
  total_usage_limit: 1000,
  valid_from: "2024-01-01T00:00:00Z",
  valid_until: "2024-12-31T23:59:59Z",
};

/** Admin APIs, Promo Codes Management. */
export const adminPromoCodes: DocumentedAnswers = {
  "GET /admin/promo-codes": [
    { status: 200, body: { success: true, data: { promo_codes: [PROMO_CODE] } } },
  ],
  "POST /admin/promo-codes": [
    { status: 201, body: { success: true, data: { promo_code: PROMO_CODE } } },
  ],
  "PUT /admin/promo-codes/:id": [
    {
      status: 200,
      body: {
        success: true,
        data: { promo_code: { is_active: false, valid_until: "2024-06-30T23:59:59Z" } },
      },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
};
