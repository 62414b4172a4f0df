import type { DocumentedAnswers } from "../../../kernel/documented.js";

/** The profile that the document prints. */
const PROFILE = {
  id: 1,
  username: "user@example.com",
  email: "user@example.com",
  mobile: "+919876543210",
  first_name: "John",
  last_name: "Doe",
  gender: "male",
  date_of_birth: "1990-01-01",
  address_line1: "123 Main Street",
  address_line2: "Apt 4B",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  country: "India",
  role: "user",
  is_distributor: false,
  is_active_buyer: true,
  referral_code: "REF00001",
  referred_by: null,
  kyc_status: "approved",
  nominee_exists: true,
  date_joined: "2026-01-06T12:00:00Z",
};

/** User APIs. */
export const users: DocumentedAnswers = {
  "GET /api/users/profile/": [{ status: 200, body: PROFILE }],
  "GET /api/users/": [
    {
      status: 200,
      body: {
        count: 100,
        next: "http://localhost:8000/api/users/?page=2",
        previous: null,
        results: [
          {
            id: 1,
            username: "user@example.com",
            email: "user@example.com",
            role: "user",
            is_active_buyer: true,
          },
        ],
      },
      note: "The document elides the rest of each user.",
    },
  ],
  "GET /api/users/:id/": [
    {
      status: 200,
      body: {
        id: 1,
        username: "user@example.com",
        email: "user@example.com",
        mobile: "+919876543210",
        first_name: "John",
        last_name: "Doe",
        gender: "male",
        date_of_birth: "1990-01-01",
        address_line1: "123 Main Street",
        city: "Mumbai",
        state: "Maharashtra",
        pincode: "400001",
        country: "India",
      },
      note: "The document elides the rest of the profile.",
    },
  ],
};
