import type { DocumentedAnswers } from "../../../kernel/documented.js";
import { PROMO_CODE_EXAMPLE } from "../promo-codes/promo-code-body.js";

/** As its request prints it. */
const PROMO_CODE = { id: "uuid", ...PROMO_CODE_EXAMPLE };

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
