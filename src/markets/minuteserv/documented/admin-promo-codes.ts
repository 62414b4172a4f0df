import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Admin APIs, Promo Codes Management. */
export const adminPromoCodes: DocumentedAnswers = {
  "GET /admin/promo-codes": [{ status: 200, body: { success: true, data: { promo_codes: [] } } }],
  "POST /admin/promo-codes": [{ status: 201, body: { success: true, data: { promo_code: {} } } }],
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
