import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, Promo Codes. */
export const promoCodes: DocumentedAnswers = {
  "POST /promo-codes/validate": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          code: "SAVE10",
          discount: 160,
          valid: true,
          message: "Promo code applied successfully",
        },
      },
    },
  ],
};
