import type { DocumentedAnswers } from "../../../kernel/documented.js";

const MEDIA = "http://localhost:8000/media/kyc";

const RECORD = {
  id: 1,
  user: 1,
  status: "approved",
  pan_number: "ABCDE1234F",
  aadhaar_number: "123456789012",
  address_line1: "123 Main Street",
  address_line2: "Apt 4B",
  city: "Mumbai",
  state: "Maharashtra",
  pincode: "400001",
  country: "India",
  pan_document: `${MEDIA}/pan/pan_123.jpg`,
  aadhaar_front: `${MEDIA}/aadhaar/aadhaar_front_123.jpg`,
  aadhaar_back: `${MEDIA}/aadhaar/aadhaar_back_123.jpg`,
  bank_name: "State Bank of India",
  account_number: "1234567890",
  ifsc_code: "SBIN0001234",
  account_holder_name: "John Doe",
  bank_passbook: `${MEDIA}/bank_passbook/passbook_123.jpg`,
  submitted_at: "2026-01-06T12:00:00Z",
  reviewed_at: "2026-01-06T13:00:00Z",
  reviewed_by: 2,
  rejection_reason: "",
};

const NOT_REVIEWED = { status: "pending", reviewed_at: null, reviewed_by: null };

const ELIDED = "The document elides what Get KYC by ID prints.";

/** KYC APIs. */
export const kyc: DocumentedAnswers = {
  "POST /api/users/kyc/": [{ status: 201, body: { ...RECORD, ...NOT_REVIEWED }, note: ELIDED }],
  "GET /api/users/kyc/": [{ status: 200, body: RECORD, note: ELIDED }],
  "GET /api/users/kyc/:id/": [
    { status: 200, body: RECORD },
    { status: 404, body: { detail: "Not found." } },
  ],
  "POST /api/users/kyc/:id/approve/": [{ status: 200, body: { status: "approved" } }],
  "POST /api/users/kyc/:id/reject/": [{ status: 200, body: { status: "rejected" } }],
  "GET /api/users/kyc/list_all/": [
    {
      status: 200,
      body: {
        count: 150,
        next: "http://localhost:8000/api/users/kyc/list_all/?page=2",
        previous: null,
        results: [RECORD],
      },
    },
    {
      status: 403,
      body: { detail: "You do not have permission to perform this action." },
    },
  ],
};
