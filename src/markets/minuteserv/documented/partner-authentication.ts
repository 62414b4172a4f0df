import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Partner APIs, Authentication. */
export const partnerAuthentication: DocumentedAnswers = {
  "POST /partner/auth/login": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          access_token: "eyJhbGci...",
          partner: { id: "uuid", partner_code: "PT-001", name: "Priya Sharma" },
        },
      },
    },
  ],
};
