import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Admin APIs, Authentication. */
export const adminAuthentication: DocumentedAnswers = {
  "POST /admin/auth/login": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          access_token: "eyJhbGci...",
          refresh_token: "eyJhbGci...",
          admin: {
            id: "uuid",
            name: "Admin User",
            email: "admin@minuteserv.com",
            role: "super_admin",
          },
        },
      },
    },
  ],
  "POST /admin/auth/refresh-token": [
    {
      status: 200,
      body: { success: true, data: { access_token: "eyJhbGci...", refresh_token: "eyJhbGci..." } },
      note: "The document prints no response; this is the proposed one.",
    },
  ],
};
