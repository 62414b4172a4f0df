import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** Customer APIs, Authentication. */
export const authentication: DocumentedAnswers = {
  "POST /auth/send-otp": [
    { status: 200, body: { success: true, message: "OTP sent successfully", expires_in: 300 } },
  ],
  "POST /auth/verify-otp": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          access_token: "eyJhbGci...",
          refresh_token: "eyJhbGci...",
          user: {
            id: "uuid",
            phone_number: "+911234567890",
            name: "John Doe",
            email: "john@example.com",
            is_verified: true,
          },
        },
      },
    },
  ],
  "POST /auth/refresh-token": [
    {
      status: 200,
      body: { success: true, data: { access_token: "eyJhbGci...", refresh_token: "eyJhbGci..." } },
    },
  ],
  "POST /auth/logout": [
    { status: 200, body: { success: true, message: "Logged out successfully" } },
  ],
  "GET /auth/me": [
    {
      status: 200,
      body: {
        success: true,
        data: {
          id: "uuid",
          phone_number: "+911234567890",
          name: "John Doe",
          email: "john@example.com",
          is_verified: true,
          created_at: "2024-01-15T10:00:00Z",
        },
      },
    },
  ],
};
