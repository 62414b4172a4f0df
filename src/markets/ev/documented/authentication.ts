import type { DocumentedAnswers } from "../../../kernel/documented.js";

const TOKENS = {
  refresh: "eyJ0eXAiOiJKV1QiLCJhbGc...",
  access: "eyJ0eXAiOiJKV1QiLCJhbGc...",
};

const ALREADY_REGISTERED = {
  status: 400,
  body: {
    email: ["Email already registered"],
    mobile: ["Mobile number already registered"],
  },
  note: "Each stands there only when it is so.",
};

const NO_PERMISSION = {
  status: 403,
  body: { detail: "You do not have permission to perform this action." },
};

const LOGGED_IN = {
  id: 1,
  username: "user@example.com",
  email: "user@example.com",
  mobile: null,
  is_active_buyer: false,
  is_distributor: false,
};

/** Authentication APIs; the last one is ours. */
export const authentication: DocumentedAnswers = {
  "POST /api/auth/send-otp/": [
    { status: 200, body: { message: "OTP sent to user@example.com" } },
    {
      status: 400,
      body: { identifier: ["Invalid email format"], otp_type: ["Invalid choice"] },
    },
  ],
  "POST /api/auth/verify-otp/": [
    { status: 200, body: { user: LOGGED_IN, tokens: TOKENS } },
    { status: 400, body: { non_field_errors: ["Invalid or expired OTP"] } },
  ],
  "POST /api/auth/refresh/": [{ status: 200, body: { access: TOKENS.access } }],
  "POST /api/auth/logout/": [{ status: 200, body: { message: "Successfully logged out" } }],
  "POST /api/auth/signup/": [
    {
      status: 200,
      body: { message: "OTP sent to email and mobile", signup_token: "ABC123XYZ789..." },
    },
    ALREADY_REGISTERED,
    {
      status: 400,
      body: { mobile: ["Invalid mobile number format"] },
      when: "The mobile is no number",
      note: "The document prints mobile twice in one body.",
    },
  ],
  "POST /api/auth/verify-signup-otp/": [
    {
      status: 201,
      body: {
        user: {
          id: 1,
          username: "john@example.com",
          email: "john@example.com",
          mobile: "9876543210",
          first_name: "John",
          last_name: "Doe",
          is_active_buyer: false,
          is_distributor: false,
        },
        tokens: TOKENS,
      },
    },
    {
      status: 400,
      body: {
        email_otp: ["Invalid or expired email OTP"],
        mobile_otp: ["Invalid or expired mobile OTP"],
      },
      note: "Each stands there only when it is so.",
    },
    {
      status: 400,
      body: { signup_token: ["Invalid or expired signup token"] },
      when: "The token is no good",
      note: "Printed in one body with the codes, which nothing is known of without the token.",
    },
  ],
  "POST /api/auth/create-admin/": [
    {
      status: 201,
      body: {
        user: {
          id: 2,
          username: "admin@example.com",
          email: "admin@example.com",
          mobile: "9876543211",
          first_name: "Admin",
          last_name: "User",
          role: "admin",
        },
        message: "Admin created successfully. OTP sent to email and mobile for initial login.",
      },
    },
    ALREADY_REGISTERED,
    NO_PERMISSION,
  ],
  "POST /api/auth/create-staff/": [
    {
      status: 201,
      body: {
        user: {
          id: 3,
          username: "staff@example.com",
          email: "staff@example.com",
          mobile: "9876543212",
          first_name: "Staff",
          last_name: "User",
          role: "staff",
        },
        message: "Staff created successfully. OTP sent to email and mobile for initial login.",
      },
    },
    ALREADY_REGISTERED,
    NO_PERMISSION,
  ],
  "POST /api/auth/login/": [
    {
      status: 200,
      body: { user: { ...LOGGED_IN, username: "EVAdmin" }, tokens: TOKENS },
      note: "The document prints the superuser's password and no endpoint for it.",
    },
  ],
};
